import CCSV

/// A view of UTF-8 bytes that somebody else owns: a field of a block, valid until the block is
/// parsed anew.
public struct Bytes {
  public var start: UnsafePointer<UInt8>
  public var count: Int

  @inline(__always)
  public init(start: UnsafePointer<UInt8>, count: Int) {
    self.start = start
    self.count = count
  }

  @inline(__always)
  public subscript(index: Int) -> UInt8 { start[index] }

  public var isEmpty: Bool { count == 0 }

  public var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

  public var string: String { String(decoding: buffer, as: UTF8.self) }

  /// The bytes from `lower` up to, not including, `upper`.
  @inline(__always)
  func slice(_ lower: Int, _ upper: Int) -> Bytes {
    Bytes(start: start + lower, count: upper - lower)
  }

  /// Without the space, tab and NBSP (C2 A0) around the value.
  @inline(__always)
  public func trimmed() -> Bytes {
    if count == 0 { return self }
    // Blanks are rare: one look at either end settles nearly every field.
    if start[0] > 0x20, start[0] != 0xC2, start[count - 1] > 0x20, start[count - 1] != 0xA0 {
      return self
    }
    return slowlyTrimmed()
  }

  @inline(never)
  private func slowlyTrimmed() -> Bytes {
    var lower = 0
    var upper = count
    while lower < upper {
      if start[lower] == 0x20 || start[lower] == 0x09 {
        lower += 1
      } else if upper - lower >= 2, start[lower] == 0xC2, start[lower + 1] == 0xA0 {
        lower += 2
      } else {
        break
      }
    }
    while lower < upper {
      if start[upper - 1] == 0x20 || start[upper - 1] == 0x09 {
        upper -= 1
      } else if upper - lower >= 2, start[upper - 2] == 0xC2, start[upper - 1] == 0xA0 {
        upper -= 2
      } else {
        break
      }
    }
    return slice(lower, upper)
  }

  /// Equal bytes.
  @inline(__always)
  public func equals(_ other: Bytes) -> Bool {
    guard count == other.count else { return false }
    guard count >= 8 else { return tail == other.tail }
    var index = 0
    while index < count - 8 {
      guard load(index) == other.load(index) else { return false }
      index += 8
    }
    return load(count - 8) == other.load(count - 8)
  }

  /// Equal but for the case of ASCII letters; `lowered` is in lower case.
  public func equalsIgnoringCase(_ lowered: [UInt8]) -> Bool {
    guard count == lowered.count else { return false }
    for index in 0..<count where asciiLowered(start[index]) != lowered[index] { return false }
    return true
  }

  @inline(__always)
  private func load(_ index: Int) -> UInt64 {
    UnsafeRawPointer(start + index).loadUnaligned(as: UInt64.self)
  }

  /// Fewer than eight bytes in one number; with the count it tells them apart from all others.
  @inline(__always)
  private var tail: UInt64 {
    let raw = UnsafeRawPointer(start)
    if count >= 4 {
      // Two loads that overlap in the middle.
      return UInt64(raw.loadUnaligned(as: UInt32.self))
        | UInt64(raw.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)) << 32
    }
    if count == 0 { return 0 }
    return UInt64(start[0]) | UInt64(start[count >> 1]) << 8 | UInt64(start[count - 1]) << 16
  }

  /// A 64-bit hash of the bytes, the same in every run.
  ///
  /// Multiply-and-fold over eight bytes at a time (the scheme of wyhash): what is indexed by it
  /// never shows in an output, so it needs speed and spread, not secrecy.
  @inline(__always)
  public func hash(seed: UInt64 = 0x9E37_79B9_7F4A_7C15) -> UInt64 {
    var state = seed ^ UInt64(truncatingIfNeeded: count)
    var index = 0
    while index + 8 <= count {
      state = fold(state ^ load(index), 0xA076_1D64_78BD_642F)
      index += 8
    }
    if index < count {
      state = fold(state ^ (count >= 8 ? load(count - 8) : tail), 0xE703_7ED1_A0B4_28DB)
    }
    return fold(state, 0x8EBC_6AF0_9C88_C6E3)
  }

  /// The number of Unicode scalars, if the bytes are valid UTF-8.
  public var scalarCount: Int {
    var continuation = 0
    for byte in buffer where byte & 0xC0 == 0x80 { continuation += 1 }
    return count - continuation
  }
}

@inline(__always)
private func fold(_ a: UInt64, _ b: UInt64) -> UInt64 {
  let (high, low) = a.multipliedFullWidth(by: b)
  return high ^ low
}

/// The lower-case form of an ASCII letter; any other byte as it is.
@inline(__always)
func asciiLowered(_ byte: UInt8) -> UInt8 {
  byte &- 0x41 < 26 ? byte | 0x20 : byte
}

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

/// Whether one text comes before another byte-wise in UTF-8, the order of every table.
///
/// `String.<` follows Unicode's canonical order and treats equivalent spellings as equal; the
/// contract compares bytes.
public func precedesByteWise(_ a: String, _ b: String) -> Bool {
  a.utf8.lexicographicallyPrecedes(b.utf8)
}
