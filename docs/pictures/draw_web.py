"""Takes docs/pictures/web: every page of `klaar serve`, in both languages, as two people at one table see it.

Run: make screenshots. Klaar is started in an empty folder and walked through as a newcomer would: the first
link, the example, a file of one's own, the other side by a link, until both signed.

    python docs/pictures/draw_web.py --to out/pictures --small --dark     all sizes and modes, to look at
"""

import argparse
import io
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright
from walk_web import walk

HERE = Path(__file__).parent
HEIGHT = 1000
_BYTES = 50_000
_ALIVE = ("reading",)
"""Pages that keep asking how far it is."""
MODES = {"": (1180, "light"), "small": (320, "light"), "dark": (1180, "dark"), "small-dark": (320, "dark")}


@contextmanager
def opened() -> Iterator[str]:
    """The first link of Klaar, served from a folder that is empty."""
    folder = Path(tempfile.mkdtemp(prefix="klaar-pictures-"))
    klaar = Path(sys.executable).with_name("klaar")
    serving = subprocess.Popen(
        [klaar, "serve", "--data", folder, "--port", "0", "--language", "en"],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert serving.stdout is not None
    try:
        yield next(filter(None, (re.search(r"http\S+/start/\S+", line) for line in serving.stdout)))[0]
    finally:
        serving.terminate()
        serving.wait()
        shutil.rmtree(folder)


class Camera:
    """Keeps pictures of pages, each in the modes that were asked for."""

    def __init__(self, folder: Path, modes: list[str]) -> None:
        self.folder, self.modes, self.taken = folder, modes, 0
        folder.mkdir(parents=True, exist_ok=True)

    def __call__(self, page: Page, name: str) -> None:
        """Take the page that is open, as NAME.png."""
        self.taken += 1
        for mode in self.modes:
            width, scheme = MODES[mode]
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            page.evaluate("scrollTo(0, 0)")
            page.wait_for_load_state("networkidle" if name not in _ALIVE else "load")
            whole = page.evaluate("document.documentElement.scrollHeight")
            tall = max(500, min(whole, HEIGHT if not mode else 4 * HEIGHT))
            picture = page.screenshot(full_page=True, clip={"x": 0, "y": 0, "width": width, "height": tall})
            self._keep(picture, f"{self.taken:02}-{name}{mode and '-' + mode}.png")
        page.set_viewport_size({"width": 1180, "height": 900})

    def _keep(self, picture: bytes, name: str) -> None:
        """Keep a picture in the colours it has most of; in fewer, then less of it, when it is too large."""
        image = Image.open(io.BytesIO(picture)).convert("RGB")
        for colours, part in ((32, 1.0), (20, 1.0), (20, 0.8), (16, 0.6)):
            cut = image.crop((0, 0, image.width, round(part * image.height)))
            common = [colour for _, colour in sorted(cut.getcolors(1 << 24) or (), reverse=True)]
            palette = Image.new("P", (1, 1))
            palette.putpalette([part for colour in common[:colours] for part in colour])  # type: ignore[misc]
            kept = io.BytesIO()
            cut.quantize(palette=palette, dither=Image.Dither.NONE).save(kept, "PNG", optimize=True)
            if kept.tell() < _BYTES:
                break
        (self.folder / name).write_bytes(kept.getvalue())


def take(browser: Browser, language: str, folder: Path, modes: list[str]) -> float:
    """All pages in one language; gives the seconds from the first start to the example on screen."""
    if folder.exists():
        shutil.rmtree(folder)
    with opened() as link:
        people = [browser.new_context(locale=language).new_page() for _ in range(2)]
        for each in people:
            each.set_default_timeout(90_000)
        return walk(people[0], people[1], link, language, Camera(folder, modes))


def list_pictures(folder: Path) -> None:
    """Write the page that shows all pictures, Dutch beside English."""
    pages = sorted(file.name for file in (folder / "en").glob("*.png"))
    rows = (f"### {_title(name)}\n\n{_picture('nl', name)} {_picture('en', name)}\n" for name in pages)
    head = "# Every page of `klaar serve`\n\nIn Dutch and in English, taken by `make screenshots`.\n\n"
    (folder / "README.md").write_text(head + "\n".join(rows), encoding="utf-8")


def _title(name: str) -> str:
    return name[3:-4].replace("-", " ").capitalize()


def _picture(language: str, name: str) -> str:
    return f'<img src="{language}/{name}" alt="{_title(name)} ({language})" width="420">'


def main() -> None:
    """Take the pictures."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--to", type=Path, default=HERE / "web")
    asked.add_argument("--small", action="store_true")
    asked.add_argument("--dark", action="store_true")
    asked.add_argument("--language", choices=("nl", "en"))
    told = asked.parse_args()
    modes = ["", *["small"] * told.small, *["dark"] * told.dark, *["small-dark"] * (told.small and told.dark)]
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for language in [told.language] if told.language else ["nl", "en"]:
            began = time.monotonic()
            example = take(browser, language, told.to / language, modes)
            print(f"{language}: {time.monotonic() - began:.0f} s, the example after {example:.1f} s")
        browser.close()
    if not told.language and not told.small and not told.dark:
        list_pictures(told.to)


if __name__ == "__main__":
    main()
