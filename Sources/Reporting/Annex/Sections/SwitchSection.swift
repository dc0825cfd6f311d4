import Analytics
import Ingest

extension AnnexTableID {
  static let switches = AnnexTableID("overstap")
  static let switchPairs = AnnexTableID("overstap-paren")
}

extension AnnexBuilder {
  /// Clients who changed to another provider between two months.
  mutating func switchTheme() -> [AnnexPage.Block] {
    guard let table = report.table(.switches) else { return [] }
    guard let whole = table.rows(at: .total).first else {
      return [theme(.switches, [text(.noSwitchMonths)])]
    }
    guard table.number(whole, .inBoth) ?? 0 > 0 else {
      return [theme(.switches, [text(.nobodyInBoth)])]
    }
    let total = text(.allClients)
    let groups = block(
      AnnexTable(
        id: .switches, caption: text(.switchTable), source: table,
        columns: [.productGroup, .inBoth, .clients, .share],
        rows: table.rows(at: .productGroup) + [whole],
        headings: [.clients: text(.switched)],
        totalHeading: { table.holds($0, .total) ? total : nil },
        shown: .largest(25, by: .inBoth), note: text(.switchNote)))
    let pairs = table.sorted(table.rows(at: .pair), by: .clients)
    return [theme(.switches, [switchSentence(table, whole)]), groups]
      + (pairs.isEmpty
        ? []
        : [
          block(
            AnnexTable(
              id: .switchPairs, caption: text(.switchPairTable), source: table,
              columns: [.productGroup, .from, .to, .clients], rows: pairs,
              headings: [.from: text(.switchedFrom), .to: text(.switchedTo)],
              shown: .largest(15, by: .clients)))
        ])
  }

  private func switchSentence(_ table: Table, _ whole: [Cell]) -> String {
    let clients = counted(table.number(whole, .inBoth) ?? 0, .clients)
    let (switched, share) = (
      figure(whole, .clients, of: table), figure(whole, .share, of: table)
    )
    guard let months = switchMonths(table) else {
      return text(.switchSentence, ["clients": clients, "switched": switched, "share": share])
    }
    return text(
      .switchSentenceBetween,
      [
        "clients": clients, "switched": switched, "share": share,
        "from": notation.month(months.lowerBound), "to": notation.month(months.upperBound),
      ])
  }

  /// The two months, which the table names in a counting rule alone; nil where it has no such rule.
  func switchMonths(_ table: Table) -> ClosedRange<Month>? {
    for rule in table.countingRules {
      let months = rule.matches(of: /\d{4}-\d{2}/).compactMap {
        Day(isoText: "\($0.output)-01")?.month
      }
      if months.count == 2, months[0] < months[1] { return months[0]...months[1] }
    }
    return nil
  }
}

extension AnnexPhrase {
  static let switches = AnnexPhrase("Wie van aanbieder wisselt", "Who changes provider")
  static let noSwitchMonths = AnnexPhrase(
    "Er zijn geen twee hele maanden in de periode om te vergelijken.",
    "There are no two whole months in the period to compare.")
  static let nobodyInBoth = AnnexPhrase(
    "Niemand had in beide maanden die vergeleken zijn dezelfde soort voorziening.",
    "Nobody had the same kind of provision in both months that were compared.")
  static let switchSentenceBetween = AnnexPhrase(
    "Dezelfde soort voorziening hadden {clients} zowel in {from} als in {to}. Van hen wisselden er "
      + "{switched} ({share}) van aanbieder.",
    "{clients} had the same kind of provision both in {from} and in {to}. Of them {switched} ({share}) "
      + "changed provider.")
  static let switchSentence = AnnexPhrase(
    "Dezelfde soort voorziening hadden {clients} in beide maanden die vergeleken zijn. Van hen "
      + "wisselden er {switched} ({share}) van aanbieder.",
    "{clients} had the same kind of provision in both months that were compared. Of them {switched} "
      + "({share}) changed provider.")
  static let switchTable = AnnexPhrase(
    "Cliënten die van aanbieder wisselden, per soort voorziening",
    "Clients who changed provider, per kind of provision")
  static let switched = AnnexPhrase("Gewisseld", "Changed")
  static let switchNote = AnnexPhrase(
    "Wie een aanbieder verliest of er alleen een bij krijgt, wisselt niet. Het totaal telt iedereen "
      + "één keer.",
    "Those who lose a provider, or only gain one, do not change. The total counts everyone once.")
  static let switchPairTable = AnnexPhrase(
    "Van welke aanbieder naar welke", "From which provider to which")
  static let switchedFrom = AnnexPhrase("Van", "From")
  static let switchedTo = AnnexPhrase("Naar", "To")
}
