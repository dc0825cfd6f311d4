import Ingest

/// Which district (gebied) a wijk belongs to in the year of the report, and its inhabitants.
///
/// The registers year is the file's latest not after the window's last year, else the earliest. A
/// wijk that this year lacks keeps its district of the nearest earlier year, else of the first
/// later one, and adds nothing to the inhabitants.
struct DistrictAssignment {
  /// The districts, byte-wise.
  let names: [String]
  /// Per district; nil when a wijk's cell is empty or the registers year has none of its wijken.
  let inhabitants: [Int?]
  /// Of all districts; nil when a wijk's cell is empty.
  let totalInhabitants: Int?
  /// By index into ``Registers/wijken``.
  private let districtOfWijk: [Int?]

  /// - Parameters:
  ///   - wijken: ``Registers/wijken``
  ///   - lastYear: The window's last year; nil without a window: the file's latest.
  init(_ districts: Districts, wijken: [String], lastYear: Int?) {
    let years = districts.rows.map(\.year)
    let year = years.filter { $0 <= lastYear ?? .max }.max() ?? years.min() ?? 0
    let rowOfWijk = Dictionary(grouping: districts.rows) { ByteWise($0.wijk) }
      .compactMapValues { Self.row(of: year, among: $0) }
    let areas = Set(rowOfWijk.values.map { ByteWise($0.area) }).sorted()
    let indices = Dictionary(uniqueKeysWithValues: areas.enumerated().map { ($1, $0) })
    districtOfWijk = wijken.map { wijk in
      rowOfWijk[ByteWise(wijk)].flatMap { indices[ByteWise($0.area)] }
    }
    names = areas.map(\.text)

    var counted: [ByteWise: Inhabitants] = [:]
    for row in rowOfWijk.values where row.year == year {
      counted[ByteWise(row.area), default: Inhabitants()].add(row.inhabitants)
    }
    inhabitants = areas.map { counted[$0]?.sum }
    totalInhabitants =
      counted.isEmpty || counted.values.contains { $0.sum == nil }
      ? nil : counted.values.reduce(0) { $0 + ($1.sum ?? 0) }
  }

  /// The index of a client's district; nil is unknown.
  func district(of client: Client) -> Int? {
    guard client.isListed, let wijk = client.wijk else { return nil }
    return districtOfWijk[Int(wijk)]
  }

  private static func row(of year: Int, among rows: [Districts.Row]) -> Districts.Row? {
    rows.filter { $0.year <= year }.max { $0.year < $1.year } ?? rows.min { $0.year < $1.year }
  }
}

/// A sum that one empty cell makes unknown.
private struct Inhabitants {
  private(set) var sum: Int? = 0

  mutating func add(_ count: Int?) {
    guard let known = sum, let count else {
      sum = nil
      return
    }
    sum = known + count
  }
}
