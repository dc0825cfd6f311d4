@testable import Samples

extension RandomTown {
  /// How declaraties is headed: other names of columns, lines of a title, and signs that go with
  /// the name of their column.
  struct Heading {
    /// Header by column, where it is not the column's own name.
    private(set) var names: [String: String] = [:]
    /// Lines above the header; then `kopregel` is declared.
    private(set) var titles: [String] = []
    /// What debet_credit says of credits and debits; as many of either in every heading.
    private(set) var credits = ["C", "c"]
    private(set) var debits = ["D", "d"]
    /// What the unknown column `opmerking` holds.
    private(set) var remarks = ["", "vrij, veld", "x\ny"]

    init() {}

    init(seed: UInt64) {
      // Of a generator of its own, so that what else a seed gives stays as it is.
      var random = SplitMix(seed: seed &+ 2)
      func one<Element>(of elements: [Element]) -> Element {
        elements[random.below(elements.count)]
      }
      if random.chance(0.2) {
        let count = random.between(1...4)
        titles = (0..<count).map { _ in one(of: Self.titleLines) }
      }
      for (column, names) in Self.otherNames where random.chance(0.2) {
        self.names[column] = one(of: names)
      }
      switch random.below(6) {
      case 0:
        names["debet_credit"] = one(of: ["Af/Bij", "af bij", "(af/bij)"])
        (credits, debits) = (["bij", "Bij"], ["AF", "af"])
      case 1:
        names["debet_credit"] = one(of: ["Credit", "credit:", "\u{200B}CREDIT"])
        (credits, debits) = one(of: [(["ja", "1"], ["Nee", "0"]), (["JA", "C"], ["nee", "D"])])
      case 2: names["debet_credit"] = one(of: ["D/C", "Debet/credit", "debit/credit", "dc"])
      case 3: names["debet_credit"] = "Boekings-teken"
      default: break
      }
      if random.chance(0.4) {
        remarks = one(of: [
          ["D", "C", ""], ["Debet", "CREDIT", "n.v.t."], ["af", "bij", "-"], ["S", "h", ""],
          ["+", "-", ""], ["-", "", "-"], ["H", "H", ""], ["D", "d", "D"], ["D", "C", "B"],
          ["c", "", "C"],
        ])
      }
    }

    /// The header of a column as it stands in the file.
    func field(of column: String) -> String {
      let name = names[column] ?? column
      return name.contains("\"") ? "\"" + name.replacing("\"", with: "\"\"") + "\"" : name
    }

    private static let titleLines = [
      "Overzicht declaraties", "Overzicht \"Wmo\" 2017,,,", ",,,", "", "totaal,12", "sep=,",
      "één titel; met komma, en al", "\"open",
    ]

    /// In a fixed order.
    private static let otherNames: [(String, [String])] = [
      ("referentie_nummer", ["line_id", "Reference", "Referentie(nummer)"]),
      ("declaratie_dagtekening", ["Factuurdatum", "declaration date"]),
      ("aanbieder_agb", ["AGB", "provider.id", "=\"aanbieder_agb\""]),
      ("client_id", ["Cliënt-ID", "client", "cli\u{AD}ent_id"]),
      ("toewijzing_nummer", ["indication_id", "Toewijzing: nummer"]),
      ("product_code", ["product", "\u{FEFF}product_code"]),
      ("geleverd_volume", ["volume", "geleverd/volume"]),
      ("ingediend_bedrag", ["Amount", "ingediend bedrag"]),
    ]
  }
}
