"""One form for one value, so that it has one hash."""

import json
from hashlib import sha256

MOST = 2**53
"""The largest whole number that every program reads as the same one (RFC 8785, 3.2.2.3)."""


def canonical(value: object) -> str:
    """`value` as canonical JSON (RFC 8785, JSON Canonicalization Scheme): {"a":1,"b":"é"}.

    Keys in the order of their UTF-16 code units, no space, only what must be escaped is. Whole numbers up to
    2**53 only: raises `ValueError` for any other number, and for text with a lone surrogate.
    """
    text = json.dumps(_sorted(value), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    text.encode("utf-8")
    return text


def digest(value: object) -> str:
    """The SHA-256 of the canonical form, in 64 hexadecimal digits."""
    return sha256(canonical(value).encode("utf-8")).hexdigest()


def _sorted(value: object) -> object:
    if isinstance(value, dict):
        return {key: _sorted(value[key]) for key in sorted(value, key=lambda key: key.encode("utf-16-be"))}
    if isinstance(value, list | tuple):
        return [_sorted(item) for item in value]
    if isinstance(value, float) or (isinstance(value, int) and abs(value) > MOST):
        raise ValueError(f"no single form: {value!r}")
    return value
