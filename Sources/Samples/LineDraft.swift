import Ingest

/// A line whose references are not given yet; `corrects` is the index of the debit it undoes.
struct LineDraft {
  var line: DeclaredLine
  var corrects: Int?
}

extension [LineDraft] {
  /// Adds a line and its credit, which takes back all of it.
  mutating func add(_ line: DeclaredLine, creditedOn day: Day) {
    var credit = line
    credit.pieces = -line.pieces
    credit.declared = day
    append(LineDraft(line: line))
    append(LineDraft(line: credit, corrects: count - 1))
  }

  /// Adds a line that was a quarter too high at first, in whole `grain`s: that is credited in full,
  /// and the line declared again next day.
  mutating func add(_ line: DeclaredLine, grain: Int, correctedOn day: Day) {
    var first = line
    first.pieces += Swift.max(grain, line.pieces / 4 / grain * grain)
    add(first, creditedOn: day)
    var second = line
    second.declared = Day(number: day.number + 1)
    append(LineDraft(line: second))
  }

  /// The lines with their references, in the order of a key, equal ones as they were added.
  func numbered(by key: (DeclaredLine) -> (Day, Int)) -> [DeclaredLine] {
    let order = indices.sorted { a, b in
      let (left, right) = (key(self[a].line), key(self[b].line))
      return (left.0, left.1, a) < (right.0, right.1, b)
    }
    var references = [Int](repeating: 0, count: count)
    for (position, index) in order.enumerated() { references[index] = position + 1 }
    return order.map { index in
      var line = self[index].line
      line.reference = references[index]
      line.previous = self[index].corrects.map { references[$0] }
      return line
    }
  }
}
