"""The people and their organisations."""

from klaar.web.people.models.organisation import Member, MemberInvitation, Organisation
from klaar.web.people.models.user import FirstLink, User

__all__ = ["FirstLink", "Member", "MemberInvitation", "Organisation", "User"]
