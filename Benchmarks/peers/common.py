"""What the three peers share: the run's settings, the small reference files, and the figures' form.

A peer is `<name>_peer.py INPUT FIGURES`: it reads the CSV files of INPUT and writes all figures as
JSON. The declarations, the allocations and the clients go through the peer's own CSV reader; the
three lists of at most a few hundred rows come from here.

Every peer works as a careful analyst would. The declarations are read once, with only the five
columns that the figures need, and are folded to one row per placement (allocation, product,
provider) and month; all figures follow from that. Rules, rejects and findings are not looked at:
the generated data has no wrong lines.
"""

import csv
import json
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

THREADS = 2

DECLARATIONS = [
    "referentie_nummer", "vorig_referentie_nummer", "declaratie_nummer", "declaratie_dagtekening",
    "aanbieder_agb", "client_id", "toewijzing_nummer", "product_categorie", "product_code",
    "product_periode_begindatum", "product_periode_einddatum", "geleverd_volume", "eenheid",
    "product_tarief", "ingediend_bedrag",
]  # fmt: skip
ALLOCATIONS = [
    "toewijzing_nummer", "client_id", "aanbieder_agb", "beschikking_nummer", "product_categorie",
    "product_code", "toewijzingsdatum", "ingangsdatum", "einddatum", "volume", "eenheid",
    "frequentie", "budget", "reden_wijziging", "leveringsvorm",
]  # fmt: skip
CLIENTS = ["client_id", "geboortejaar", "geslacht", "buurt_code", "overlijdensdatum"]


@dataclass
class Task:
    folder: Path
    figures: Path
    window: tuple[str, str]
    sequence_window: tuple[str, str]
    is_dutch: bool  # nl-excel: semicolons, 31-01-2017, 1.234,50, Windows-1252

    @property
    def separator(self):
        return ";" if self.is_dutch else ","

    def path(self, name):
        return str(self.folder / f"{name}.csv")

    def rows(self, name):
        encoding = "cp1252" if self.is_dutch else "utf-8"
        with open(self.path(name), encoding=encoding, newline="") as file:
            return list(csv.DictReader(file, delimiter=self.separator))

    def products(self):
        """Columns: product_code, kind, product group."""
        return columns(
            (
                row["product_code"],
                row["voorzieningsoort"],
                row["product_groep"] or row["omschrijving"],
            )
            for row in self.rows("producten")
        )

    def providers(self):
        """Columns: AGB code, concern."""
        return columns(
            (row["aanbieder_agb"], row["concern"] or row["naam"]) for row in self.rows("aanbieders")
        )

    def areas(self):
        """Columns: wijk, area in the latest year that is not after the window."""
        rows = self.rows("gebieden")
        last = max(row["peiljaar"] for row in rows if row["peiljaar"] <= self.window[1][:4])
        return columns(
            (row["wijk_code"], row["gebied"] or row["wijk_naam"])
            for row in rows
            if row["peiljaar"] == last
        )

    def write(self, figures):
        self.figures.write_text(json.dumps(figures, ensure_ascii=False))


def columns(rows):
    return [list(column) for column in zip(*rows)]


def task():
    folder, figures = map(Path, sys.argv[1:3])
    settings = tomllib.loads((folder / "wmo-etl.toml").read_text(encoding="utf-8"))
    ends = lambda table: (settings[table]["van"], settings[table]["tot_en_met"])  # noqa: E731
    return Task(
        folder,
        figures,
        ends("periode"),
        ends("opvolging"),
        settings["invoer"]["dialect"] == "nl-excel",
    )


def month(number):
    """`2017-03` of year * 12 + month, months from 1."""
    return f"{(number - 1) // 12}-{(number - 1) % 12 + 1:02}"


def share(part, whole):
    """part / whole as we print it: six decimals, half away from zero, exact; both above 0."""
    millionths = (2_000_000 * part + whole) // (2 * whole)
    return f"{millionths // 1_000_000}.{millionths % 1_000_000:06}"


def concentration(rows):
    """Market rows (kind, product, concerns, net, largest, two largest, three largest) with shares."""
    return [[*row[:4], *(share(part, row[3]) for part in row[4:])] for row in rows]
