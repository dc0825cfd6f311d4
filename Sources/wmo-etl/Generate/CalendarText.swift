import Ingest

/// The days from 2000 up to 2040 as ten bytes each, in the date form of a dialect.
///
/// A table, because writing a date costs three divisions per part and a line has three dates.
struct CalendarText {
  private let first: Day
  private let bytes: [UInt8]

  init(_ dialect: OutputDialect) {
    first = Month(year: 2000, month: 1).firstDay
    let last = Month(year: 2040, month: 12).lastDay
    let isDayFirst = dialect.form.dates.contains(.dayMonthYear)
    var bytes: [UInt8] = []
    for number in first.number...last.number {
      let text = Day(number: number).iso
      let parts = text.split(separator: "-")
      bytes += Array((isDayFirst ? parts.reversed().joined(separator: "-") : text).utf8)
    }
    self.bytes = bytes
  }

  @inline(__always)
  func append(_ day: Day, to buffer: UnsafeMutablePointer<UInt8>, at position: inout Int) {
    let start = Int(day.number - first.number) * 10
    bytes.withUnsafeBufferPointer { table in
      for offset in 0..<10 { buffer[position + offset] = table[start + offset] }
    }
    position += 10
  }
}
