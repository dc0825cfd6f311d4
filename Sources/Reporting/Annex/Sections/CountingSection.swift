import Analytics

extension AnnexBuilder {
  /// The counting rules of the tables that are shown: first those that several share, then each
  /// table's own.
  func countingSection() -> AnnexPage.Section {
    let tables = report.tables.filter { shownTables.contains($0.name) }
    var titles: [String: [String]] = [:]
    var order: [String] = []
    for table in tables {
      for rule in table.countingRules.map(CouncilWording.text) {
        if titles[rule] == nil { order.append(rule) }
        titles[rule, default: []].append(table.name)
      }
    }
    let shared = order.filter { (titles[$0]?.count ?? 0) > 1 }
    var blocks: [AnnexPage.Block] = []
    if !shared.isEmpty {
      blocks.append(
        rules(
          text(.sharedRules), shared.map { "\($0) (\((titles[$0] ?? []).joined(separator: ", ")))" }
        ))
    }
    for table in tables {
      let own = table.countingRules.map(CouncilWording.text).filter { titles[$0]?.count == 1 }
      if !own.isEmpty { blocks.append(rules(table.title, own)) }
    }
    return .init(
      sectionID: "telregels", heading: text(.counting),
      paragraphs: [text(report.isEdition ? .countingNoteOfEdition : .countingNote)],
      blocks: blocks)
  }

  /// The rules are Dutch in every language, as in `report.json`.
  private func rules(_ title: String, _ lines: [String]) -> AnnexPage.Block {
    .init(
      rules: .init(rulesTitle: title, rulesLanguage: AnnexLanguage.dutch.rawValue, lines: lines))
  }
}

extension AnnexPhrase {
  static let counting = AnnexPhrase("Hoe wij tellen", "How we count")
  static let countingNote = AnnexPhrase(
    "Dezelfde regels staan bij de exacte cijfers in report.json. Tussen haakjes staat voor "
      + "welke tabellen een regel geldt.",
    "The same rules, in Dutch, stand beside the exact figures in report.json. The tables to "
      + "which a rule applies stand in brackets.")
  static let countingNoteOfEdition = AnnexPhrase(
    "Dezelfde regels staan bij de cijfers in report.json. Tussen haakjes staat voor welke tabellen "
      + "een regel geldt.",
    "The same rules, in Dutch, stand beside the figures in report.json. The tables to which a rule "
      + "applies stand in brackets.")
  static let sharedRules = AnnexPhrase("Regels voor meer tabellen", "Rules for several tables")
}
