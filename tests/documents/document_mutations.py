"""Ways to damage a file, each told by a seed, so that a case can be had back."""

import random
import zipfile
from collections.abc import Callable
from io import BytesIO

Damage = Callable[[bytes, random.Random], bytes]


def truncated(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def flipped(data: bytes, chance: random.Random) -> bytes:
    held = bytearray(data)
    for _ in range(chance.randint(1, 40)):
        held[chance.randrange(len(held))] ^= 1 << chance.randrange(8)
    return bytes(held)


def spliced(data: bytes, chance: random.Random) -> bytes:
    start, other = chance.randrange(len(data)), chance.randrange(len(data))
    length = chance.randint(1, max(1, len(data) // 4))
    return data[:start] + data[other : other + length] + data[start:]


def dropped(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    return data[:start] + data[start + chance.randint(1, max(1, len(data) // 4)) :]


def overwritten(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    noise = chance.randbytes(chance.randint(1, 64))
    return data[:start] + noise + data[start + len(noise) :]


def repacked(data: bytes, chance: random.Random) -> bytes:
    """A ZIP whose parts are damaged inside, so that it still unpacks; other files are flipped."""
    try:
        held = zipfile.ZipFile(BytesIO(data))
        parts = {name: held.read(name) for name in held.namelist()}
    except Exception:
        return flipped(data, chance)
    made = BytesIO()
    chosen = chance.choice([*parts, ""])
    with zipfile.ZipFile(made, "w") as archive:
        for name, part in parts.items():
            hurt = part and (name == chosen or chance.random() < 0.2)
            how = chance.choice((truncated, spliced, dropped, flipped))
            archive.writestr(name, how(part, chance) if hurt else part)
    return made.getvalue()


def renumbered(data: bytes, chance: random.Random) -> bytes:
    """Numbers made strange: counts, offsets, levels and references that cannot be right."""
    held = bytearray(data)
    places = [place for place, byte in enumerate(held) if 48 <= byte <= 57]
    for place in chance.sample(places, min(len(places), chance.randint(1, 30))):
        held[place] = chance.choice(b"0123456789-")
    return bytes(held)


DAMAGES: tuple[Damage, ...] = (truncated, flipped, spliced, dropped, overwritten, repacked, renumbered)


def damaged(data: bytes, seed: int) -> bytes:
    """`data` damaged in one to three ways; the same seed always does the same damage."""
    chance = random.Random(seed)
    for _ in range(chance.randint(1, 3)):
        data = chance.choice(DAMAGES)(data, chance) if data else data
    return data
