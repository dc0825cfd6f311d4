#!/usr/bin/env python3
"""`make bench`: `wmo-etl run` beside what an analyst would use instead, on the same files.

Generates the data and installs the peers once, under .build/bench; then runs ours and each peer in
turn, A B A B, each as a whole process, and prints medians as Markdown (also in results.md there,
every single run in results.json). A peer's time counts only if its figures equal ours.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from compare import differences, ours
from measure import machine, measure, median, output_of, table

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
WORK = ROOT / ".build" / "bench"
PEERS = {"duckdb": "DuckDB", "polars": "Polars", "chdb": "chDB"}
OURS, ONE_WORKER = "wmo-etl", "wmo-etl --jobs 1"
DIALECTS = {"iso": [], "nl-excel": ["--dialect", "nl-excel", "--quoted", "0.01"]}
SIZES = {  # lines of declarations, allocations
    "small": (200_000, 20_000),
    "1m": (1_000_000, 330_000),
    "10m": (10_000_000, 330_000),
    "40m": (40_000_000, 330_000),
    "10m-wide": (10_000_000, 3_300_000),
}


@dataclass
class Case:
    size: str
    dialect: str

    @property
    def name(self):
        return f"{self.size}-{self.dialect}"

    @property
    def title(self):
        lines, allocations = SIZES[self.size]
        note = ", one field in a hundred quoted" if self.dialect == "nl-excel" else ""
        return f"{lines:,} lines, {allocations:,} allocations, {self.dialect}{note}"


def names_of(known):
    def names(text):
        unknown = [name for name in text.split(",") if name not in known]
        if unknown:
            raise argparse.ArgumentTypeError(f"no {unknown[0]}; expected some of {','.join(known)}")
        return text.split(",")

    return names


def arguments():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )

    def choice(option, known, default):
        parser.add_argument(
            option,
            type=names_of(known),
            default=default,
            metavar="A,B",
            help=f"of {', '.join(known)}; default: {','.join(default)}",
        )

    choice("--sizes", SIZES, [size for size in SIZES if size != "small"])
    choice("--dialects", DIALECTS, list(DIALECTS))
    choice("--peers", PEERS, list(PEERS))
    parser.add_argument("--runs", type=int, default=5, help="of each program; default: 5")
    parser.add_argument(
        "--rules", choices=["all", "none"], default="all",
        help="none: without the findings, of which no peer makes any; default: all")
    parser.add_argument("--binary", type=Path, default=ROOT / ".build/release/wmo-etl")
    return parser.parse_args()  # fmt: skip


def say(text):
    print(text, file=sys.stderr, flush=True)


def install_peers():
    """A virtual environment that is made anew when requirements.txt changes."""
    venv, wanted = WORK / "venv", (HERE / "requirements.txt").read_text()
    installed = venv / "requirements.txt"
    if not installed.exists() or installed.read_text() != wanted:
        say("installing the peers")
        subprocess.run([sys.executable, "-m", "venv", "--clear", venv], check=True)
        subprocess.run(
            [venv / "bin/pip", "install", "-q", "-r", HERE / "requirements.txt"], check=True
        )
        installed.write_text(wanted)
    return venv / "bin/python"


def generate(binary, case):
    folder = WORK / "data" / case.name
    if not folder.exists():
        say(f"generating {case.title}")
        lines, allocations = SIZES[case.size]
        unfinished = folder.with_name("unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.parent.mkdir(parents=True, exist_ok=True)
        size = ["--lines", str(lines), "--allocations", str(allocations), "--seed", "1"]
        command = [binary, "generate", *size, *DIALECTS[case.dialect], "--output", unfinished]
        subprocess.run(command, check=True)
        unfinished.rename(folder)
    return folder


def build_parser():
    """The driver of `parsing alone`; None when it does not compile."""
    program = WORK / "parse_alone"
    compiler = shutil.which("clang") or "cc"
    sources = [*sorted((ROOT / "Sources/CCSV").glob("*.c")), HERE / "parse_alone.c"]
    flags = ["-O3", "-I", ROOT / "Sources/CCSV/include", "-lcsv", "-lpthread", "-o", program]
    done = subprocess.run([compiler, *sources, *flags], capture_output=True)
    return program if done.returncode == 0 else None


def hashing(file):
    """Takes the SHA-256 with OpenSSL, which uses the processor's own instructions."""
    code = "import hashlib, sys; hashlib.file_digest(open(sys.argv[1], 'rb', 0), 'sha256')"
    return [sys.executable, "-c", code, file]


class Benchmark:
    def __init__(self, options):
        self.options = options
        self.python = install_peers() if options.peers else None
        self.parser = build_parser()
        self.results = {}  # case name -> program -> measures
        self.problems = {}  # case name -> program -> why its time does not count
        self.stages = {}  # case name -> durations from the manifests

    def run_ours(self, folder, jobs):
        output = WORK / "out"
        shutil.rmtree(output, ignore_errors=True)
        command = [self.options.binary, "run", "--input", folder, "--output", output]
        command += ["--rules", self.options.rules, *jobs]
        result = measure(command, WORK / "ours.log")
        if result.status != 0:
            sys.exit(f"wmo-etl failed: {(WORK / 'ours.log').read_text()}")
        return result, output / "latest"

    def run_peer(self, folder, peer):
        figures = WORK / f"{peer}.json"
        figures.unlink(missing_ok=True)
        command = [self.python, HERE / "peers" / f"{peer}_peer.py", folder, figures]
        return measure(command, WORK / f"{peer}.log"), figures

    def floors(self, folder, case):
        """What reading, hashing and parsing the declarations cost by themselves."""
        file = folder / "declaraties.csv"
        delimiter = "," if case.dialect == "iso" else ";"
        programs = {"`wc -l`": ["wc", "-l", file], "SHA-256 alone": hashing(file)}
        if self.parser:
            programs["parsing alone, 2 threads"] = [self.parser, file, delimiter, 2]
        for _ in range(self.options.runs):
            for name, command in programs.items():
                self.add(case, name, measure(command, WORK / "floor.log"))

    def add(self, case, program, result):
        self.results.setdefault(case.name, {}).setdefault(program, []).append(result)
        if result.status != 0:
            self.problems.setdefault(case.name, {})[program] = f"failed, status {result.status}"

    def run(self, case):
        folder = generate(self.options.binary, case)
        say(case.title)
        # From here on all files are in the page cache.
        subprocess.run(["cat", *folder.glob("*.csv")], stdout=subprocess.DEVNULL, check=True)
        self.floors(folder, case)
        for number in range(self.options.runs):
            say(f"  run {number + 1} of {self.options.runs}")
            result, run = self.run_ours(folder, [])
            self.add(case, OURS, result)
            expected = ours(run)
            durations = json.loads((run / "manifest.json").read_text())["durations"]
            self.stages.setdefault(case.name, []).append(durations)
            for peer in self.options.peers:
                result, figures = self.run_peer(folder, peer)
                self.add(case, PEERS[peer], result)
                if result.status == 0:
                    found = differences(expected, json.loads(figures.read_text()))
                    if found:
                        self.reject(case, PEERS[peer], found)
                else:
                    say(f"{PEERS[peer]} failed, see {WORK / f'{peer}.log'}")
            result, run = self.run_ours(folder, ["--jobs", "1"])
            self.add(case, ONE_WORKER, result)
            found = differences(expected, ours(run))
            if found:
                self.reject(case, ONE_WORKER, found)

    def reject(self, case, program, found):
        say("\n".join(f"{program} is not equal: {text}" for text in found))
        self.problems.setdefault(case.name, {})[program] = "figures differ"

    def run_sample(self):
        case = Case("zoetermeer-2017", "sample")
        for _ in range(max(self.options.runs, 10)):
            self.add(case, OURS, self.run_ours(ROOT / "data-samples/zoetermeer-2017", [])[0])

    # What the results say

    def value(self, case, what, program=OURS):
        """A median, or None where it was not measured or does not count."""
        measures = self.results.get(case, {}).get(program)
        counts = measures and program not in self.problems.get(case, {})
        return median(measures, what) if counts else None

    def best_peer(self, case, what):
        values = [self.value(case, what, program) for program in PEERS.values()]
        return min((value for value in values if value is not None), default=None)

    def table(self, case):
        rows = []
        for program, measures in self.results[case.name].items():
            problem = self.problems.get(case.name, {}).get(program)
            if problem:
                rows.append([program, problem, "", "", "", "", ""])
                continue
            walls = [m.wall for m in measures]
            wall, peak = median(measures, "wall"), median(measures, "peak")
            rows.append([
                program, f"{wall:.2f}", f"{min(walls):.2f}–{max(walls):.2f}",
                f"{median(measures, 'cpu'):.2f}", f"{peak / 1e6:.0f}",
                f"{wall / self.value(case.name, 'wall'):.2f}",
                f"{peak / self.value(case.name, 'peak'):.2f}",
            ])  # fmt: skip
        heads = ["", "median s", "min–max s", "CPU s", "peak MB", "time ÷ ours", "memory ÷ ours"]
        return table(heads, rows)

    def stage_table(self):
        names = list(next(iter(self.stages.values()))[0])
        middle = lambda values: sorted(values)[len(values) // 2]  # noqa: E731
        rows = [
            [case] + [middle([d[n] for d in runs]) for n in names]
            for case, runs in self.stages.items()
        ]
        return table(["milliseconds", *names], rows)

    def goals(self):
        """The yardstick's goals; a ratio where higher is better has `sign` 1, else -1."""

        def quotient(a, b):
            return a / b if a and b else None

        def added(what, small, large):
            a, b = self.value(small, what), self.value(large, what)
            return (b - a) / (SIZES["40m"][0] - SIZES["10m"][0]) if a and b else None

        ten, forty, dutch = "10m-iso", "40m-iso", "10m-nl-excel"
        startup = self.value("zoetermeer-2017-sample", "wall")
        faster = lambda case: quotient(self.best_peer(case, "wall"), self.value(case, "wall"))  # noqa: E731
        goals = [
            ("fastest peer ÷ ours, 10 million lines `iso`", 1, 10, 5, faster(ten)),
            ("the same in `nl-excel`", 1, 6, 3, faster(dutch)),
            ("leanest peer's peak memory ÷ ours, 10 million lines `iso`", 1, 8, 4,
             quotient(self.best_peer(ten, "peak"), self.value(ten, "peak"))),
            ("bytes of memory per added line, 40 against 10 million", -1, 4, 10, added("peak", ten, forty)),
            ("time of 40 ÷ 10 million lines", -1, 4.0, 4.3,
             quotient(self.value(forty, "wall"), self.value(ten, "wall"))),
            ("one worker ÷ two workers, 10 million lines `iso`", 1, 1.9, 1.7,
             quotient(self.value(ten, "wall", ONE_WORKER), self.value(ten, "wall"))),
            ("start-up and all else: the Zoetermeer sample, ms", -1, 60, 150, startup and startup * 1000),
        ]  # fmt: skip
        rows = []
        for name, sign, goal, floor, found in goals:
            if found is None:
                rows.append([name, goal, floor, "not measured", ""])
                continue
            verdict = (
                "goal"
                if sign * found >= sign * goal
                else "floor"
                if sign * found >= sign * floor
                else "missed"
            )
            rows.append([name, goal, floor, f"{found:.2f}", verdict])
        return table(["measure", "goal", "floor", "found", ""], rows)

    def report(self, cases):
        options = self.options
        digest = output_of("sha256sum", options.binary)[:8]
        commit = output_of("git", "-C", ROOT, "describe", "--always", "--dirty")
        program = f"{output_of(options.binary, '--version')}, binary {digest}, sources at {commit}"
        versions = ", ".join((HERE / "requirements.txt").read_text().split("\n")[1:-1])
        yield f"`{' '.join(['Benchmarks/bench.py', *sys.argv[1:]])}`\n"
        yield f"{machine()}. {program}; {versions}."
        yield f"Load average at the end: {os.getloadavg()[0]:.1f}. Medians of {options.runs} runs, in turn.\n"
        for case in cases:
            yield f"### {case.title}\n\n{self.table(case)}"
        yield f"### Where our time went (manifest, median)\n\n{self.stage_table()}"
        yield f"### Goals\n\n{self.goals()}"


def main():
    options = arguments()
    options.binary = options.binary.resolve()
    WORK.mkdir(parents=True, exist_ok=True)
    benchmark = Benchmark(options)
    cases = [Case(size, dialect) for dialect in options.dialects for size in options.sizes]
    for case in cases:
        benchmark.run(case)
    benchmark.run_sample()
    raw = {
        c: {p: [asdict(m) for m in ms] for p, ms in ps.items()}
        for c, ps in benchmark.results.items()
    }
    (WORK / "results.json").write_text(json.dumps(raw, indent=1))
    report = "\n".join(benchmark.report(cases))
    (WORK / "results.md").write_text(report)
    print(report)
    sys.exit(1 if any(benchmark.problems.values()) else 0)


if __name__ == "__main__":
    main()
