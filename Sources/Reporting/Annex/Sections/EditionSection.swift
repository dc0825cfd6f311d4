import Analytics
import Ingest

extension AnnexTableID {
  static let hiddenCells = AnnexTableID("verborgen")
}

extension AnnexBuilder {
  /// How an edition was made and how much of it is hidden: its account, in place of that of a run.
  mutating func editionSection() -> AnnexPage.Section {
    var section = AnnexPage.Section(
      sectionID: "verantwoording", heading: text(.accounting),
      paragraphs: [text(.editionNote), legend])
    guard let parameters = report.publication, let account = report.publicationAccount else {
      return section
    }
    let settings = text(.editionSettings, ["settings": language.settings(parameters)])
    section.paragraphs.append(formerEditions(account))
    if let accepted = account.acceptedCount {
      section.paragraphs.append(text(.alreadyPublic, ["count": notation.count(Int64(accepted))]))
    }
    section.blocks = [
      .init(
        rules: .init(
          rulesTitle: text(.editionRules), rulesLanguage: language.rawValue,
          lines: language.editionRules(parameters, account) + [settings])),
      .init(table: hiddenTable(account)),
    ]
    return section
  }

  private func formerEditions(_ account: PublicationAccount) -> String {
    account.formerEditions.isEmpty
      ? text(.noFormerEditions)
      : text(.formerEditions, ["names": account.formerEditions.joined(separator: ", ")])
  }

  private mutating func hiddenTable(_ account: PublicationAccount) -> AnnexPage.TableView {
    view(
      id: .hiddenCells, caption: text(.hiddenTable),
      headings: [
        .init(label: text(.tableName), isNumeric: false),
        .init(label: text(.cells), isNumeric: true),
        .init(label: text(.hiddenCells), isNumeric: true),
      ],
      rows: account.tables.map { row($0.table, $0.cells, $0.hidden) } + [
        row(
          text(.total), account.tables.reduce(0) { $0 + $1.cells },
          account.tables.reduce(0) { $0 + $1.hidden }, isTotal: true)
      ],
      note: text(.hiddenMoney, ["percent": notation.count(Int64(account.hiddenPercent))]),
      source: nil)
  }

  private func row(
    _ heading: String, _ cells: Int, _ hidden: Int, isTotal: Bool = false
  ) -> AnnexPage.Row {
    .init(
      rowHeading: heading, isTotal: isTotal,
      values: [cells, hidden].map {
        .init(value: notation.count(Int64($0)), isNumber: true)
      })
  }
}

extension AnnexPhrase {
  static let editionNote = AnnexPhrase(
    "Deze uitgave is gemaakt om openbaar te zijn: cijfers waaruit iets over een persoon is af te "
      + "leiden, zijn verborgen. Dat is voor de publicatie nagerekend.",
    "This edition was made to be public: figures that tell something of a person are hidden. That "
      + "this holds was checked before it was published.")
  static let editionRules = AnnexPhrase(
    "Hoe cijfers zijn verborgen en afgerond", "How figures are hidden and rounded")
  static let editionSettings = AnnexPhrase("Instellingen: {settings}.", "Settings: {settings}.")
  static let formerEditions = AnnexPhrase(
    "Rekening is gehouden met eerdere uitgaven: {names}.",
    "Former editions were taken into account: {names}.")
  static let noFormerEditions = AnnexPhrase(
    "Er is geen eerdere uitgave waarmee rekening moest worden gehouden.",
    "There is no former edition to take into account.")
  static let alreadyPublic = AnnexPhrase(
    "Al openbaar door eerdere uitgaven, en als zodanig aanvaard: {count} "
      + "cijfers.",
    "Public already through former editions, and accepted as such: {count} figures at risk.")
  static let hiddenTable = AnnexPhrase(
    "Verborgen aantallen en bedragen per tabel", "Hidden counts and amounts per table")
  static let tableName = AnnexPhrase("Tabel", "Table")
  static let cells = AnnexPhrase("Niet nul", "Not zero")
  static let hiddenCells = AnnexPhrase("Waarvan verborgen", "Of which hidden")
  static let hiddenMoney = AnnexPhrase(
    "Aantallen en bedragen die niet nul zijn, elk in de tabel waar het het eerst staat. Van het "
      + "bedrag van de producten staat {percent}% in verborgen rijen.",
    "Counts and amounts that are not zero, each in the table where it stands first. Of the amount of "
      + "products, {percent}% stands in hidden rows.")
}
