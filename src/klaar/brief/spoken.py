"""Times, levels and amounts in plain words: P30D is "30 dagen", P3M "elk kwartaal"."""

import re
from collections.abc import Mapping
from typing import Any

from klaar.text.data import load_words
from klaar.text.times.iso import Duration, parse_duration

_DATE = re.compile(r"(\d{4}|X{4})-(\d\d)(?:-(\d\d))?(?:T(\d\d:\d\d).*)?")
_UNITS = ("Y", "M", "W", "D", "H", "TM", "S")
_SIGNS = {"EUR": "€", "USD": "$", "GBP": "£"}


class Speaker:
    """Says values in one language ("nl", "en"), with the words of listing.toml."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.words: Mapping[str, Any] = load_words(language, "listing")

    def say(self, group: str, key: str, **filled: object) -> str:
        """The words under `group` and `key`, with {…} filled in."""
        message: str = self.words[group][key]
        return message.format(**filled) if filled else message

    def number(self, value: float | str, places: int | None = None) -> str:
        """14850.5 as "14.850,5"; with `places` that many decimals: "14.850,50"."""
        exact = f"{float(value):,.{places}f}" if places is not None else f"{float(value):,.10f}".rstrip("0")
        whole, _, rest = exact.rstrip(".").partition(".")
        whole = whole.replace(",", self.words["thousands"])
        return whole + (self.words["decimal"] + rest if rest else "")

    def percent(self, value: float) -> str:
        """99.5 as "99,5 %"."""
        spoken: str = self.words["percent"].format(number=self.number(value))
        return spoken

    def money(self, amount: float | str, code: str) -> str:
        """14850 and "EUR" as "€ 14.850,00"; the code where there is no sign that everyone knows."""
        cents = self.number(amount, 2)
        whole = f"{float(amount):.2f}".endswith(".00") and float(amount) >= 100_000
        shown = self.number(amount, 0) if whole else cents
        if code not in _SIGNS:
            return f"{code} {shown}"
        spoken: str = self.words["money"].format(sign=_SIGNS[code], amount=shown)
        return spoken

    def duration(self, iso: str, working: bool = False) -> str:
        """P30D as "30 dagen", P1Y6M as "1 jaar en 6 maanden"; as it stands when it is no duration."""
        try:
            length = parse_duration(iso)
        except ValueError:
            return iso
        parts = self._parts(length, working) or [f"0 {self.words['units']['D'][1]}"]
        joint = f" {self.words['and']} "
        return joint.join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else parts[0]

    def _parts(self, length: Duration, working: bool) -> list[str]:
        parts = []
        for amount, letter in zip(length, _UNITS, strict=True):
            if amount:
                units = self.words["working"] if working else {}
                one, more = units.get(letter) or self.words["units"][letter]
                parts.append(f"{self.number(float(amount))} {one if amount == 1 else more}")
        return parts

    def every(self, iso: str, working: bool = False) -> str:
        """P3M as "elk kwartaal", P2W as "elke 2 weken"."""
        known: Mapping[str, str] = self.words["every"]
        if working and iso == "P1D":
            return known["working"]
        return known.get(iso) or known["other"].format(duration=self.duration(iso, working))

    def per(self, iso: str) -> str:
        """P1M as "per maand"."""
        known: Mapping[str, str] = self.words["per"]
        return known.get(iso) or known["other"].format(duration=self.duration(iso))

    def date(self, iso: str) -> str:
        """2027-03-01 as "1 maart 2027", XXXX-03-01 as "1 maart"; as it stands when it is no date."""
        found = _DATE.fullmatch(iso)
        if found is None or not 1 <= int(found[2]) <= len(self.words["months"]):
            return iso
        year, month, day, time = found.groups()
        parts = [str(int(day)) if day else "", self.words["months"][int(month) - 1]]
        return " ".join(part for part in (*parts, "" if year == "XXXX" else year, time) if part)
