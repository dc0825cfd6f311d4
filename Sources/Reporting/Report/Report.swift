public import Analytics
public import Ingest

/// A finished report: where it comes from and its tables, ready for any format.
public struct Report: Sendable {
  /// The version of the program.
  public let version: String
  public let municipality: Municipality
  /// Nil without a declared period and without any accepted line.
  public let period: Period?
  public let basis: CountingParameters.Basis
  public let tables: [Table]
  /// The tables of findings, per rule and per rule and provider: they stand beside the others and
  /// not among them. Empty where a run has none.
  public let findings: [Table]
  public var account: RunAccount
  /// How a publication edition was made; nil for the report of a run, which stays inside. Only
  /// ``edition(of:tables:parameters:account:)`` makes one, so that nothing else of the run comes along.
  public internal(set) var publication: PublicationParameters?
  /// What an edition says of its hidden figures; nil for the report of a run.
  public internal(set) var publicationAccount: PublicationAccount?

  public init(
    version: String, municipality: Municipality, period: Period?, basis: CountingParameters.Basis,
    tables: [Table], findings: [Table] = [], account: RunAccount = RunAccount()
  ) {
    self.version = version
    self.municipality = municipality
    self.period = period
    self.basis = basis
    self.tables = tables
    self.findings = findings
    self.account = account
  }

  /// The municipality (gemeente) as the configuration names it.
  public struct Municipality: Sendable, Equatable {
    /// Four digits, for instance `0637`.
    public let code: String?
    public let name: String?

    public init(code: String? = nil, name: String? = nil) {
      self.code = code
      self.name = name
    }
  }

  /// The reporting window.
  public struct Period: Sendable, Equatable {
    /// Both days included.
    public let days: ClosedRange<Day>
    /// Whether one of its ends was not declared and is that of the accepted lines.
    public let isFromData: Bool

    public init(days: ClosedRange<Day>, isFromData: Bool) {
      self.days = days
      self.isFromData = isFromData
    }
  }
}

extension Report {
  /// The report on a ledger.
  public init(
    version: String, municipality: Municipality, ledger: Ledger, tables: [Table],
    findings: [Table] = [], account: RunAccount = RunAccount()
  ) {
    let parameters = ledger.parameters
    let isFromData = parameters.windowFrom == nil || parameters.windowTo == nil
    self.init(
      version: version, municipality: municipality,
      period: ledger.window.map { Period(days: $0, isFromData: isFromData) },
      basis: parameters.basis, tables: tables, findings: findings, account: account)
  }
}

extension Report {
  /// The table of an analysis; nil where a run has none.
  func table(_ analysis: Analysis) -> Table? { tables.first { $0.name == analysis.name } }
}

/// What the workbook says of a report, in the words of the annex: the two lie side by side.
extension Report {
  private static let notation = AnnexNotation(language: .dutch)

  /// `Zoetermeer (0637)`, or what is known of it.
  var municipalityText: String {
    switch (municipality.name, municipality.code) {
    case (let name?, let code?): "\(name) (\(code))"
    case (let name?, nil): name
    case (nil, let code?): "gemeente \(code)"
    case (nil, nil): AnnexPhrase.unnamedMunicipality.dutch
    }
  }

  /// `1 januari 2017 tot en met 15 oktober 2017`.
  var periodText: String {
    period.map { Self.notation.period($0.days) } ?? AnnexPhrase.noPeriod.dutch
  }

  /// Which date of a line counts.
  var basisText: String {
    switch basis {
    case .service: AnnexPhrase.basisService.dutch
    case .declaration: AnnexPhrase.basisDeclaration.dutch
    }
  }

  /// What every document says on its cover: that it stays inside, or how the edition was made.
  var notice: String { AnnexLanguage.dutch.notice(of: self) }

  /// What it says on every page, where there is no room for more.
  var pageNotice: String { isEdition ? AnnexPhrase.edition.dutch : notice }
}
