import Testing

/// Amounts of which factors, forecasts and effects are beyond all measure: both programs say the
/// same of them.
@Suite struct ExtremeAmountsTests {
  /// `count` months, each of which has an amount at once and another in the month after them all: of
  /// one diagonal, every factor is made of these two.
  private func triangle(_ count: Int, _ first: String, _ change: String) -> String {
    let last = 2015 * 12 + count
    func day(_ month: Int, _ day: String) -> String {
      let number = month % 12 + 1
      return "\(month / 12)-" + (number < 10 ? "0\(number)" : "\(number)") + "-" + day
    }
    var drawn = "A2 10A 22222222 \(day(last, "01")) 5.00 \(day(last, "28"))\n"
    for month in 0..<count {
      let start = day(2015 * 12 + month, "01")
      drawn += "A1 10A 11111111 \(start) \(first) \(day(2015 * 12 + month, "28"))\n"
      drawn += "A1 10A 11111111 \(start) \(change) \(day(last, "28"))\n"
    }
    return drawn
  }

  private func compare(
    _ drawn: String, _ change: (inout OracleReport.Settings) -> Void
  ) throws {
    var settings = OracleReport.Settings()
    settings.course.lastMonth = OracleReport.Month(number: 2020 * 12)
    change(&settings)
    let files = OracleExample().files(drawn)
    let expected = try TownReport.oracle(files, settings)
    let found = try TownReport.pipeline(files, settings, workers: 2, chunkSize: 4096)
    if let difference = expected.difference(from: found) { Issue.record("\(difference)") }
  }

  @Test(arguments: [1, 2, 3, 4, 12, 40], [0.5, 0])
  func `amounts that grow or shrink by eleven digits a month`(
    count: Int, priorBelow: Double
  ) throws {
    let amounts = [
      ("0.01", "999999999.99"), ("999999999.99", "-999999999.98"), ("-0.01", "999999999.99"),
      ("999999999.99", "-999999999.99"),
    ]
    for (first, change) in amounts {
      try compare(triangle(count, first, change)) {
        $0.course.lastMonth = OracleReport.Month(number: 2015 * 12 + count)
        $0.course.diagonals = 1
        $0.course.priorBelow = priorBelow
      }
    }
  }

  @Test(arguments: [
    ("999999999.99 2017-12-31 0.01", "-0.01 2017-12-31 99999999.99"),
    ("999999999.99 2017-12-31 0.01", "0.01 2017-12-31 99999999.99"),
    ("-0.01 2017-12-31 99999999.99", "999999999.99 2017-12-31 0.01"),
    ("0.01 2017-12-31 99999999.99", "999999999.99 2017-12-31 0.01"),
  ])
  func `prices that change by twenty digits`(before: String, after: String) throws {
    try compare(
      """
      A1 10A 11111111 2016-03-02 \(before) 04
      A1 10A 11111111 2017-03-02 \(after) 04
      A2 10B 22222222 2016-03-02 5.00
      A2 10B 22222222 2017-03-02 7.00
      """
    ) {
      $0.from = "2017-01-01"
      $0.to = "2017-12-31"
    }
  }
}
