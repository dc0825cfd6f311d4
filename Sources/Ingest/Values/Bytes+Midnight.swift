extension Bytes {
  /// A date without the time of midnight behind it, as databases and spreadsheets write one:
  /// ` 00:00`, ` 0:00:00`, `T00:00:00.000`; nil where there is no such time.
  var withoutMidnight: Bytes? {
    guard
      let mark = buffer.firstIndex(where: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "T") })
    else { return nil }
    var time = buffer[(mark + 1)...]
    let hours = time.takeZeros()
    guard hours == 1 || hours == 2, time.take(":"), time.takeZeros() == 2 else { return nil }
    if time.take(":") {
      guard time.takeZeros() == 2, !time.take(".") || time.takeZeros() > 0 else { return nil }
    }
    guard time.isEmpty else { return nil }
    return slice(0, mark)
  }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
  /// Drops the zeros in front; how many there were.
  fileprivate mutating func takeZeros() -> Int {
    let zeros = prefix { $0 == UInt8(ascii: "0") }
    self = dropFirst(zeros.count)
    return zeros.count
  }

  /// Drops a character from the front, if it stands there.
  fileprivate mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard first == UInt8(ascii: character) else { return false }
    removeFirst()
    return true
  }
}
