"""Draws the pictures of docs/forecast.md from the made-up history in examples/dates.

Run: python docs/pictures/draw_forecast.py
"""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
HISTORY = HERE.parents[1] / "examples" / "dates" / "earlier-projects.csv"
ASKED = ["--begin", "2027-03-01", "--by", "2027-06-01", "--today", "2027-02-20"]


def draw(name: str, *arguments: str) -> None:
    """Write what `klaar forecast … --as svg` draws to the file `name`."""
    klaar = Path(sys.executable).with_name("klaar")
    command = [klaar, "forecast", *arguments, "--as", "svg", "--language", "en", "--output", HERE / name]
    subprocess.run(command, check=True)


if __name__ == "__main__":
    draw("forecast.svg", "date", str(HISTORY), *ASKED)
    draw("forecast-reliability.svg", "backtest", str(HISTORY))
