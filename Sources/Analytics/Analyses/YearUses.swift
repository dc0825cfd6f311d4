import Ingest

/// What the use of a row comes to in one calendar year.
struct YearUse {
  var indications = 0
  var clients = 0
  /// AGB codes.
  var providers = 0
  var cents: Int64 = 0
  /// A bit per ``VolumeUnit`` in which there is a line.
  fileprivate var units: UInt8 = 0
  /// In hundredths, of minutes where it is a time; means nothing of several units.
  fileprivate var volume: Int128 = 0

  /// The one unit of all lines; nil without a line, with several units, and for euros.
  var unit: VolumeUnit? {
    let all = VolumeUnit.allCases.filter { units & 1 << UInt8($0.rawValue) != 0 }
    return all.count == 1 && all[0] != .euro ? all[0] : nil
  }

  /// In the unit, with two decimals; empty without one.
  var volumeCell: Cell {
    guard let unit else { return .empty }
    return .quotient(volume, unit.parts, decimals: 0)
  }

  /// Euros per unit, with four decimals; empty without one.
  var priceCell: Cell {
    guard let unit else { return .empty }
    return .quotient(Int128(cents) * unit.parts, volume, decimals: 4)
  }
}

extension VolumeUnit {
  /// The iWmo code; that of hours for a time.
  var code: String {
    switch self {
    case .time: "04"
    case .day: "14"
    case .dayPart: "16"
    case .outputPiece: "82"
    case .euro: "83"
    case .effortPiece: "84"
    }
  }

  /// How many of what volumes are counted in, make one of ``code``: minutes per hour.
  var parts: Int128 { self == .time ? 60 : 1 }
}

/// The use of product groups, kinds and all in every calendar year that has accepted lines.
///
/// - Complexity: Two walks through the placements, one by client and one by indication.
struct YearUses {
  /// Nil without lines.
  let years: ClosedRange<Int>?
  /// The kinds and groups of products, by kind, then group.
  let pairs: [(kind: ProvisionKind, group: Int)]
  /// By row and year; the rows are the pairs, the kinds, the whole.
  private var uses: [YearUse] = []
  private var yearCount = 0

  init(_ ledger: Ledger) {
    let products = ledger.registers.products
    let groupCount = ledger.registers.productGroups.count
    let places = products.map { $0.kind.rawValue * groupCount + $0.group }
    let known = Set(places).sorted()
    let pairOfPlace = Dictionary(uniqueKeysWithValues: known.enumerated().map { ($1, $0) })
    pairs = known.compactMap { place in
      ProvisionKind(rawValue: place / groupCount).map { ($0, place % groupCount) }
    }
    years = ledger.months.map { $0.lowerBound.year...$0.upperBound.year }
    guard let years else { return }
    yearCount = years.count
    let (pairCount, kindCount) = (pairs.count, ProvisionKind.allCases.count)
    let rowsOfProduct = zip(products, places).map { product, place in
      [
        pairOfPlace[place] ?? 0, pairCount + product.kind.rawValue, pairCount + kindCount,
      ].map { $0 * years.count }
    }
    uses = Array(repeating: YearUse(), count: (pairCount + kindCount + 1) * years.count)
    count(ledger, years.lowerBound, rowsOfProduct)
  }

  func use(ofPair pair: Int, in year: Int) -> YearUse { use(row: pair, year) }

  func use(of kind: ProvisionKind, in year: Int) -> YearUse {
    use(row: pairs.count + kind.rawValue, year)
  }

  /// Of all lines.
  func use(in year: Int) -> YearUse { use(row: pairs.count + ProvisionKind.allCases.count, year) }

  private func use(row: Int, _ year: Int) -> YearUse {
    guard let years, years.contains(year) else { return YearUse() }
    return uses[row * yearCount + year - years.lowerBound]
  }

  private mutating func count(_ ledger: Ledger, _ firstYear: Int, _ rowsOfProduct: [[Int]]) {
    // Of its own, or the whole would be copied for every placement.
    var uses = uses
    self.uses = []
    let providerCount = ledger.registers.providers.count
    var isKnown = [UInt64](repeating: 0, count: (uses.count * providerCount) >> 6 + 1)
    var latest = [Int32](repeating: -1, count: uses.count)
    // A bit per year; declarations name a hundred of them.
    var yearsOfPlacement: [UInt128] = []
    yearsOfPlacement.reserveCapacity(ledger.placements.count)
    for placement in ledger.placements {
      var bits: UInt128 = 0
      ledger.forEachYearOfUse(of: placement) { year, use in
        bits |= 1 << UInt128(year - firstYear)
        for row in rowsOfProduct[Int(placement.product)] {
          let cell = row + year - firstYear
          uses[cell].cents += use.cents
          uses[cell].units |= use.units
          uses[cell].volume += use.volume
          if latest[cell] != placement.client {
            latest[cell] = placement.client
            uses[cell].clients += 1
          }
          let bit = cell * providerCount + Int(placement.provider)
          if isKnown[bit >> 6] & 1 << UInt64(bit & 63) == 0 {
            isKnown[bit >> 6] |= 1 << UInt64(bit & 63)
            uses[cell].providers += 1
          }
        }
      }
      yearsOfPlacement.append(bits)
    }
    // By indication, as allocations of two clients may name one decision.
    for cell in latest.indices { latest[cell] = -1 }
    let byIndication = ledger.placementsByIndication()
    for indication in 0..<byIndication.count {
      for position in byIndication[indication] {
        var bits = yearsOfPlacement[Int(position)]
        while bits != 0 {
          for row in rowsOfProduct[Int(ledger.placements[Int(position)].product)] {
            let cell = row + bits.trailingZeroBitCount
            if latest[cell] != indication {
              latest[cell] = Int32(indication)
              uses[cell].indications += 1
            }
          }
          bits &= bits - 1
        }
      }
    }
    self.uses = uses
  }
}

extension Ledger {
  /// Calls `body` with each calendar year in which the placement's net is not 0, in rising order, and
  /// what its lines of the year come to.
  @inline(__always)
  fileprivate func forEachYearOfUse(of placement: Placement, _ body: (Int, YearUse) -> Void) {
    var (year, use) = (0, YearUse())
    var index = Int(placement.firstPage)
    repeat {
      let page = store.page(index)
      guard page.belongs(to: placement) else { break }
      // A page lies in one year.
      let other = grid.months[page.firstCell].year
      if other != year {
        if use.cents != 0 { body(year, use) }
        (year, use) = (other, YearUse())
      }
      store.forEachNet(of: index) { _, cents in use.cents += cents }
      if store.hasLines(index) { use.units |= 1 << UInt8(page.unit) }
      use.volume += store.volume(of: index)
      index = Int(page.next)
    } while index != 0
    if use.cents != 0 { body(year, use) }
  }
}
