#!/usr/bin/env python3
"""`make bench-check`: instruction counts of `wmo-etl run` against those kept in thresholds.json.

Counts are repeatable where times are not: two runs differ by a thousandth. Each case is a fixed
200,000-line file, read by one worker under callgrind. The check fails when a count is more than 5 %
above the kept one; `--update` keeps the new counts, on purpose only. SHA-256 is also left out once:
it is nearly half of all instructions and would hide what the rest does.

Valgrind knows AVX2 but not AVX-512 or the SHA instructions, so the program chooses its AVX2 lane.
"""

import argparse
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from measure import output_of, table

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / ".build" / "bench" / "check"
KEPT = Path(__file__).resolve().parent / "thresholds.json"
TOLERANCE = 0.05
LINES = 200_000
SIZE = [
    "--lines",
    str(LINES),
    "--allocations",
    "6600",
    "--seed",
    "1",
]  # 30 lines each, as at 10 million
CASES = {"iso": [], "nl-excel": ["--dialect", "nl-excel", "--quoted", "0.01"]}

# The first pattern that is found in a (mangled) symbol names its stage. Reading costs the kernel,
# which callgrind does not see. A shared helper goes to the stage that it is written for.
STAGES = {
    "SHA-256": r"sha256|SHA256",
    "split": r"ccsv_cut|memrchr|ChunkReader|ChunkBuffer",
    "encoding": r"TextDecoding|_prefix$",
    "parse": r":scan_|ccsv_|csv_parse|csv_fini|take_field|take_record_end|RecordParser",
    "duplicates": r"\$s6Ingest.*Duplicate",
    "decode": r"\$s6Ingest.*(LineDecoder|NumberDecoder|DateDecoder)",
    "reference data": r"\$s6Ingest.*(Register|InOrder|AllocationDecoder|AllocationReader|AllocationState|Client|KeyedRows|CitizenNumber|InternTable)",
    "rules": r"\$s6Ingest.*(Line|AllocationTable|Rule|Finding|Sink|HeadFields|CandidateFilter)",
    "reading, the rest": r"\$s6Ingest",
    "fold and merge": r"\$s9Analytics.*(LedgerState|PeriodGrid|NetPage|NetStore)",
    "ledger and analyses": r"\$s9Analytics",
    "publish": r"\$s9Reporting|\$s4Runs|\$s7wmo_etl",
    "libraries and runtime": r"",
}  # fmt: skip


def digest(folder):
    """One hash over the generated files: says whether counts are of the same data."""
    whole = hashlib.sha256()
    for file in sorted(folder.glob("*.csv")):
        whole.update(file.read_bytes())
    return whole.hexdigest()[:16]


def generate(binary, case):
    folder = WORK / case
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run([binary, "generate", *SIZE, *CASES[case], "--output", folder], check=True)
    return folder


def count(program, folder):
    """Instructions per stage of one run."""
    profile, output = WORK / f"callgrind-{folder.name}.out", WORK / "out"
    shutil.rmtree(output, ignore_errors=True)
    command = ["valgrind", "-q", "--tool=callgrind", f"--callgrind-out-file={profile}"]
    command += [program, "run", "--jobs", "1", "--input", folder, "--output", output]
    # Swift seeds its hash tables anew in every process, which would change the counts.
    environment = os.environ | {"SWIFT_DETERMINISTIC_HASHING": "1"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"callgrind failed, status {done.returncode}:\n{done.stderr}")
    command = ["callgrind_annotate", "--threshold=100", "--auto=no", profile]
    listing = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    stages = dict.fromkeys(STAGES, 0)
    for cost, symbol in re.findall(r"^ *([\d,]+) \( *[\d.]+%\)  (\S+:.*)", listing, re.MULTILINE):
        symbol = symbol.partition(" [")[0].rpartition("/")[2]
        stage = next(stage for stage, pattern in STAGES.items() if re.search(pattern, symbol))
        stages[stage] += int(cost.replace(",", ""))
    return stages


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--binary", type=Path, default=ROOT / ".build/release/wmo-etl")
    parser.add_argument("--update", action="store_true", help="keep the counts of this build")
    options = parser.parse_args()
    WORK.mkdir(parents=True, exist_ok=True)
    # Valgrind 3.19 does not read the toolchain's debug information, and gives up over it.
    program = WORK / "wmo-etl"
    subprocess.run(["strip", "--strip-debug", "-o", program, options.binary], check=True)

    kept = json.loads(KEPT.read_text()) if KEPT.exists() else {}
    found = {
        "toolchain": output_of("swift", "--version"),
        "valgrind": output_of("valgrind", "--version"),
    }
    stages, rows, failures = {}, [], []
    for case in CASES:
        folder = generate(program, case)
        stages[case] = count(program, folder)
        total = sum(stages[case].values())
        found[case] = {
            "data": digest(folder),
            "instructions": total,
            "without_sha256": total - stages[case]["SHA-256"],
        }
        before = kept.get(case, {})
        if before.get("data") != found[case]["data"] and not options.update:
            failures.append(
                f"{case}: the generated data is not that of the kept counts; see --update"
            )
        for what in ("instructions", "without_sha256"):
            now, was = found[case][what], before.get(what)
            change = now / was - 1 if was else 0
            rows.append([f"{case}, {what}", f"{was or 0:,}", f"{now:,}", f"{change:+.1%}"])
            if change > TOLERANCE:
                failures.append(f"{case}: {what} rose by {change:.1%}, more than {TOLERANCE:.0%}")
    print(table(["", "kept", "now", "change"], rows))
    rows = [[stage, *(f"{stages[case][stage] / LINES:,.0f}" for case in CASES)] for stage in STAGES]
    print(table(["instructions per line", *CASES], rows))
    if options.update:
        KEPT.write_text(json.dumps(found, indent=2) + "\n")
        print(f"kept in {KEPT.relative_to(ROOT)}")
        return
    for what in ("toolchain", "valgrind"):
        if failures and kept.get(what) != found[what]:
            failures.append(f"note: kept with {kept.get(what)}, this is {found[what]}")
    sys.exit("\n".join(failures) or None)


if __name__ == "__main__":
    main()
