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

  public init(
    version: String,
    municipality: Municipality,
    period: Period?,
    basis: CountingParameters.Basis,
    tables: [Table],
    findings: [Table] = [],
    account: RunAccount = RunAccount()
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
    version: String,
    municipality: Municipality,
    ledger: Ledger,
    tables: [Table],
    findings: [Table] = [],
    account: RunAccount = RunAccount()
  ) {
    let parameters = ledger.parameters
    let isFromData = parameters.windowFrom == nil || parameters.windowTo == nil
    self.init(
      version: version,
      municipality: municipality,
      period: ledger.window.map { Period(days: $0, isFromData: isFromData) },
      basis: parameters.basis,
      tables: tables,
      findings: findings,
      account: account
    )
  }
}
