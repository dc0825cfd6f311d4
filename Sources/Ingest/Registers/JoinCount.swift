/// How many rows of one file find no partner in another one.
public struct JoinCount: Sendable {
  let file: FileKind
  let column: String
  let partner: FileKind
  public var rows = 0
  public var unmatched = 0

  public init(_ file: FileKind, _ column: String, _ partner: FileKind) {
    self.file = file
    self.column = column
    self.partner = partner
  }

  public mutating func add(isMatched: Bool) {
    rows += 1
    if !isMatched { unmatched += 1 }
  }

  /// Fewer rows than this say nothing of a whole file.
  private static let fewest = 5

  /// Nine in ten without partner: the two files seldom belong together.
  public var isSuspicious: Bool { rows >= Self.fewest && unmatched * 10 >= rows * 9 }

  /// A note of those without partner, and a warning where they are nearly all.
  public func tell(_ remarks: inout InputRemarks) {
    guard unmatched > 0 else { return }
    if isSuspicious {
      remarks.warn(
        .unmatched(file: file, column: column, partner: partner, rows: unmatched, of: rows))
    } else {
      remarks.note(
        "\(file.name): \(unmatched) of \(rows) rows have a '\(column)' that is not in \(partner.name)"
      )
    }
  }
}

/// Whether one value stands in more than half of many rows, where nearly all others differ: it may be
/// a placeholder that was taken for a name.
struct Dominance {
  private let rowCount: Int
  private let largest: Int
  /// Distinct values of the other rows.
  private let otherValues: Int

  /// Fewer rows tell nothing.
  private static let fewest = 20

  /// `values`: per row, what it counts under; `isGiven`: whether the column itself says so. What another
  /// column gives by default may be equal, but is no placeholder.
  init(_ values: [Int], isGiven: [Bool]) {
    var counts: [Int: Int] = [:]
    for (value, isGiven) in zip(values, isGiven) where isGiven { counts[value, default: 0] += 1 }
    let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    rowCount = values.count
    largest = most?.value ?? 0
    otherValues = Set(zip(values, isGiven).lazy.filter { $0 != most?.key || !$1 }.map(\.0)).count
  }

  /// The same for the decisions of allocations, without memory for each; nil where the number of
  /// indications tells that none covers most of them.
  init?(indicationsOf allocations: [Allocation], count: Int) {
    guard allocations.count >= Self.fewest, count <= allocations.count / 2 + 1 else { return nil }
    // The majority vote of Boyer and Moore leaves the only one that may cover more than half.
    var candidate: Int32 = -1
    var votes = 0
    for allocation in allocations {
      if votes == 0 { candidate = allocation.indication }
      votes += allocation.indication == candidate ? 1 : -1
    }
    rowCount = allocations.count
    largest = allocations.count { $0.indication == candidate }
    otherValues = count - 1
  }

  func tell(_ file: FileKind, _ column: String, _ remarks: inout InputRemarks) {
    let others = rowCount - largest
    // One value in all rows may be meant; of the others one in ten may come again, or just one.
    guard rowCount >= Self.fewest, largest * 2 > rowCount, others > 0,
      otherValues >= others - max(1, others / 10)
    else { return }
    remarks.warn(.dominantValue(file: file, column: column, rows: largest, of: rowCount))
  }
}

extension RegisterReader {
  /// Tells of files that hardly match each other, and of a decision that nearly all allocations share.
  func tellJoins(_ data: Registers, remarks: inout InputRemarks) {
    tellAllocations(data, &remarks)
    tellDistricts(data, &remarks)
    Dominance(indicationsOf: data.allocations, count: data.indicationCount)?
      .tell(.allocations, "beschikking_nummer", &remarks)
  }

  private func tellAllocations(_ data: Registers, _ remarks: inout InputRemarks) {
    var clients = JoinCount(.allocations, "client_id", .clients)
    var products = JoinCount(.allocations, "product_code", .products)
    var providers = JoinCount(.allocations, "aanbieder_agb", .providers)
    for allocation in data.allocations {
      if data.clients != nil { clients.add(isMatched: !allocation.hasUnlistedClient) }
      if allocation.product != -1 { products.add(isMatched: allocation.product >= 0) }
      providers.add(isMatched: allocation.provider >= 0)
    }
    for count in [clients, products, providers] { count.tell(&remarks) }
  }

  /// Nine in ten clients without district: their codes are written in two ways.
  private func tellDistricts(_ data: Registers, _ remarks: inout InputRemarks) {
    guard let clients = data.clients, let districts = data.districts else { return }
    let known = Set(districts.rows.lazy.map { Array($0.wijk.utf8) })
    let isKnown = data.wijken.map { known.contains(Array($0.utf8)) }
    let coded = clients.compactMap(\.wijk)
    let unmatched = coded.count { !isKnown[Int($0)] }
    guard !coded.isEmpty, unmatched * 10 >= coded.count * 9 else { return }
    remarks.warn(
      .districtsUnmatched(
        clients: unmatched, of: coded.count,
        widths: Set(data.wijken.map(\.unicodeScalars.count)).sorted(),
        districtWidths: Set(districts.rows.map(\.wijk.unicodeScalars.count)).sorted()))
  }
}
