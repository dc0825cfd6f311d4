"""Reads rapport.xlsx back: every cell, its type, every chart, the bytes of two runs, LibreOffice.

Usage: check_workbook.py WMO-ETL SAMPLE, with openpyxl installed and soffice in PATH.
"""

import csv
import datetime
import filecmp
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

import openpyxl
from openpyxl.utils import range_boundaries

MATRIX = "driehoek-warmtekaart"
CALCULATION = "Doorrekenen"
EXTRA_SHEETS = ["voorblad", "telregels", "grafiekgegevens", MATRIX, CALCULATION]
CHARTS = {
    "uitgaven-verhouding": 2, "maandverloop": 2, "wijken": 2, "aanbieders": 5, "combinaties": 1,
    "nog-te-verwachten": 1, "kostenontwikkeling": 1, "verblijfsduur": 1, "instroom-uitstroom": 2,
    "opvolging-in-de-tijd": 1, "trajecten": 1, "wijken-gestandaardiseerd": 1,
    "toewijzingen-verloop": 2, "verzilvering": 1, "percelen": 1, "aanbieders-verloop": 1,
    "jaarverloop": 1, "indexatie": 1, "begroting-opbouw": 1, "begroting-bewaking": 1, "lumpsum": 1,
    "bekostiging-vergelijking": 1, "wijkbudget": 1,
}
FORMATS = {"geheel": "#,##0", "bedrag": "€", "aandeel": "%", "ratio": "#,##0.0", "maand": "mmm"}
NOTICE = "Intern – niet voor publicatie"


def main(program, sample):
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        run = publish(program, sample, scratch / "a")
        again = publish(program, sample, scratch / "b")
        book = run / "rapport.xlsx"
        expect(filecmp.cmp(book, again / "rapport.xlsx", False), "two runs give other bytes")
        check_made_later(program, run, scratch)
        check_dates(program, run, scratch)

        workbook = openpyxl.load_workbook(book)
        report = json.loads((run / "report.json").read_text())
        names = [table["naam"] for table in report["tabellen"]]
        expect(sorted(workbook.sheetnames) == sorted(names + EXTRA_SHEETS), workbook.sheetnames)
        cells = 0
        for table in report["tabellen"]:
            types = [column["type"] for column in table["kolommen"]]
            path = csv_of(run, table["naam"])
            cells += check_sheet(workbook[table["naam"]], path, types)
        check_rules(workbook["telregels"], report)
        check_every_sheet(workbook)
        check_matrix(workbook[MATRIX], run)
        charts = check_charts(workbook)
        check_clients(book, sample)
        check_office(book, workbook, scratch)
        check_calculation(workbook[CALCULATION], book, scratch)
        print(f"rapport.xlsx: {len(workbook.sheetnames)} sheets, {cells} cells, {charts} charts")


def publish(program, sample, output):
    subprocess.run([program, "run", "--input", sample, "--output", output], check=True)
    return (output / "latest").resolve()


def csv_of(run, table):
    """The tables of findings stand beside the folder of the others."""
    path = run / "tables" / (table + ".csv")
    return path if path.exists() else run / (table + ".csv")


def check_made_later(program, run, scratch):
    """report RUN gives the bytes that run gave, and leaves the run alone."""
    before = {path: path.read_bytes() for path in run.rglob("*") if path.is_file()}
    subprocess.run([program, "report", run, "--output", scratch / "later"], check=True)
    later = scratch / "later" / "rapport.xlsx"
    expect(filecmp.cmp(run / "rapport.xlsx", later, False), "report gives other bytes than run")
    after = {path: path.read_bytes() for path in run.rglob("*") if path.is_file()}
    expect(before == after, "report changed the published run")


def check_dates(program, run, scratch):
    """SOURCE_DATE_EPOCH decides the date that the file names."""
    command = [program, "report", run, "--format", "xlsx", "--output", scratch / "dated"]
    subprocess.run(command, check=True, env={"SOURCE_DATE_EPOCH": "1510711200"})
    book = openpyxl.load_workbook(scratch / "dated" / "rapport.xlsx")
    expect(book.properties.created == datetime.datetime(2017, 11, 15, 2), book.properties.created)


def check_sheet(sheet, path, types):
    """Every cell equals the CSV's value and has its column's type and number format."""
    with open(path, encoding="utf-8", newline="") as file:
        records = list(csv.reader(file))
    expect(sheet.max_column == len(types), f"{sheet.title}: {sheet.max_column} columns")
    expect([cell.value for cell in sheet[1]] == records[0], f"{sheet.title}: header")
    expect(sheet.max_row == len(records), f"{sheet.title}: {sheet.max_row} rows")
    expect(sheet.freeze_panes == "A2", f"{sheet.title}: header is not frozen")
    width = openpyxl.utils.get_column_letter(len(types))
    expect(sheet.auto_filter.ref == f"A1:{width}{len(records)}", f"{sheet.title}: no filter")
    expect(sheet.print_title_rows == "$1:$1", f"{sheet.title}: header is not repeated")
    for row, record in enumerate(records[1:], start=2):
        for column, (text, kind) in enumerate(zip(record, types), start=1):
            cell = sheet.cell(row, column)
            where = f"{sheet.title}!{cell.coordinate}"
            expect(equals(cell.value, text, kind), f"{where}: {cell.value!r}, not {text!r}")
            if cell.value is not None:
                # A factor has six decimals, as a share, but is no part of a whole; a year has no
                # mark for thousands.
                shown = {"factor": "ratio", "jaar": "jaar"}.get(records[0][column - 1], kind)
                expect(has_type(cell, shown), f"{where}: is no {kind}: {cell.number_format}")
                expect(shown_length(cell, text, kind) <= room(sheet, cell), f"{where}: too narrow")
    return (len(records) - 1) * len(types)


def equals(value, text, kind):
    if text == "":
        return value is None or (kind == "tekst" and value == "")
    if kind == "tekst":
        return value == text
    if kind == "maand":
        return value == datetime.datetime.strptime(text, "%Y-%m")
    return value == float(text)


def has_type(cell, kind):
    if kind == "jaar":
        return cell.data_type == "n" and cell.number_format == "0"
    if kind == "tekst":
        return cell.data_type == "s"
    if kind == "maand":
        return cell.is_date and FORMATS[kind] in cell.number_format
    return cell.data_type == "n" and FORMATS[kind] in cell.number_format


def shown_length(cell, text, kind):
    """Figures that do not fit are shown as ####; text may take more lines."""
    if kind == "bedrag":
        return len(f"€ {float(text):,.2f}")
    if kind == "geheel":
        return len(f"{int(text):,}")
    return 0 if kind == "tekst" and cell.alignment.wrap_text else min(len(text), 8)


def room(sheet, cell):
    return sheet.column_dimensions[cell.column_letter].width


def check_rules(sheet, report):
    found = [(row[0].value, row[2].value) for row in sheet.iter_rows(min_row=2)]
    for table in report["tabellen"]:
        for rule in table["telregels"]:
            expect((table["naam"], rule) in found, f"telregels: {table['naam']} lacks {rule!r}")


def check_every_sheet(workbook):
    expect(any(NOTICE == cell.value for row in workbook["voorblad"] for cell in row), "no notice")
    for sheet in workbook:
        expect(NOTICE in sheet.oddHeader.right.text, f"{sheet.title}: header lacks the notice")
        expect(NOTICE in sheet.oddFooter.center.text, f"{sheet.title}: footer lacks the notice")
        expect(sheet.page_setup.orientation == "landscape", f"{sheet.title}: not landscape")
        expect(sheet.sheet_properties.pageSetUpPr.fitToPage, f"{sheet.title}: not fitted")
        expect(sheet.page_setup.fitToHeight == 0, f"{sheet.title}: fitted to a height")
        for row in sheet:
            for cell in row:
                expect(
                    cell.data_type != "f" or sheet.title == CALCULATION,
                    f"{sheet.title}!{cell.coordinate} is a formula",
                )


def check_matrix(sheet, run):
    """The heat map holds the triangle's sums over what is expected, and colours them all."""
    expected, triangle = {}, {}
    with open(csv_of(run, "nog-te-verwachten"), encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if (row["niveau"], row["product_groep"]) == ("maand", "totaal"):
                expected[row["prestatiemaand"]] = float(row["verwacht"])
    with open(csv_of(run, "declaratie-driehoek"), encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["product_groep"] == "totaal":
                share = float(row["cumulatief"]) / expected[row["prestatiemaand"]]
                triangle[row["prestatiemaand"], int(row["vertraging"])] = share
    months = list(expected)[-36:]
    for (month, delay), share in triangle.items():
        if month in months:
            cell = sheet.cell(months.index(month) + 2, delay + 2)
            where = f"{sheet.title}!{cell.coordinate}"
            expect(abs(cell.value - share) < 1e-6, f"{where}: {cell.value}, not {share}")
    (heat,) = sheet.conditional_formatting
    (rule,) = heat.rules
    expect(rule.type == "colorScale" and len(rule.colorScale.color) == 3, rule.type)
    area = f"B2:{openpyxl.utils.get_column_letter(len(months) + 1)}{len(months) + 1}"
    expect(str(heat.sqref) == area, f"{heat.sqref} is coloured, not {area}")


def check_charts(workbook):
    """Every chart stands beside its table and refers to names and figures that exist."""
    count = 0
    for sheet in workbook:
        expect(
            len(sheet._charts) == CHARTS.get(sheet.title, 0),
            f"{sheet.title}: {len(sheet._charts)} charts",
        )
        for chart in sheet._charts:
            count += 1
            expect(chart.anchor._from.col > sheet.max_column - 1, f"{sheet.title}: over the table")
            for series in chart.series:
                # A scatter chart has them under names of its own.
                texts, numbers = series.cat or series.xVal, series.val or series.yVal
                source = texts.strRef or texts.numRef
                names = cells_of(workbook, source.f)
                figures = cells_of(workbook, numbers.numRef.f)
                expect(len(names) == len(figures) > 0, f"{sheet.title}: {source.f}")
                expect(all(name.value is not None for name in names), f"{source.f} has a hole")
                expect(all(cell.data_type == "n" for cell in figures), numbers.numRef.f)
    return count


def cells_of(workbook, reference):
    title, area = re.fullmatch(r"'?([^'!]+)'?!(.+)", reference).groups()
    left, top, right, bottom = range_boundaries(area)
    sheet = workbook[title]
    expect(bottom <= sheet.max_row and right <= sheet.max_column, f"{reference} does not exist")
    return [sheet.cell(row, left) for row in range(top, bottom + 1)]


def check_clients(book, sample):
    """No part of the file holds the identifier of a client."""
    with open(pathlib.Path(sample) / "clienten.csv", encoding="utf-8", newline="") as file:
        clients = {row["client_id"] for row in csv.DictReader(file)}
    expect(len(clients) > 0, "the sample has no clients")
    with zipfile.ZipFile(book) as parts:
        for name in parts.namelist():
            words = set(re.findall(r"[\w-]+", parts.read(name).decode("utf-8", "replace")))
            expect(not words & clients, f"{name} names {len(words & clients)} clients")


def check_office(book, workbook, scratch):
    """LibreOffice opens it, and sees the same sheets and as many cells."""
    profile = f"-env:UserInstallation=file://{scratch}/office"
    for target in ["pdf", "ods"]:
        subprocess.run(
            ["soffice", profile, "--headless", "--convert-to", target, "--outdir", scratch, book],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=180,
        )
    pages = len(re.findall(rb"/Type\s*/Page\b", (scratch / "rapport.pdf").read_bytes()))
    expect(pages >= len(workbook.sheetnames), f"the PDF has {pages} pages")
    # Back from ODS to a workbook, to be read by the same reader.
    back = scratch / "back"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", back,
         scratch / "rapport.ods"],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=180,
    )
    converted = openpyxl.load_workbook(back / "rapport.xlsx")
    expect(converted.sheetnames == workbook.sheetnames, converted.sheetnames)
    for sheet in workbook:
        expect(
            filled(converted[sheet.title]) == filled(sheet),
            f"{sheet.title}: {filled(converted[sheet.title])} cells in LibreOffice",
        )


def check_calculation(formulas, book, scratch):
    """What the formulas come to is what stands in the file, and follows what is changed."""
    shown = openpyxl.load_workbook(book, data_only=True)[CALCULATION]
    computed = recalculated(book, scratch / "as-is", {})
    cells = [cell for row in formulas for cell in row if cell.data_type == "f"]
    expect(len(cells) > 10, f"{CALCULATION}: {len(cells)} formulas")
    for cell in cells:
        there, found = shown[cell.coordinate].value, computed[cell.coordinate].value
        expect(
            abs(there - found) < 1e-6,
            f"{CALCULATION}!{cell.coordinate}: {there} in the file, {found} by {cell.value}",
        )
    checks = [row[1] for row in computed if str(row[0].value or "").startswith("Controle")]
    expect(len(checks) > 1, f"{CALCULATION}: no checks")
    for check in checks:
        expect(check.value == 0, f"{CALCULATION}!{check.coordinate}: {check.value}")
    # A cell with a border takes another value, and the differences are no longer 0.
    inputs = [cell for row in formulas for cell in row if cell.border.left.style == "thin"]
    expect(len(inputs) > 3, f"{CALCULATION}: {len(inputs)} cells to be changed")
    for number, cell in enumerate(inputs[:1] + inputs[-1:]):
        expect(cell.data_type == "n", f"{CALCULATION}!{cell.coordinate} is no number")
        changed = recalculated(book, scratch / f"changed{number}", {cell.coordinate: 2.5})
        total = changed[checks[0].coordinate].value
        expect(total > 0, f"{CALCULATION}!{cell.coordinate}: nothing follows from it")


def recalculated(book, folder, changes):
    """The sheet as LibreOffice computes it from a copy without any result."""
    folder.mkdir()
    copy = openpyxl.load_workbook(book)
    for place, value in changes.items():
        copy[CALCULATION][place].value = value
    copy.save(folder / "plain.xlsx")
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder.parent}/office", "--headless",
         "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", folder / "out",
         folder / "plain.xlsx"],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=180,
    )
    return openpyxl.load_workbook(folder / "out" / "plain.xlsx", data_only=True)[CALCULATION]


def filled(sheet):
    return sum(1 for row in sheet for cell in row if cell.value is not None)


def expect(condition, message):
    if not condition:
        sys.exit(f"check_workbook: {message}")


if __name__ == "__main__":
    main(*sys.argv[1:])
