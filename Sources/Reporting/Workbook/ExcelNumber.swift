import Analytics
import Ingest

/// Exact figures as the numbers of a spreadsheet.
enum ExcelNumber {
  /// The double next to the exact value: a quotient of two exact doubles is rounded once, so it is
  /// the one that reading the CSV's digits gives. Nil for a month that Excel cannot date.
  static func value(_ number: Int64, _ type: ColumnType) -> Double? {
    if type == .month { return serial(Month(number: Int32(number)).firstDay) }
    var divisor = 1.0
    for _ in 0..<type.decimals { divisor *= 10 }
    return Double(number) / divisor
  }

  /// Days since 1899-12-30, from March 1900 on: before, Excel counts a day that never was.
  private static func serial(_ day: Day) -> Double? {
    guard day.year > 1900, day.year <= 9999 else { return nil }
    return Double(day.number) + 25_569
  }
}
