import Analytics
import Ingest

/// What decides how many figures of a bundle are at risk. A measure that the bundle does not have is 0.
struct RiskFigures {
  var clients: Int64 = 0
  var indications: Int64 = 0
  /// Cents.
  var amount: Int64 = 0
  /// Nobody's where they are not known, and then no client dominates.
  var largest = DisclosureRisks.LargestClients(largest: 0, second: 0, sum: 0)

  /// Those of two bundles without a client in common.
  static func + (a: RiskFigures, b: RiskFigures) -> RiskFigures {
    RiskFigures(
      clients: a.clients + b.clients, indications: a.indications + b.indications,
      amount: a.amount + b.amount, largest: a.largest.joined(with: b.largest))
  }

  func with(clients: Int64) -> RiskFigures {
    var figures = self
    figures.clients = clients
    return figures
  }
}

extension DisclosureRisks.LargestClients {
  fileprivate func joined(with other: Self) -> Self {
    let (more, fewer) = largest < other.largest ? (other, self) : (self, other)
    return Self(
      largest: more.largest, second: max(more.second, fewer.largest), sum: sum + other.sum)
  }
}

/// Counts the base cells of a run, or of one with other rows, that are at risk by themselves and are
/// not 0. Who is to be hidden for their sake is not asked.
struct RiskCount {
  let figures: BaseFigures
  private let risks: DisclosureRisks?
  private let parameters: PublicationParameters
  /// Of the run as it is.
  private(set) var all = 0

  init(_ source: EditionSource, _ parameters: PublicationParameters) {
    figures = BaseFigures(source.tables)
    risks = source.risks
    self.parameters = parameters
    all = figures.bundles.keys.reduce(0) { $0 + count(figures(of: $1)) }
  }

  func figures(of bundle: BundleName) -> RiskFigures {
    guard let values = figures[bundle] else { return RiskFigures() }
    var figures = RiskFigures(
      clients: values[.clients] ?? 0, indications: values[.indications] ?? 0,
      amount: values[.amount] ?? 0)
    if let largest = risks?.amounts[bundle] { figures.largest = largest }
    return figures
  }

  func count(_ figures: RiskFigures) -> Int {
    func isAtRisk(_ value: Int64, _ measure: Measure) -> Bool {
      value != 0
        && Protection.isNeeded(
          for: value, measure, clients: figures.clients, largest: figures.largest, parameters)
    }
    return (isAtRisk(figures.clients, .clients) ? 1 : 0)
      + (isAtRisk(figures.indications, .indications) ? 1 : 0)
      + (isAtRisk(figures.amount, .amount) ? 1 : 0)
  }

  /// Of a count of clients that stands alone.
  func count(clients: Int64) -> Int { count(RiskFigures(clients: clients)) }
}
