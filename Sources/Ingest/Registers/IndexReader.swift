/// Reads `indexcijfers.csv`.
struct IndexReader {
  private let series = FileKind.indices.index(of: "reeks")
  private let year = FileKind.indices.index(of: "jaar")
  private let status = FileKind.indices.index(of: "status")
  private let value = FileKind.indices.index(of: "waarde")
  private let fixed = FileKind.indices.index(of: "vastgesteld_op")

  func read(_ file: RegisterFile) throws -> [IndexFigure] {
    var figures: [IndexFigure] = []
    var keyed = KeyedRows(file, keyColumns: [series, year, status, fixed])
    try file.forEachRow { row in
      let series = row.requiredText(series)
      let year = row.requiredYear(year)
      let status =
        row.requiredText(status) == nil
        ? nil : row.word(status, .indexStatus, IndexFigure.Status.self)
      let value = row.requiredText(value) == nil ? nil : row.percent(value)
      let fixed = row.requiredDay(fixed)
      guard let series, let year, let status, let value, let fixed, row.isSound else { return }
      let key =
        Array("\(year) \(status.rawValue) \(fixed.number) ".utf8) + Array(series.buffer)
      guard key.withBytes({ keyed.add($0, row) }) != nil else { return }
      figures.append(
        IndexFigure(
          series: series.string, year: year, status: status, tenThousandths: value, fixed: fixed))
    }
    return figures
  }
}

/// One value of a series of indices (such as OVA or PPC) of one year, as it was fixed on a day.
public struct IndexFigure: Sendable, Equatable {
  public enum Status: String, CaseIterable, Sendable {
    case provisional = "voorlopig"
    case definitive = "definitief"
  }

  public var series: String
  public var year: Int
  public var status: Status
  /// In ten-thousandths of a percent.
  public var tenThousandths: Int64
  /// `vastgesteld_op`
  public var fixed: Day

  public init(series: String, year: Int, status: Status, tenThousandths: Int64, fixed: Day) {
    self.series = series
    self.year = year
    self.status = status
    self.tenThousandths = tenThousandths
    self.fixed = fixed
  }
}
