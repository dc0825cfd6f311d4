import Ingest

/// The distinct parties of some contracts, in all and per role: one may have several roles.
struct ContractParties {
  /// Their names.
  let all: Set<ByteWise>
  private let perRole: [Contract.Role: Set<ByteWise>]

  init(_ contracts: [Contract]) {
    all = Set(contracts.map { ByteWise($0.party) })
    perRole = contracts.reduce(into: [:]) {
      $0[$1.role, default: []].insert(ByteWise($1.party))
    }
  }

  /// How many there are, and how many of each role, by ``Contract/Role``.
  var counts: [Int] { [all.count] + Contract.Role.allCases.map { perRole[$0]?.count ?? 0 } }
}

extension Contract {
  /// Whether it is in force on a day of the period.
  func isInForce(in period: ClosedRange<Day>) -> Bool {
    from <= period.upperBound && to.map { $0 >= period.lowerBound } ?? true
  }
}

extension CountingRule {
  static let party = """
    Een partij van een contract is het concern van haar AGB-code, of anders dat van haar naam; heeft \
    geen aanbieder die naam, dan is de naam zelf de partij, en zonder naam de AGB-code. Een partij \
    met meer rollen telt in elke rol, en één keer in het aantal. Zonder opgegeven rol is zij \
    hoofdaannemer.
    """
}
