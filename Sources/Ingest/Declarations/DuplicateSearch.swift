/// The second look at lines whose reference number may have come twice (R104).
///
/// Of the lines of one provider with one number the first in canonical order keeps it; the others
/// are rejected. So the order of rows and files decides nothing but which of two equal lines is
/// named.
struct DuplicateSearch {
  /// ``DuplicateFilter/kept(_:)`` hashes.
  private let suspects: HashSet
  private(set) var candidates: [Candidate] = []
  private var textCount = 0

  init(_ suspects: HashSet) {
    self.suspects = suspects
  }

  /// A line that may lose its number.
  struct Candidate {
    let line: DeclarationLine
    let date: CanonicalDate
    /// Begins with the reference number.
    let text: [UInt8]
    let place: LinePlace
  }

  /// Bytes that it holds of lines; 48 are what an array of its own takes for a text.
  var byteCount: Int { candidates.count * (MemoryLayout<Candidate>.stride + 48) + textCount }

  mutating func take(_ batch: LineBatch) {
    guard !suspects.isEmpty else { return }
    for index in batch.lines.indices where batch.referenceHashes[index] != 0 {
      guard suspects.contains(DuplicateFilter.kept(batch.referenceHashes[index])) else { continue }
      var text: [UInt8] = []
      batch.appendText(of: index, .full, to: &text)
      textCount += text.count
      let line = batch.lines[index]
      candidates.append(
        Candidate(
          line: line, date: CanonicalDate(line), text: text, place: batch.place(of: index)))
    }
  }

  /// A line that is rejected.
  struct Loser {
    let line: DeclarationLine
    let place: LinePlace
  }

  /// The lines that are rejected, of all workers' searches together.
  static func losers(_ candidates: [Candidate]) -> [Loser] {
    struct Key: Hashable {
      let provider: Int32
      let reference: ArraySlice<UInt8>
    }
    let groups = Dictionary(grouping: candidates) {
      Key(provider: $0.line.provider, reference: $0.text.prefix { $0 != 0 })
    }
    return groups.values.flatMap { group in
      group.count < 2
        ? []
        : group.sorted(by: precedes).dropFirst().map { Loser(line: $0.line, place: $0.place) }
    }
  }

  private static func precedes(_ a: Candidate, _ b: Candidate) -> Bool {
    if a.date != b.date { return a.date < b.date }
    if a.text != b.text { return a.text.lexicographicallyPrecedes(b.text) }
    return (a.place.chunk, a.place.byte) < (b.place.chunk, b.place.byte)
  }
}
