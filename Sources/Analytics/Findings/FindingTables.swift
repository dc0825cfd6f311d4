public import Ingest

/// The findings as tables: `bevindingen`, per rule, and `bevindingen-aanbieders`, per rule and
/// provider.
public enum FindingTables {
  public static let findingsName = "bevindingen"
  public static let providersName = "bevindingen-aanbieders"

  /// Columns of the table of a name; nil for another.
  public static func columns(of name: String) -> [Column]? {
    switch name {
    case findingsName:
      [
        Column("regelcode", .text), Column("retourcode", .text), Column("titel", .text),
        Column("beoordeeld", .text), Column("regels", .count), Column("noemer", .count),
        Column("bedrag", .amount), Column("aanbieders", .count),
      ]
    case providersName:
      [
        Column("regelcode", .text), Column("retourcode", .text), Column("aanbieder_agb", .text),
        Column("naam", .text), Column("regels", .count), Column("bedrag", .amount),
      ]
    default: nil
    }
  }

  /// A row for every rule; `findings` nil: none was assessed.
  public static func findings(_ findings: Findings?) -> Table {
    let figures = Dictionary(
      uniqueKeysWithValues: (findings?.results ?? []).map { ($0.rule, $0.figures) })
    return Self.findings(
      Rule.findings.map { rule in
        let start = [.text(rule.code), text(rule.returnCode), Cell.text(rule.title)]
        guard let figures = figures[rule] ?? nil else {
          return start + [.text("nee"), .empty, .empty, .empty, .empty]
        }
        return start + [
          .text("ja"), .count(figures.lines), .count(figures.denominator),
          .number(figures.cents), .count(figures.providers.count),
        ]
      })
  }

  /// The table of these rows.
  public static func findings(_ rows: [[Cell]]) -> Table {
    Table(
      name: findingsName, title: "Bevindingen per regel",
      countingRules: [
        """
        Bevindingen gaan over alle goedgekeurde regels, ook buiten de periode. De noemer is het \
        aantal regels waarop de regel toegepast kon worden; het bedrag is netto.
        """,
        """
        Zonder het bestand dat zij nodig heeft is een regel niet beoordeeld; haar cijfers zijn dan \
        leeg, niet nul.
        """,
      ],
      columns: columns(of: findingsName) ?? [], rows: rows)
  }

  /// A row for every rule and provider with a finding.
  public static func providers(_ findings: Findings?, _ reference: ReferenceData) -> Table {
    providers(
      (findings?.results ?? []).flatMap { result in
        (result.figures?.providers ?? []).map { figures in
          let provider = reference.providers[figures.provider]
          return [
            .text(result.rule.code), text(result.rule.returnCode), .text(provider.agb),
            .text(provider.name), .count(figures.lines), .number(figures.cents),
          ]
        }
      })
  }

  /// The table of findings per provider without a row.
  public static let noProviders = providers([])

  private static func providers(_ rows: [[Cell]]) -> Table {
    Table(
      name: providersName, title: "Bevindingen per regel en aanbieder",
      countingRules: ["Dezelfde telling als in bevindingen, per AGB-code."],
      columns: columns(of: providersName) ?? [], rows: rows)
  }

  private static func text(_ text: String) -> Cell { text.isEmpty ? .empty : .text(text) }
}
