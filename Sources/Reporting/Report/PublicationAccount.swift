import Ingest

/// How much of its figures an edition hides, in counts that tell nothing of any one of them.
public struct PublicationAccount: Sendable, Equatable {
  public let tables: [HiddenCells]
  /// Of the money of products, in whole percent, what stands in hidden rows.
  public let hiddenPercent: Int
  /// Whether amounts that one client dominates could be found; an older run did not keep them.
  public let hasDominance: Bool
  /// The names of the former editions that were taken into account.
  public let formerEditions: [String]
  /// How many figures at risk were out already and were accepted so; nil where none had to be.
  public let acceptedCount: Int?

  public init(
    tables: [HiddenCells], hiddenPercent: Int, hasDominance: Bool, formerEditions: [String] = [],
    acceptedCount: Int? = nil
  ) {
    self.tables = tables
    self.hiddenPercent = hiddenPercent
    self.hasDominance = hasDominance
    self.formerEditions = formerEditions
    self.acceptedCount = acceptedCount
  }

  /// Of one table.
  public struct HiddenCells: Sendable, Equatable {
    public let table: String
    /// Base cells that are not 0, in the run; each counts in the table where it stands first.
    public let cells: Int
    /// How many of these are hidden.
    public let hidden: Int

    public init(table: String, cells: Int, hidden: Int) {
      self.table = table
      self.cells = cells
      self.hidden = hidden
    }
  }
}

/// The account of an edition for programs, `verantwoording.json`; nothing for other reports.
public struct PublicationAccountFormat: ReportFormat {
  public static let fileName = "verantwoording.json"

  public init() {}

  public func files(of report: Report) -> [ReportFile] {
    guard let parameters = report.publication, let account = report.publicationAccount else {
      return []
    }
    let accepted = account.acceptedCount.map { [JSONValue.Member("al_openbaar", .count($0))] } ?? []
    let value = JSONValue.object(
      [
        .init("run", .optional(report.account.name)),
        .init("publicatie", parameters.jsonValue),
        .init("dominantie", .bool(account.hasDominance)),
        .init(
          "tabellen",
          .array(
            account.tables.map {
              [
                "naam": .string($0.table), "cellen": .count($0.cells),
                "verborgen": .count($0.hidden),
              ]
            })),
        .init("procent_bedrag_verborgen", .count(account.hiddenPercent)),
        .init("eerdere_uitgaven", .array(account.formerEditions.map { .string($0) })),
      ] + accepted + [
        .init(
          "regels",
          .array(AnnexLanguage.dutch.editionRules(parameters, account).map { .string($0) }))
      ])
    return [ReportFile(path: Self.fileName, bytes: JSONWriter.bytes(of: value))]
  }
}

extension PublicationParameters {
  /// Its keys and values, in the order of the configuration.
  var settings: [(key: String, text: String)] {
    numbers.map { ($0.key, String($0.value)) } + [("aanbieders", providerNames.rawValue)]
  }

  /// As it stands in `report.json`.
  var jsonValue: JSONValue {
    .object(
      numbers.map { .init($0.key, .integer($0.value)) }
        + [.init("aanbieders", .string(providerNames.rawValue))])
  }

  private var numbers: [(key: String, value: Int64)] {
    [
      ("drempel", threshold), ("afronden_aantal", countBase), ("afronden_bedrag", amountBaseEuros),
      ("p", percent),
    ]
  }
}
