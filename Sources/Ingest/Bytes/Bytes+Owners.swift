extension [UInt8] {
  /// Calls `body` with a view of the bytes.
  func withBytes<Result>(_ body: (Bytes) throws -> Result) rethrows -> Result {
    try withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else {
        return try withUnsafePointer(to: 0 as UInt8) { try body(Bytes(start: $0, count: 0)) }
      }
      return try body(Bytes(start: base, count: buffer.count))
    }
  }
}

/// Calls `body` with the UTF-8 bytes of a string.
func withBytes<Result>(of text: String, _ body: (Bytes) throws -> Result) rethrows -> Result {
  var copy = text
  return try copy.withUTF8 { utf8 in
    // An empty string's buffer may have no address; any address serves for no bytes.
    guard let base = utf8.baseAddress else {
      return try withUnsafePointer(to: 0 as UInt8) { try body(Bytes(start: $0, count: 0)) }
    }
    return try body(Bytes(start: base, count: utf8.count))
  }
}
