import CCSV

/// What the C layer finds in bytes, many at a time.
extension Bytes {
  /// The number of bytes before the first one that is not ASCII.
  var asciiPrefix: Int { ccsv_ascii_prefix(start, count) }

  var holdsNUL: Bool { ccsv_holds_nul(start, count) }

  /// The number of bytes before the first one that asks for a closer look (``FlawSigns``).
  var plainPrefix: Int { ccsv_suspect(start, count) }

  /// The number of bytes before the first one that is not UTF-8.
  var utf8Prefix: Int { ccsv_utf8_prefix(start, count) }
}
