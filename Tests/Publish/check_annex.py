"""Opens the annex of the sample as readers do, and checks what they would meet.

usage: check_annex.py WMO-ETL SAMPLE [FOLDER FOR SCREENSHOTS]

- html5lib: no parse error;
- headless Chromium with axe-core: no violation of WCAG 2.2 AA at 320, 768 and 1280 px, in light and
  dark and as printed, and no page that scrolls sideways;
- the order in which a screen reader meets each table: caption, headings, cells;
- the PDF: tags, language, title, headings of tables on every page, nothing beyond the margins.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

import axe_playwright_python
import html5lib
import pikepdf
from playwright.sync_api import sync_playwright

WIDTHS = (320, 768, 1280)
LOOKS = (("light", "screen"), ("dark", "screen"), ("light", "print"))
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
MARGIN = 17 / 25.4 * 72

# Chapters of tables that no edition holds.
INTERNAL = (
    "verloop-en-verwachting", "toegekend-en-gebruikt", "aanbieders-en-contracten",
    "geld-en-begroting")

failures = []


def expect(condition, text):
    """Notes a failure and goes on."""
    if not condition:
        failures.append(text)
        print(f"FAILED {text}")


def check_markup(html, name):
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(html)
    expect(not parser.errors, f"{name}: html5lib finds {parser.errors[:3]}")
    ids = re.findall(r'\sid="([^"]+)"', html)
    expect(len(ids) == len(set(ids)), f"{name}: an id stands there twice")
    for target in re.findall(r'href="#([^"]+)"', html):
        expect(target in ids, f"{name}: #{target} leads nowhere")
    for names in re.findall(r'aria-labelledby="([^"]+)"', html):
        expect(set(names.split()) <= set(ids), f"{name}: {names} names nothing")


def check_region(program, folder):
    """The municipalities of a region side by side, which the sample does not have."""
    made, output = folder / "region-in", folder / "region"
    subprocess.run(
        [program, "generate", "--scenario", "maastricht-heuvelland-2014", "--output", made],
        check=True, stdout=subprocess.DEVNULL)
    subprocess.run(
        [program, "run", "--input", made, "--output", output, "--format", "html"], check=True)
    page = (output / "latest" / "bijlage.html").resolve()
    html = page.read_text(encoding="utf-8")
    check_markup(html, "region")
    for table in ("regio", "regio-functies", "overlap"):
        expect(f'id="tabel-{table}"' in html, f"region: no table {table}")
    check_screens(page, "region", WIDTHS[:1], LOOKS[:1], None)


def check_choice(program, sample, folder):
    """With a chapter alone, what the page refers to is there, and it says what is not."""
    config = folder / "choice.toml"
    config.write_text(
        (sample / "wmo-etl.toml").read_text(encoding="utf-8")
        + '\n[bijlage]\nhoofdstukken = ["wijken"]\n', encoding="utf-8")
    output = folder / "choice"
    subprocess.run(
        [program, "run", "--input", sample, "--output", output, "--config", config], check=True)
    html = (output / "latest" / "bijlage.html").read_text(encoding="utf-8")
    check_markup(html, "choice")
    expect('id="wijken"' in html and 'id="gebruik"' not in html, "choice: other chapters")
    expect("Niet gekozen: " in html, "choice: nothing says what was left out")


def check_edition(program, output, shots):
    """The annex that may leave the building is as good to read as the internal one."""
    subprocess.run([program, "publish", output, "--pdf"], check=True)
    edition = (output / "publicatie" / "latest").resolve()
    html = (edition / "bijlage.html").read_text(encoding="utf-8")
    check_markup(html, "edition")
    expect('class="verborgen"' in html, "edition: nothing is hidden")
    for chapter in INTERNAL:
        expect(f'id="{chapter}"' not in html, f"edition: it has the chapter {chapter}")
    expect("niet voor publicatie" not in html, "edition: it says that it is internal")
    check_screens(edition / "bijlage.html", "edition", WIDTHS, LOOKS, shots)
    check_pdf(edition / "bijlage.pdf", "Publicatie-uitgave")


def check_screens(path, name, widths, looks, shots):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for width in widths:
            for scheme, medium in looks:
                look = f"{name} at {width} px, {scheme}, {medium}"
                # The page forbids scripts; the checker is let past that.
                context = browser.new_context(
                    viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
                page = context.new_page()
                page.emulate_media(media=medium, color_scheme=scheme)
                page.goto(path.as_uri())
                page.add_script_tag(path=str(AXE))
                result = page.evaluate(
                    "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", TAGS)
                for violation in result["violations"]:
                    nodes = [node["target"] for node in violation["nodes"]][:3]
                    expect(False, f"{look}: {violation['id']}: {violation['help']} {nodes}")
                expect(len(result["passes"]) > 20, f"{look}: axe-core checked little")
                if medium == "screen":
                    check_sideways(page, look)
                if shots and medium == "screen":
                    page.screenshot(path=f"{shots}/{name}-{width}-{scheme}.png", full_page=True)
                context.close()
        check_reading_order(browser, path, name)
        browser.close()


def check_sideways(page, look):
    scroll, client = page.evaluate(
        "[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    expect(scroll <= client, f"{look}: the page is {scroll} wide and scrolls sideways")
    lost = page.evaluate(
        """() => [...document.querySelectorAll('.scroll')].filter(region =>
             region.scrollWidth > region.clientWidth
             && (region.tabIndex !== 0 || !region.getAttribute('aria-labelledby'))).length""")
    expect(lost == 0, f"{look}: {lost} scrolling tables cannot be reached by keyboard")


def check_reading_order(browser, path, name):
    """The tree that Chromium gives to a screen reader."""
    page = browser.new_page()
    page.goto(path.as_uri())
    client = page.context.new_cdp_session(page)
    nodes = client.send("Accessibility.getFullAXTree")["nodes"]
    by_id = {node["nodeId"]: node for node in nodes}
    role = lambda node: node.get("role", {}).get("value", "")

    def roles(node, wanted):
        if not node.get("ignored") and role(node) in wanted:
            yield role(node), node.get("name", {}).get("value", "")
        for child in node.get("childIds", []):
            if child in by_id:
                yield from roles(by_id[child], wanted)

    tables = [node for node in nodes if role(node) == "table" and not node.get("ignored")]
    expect(len(tables) >= 12, f"{name}: {len(tables)} tables in the accessibility tree")
    for table in tables:
        title = table.get("name", {}).get("value", "")
        expect(re.match(r"(Tabel|Table) \d+\. ", title), f"{name}: a table is named '{title}'")
        wanted = ("Caption", "caption", "columnheader", "rowheader", "cell", "gridcell")
        found = [kind.lower() for kind, _ in roles(table, wanted)]
        columns = found.count("columnheader")
        expect(found[:1] == ["caption"], f"{name}: {title} does not begin with its caption")
        expect(
            found[1:columns + 1] == ["columnheader"] * columns,
            f"{name}: {title} has cells before its headings")
        row = ["rowheader"] + ["cell"] * (columns - 1)
        expect(
            found[columns + 1:] == row * (len(found[columns + 1:]) // columns),
            f"{name}: {title} has rows without a heading")
    images = [node for node in nodes if role(node) in ("image", "img") and not node.get("ignored")]
    expect(len(images) >= 7, f"{name}: {len(images)} drawings in the accessibility tree")
    for image in images:
        expect(image.get("name", {}).get("value"), f"{name}: a drawing has no name")


def check_pdf(path, notice):
    with pikepdf.open(path) as pdf:
        root = pdf.Root
        expect(bool(root.get("/MarkInfo", {}).get("/Marked")), "PDF: it is not tagged")
        expect(str(root.get("/Lang", "")) == "nl", "PDF: it has no language")
        expect("Zoetermeer" in str(pdf.docinfo.get("/Title", "")), "PDF: it has no title")
        shown = root.get("/ViewerPreferences", {}).get("/DisplayDocTitle")
        expect(bool(shown), "PDF: its title is not shown")
        expect(b"pdfuaid" in root.Metadata.read_bytes(), "PDF: it does not claim PDF/UA")
        tables = [element for element in elements(root.StructTreeRoot) if tag(element) == "/Table"]
        expect(len(tables) >= 12, f"PDF: {len(tables)} tables are tagged")
        for table in tables:
            below = [tag(element) for element in elements(table)]
            # A table that goes on over the page is tagged once per page, each with its headings.
            expect("/THead" in below and "/TH" in below, "PDF: a table has no headings")
            expect("/TD" in below, "PDF: a table has no cells")
        kinds = {tag(element) for element in elements(root.StructTreeRoot)}
        expect({"/H1", "/H2", "/P", "/L", "/Link"} <= kinds, f"PDF: only {sorted(kinds)}")
        pages = len(pdf.pages)
    words = subprocess.run(
        ["pdftotext", "-bbox", path, "-"], check=True, capture_output=True, text=True).stdout
    width = float(re.search(r'<page width="([\d.]+)"', words).group(1))
    for left, right, word in re.findall(
            r'<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="[\d.]+">([^<]*)', words):
        inside = float(left) >= MARGIN - 1 and float(right) <= width - MARGIN + 1
        expect(inside, f"PDF: '{word}' stands beyond the margin")
    notices = words.count(f">{notice}")
    expect(notices >= pages, f"PDF: a page does not say {notice}")


def tag(element):
    return str(element.get("/S", ""))


def elements(element):
    """The elements of the structure tree below one."""
    kids = element.get("/K", [])
    if not isinstance(kids, pikepdf.Array):
        kids = [kids]
    for kid in kids:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def main():
    program, sample = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    shots = Path(sys.argv[3]) if len(sys.argv) > 3 else None
    with tempfile.TemporaryDirectory() as folder:
        for language in ("nl", "en"):
            output = Path(folder, language)
            run = [program, "run", "--input", sample, "--output", output, "--taal", language]
            subprocess.run(run + (["--pdf"] if language == "nl" else []), check=True)
            page = (output / "latest" / "bijlage.html").resolve()
            html = page.read_text(encoding="utf-8")
            check_markup(html, language)
            for chapter in INTERNAL:
                expect(f'<section id="{chapter}"' in html, f"{language}: no chapter {chapter}")
            # Signals are about few people: they stand in a file of their own alone.
            expect((page.parent / "signalen.csv").exists(), f"{language}: no signalen.csv")
            expect("signalen" not in html, f"{language}: it tells of signals")
            # What the languages share is looked at once; English, where it is narrowest.
            everything = language == "nl"
            check_screens(
                page, language, WIDTHS if everything else WIDTHS[:1],
                LOOKS if everything else LOOKS[:1], shots)
        check_pdf(Path(folder, "nl", "latest", "bijlage.pdf").resolve(), "Intern")
        check_edition(program, Path(folder, "nl"), shots)
        check_choice(program, sample, Path(folder))
        check_region(program, Path(folder))
    if failures:
        sys.exit(f"check_annex: {len(failures)} failures")
    print("check_annex: markup, screens, reading order and PDF are as they should be")


if __name__ == "__main__":
    main()
