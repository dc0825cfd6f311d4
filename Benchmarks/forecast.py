#!/usr/bin/env python3
"""`make forecast`: what forecasts are worth, on municipalities whose later declarations are known.

For each seed `wmo-etl generate --scenario groei` writes a municipality that grows, with what will be
declared after its cut-off in truth.json; `wmo-etl run` forecasts it. Told per prior: how far off the
row `totaal` of nog-te-verwachten is on average, signs counted, its standard deviation, and in how
many of the runs the truth lies within two standard errors.
"""

import argparse
import csv
import json
import re
import statistics
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from measure import table

ROOT = Path(__file__).resolve().parent.parent


def forecast(binary: str, town_options: list[str], prior: str, seed: int) -> tuple[float, bool, float]:
    """The error as a share of the truth, whether it is within two standard errors, and one of them."""
    with tempfile.TemporaryDirectory() as folder:
        town, out = Path(folder) / "town", Path(folder) / "out"
        scenario = ["--scenario", "groei", *town_options, "--seed", str(seed)]
        subprocess.run([binary, "generate", *scenario, "--output", town], check=True)
        configuration = town / "wmo-etl.toml"
        declared = re.sub('prior = ".*"', f'prior = "{prior}"', configuration.read_text())
        configuration.write_text(declared)
        run = ["run", "--quiet", "--format", "csv", "--input", town, "--output", out]
        subprocess.run([binary, *run], check=True)
        with open(out / "latest/tables/nog-te-verwachten.csv", newline="") as file:
            total = next(row for row in csv.DictReader(file) if row["niveau"] == "totaal")
        truth = json.loads((town / "truth.json").read_text())["nog_te_verwachten"][-1]
    came = truth["nog_te_verwachten"] / 100
    error = float(total["nog_te_verwachten"]) - came
    spread = float(total["standaardfout"])
    return error / came, abs(error) <= 2 * spread, spread / came


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--binary", default=ROOT / ".build/release/wmo-etl", type=Path)
    parser.add_argument("--seeds", default=200, type=int)
    parser.add_argument("--clients", default="600")
    parser.add_argument("--plant", default="alles", help="what grows: see wmo-etl generate --help")
    arguments = parser.parse_args()
    options = ["--clients", arguments.clients, "--plant", arguments.plant]
    rows = []
    with ThreadPoolExecutor(2) as pool:
        for prior in ["gemiddelde", "trend"]:
            results = list(
                pool.map(
                    lambda seed: forecast(arguments.binary, options, prior, seed),
                    range(1, arguments.seeds + 1),
                )
            )
            errors = [error for error, _, _ in results]
            rows.append(
                [
                    prior,
                    f"{statistics.mean(errors):+.1%}",
                    f"{statistics.pstdev(errors):.1%}",
                    f"{sum(within for _, within, _ in results) / len(results):.0%}",
                    f"{statistics.mean(spread for _, _, spread in results):.1%}",
                ]
            )
    print(table(["prior", "off", "deviation", "within two", "standard error"], rows))


if __name__ == "__main__":
    main()
