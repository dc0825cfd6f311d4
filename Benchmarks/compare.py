"""Our published figures in the form of a peer's, and what differs between the two."""

import csv
import json


def cents(text):
    return int(text.replace(".", ""))


def table(run, name):
    with open(run / "tables" / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def ours(run):
    """The figures that every peer computes, as our run published them; rows without any use or
    sequence are left out, for a peer has no reason to make them."""
    ladder = json.loads((run / "manifest.json").read_text())["ladder"]
    return {
        "lines": [[ladder["debit"], ladder["credit"], ladder["net"]]],
        "product-gebruik": [
            [r["voorzieningsoort"], r["product_code"], int(r["indicaties"]), int(r["clienten"]),
             int(r["aanbieders"]), cents(r["bedrag"])]
            for r in table(run, "product-gebruik") if r["clienten"] != "0"
        ],
        "wijken": [
            [r["gebied"], r["voorzieningsoort"], int(r["clienten"]), cents(r["bedrag"])]
            for r in table(run, "wijken") if r["clienten"] != "0"
        ],
        "maandverloop": [
            [r["maand"], int(r["clienten"]), cents(r["bedrag"])]
            for r in table(run, "maandverloop") if r["clienten"] != "0"
        ],
        "concentratie": [
            [r["voorzieningsoort"], r["product_code"], int(r["aanbieders"]), cents(r["bedrag"]),
             r["cr1"], r["cr2"], r["cr3"]]
            for r in table(run, "concentratie") if r["aanbieders"] != "0"
        ],
        "combinaties": [
            [r["combinatie"], int(r["clienten"]), cents(r["bedrag"])]
            for r in table(run, "combinaties")
        ],
        "opvolging": [
            [r["van"], r["naar"], int(r["clienten_van"]), int(r["gevolgd"]),
             int(r["gelijktijdig_gestart"])]
            for r in table(run, "opvolging") if (r["gevolgd"], r["gelijktijdig_gestart"]) != ("0", "0")
        ],
    }  # fmt: skip


def differences(ours, theirs):
    """One sentence per figure that is not equal."""
    found = []
    for name, rows in ours.items():
        mine, other = sorted(map(tuple, rows)), sorted(map(tuple, theirs.get(name, [])))
        if mine == other:
            continue
        lacking, surplus = set(mine) - set(other), set(other) - set(mine)
        example = f"ours {min(lacking, default='-')}, theirs {min(surplus, default='-')}"
        found.append(
            f"{name}: {len(lacking)} rows of ours differ, {len(surplus)} of theirs; {example}"
        )
    return found
