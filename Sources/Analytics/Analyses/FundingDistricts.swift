import Ingest

/// The index of prices of `bekostiging-vergelijking`.
struct FundingIndex {
  /// In millionths of a percent.
  let millionths: Int64

  /// 1 in millionths of a percent.
  static let one: Int128 = 100_000_000

  /// Cents × `part` / `whole`, indexed, rounded once; nil over 0.
  func cents(_ cents: Int64, times part: Int, over whole: Int) -> Int64? {
    let quotient = Cell.quotient(
      Int128(cents) * Int128(part) * (Self.one + Int128(millionths)), Int128(whole) * Self.one,
      decimals: 0)
    guard case .number(let number) = quotient else { return nil }
    return number
  }
}

extension Ledger {
  /// `[bekostiging] index`, else what is applied in the window's last year, else 0.
  var fundingIndex: FundingIndex {
    if let declared = parameters.money.fundingIndex {
      return FundingIndex(millionths: declared * 100)
    }
    return FundingIndex(
      millionths: lastWindowYear.flatMap(priceIndex.appliedMillionths) ?? 0)
  }

  /// Which index is used, in Dutch.
  var fundingIndexRule: String {
    let percent = inPercent(millionths: fundingIndex.millionths)
    if parameters.money.fundingIndex != nil { return "De index is \(percent), zoals opgegeven." }
    guard let year = lastWindowYear, priceIndex.appliedMillionths(year) != nil else {
      return "De index is 0 %: er is geen opgegeven, en indexatie heeft geen cijfer van het jaar."
    }
    return "De index is \(percent): toegepast in \(year) volgens de tabel indexatie."
  }
}

/// The districts of the window and of the comparison, each by its own reference year.
struct FundingDistricts {
  /// A district with inhabitants above 0 in both years.
  struct Pair {
    let before: Int
    let now: Int
    let inhabitantsBefore: Int
    let inhabitants: Int
  }

  let before: DistrictAssignment
  let now: DistrictAssignment
  let pairs: [Pair]
  private let clients: [Client]

  /// Nil without clients, districts or a comparison.
  init?(_ ledger: Ledger) {
    guard let clients = ledger.registers.clients, let districts = ledger.registers.districts,
      let now = DistrictAssignment(ledger), let comparison = ledger.parameters.comparison
    else { return nil }
    let before = DistrictAssignment(
      districts, wijken: ledger.registers.wijken, lastYear: comparison.upperBound.year)
    (self.clients, self.before, self.now) = (clients, before, now)
    let places = Dictionary(
      uniqueKeysWithValues: before.names.enumerated().map { (ByteWise($1), $0) })
    pairs = now.names.indices.compactMap { district in
      guard let former = places[ByteWise(now.names[district])],
        let inhabitants = now.inhabitants[district], inhabitants > 0,
        let inhabitantsBefore = before.inhabitants[former], inhabitantsBefore > 0
      else { return nil }
      return Pair(
        before: former, now: district, inhabitantsBefore: inhabitantsBefore,
        inhabitants: inhabitants)
    }
  }

  /// The district of a client in either year; the count of its names is unknown.
  func districts(of client: Int32) -> (before: Int, now: Int) {
    let client = clients[Int(client)]
    return (
      before.district(of: client) ?? before.names.count, now.district(of: client) ?? now.names.count
    )
  }

  /// The largest net per inhabitant of a district / that of all districts, those with inhabitants
  /// above 0.
  func spread(of nets: [Int64]) -> Cell {
    let inhabited = now.names.indices.compactMap { district in
      now.inhabitants[district].flatMap { $0 > 0 ? (cents: nets[district], count: $0) : nil }
    }
    let largest = inhabited.max {
      Int128($0.cents) * Int128($1.count) < Int128($1.cents) * Int128($0.count)
    }
    guard let largest else { return .empty }
    let cents = inhabited.reduce(Int128(0)) { $0 + Int128($1.cents) }
    let count = inhabited.reduce(Int128(0)) { $0 + Int128($1.count) }
    return .quotient(
      Int128(largest.cents) * count, cents * Int128(largest.count), decimals: 2)
  }

  var yearRule: String {
    "De gebieden van de periode zijn die van peiljaar \(now.year), die van de vergelijkingsperiode van "
      + "\(before.year)."
  }
}
