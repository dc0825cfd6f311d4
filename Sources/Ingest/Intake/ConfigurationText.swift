/// The configuration that a first look at a folder comes to, with comments in Dutch.
struct ConfigurationText {
  private let findings: IntakeFindings
  private var lines: [String] = []

  /// Lines that end in LF.
  var text: String { lines.joined(separator: "\n") + "\n" }

  init(_ findings: IntakeFindings) {
    self.findings = findings
    lines += [
      "# Gemaakt door `wmo-etl init` uit de bestanden van deze map. Kijk de keuzes na, en vul aan wat",
      "# achter `# open` staat. `wmo-etl init --force` maakt dit bestand opnieuw.",
      "",
    ]
    addMunicipality()
    addPeriod()
    addFiles()
    addInput()
    for kind in FileKind.allCases { addColumns(kind) }
  }

  private mutating func addMunicipality() {
    let found = findings.municipality
    lines.append(
      found.code.map { "gemeente_code = \(Self.quoted($0))" }
        ?? "# gemeente_code = \"0000\"  # open: de vier cijfers van de gemeente, volgens het CBS")
    lines.append(
      found.name.map { "gemeente_naam = \(Self.quoted($0))" }
        ?? "# gemeente_naam = \"…\"  # open: de naam van de gemeente, zoals die in uitvoer komt te staan"
    )
    lines.append("")
  }

  private mutating func addPeriod() {
    guard let months = findings.months, let year = months.year, let span = months.span else {
      lines += [
        "# [periode]  # open: het venster waarover de tabellen gaan, beide dagen meegerekend",
        "# van = \"2017-01-01\"", "# tot_en_met = \"2017-12-31\"", "",
      ]
      return
    }
    let reason =
      year.isWhole
      ? "het laatste kalenderjaar met declaraties in elke maand"
      : "het kalenderjaar met de meeste declaraties"
    lines += [
      "# Het venster: \(reason); de declaraties gaan",
      "# over \(span.lowerBound.iso) tot en met \(span.upperBound.iso).",
      "[periode]",
      "van = \"\(year.number)-01-01\"",
      "tot_en_met = \"\(year.number)-12-31\"",
      "basis = \"prestatie\"  # de begindatum van de prestatie; of \"declaratie\": de dagtekening",
      "",
    ]
  }

  private mutating func addFiles() {
    let named = FileKind.allCases.compactMap { kind in
      findings.patterns[kind].map { patterns in
        let texts = patterns.map(Self.quoted)
        return "\(kind.name) = "
          + (texts.count == 1 ? texts[0] : "[\(texts.joined(separator: ", "))]")
      }
    }
    let missing = findings.missing.map { kind in
      "# \(kind.name) = \"…\"  # open: niet gevonden, en nodig"
    }
    let doubts = findings.choice.doubts.map { table, _ in
      "# twijfel over \(Self.remark(table.name)): zie wat init meldde; zet de naam bij het goede bestand"
    }
    guard !(named + missing + doubts).isEmpty else { return }
    lines += [
      "# Welk bestand van deze map wat is; * staat voor alles wat er kan staan. Wat er niet bij staat",
      "# heet al zoals het programma het zoekt (declaraties.csv, toewijzingen.csv, …).",
    ]
    lines.append(named.isEmpty ? "# [bestanden]" : "[bestanden]")
    lines += named + missing + doubts + [""]
  }

  private mutating func addInput() {
    var entries: [String] = []
    if !findings.shortened.isEmpty {
      entries += [
        "# Codes zonder hun voorloopnullen: \(findings.shortened.joined(separator: ", "))",
        "voorloopnullen = true",
      ]
    }
    if !findings.ignored.isEmpty {
      let names = findings.ignored.map { Self.quoted(NamePattern.escaped($0)) }
      entries += [
        "# Lijken op een levering, maar zijn het niet; anders stopt een run erop.",
        "negeren = [\(names.joined(separator: ", "))]",
      ]
    }
    if let year = findings.referenceYear {
      entries.append("peiljaar = \(year)  # uit de naam van het bestand met wijken")
    }
    let dialects = FileKind.allCases.compactMap { findings.dialects.lines[$0]?.declaration }
    if !dialects.isEmpty {
      entries.append("# Hoe elk bestand geschreven is; kopregel: de regel waarop de kop staat.")
      entries += dialects
    }
    for kind in FileKind.allCases where findings.dialects.doubts[kind] != nil {
      entries.append(
        "# \(kind.name) = { … }  # open: zie wat init meldde; wmo-etl inspect stelt iets voor")
    }
    guard !entries.isEmpty else { return }
    lines += ["[invoer]"] + entries + [""]
  }

  private mutating func addColumns(_ kind: FileKind) {
    guard let match = findings.files[kind]?.match else { return }
    let mapped = match.mappings
    let open = findings.open(kind)
    guard !mapped.isEmpty || !open.isEmpty else { return }
    if !lines.contains(where: { $0.contains("[kolommen.") }) {
      lines.append(
        "# Onze kolom = \"hun kop\"; kolommen die al zo heten als bij ons staan er niet bij.")
    }
    lines.append(mapped.isEmpty ? "# [kolommen.\(kind.name)]" : "[kolommen.\(kind.name)]")
    for (index, column) in kind.columns.enumerated() {
      if let mapping = mapped.first(where: { $0.column == column.name }) {
        lines.append("\(column.name) = \(Self.quoted(mapping.header))")
      } else if open.contains(index) {
        lines.append(Self.open(column, match.likeliest(index)))
      }
    }
    lines.append("")
  }

  /// A commented line with the likeliest headers.
  private static func open(_ column: ColumnDefinition, _ headers: [String]) -> String {
    guard let first = headers.first else {
      return "# \(column.name) = \"…\"  # open: er is geen kop over"
    }
    let others = headers.dropFirst().map(quoted).joined(separator: " of ")
    let need = column.isNeeded ? ", en nodig" : ""
    return "# \(column.name) = \(quoted(first))  # open\(need)"
      + (others.isEmpty ? "" : ": of \(others)")
  }

  /// A text of TOML in one line.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case _ where scalar.properties.generalCategory == .control:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// A text inside a comment.
  private static func remark(_ text: String) -> String { RunFailure.shortened(text) }
}
