extension Record {
  /// False where one look at the first byte shows that it is neither blank nor begins a total.
  @inline(__always)
  var mayBeNoLine: Bool {
    guard fieldCount > 0, !self[0].isEmpty else { return true }
    // Every total word begins with t, e or s, and every blank with one of the others.
    switch self[0][0] {
    case ...0x20, 0xC2, 0x45, 0x53, 0x54, 0x65, 0x73, 0x74: return true
    default: return false
    }
  }

  /// Whether the first field is `totaal`, `eindtotaal` or `subtotaal`, or begins with one of these
  /// and a space or colon; case ignored.
  @inline(__always)
  var beginsTotal: Bool {
    guard fieldCount > 0 else { return false }
    let first = self[0]
    // Every total word begins with t, e or s; what is trimmed before it is below or at a space or
    // begins an NBSP.
    guard first.count >= 6 else { return false }
    switch asciiLowered(first[0]) {
    case 0x74, 0x65, 0x73, 0x20, 0x09, 0xC2: return first.trimmed().namesTotal
    default: return false
    }
  }
}

extension Record {
  /// Whether the record is a total (R004): its first field says so, and it is not a whole line, which
  /// has the width of the header and no needed column empty.
  ///
  /// `needed`: positions of the needed columns.
  func isTotal(width: Int, needed: [Int], isMissing: (Bytes) -> Bool) -> Bool {
    guard beginsTotal else { return false }
    return fieldCount != width || needed.contains { isMissing(self[$0].trimmed()) }
  }
}

extension Bytes {
  @inline(never)
  fileprivate var namesTotal: Bool {
    for word in totalWords where count >= word.count {
      guard slice(0, word.count).equalsIgnoringCase(word) else { continue }
      if count == word.count { return true }
      if self[word.count] == UInt8(ascii: " ") || self[word.count] == UInt8(ascii: ":") {
        return true
      }
    }
    return false
  }
}

private let totalWords = ["totaal", "eindtotaal", "subtotaal"].map { Array($0.utf8) }
