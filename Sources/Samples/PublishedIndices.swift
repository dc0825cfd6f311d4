import Ingest

/// The indices by which municipalities raise what they pay for support: OVA for labour and PPC for
/// other costs, as the NZa and the VNG published them.
///
/// The values are published, the days on which they were fixed are ours: a provisional value on the
/// first of December of the year before, a definitive one on the first of December of its own.
enum PublishedIndices {
  /// Of these years, and no others.
  private static let definitiveYears = 2018...2024
  private static let provisionalYears = 2023...2025

  /// In hundredths of a percent, by series and year.
  private static let definitive = [
    "OVA": [296, 342, 328, 201, 442, 636, 600], "PPC": [155, 249, 197, 177, 925, 702, 310],
  ]
  private static let provisional = ["OVA": [474, 494, 418], "PPC": [487, 251, 182]]

  static let series = ["OVA", "PPC"]

  /// All of them, by series, year and status.
  static let rows = series.flatMap { name in
    (definitiveYears.lowerBound...provisionalYears.upperBound).flatMap { year in
      [row(name, year, .provisional), row(name, year, .definitive)].compactMap { $0 }
    }
  }

  /// The value of one series, year and status, where it is known.
  static func row(_ series: String, _ year: Int, _ status: IndexFigure.Status) -> IndexRow? {
    let years = status == .provisional ? provisionalYears : definitiveYears
    let values = status == .provisional ? provisional : definitive
    guard years.contains(year), let values = values[series] else { return nil }
    return IndexRow(
      series: series, year: year, status: status, value: values[year - years.lowerBound] * 100,
      fixed: fixed(year, status), source: "NZa, VNG")
  }

  static func fixed(_ year: Int, _ status: IndexFigure.Status) -> Day {
    Month(year: status == .provisional ? year - 1 : year, month: 12).firstDay
  }
}
