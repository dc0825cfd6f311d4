#!/usr/bin/env python3
"""`make bench-worst`: memory and time of `wmo-etl run` on deliveries that are as bad as can be.

Every case has as many lines, of the same population, as the sound delivery that it is held
against: half of them generated, the other half made from those. "Bytes a line" is how much higher
the memory rises than with the sound delivery, divided by all lines.
"""

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

from measure import machine, measure, table

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / ".build" / "bench" / "worst"
NUMBER, NAMED, VOLUME, AMOUNT = 0, 1, 11, 14  # columns


def twice(line):
    return line


def renumbered(line):
    return "D" + line


def credited(line):
    """The credit of a debit; a credit is delivered once more under another number."""
    fields = line.rstrip("\n").split(",")
    if fields[NAMED] or fields[AMOUNT].startswith("-"):
        return "D" + line
    fields[NUMBER], fields[NAMED] = "C" + fields[NUMBER], fields[NUMBER]
    fields[VOLUME], fields[AMOUNT] = "-" + fields[VOLUME], "-" + fields[AMOUNT]
    return ",".join(fields) + "\n"


def one_number(line):
    return "X" + line[line.index(",") :]


CASES = {
    "every line delivered twice": twice,
    "half of the lines with one number": one_number,
    "every debit credited": credited,
    "every line again under another number": renumbered,
}


def generate(binary, lines, allocations):
    folder = WORK / f"sound-{lines}-{allocations}"
    if not folder.exists():
        size = ["--lines", str(lines), "--allocations", str(allocations), "--seed", "1"]
        unfinished = WORK / "unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run([binary, "generate", *size, "--output", unfinished], check=True)
        unfinished.rename(folder)
    return folder


def spoil(sound, change):
    """A folder with the sound delivery and, as a second part, what is made of its lines."""
    folder = WORK / "bad"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for file in sound.glob("*.csv"):
        name = "declaraties-1.csv" if file.name == "declaraties.csv" else file.name
        (folder / name).symlink_to(file)
    settings = (sound / "wmo-etl.toml").read_text()
    limit = "maximaal_aandeel = 0.05"
    assert limit in settings, "the generated configuration has another limit of rejects"
    (folder / "wmo-etl.toml").write_text(settings.replace(limit, "maximaal_aandeel = 1.0"))
    with open(sound / "declaraties.csv") as lines, open(folder / "declaraties-2.csv", "w") as bad:
        bad.write(next(lines))
        last = None
        for line in lines:  # All but the last: the same part twice is refused.
            if last is not None:
                bad.write(change(last))
            last = line
    return folder


def run(binary, folder, rules):
    output = WORK / "out"
    shutil.rmtree(output, ignore_errors=True)
    command = [binary, "run", "--input", folder, "--output", output, "--format", "csv,json"]
    result = measure([*command, "--rules", rules], WORK / "run.log")
    if result.status != 0:
        sys.exit(f"wmo-etl failed: {(WORK / 'run.log').read_text()}")
    return result


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--lines", type=int, default=10_000_000, help="default: 10000000")
    parser.add_argument("--allocations", type=int, default=330_000, help="default: 330000")
    parser.add_argument("--binary", type=Path, default=ROOT / ".build/release/wmo-etl")
    options = parser.parse_args()
    whole = generate(options.binary, options.lines, options.allocations)
    half = generate(options.binary, options.lines // 2, options.allocations)
    rows, sound = [], {}
    for name, change in {"sound": None, **CASES}.items():
        folder = spoil(half, change) if change else whole
        for rules in "none", "all":
            result = run(options.binary, folder, rules)
            sound.setdefault(rules, result.peak)
            above = (result.peak - sound[rules]) / options.lines
            rows.append(
                [name, rules, f"{result.wall:.1f} s", f"{result.peak / 1e6:.0f} MB", f"{above:.1f}"]
            )
    shutil.rmtree(WORK / "bad")
    heads = ["delivery", "rules", "time", "peak memory", "bytes a line"]
    print(f"{machine()}; {options.lines:,} lines\n\n{table(heads, rows)}", end="")


if __name__ == "__main__":
    main()
