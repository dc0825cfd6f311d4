import Foundation
import Ingest

/// Writes records of one file in a dialect, field by field, through one buffer of bytes.
///
/// No field becomes a `String` on its way: ten million lines are to take seconds.
final class RecordWriter {
  private let file: FileHandle
  private let form: Dialect
  private let calendar: CalendarText
  private let buffer: UnsafeMutablePointer<UInt8>
  private var used = 0
  /// Where the record that is being written begins in the buffer.
  private var recordStart = 0
  private var isFirstField = true
  private var isQuoted = false
  private let quotedThreshold: UInt64
  private var random: SplitMix
  private static let capacity = 1 << 20
  /// Room for one record: the buffer is written out when less than this is left.
  private static let margin = 1 << 13

  /// Creates or empties the file at `path`; `quotedShare` of the fields get quotes they don't need.
  init(
    path: String, dialect: OutputDialect, calendar: CalendarText, quotedShare: Double = 0,
    seed: UInt64 = 0
  ) throws(RunFailure) {
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let file = FileHandle(forWritingAtPath: path)
    else { throw .cannotCreate(path) }
    self.file = file
    self.calendar = calendar
    form = dialect.form
    buffer = .allocate(capacity: Self.capacity)
    quotedThreshold = quotedShare <= 0 ? 0 : UInt64(min(quotedShare, 1) * 4_294_967_296)
    random = SplitMix(seed: seed)
  }

  deinit {
    buffer.deallocate()
  }

  /// Ends the record with a line feed.
  @inline(__always)
  func endRecord() throws(RunFailure) {
    put(UInt8(ascii: "\n"))
    isFirstField = true
    if used > Self.capacity - Self.margin { try flush() }
    recordStart = used
  }

  func close() throws(RunFailure) {
    try flush()
    do { try file.close() } catch { throw .cannotWrite }
  }

  private func flush() throws(RunFailure) {
    let bytes = Data(bytesNoCopy: buffer, count: used, deallocator: .none)
    do { try file.write(contentsOf: bytes) } catch { throw .cannotWrite }
    used = 0
  }

  @inline(__always)
  func put(_ byte: UInt8) {
    buffer[used] = byte
    used += 1
  }

  @inline(__always)
  private func begin() {
    if isFirstField { isFirstField = false } else { put(form.separator) }
    if quotedThreshold > 0 {
      isQuoted = random.next() >> 32 < quotedThreshold
      if isQuoted { put(form.quote) }
    }
  }

  @inline(__always)
  private func end() {
    if isQuoted { put(form.quote) }
  }

  /// Writes one field through `write`.
  @inline(__always)
  func field(_ write: () -> Void) {
    begin()
    write()
    end()
  }

  @inline(__always)
  func empty() {
    field {}
  }

  /// A field of ASCII bytes that need no quotes.
  @inline(__always)
  func bytes(_ bytes: [UInt8]) {
    field { for byte in bytes { put(byte) } }
  }

  /// A field of any text, in the dialect's encoding, with quotes where it needs them.
  func text(_ text: String) {
    begin()
    let special = text.utf8.contains { $0 == form.separator || $0 == form.quote || $0 < 0x20 }
    let addsQuotes = special && !isQuoted
    if addsQuotes { put(form.quote) }
    for scalar in text.unicodeScalars {
      if scalar.value == UInt32(form.quote) { put(form.quote) }
      if form.encoding == .windows1252, scalar.value > 0x7F {
        // The made-up texts hold Latin letters only: there both encodings have the scalar's value.
        put(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        for byte in String(scalar).utf8 { put(byte) }
      }
    }
    if addsQuotes { put(form.quote) }
    end()
  }

  /// Changes the fields of the record that is being written, also so that they break it.
  ///
  /// Slow, and only for records without separators in quotes.
  func edit(_ change: (inout [String]) -> Void) {
    let bytes = UnsafeBufferPointer(start: buffer + recordStart, count: used - recordStart)
    var fields = bytes.split(separator: form.separator, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    change(&fields)
    used = recordStart
    for (index, field) in fields.enumerated() {
      if index > 0 { put(form.separator) }
      for byte in field.utf8 { put(byte) }
    }
  }

  @inline(__always)
  func day(_ day: Day) {
    field { calendar.append(day, to: buffer, at: &used) }
  }

  /// A field with a whole number, with zeros in front up to `width`.
  @inline(__always)
  func integer(_ number: Int, width: Int = 1) {
    field { digits(number, width: width) }
  }

  /// A field with an amount in eurocents, in the dialect's money unit.
  @inline(__always)
  func money(_ cents: Int) {
    field {
      if cents < 0 { put(UInt8(ascii: "-")) }
      let size = abs(cents)
      guard form.money == .euro else { return digits(size, width: 1) }
      grouped(size / 100)
      decimals(size % 100, width: 2)
    }
  }

  /// A field with a number of hundredths; the decimals are left out where they are zero.
  @inline(__always)
  func hundredths(_ number: Int) {
    field {
      if number < 0 { put(UInt8(ascii: "-")) }
      let size = abs(number)
      digits(size / 100, width: 1)
      if size % 100 != 0 { decimals(size % 100, width: 2) }
    }
  }

  /// A field with a percentage in ten-thousandths of a percent, without decimals that are zero.
  func percent(_ number: Int) {
    field {
      if number < 0 { put(UInt8(ascii: "-")) }
      let size = abs(number)
      digits(size / 10_000, width: 1)
      var (rest, width) = (size % 10_000, 4)
      while width > 0, rest % 10 == 0 { (rest, width) = (rest / 10, width - 1) }
      if width > 0 { decimals(rest, width: width) }
    }
  }

  private func grouped(_ number: Int) {
    guard let thousands = form.thousands, number >= 1000 else { return digits(number, width: 1) }
    grouped(number / 1000)
    put(thousands)
    digits(number % 1000, width: 3)
  }

  @inline(__always)
  private func decimals(_ number: Int, width: Int) {
    put(form.decimal ?? UInt8(ascii: "."))
    digits(number, width: width)
  }

  @inline(__always)
  func digits(_ number: Int, width: Int) {
    var count = 1
    var rest = number / 10
    while rest > 0 {
      count += 1
      rest /= 10
    }
    let length = max(count, width)
    rest = number
    for position in stride(from: length - 1, through: 0, by: -1) {
      buffer[used + position] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    used += length
  }
}
