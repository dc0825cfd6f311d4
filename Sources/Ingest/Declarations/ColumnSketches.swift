/// The search for citizen service numbers, and for signs of debit and credit, in the columns of one
/// part of declaraties.
///
/// Columns with a type of their own (dates, money, units, AGB codes) cannot hold any. Neither are
/// the client and the allocation looked at here: an accepted line's are those of toewijzingen,
/// where the column is searched, and other lines appear in no output.
///
/// A class: its sketches are looked at for every record and changed for few.
final class ColumnSketches {
  let header: Header
  /// Positions with sketches: those that change from line to line, then those of a head.
  private let positions: [Int]
  /// How many of them are not of a head.
  private let ownCount: Int
  private var sketches: [CitizenNumberSketch]
  /// Open for unknown columns of a part without debet_credit.
  private var signs: [SignSketch]
  private let missing: MissingValues

  private static let typed: Set<String> = Set(
    DeclarationColumn.allCases.filter {
      ![.reference, .previousReference, .declarationNumber].contains($0)
    }.map(\.name))

  init(_ header: Header, _ layout: DeclarationLayout, missing: MissingValues) {
    self.header = header
    let typed = Set(Self.typed.compactMap { header.position(of: $0) })
    let searched = header.names.indices.filter { !typed.contains($0) }
    let own = searched.filter { !layout.head.contains($0) }
    positions = own + searched.filter { layout.head.contains($0) }
    ownCount = own.count
    sketches = positions.map { _ in CitizenNumberSketch() }
    let known = Set(header.positions.compactMap { $0 })
    let hasSign = header.position(of: "debet_credit") != nil
    signs = positions.map { SignSketch(isOpen: !hasSign && !known.contains($0)) }
    self.missing = missing
  }

  /// `hasSameHead`: whether the record that was taken last has the same head.
  @inline(__always)
  func add(_ record: Record, hasSameHead: Bool) {
    for index in 0..<(hasSameHead ? ownCount : positions.count) {
      let field = record[positions[index]]
      if field.isEmpty { continue }
      let value = field.trimmed()
      let hash = value.hash()
      if sketches[index].mayLack(hash), !value.isEmpty {
        sketches[index].add(value, hash: hash)
        if signs[index].isOpen { signs[index].add(value, missing) }
      }
    }
  }

  /// The unknown columns with what their values may be signs of, as far as they may be.
  var signColumns: [(header: String, signs: SignSketch)] {
    let known = Set(header.positions.compactMap { $0 })
    return positions.indices.filter { !known.contains(positions[$0]) }
      .sorted { positions[$0] < positions[$1] }
      .map { (header.names[positions[$0]], signs[$0]) }
  }

  /// The sketches with the names of their columns: our name, or the header where it is unknown.
  var named: [(position: Int, column: String, sketch: CitizenNumberSketch)] {
    positions.indices.map { index in
      let ours = header.kind.columns.indices.first { header.positions[$0] == positions[index] }
      let name = ours.map { header.kind.columns[$0].name } ?? header.names[positions[index]]
      return (positions[index], name, sketches[index])
    }
    .sorted { $0.position < $1.position }
  }
}

/// Whether the values of an unknown column are nothing but signs of debit and credit.
struct SignSketch {
  /// The pairs of signs, debit first, in lower case.
  private static let pairs: [(debit: [[UInt8]], credit: [UInt8])] = [
    (["d"], "c"), (["debet", "debit"], "credit"), (["af"], "bij"), (["s"], "h"), (["+"], "-"),
  ].map { (debit: $0.0.map { Array($0.utf8) }, credit: Array($0.1.utf8)) }
  private static let plusMinus = 4

  /// False once there was another value.
  private(set) var isOpen: Bool
  /// Two bits a pair: debit, credit.
  private var seen: UInt16 = 0

  init(isOpen: Bool) { self.isOpen = isOpen }

  /// Takes in a trimmed value that is not empty; what is missing counts for nothing.
  @inline(never)
  mutating func add(_ value: Bytes, _ missing: MissingValues) {
    for (index, pair) in Self.pairs.enumerated() {
      if pair.debit.contains(where: { value.equalsIgnoringCase($0) }) {
        seen |= 1 << UInt16(2 * index)
        return
      }
      if value.equalsIgnoringCase(pair.credit) {
        seen |= 2 << UInt16(2 * index)
        return
      }
    }
    if !missing.contains(value) { isOpen = false }
  }

  mutating func merge(_ other: SignSketch) {
    isOpen = isOpen && other.isOpen
    seen |= other.seen
  }

  /// Whether a column with these values alone looks like debet_credit.
  ///
  /// There must be credits among them. Of letters that say something else as a rule (`S` and `H`)
  /// and of `-`, which may stand for a missing value, the debits as well.
  var isSuspect: Bool {
    var signs = (0..<Self.pairs.count).map { seen >> UInt16(2 * $0) & 3 }
    if signs[Self.plusMinus] == 2 { signs[Self.plusMinus] = 0 }
    guard isOpen, signs.count(where: { $0 != 0 }) == 1,
      let pair = signs.firstIndex(where: { $0 != 0 })
    else { return false }
    return signs[pair] == 3 || (signs[pair] == 2 && pair < 3)
  }

  /// Whether debet_credit takes these signs as they stand.
  var isReadable: Bool { seen & ~0b110011 == 0 }
}
