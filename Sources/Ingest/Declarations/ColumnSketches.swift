/// The search for citizen service numbers in the columns of one part of declaraties.
///
/// Columns with a type of their own (dates, money, units, AGB codes) cannot hold any. Neither are
/// the client and the allocation looked at here: an accepted line's are those of toewijzingen,
/// where the column is searched, and other lines appear in no output.
struct ColumnSketches {
  let header: Header
  private let positions: [Int]
  private(set) var sketches: [CitizenNumberSketch]

  private static let typed: Set<String> = Set(
    DeclarationColumn.allCases.filter {
      ![.reference, .previousReference, .declarationNumber].contains($0)
    }.map(\.name))

  init(_ header: Header) {
    self.header = header
    let typed = Set(Self.typed.compactMap { header.position(of: $0) })
    positions = header.names.indices.filter { !typed.contains($0) }
    sketches = positions.map { _ in CitizenNumberSketch() }
  }

  /// Lets go of the sketches, so that a copy owns them alone.
  mutating func empty() {
    sketches = []
  }

  @inline(__always)
  mutating func add(_ record: Record) {
    for index in positions.indices { sketches[index].add(record[positions[index]].trimmed()) }
  }

  /// The sketches with the names of their columns: our name, or the header where it is unknown.
  var named: [(column: String, sketch: CitizenNumberSketch)] {
    positions.indices.map { index in
      let ours = header.kind.columns.indices.first { header.positions[$0] == positions[index] }
      let name = ours.map { header.kind.columns[$0].name } ?? header.names[positions[index]]
      return (name, sketches[index])
    }
  }
}
