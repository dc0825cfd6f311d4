public import Ingest

extension ColumnName {
  public static let rule = ColumnName("regelcode")
  public static let returnCode = ColumnName("retourcode")
  public static let ruleTitle = ColumnName("titel")
  public static let isAssessed = ColumnName("beoordeeld")
  public static let lines = ColumnName("regels")
  public static let denominator = ColumnName("noemer")
  public static let agb = ColumnName("aanbieder_agb")
  public static let providerName = ColumnName("naam")
}

/// The findings as tables: `bevindingen`, per rule, and `bevindingen-aanbieders`, per rule and
/// provider.
public enum FindingTables {
  public static let findingsName = "bevindingen"
  public static let providersName = "bevindingen-aanbieders"
  /// The words of the column `beoordeeld`.
  public static let (yes, no) = (Cell.text("ja"), Cell.text("nee"))

  /// Columns of the table of a name; nil for another.
  public static func columns(of name: String) -> [Column]? {
    switch name {
    case findingsName:
      [
        .key(.rule), .text(.returnCode), .text(.ruleTitle), .text(.isAssessed), .count(.lines),
        .count(.denominator), .amount(.amount), .count(.providers),
      ]
    case providersName:
      [
        .key(.rule), .text(.returnCode), .key(.agb), .text(.providerName), .count(.lines),
        .amount(.amount),
      ]
    default: nil
    }
  }

  /// A row for every rule; `findings` nil: none was assessed.
  public static func findings(_ findings: Findings?) -> Table {
    let results = findings?.results ?? Rule.findings.map { .init(rule: $0, figures: nil) }
    return Table(
      name: findingsName,
      title: "Bevindingen per regel",
      countingRules: [
        """
        Bevindingen gaan over alle goedgekeurde regels, binnen en buiten de periode; zo'n regel \
        telt gewoon mee in de tabellen.
        """,
        """
        De noemer is het aantal regels waarop de regel kon worden toegepast; zonder het bestand \
        dat hij nodig heeft is een regel niet beoordeeld en blijven de cijfers leeg.
        """,
        "Het bedrag is netto: credits tellen negatief.",
      ],
      columns: columns(of: findingsName) ?? [],
      rows: results.map { result in
        let rule = result.rule
        let start = [.text(rule.code), text(rule.returnCode), Cell.text(rule.title)]
        guard let figures = result.figures else {
          return start + [no, .empty, .empty, .empty, .empty]
        }
        return start + [
          yes, .count(figures.lines), .count(figures.denominator),
          .number(figures.cents), .count(figures.providers.count),
        ]
      })
  }

  /// A row for every rule and provider with a finding.
  public static func providers(_ findings: Findings?, _ registers: Registers) -> Table {
    Table(
      name: providersName,
      title: "Bevindingen per regel en aanbieder",
      countingRules: ["Dezelfde telling als in bevindingen, per AGB-code."],
      columns: columns(of: providersName) ?? [],
      rows: (findings?.results ?? []).flatMap { result in
        (result.figures?.providers ?? []).map { figures in
          let provider = registers.providers[figures.provider]
          return [
            .text(result.rule.code), text(result.rule.returnCode), .text(provider.agb),
            .text(provider.name), .count(figures.lines), .number(figures.cents),
          ]
        }
      })
  }

  private static func text(_ text: String) -> Cell { text.isEmpty ? .empty : .text(text) }
}
