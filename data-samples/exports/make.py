#!/usr/bin/env python3
"""Writes the three sets of exports from one made-up municipality; README.md says how they differ.

    data-samples/exports/make.py .build/debug/wmo-etl

The same program writes the same bytes.
"""
import csv
import gzip
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent

# Our column, and what the set calls it. `None`: the set does not have it; `+name`: a column of the
# set that is none of ours.
TITELS = {
    "declaraties": ("Export facturen Wmo.csv", {
        "+Afdeling": "Sociaal domein", "referentie_nummer": "Regelnummer",
        "vorig_referentie_nummer": "Vorige regel", "declaratie_nummer": "Factuurnummer", "declaratie_dagtekening": "Factuurdatum",
        "aanbieder_agb": "AGB-code zorgaanbieder", "client_id": "Cliëntnummer",
        "toewijzing_nummer": "Toewijzingsnr", "product_categorie": "Productcategorie",
        "product_code": "Productcode", "product_periode_begindatum": "Begindatum prestatie",
        "product_periode_einddatum": "Einddatum prestatie", "geleverd_volume": "Aantal",
        "eenheid": "Eenheid", "product_tarief": "Tarief",
        "ingediend_bedrag": "Gedeclareerd bedrag", "+Status": "verwerkt"}),
    "toewijzingen": ("Export toewijzingen Wmo.csv", {
        "toewijzing_nummer": "Toewijzingsnr", "client_id": "Cliëntnummer",
        "aanbieder_agb": "AGB-code zorgaanbieder", "beschikking_nummer": "Beschikkingsnr",
        "product_categorie": "Productcategorie", "product_code": "Productcode",
        "toewijzingsdatum": "Datum besluit", "ingangsdatum": "Begindatum toewijzing",
        "einddatum": "Einddatum toewijzing", "volume": "Toegewezen aantal",
        "eenheid": "Eenheid", "frequentie": "Frequentie", "budget": "Maximumbedrag",
        "reden_wijziging": "Reden wijziging", "leveringsvorm": "Leveringsvorm",
        "stop_datum_levering": "Stopdatum levering", "reden_beeindiging": "Reden beëindiging"}),
    "producten": ("Dienstencatalogus.csv", {
        "product_code": "Productcode", "omschrijving": "Productomschrijving",
        "product_categorie": "Categorie", "voorzieningsoort": "Soort voorziening",
        "product_groep": "Productgroep", "eenheid": "Eenheid"}),
    "aanbieders": ("Zorgaanbieders.csv", {
        "aanbieder_agb": "AGB-code", "naam": "Naam aanbieder", "concern": "Moederorganisatie",
        "+Plaats": "Voorbeeldstad"}),
    "clienten": ("Klanten zonder naam.csv", {
        "client_id": "Cliëntnummer", "geboortejaar": "Geboortejaar", "geslacht": "Geslacht",
        "buurt_code": "Buurt (CBS)", "overlijdensdatum": "Datum overlijden"}),
    "gebieden": ("Wijken en inwoners.csv", {
        "wijk_code": "Wijkcode", "peiljaar": "Peiljaar", "wijk_naam": "Naam wijk",
        "inwoners": "Aantal inwoners", "inwoners_0_14": "0 tot 15 jaar",
        "inwoners_15_24": "15 tot 25 jaar", "inwoners_25_44": "25 tot 45 jaar",
        "inwoners_45_64": "45 tot 65 jaar", "inwoners_65_plus": "65 jaar en ouder",
        "gebied": "Stadsdeel"}),
    "subsidies": ("Verleende subsidies.csv", {
        "ontvanger_naam": "Organisatie", "jaar": "Subsidiejaar", "verleend_bedrag": "Verleend",
        "vastgesteld_bedrag": "Vastgesteld"}),
    "tarieven": ("Prijsafspraken.csv", {
        "product_code": "Productcode", "aanbieder_agb": "AGB-code", "tarief": "Prijs per eenheid",
        "eenheid": "Eenheid", "geldig_vanaf": "Geldig vanaf", "geldig_tot": "Geldig t/m"}),
}

WERKMAP = {
    "declaraties": ("facturatie_20180501.csv", {
        "declaratie_nummer": "Nota nr.", "declaratie_dagtekening": "Dagtekening nota",
        "referentie_nummer": "Prestatie-ID",
        "vorig_referentie_nummer": "Oorspronkelijke prestatie", "aanbieder_agb": "Leverancier (AGB)",
        "client_id": "Klantnr.", "toewijzing_nummer": "Nr. toewijzing",
        "product_code": "Artikel", "product_categorie": "Cat.",
        "product_periode_begindatum": "Van (datum)", "product_periode_einddatum": "T/m (datum)",
        "geleverd_volume": "Hoeveelheid", "eenheid": "Tijdseenheid",
        "product_tarief": "Stuksprijs", "ingediend_bedrag": "Regelbedrag",
        "+Boekstuk": "M1"}),
    "toewijzingen": ("beschikt_20180501.csv", {
        "client_id": "Klantnr.", "toewijzing_nummer": "Nr. toewijzing",
        "beschikking_nummer": "Besluitnr.", "aanbieder_agb": "Leverancier (AGB)",
        "product_code": "Artikel", "product_categorie": "Cat.",
        "toewijzingsdatum": "Datum toewijzing", "ingangsdatum": "Ingang",
        "einddatum": "Einde", "volume": "Omvang", "eenheid": "Tijdseenheid",
        "frequentie": "Periodiciteit", "budget": "Max. bedrag",
        "reden_wijziging": "Wijzigingsreden", "leveringsvorm": "Vorm levering",
        "stop_datum_levering": "Stop levering", "reden_beeindiging": "Reden stop"}),
    "producten": ("artikelen.txt", {
        "product_code": "Artikel", "omschrijving": "Benaming", "product_categorie": "Cat.",
        "product_groep": "Hoofdgroep", "voorzieningsoort": "Type", "eenheid": "Tijdseenheid"}),
    "aanbieders": ("leveranciers.txt", {
        "aanbieder_agb": "AGB", "naam": "Handelsnaam", "concern": "Holding"}),
    "clienten": ("klantkaart.csv", {
        "client_id": "Klantnr.", "geboortejaar": "Geb.jaar", "geslacht": "M/V",
        "buurt_code": "CBS-buurt", "overlijdensdatum": "Overleden op"}),
    "gebieden": ("bevolking.csv", {
        "wijk_code": "Wijknr.", "peiljaar": "Jaar", "wijk_naam": "Wijk",
        "inwoners": "Bevolking", "inwoners_0_14": "Inw. 0-14", "inwoners_15_24": "Inw. 15-24",
        "inwoners_25_44": "Inw. 25-44", "inwoners_45_64": "Inw. 45-64",
        "inwoners_65_plus": "Inw. 65+", "gebied": "Gebied"}),
    "subsidies": ("instellingen.csv", {
        "ontvanger_naam": "Naam instelling", "jaar": "Boekjaar",
        "verleend_bedrag": "Toegekend bedrag", "vastgesteld_bedrag": "Bedrag vaststelling"}),
    "tarieven": ("prijslijst.txt", {
        "product_code": "Artikel", "aanbieder_agb": "Leverancier", "tarief": "Stuksprijs",
        "eenheid": "Tijdseenheid", "geldig_vanaf": "Ingang", "geldig_tot": "Einde"}),
}

MAANDEN = {
    "declaraties": ("inv_lines_{}.csv.gz", {
        "referentie_nummer": "line_ref", "vorig_referentie_nummer": "prev_line",
        "declaratie_nummer": "inv_no",
        "declaratie_dagtekening": "inv_date", "aanbieder_agb": "prov_no", "client_id": "cl_no",
        "toewijzing_nummer": "auth_no", "product_categorie": "cat", "product_code": "prod_cd",
        "product_periode_begindatum": "svc_from", "product_periode_einddatum": "svc_to",
        "geleverd_volume": "qty", "eenheid": "uom", "product_tarief": "unit_price",
        "ingediend_bedrag": "amt", "debet_credit": "dc_ind", "+run": "7"}),
    "toewijzingen": ("auth_list.csv.gz", {
        "toewijzing_nummer": "auth_no", "client_id": "cl_no", "aanbieder_agb": "prov_no",
        "beschikking_nummer": "decision_no", "product_categorie": "cat",
        "product_code": "prod_cd", "toewijzingsdatum": "decision_date",
        "ingangsdatum": "valid_from", "einddatum": "valid_to", "volume": "qty", "eenheid": "uom",
        "frequentie": "freq", "budget": "max_budget", "reden_wijziging": "chg_reason",
        "leveringsvorm": "delivery_form", "stop_datum_levering": "care_stop_date",
        "reden_beeindiging": "end_reason"}),
    "producten": ("prod_list.csv", {
        "product_code": "prod_cd", "omschrijving": "prod_descr", "product_categorie": "cat",
        "voorzieningsoort": "provision", "product_groep": "prod_group", "eenheid": "uom"}),
    "aanbieders": ("prov_list.csv", {
        "aanbieder_agb": "prov_no", "naam": "prov_name", "concern": "parent_org"}),
    "clienten": ("cl_list.csv", {
        "client_id": "cl_no", "geboortejaar": "yob", "geslacht": "sex", "buurt_code": "nbh_cd",
        "overlijdensdatum": "dod", "+municipality": "Voorbeeldstad"}),
    "gebieden": ("distr_list.csv", {
        "wijk_code": "distr_cd", "peiljaar": "year", "wijk_naam": "distr_name",
        "inwoners": "pop_total", "inwoners_0_14": "pop_0_14", "inwoners_15_24": "pop_15_24",
        "inwoners_25_44": "pop_25_44", "inwoners_45_64": "pop_45_64",
        "inwoners_65_plus": "pop_65_up", "gebied": "area_name"}),
    "subsidies": ("grants.csv", {
        "ontvanger_naam": "grantee", "jaar": "yr", "verleend_bedrag": "grant_amount",
        "vastgesteld_bedrag": "settled_amount"}),
    "tarieven": ("rate_list.csv", {
        "product_code": "prod_cd", "aanbieder_agb": "prov_no", "tarief": "unit_price",
        "eenheid": "uom", "geldig_vanaf": "date_from", "geldig_tot": "date_to"}),
}

CODES = {"aanbieder_agb", "product_categorie", "eenheid", "wijk_code", "buurt_code"}
AMOUNTS = {
    "product_tarief", "ingediend_bedrag", "geleverd_volume", "volume", "budget",
    "verleend_bedrag", "vastgesteld_bedrag", "tarief",
}


def municipality(program):
    """The rows of each file: those of `generate`, with AGB codes that begin with a zero and with the
    declarations of one year."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [program, "generate", "--lines", "800", "--allocations", "90", "--seed", "18",
             "--output", folder], check=True)
        files = {}
        for kind in TITELS:
            text = (pathlib.Path(folder) / f"{kind}.csv").read_text(encoding="utf-8")
            files[kind] = list(csv.DictReader(text.replace("7588", "0188").splitlines()))
    files["declaraties"] = [
        row for row in files["declaraties"]
        if row["product_periode_begindatum"].startswith("2017-")]
    for row in files["declaraties"]:
        row["debet_credit"] = "C" if row["ingediend_bedrag"].startswith("-") else "D"
    files["subsidies"] = [row for row in files["subsidies"] if row["jaar"] == "2017"]
    return files


def is_date(value):
    return len(value) == 10 and value[4] == value[7] == "-"


def rows(kind, columns, records, write):
    """The header and the records, each value as `write(column, value)` has it."""
    yield list(
        name[1:] if name.startswith("+") else theirs for name, theirs in columns.items())
    for record in records:
        yield [
            extra if name.startswith("+") else write(name, record[name])
            for name, extra in columns.items()]


def line(fields, separator=";"):
    def quoted(text):
        return '"' + text.replace('"', '""') + '"' if separator in text else text
    return separator.join(quoted(field) for field in fields)


def put(folder, name, text, encoding, end="\r\n"):
    data = end.join(text).encode(encoding) + end.encode()
    folder.mkdir(exist_ok=True)
    if name.endswith(".gz"):
        data = gzip.compress(data, mtime=0)
    (folder / name).write_bytes(data)


def dutch(column, value, grouped):
    if column in AMOUNTS and value:
        whole, _, decimals = value.partition(".")
        if grouped and len(whole.lstrip("-")) > 3:
            whole = f"{int(whole):,}".replace(",", ".")
        return f"{whole},{decimals}" if decimals else whole
    return value


def titels(files):
    def write(column, value):
        if is_date(value):
            year, month, day = value.split("-")
            return f"{int(day)}-{int(month)}-{year}"
        if column in CODES:
            return value.lstrip("0")
        return dutch(column, value, grouped=True)

    titles = {"declaraties": "Overzicht gefactureerde prestaties",
              "toewijzingen": "Overzicht toewijzingen"}
    for kind, (name, columns) in TITELS.items():
        table = list(rows(kind, columns, files[kind], write))
        lines = [line(row) for row in table]
        if kind in titles:
            lines = ["Gemeente Voorbeeldstad", titles[kind], "Aangemaakt op 1-5-2018", ""] + lines
        if kind in ("declaraties", "subsidies"):
            amount = "ingediend_bedrag" if kind == "declaraties" else "verleend_bedrag"
            total = sum(round(float(record[amount]) * 100) for record in files[kind])
            place = list(columns).index(amount)
            row = ["Totaal"] + [""] * (len(columns) - 1)
            row[place] = dutch(amount, f"{total // 100}.{total % 100:02}", grouped=True)
            lines.append(line(row))
        put(HERE / "titels", name, lines, "cp1252")


def werkmap(files):
    def write(column, value):
        if is_date(value):
            return "-".join(reversed(value.split("-")))
        if column in CODES and value:
            return f'="{value}"'
        return dutch(column, value, grouped=False)

    for kind, (name, columns) in WERKMAP.items():
        lines = [line(row) + ";;;" for row in rows(kind, columns, files[kind], write)]
        blank = ";" * (len(columns) + 2)
        put(HERE / "werkmap", name, ["sep=;"] + lines + [blank, blank], "utf-8-sig")


def maanden(files):
    def write(column, value):
        if is_date(value):
            return "/".join(reversed(value.split("-")))
        if column in CODES:
            return value.lstrip("0")
        # What debet_credit says stands in no sign.
        return value.lstrip("-") if column in AMOUNTS else value

    for kind, (name, columns) in MAANDEN.items():
        parts = {name: files[kind]}
        if kind == "declaraties":
            months = sorted({row["product_periode_begindatum"][:7] for row in files[kind]})
            parts = {
                name.format(month): [
                    row for row in files[kind]
                    if row["product_periode_begindatum"].startswith(month)]
                for month in months}
        for part, records in parts.items():
            lines = [line(row, "|") for row in rows(kind, columns, records, write)]
            put(HERE / "maanden", part, lines, "utf-8", end="\n")


if __name__ == "__main__":
    made = municipality(sys.argv[1])
    titels(made)
    werkmap(made)
    maanden(made)
