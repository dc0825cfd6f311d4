import Analytics
import Ingest

@testable import Reporting

/// A small publication edition of which a test hides what it is about.
struct EditionFixture {
  /// A figure by its table, its row and its column.
  typealias Place = (table: Analysis, row: Int, columns: [ColumnName])

  var hidden: [Place] = []
  /// Whether combinations and concerns are hidden, so that a row stands for them.
  var hasRemainders = false
  /// Whether every concern of the first market is hidden.
  var hidesConcerns = false
  var parameters = PublicationParameters()
  var account = PublicationAccount(
    tables: [.init(table: "wijken", cells: 30, hidden: 4)], hiddenPercent: 3, hasDominance: true,
    formerEditions: ["20171015T020000Z-00c0ffee"])
  /// Of `Oost` and `Zuid`.
  var rates: (Int64, Int64) = (150_000, 90_000)

  static let run = "20171115T020000Z-3f2a91c0"

  var edition: Report {
    let month = Month(year: 2017, month: 1)
    let whole = Report(
      version: "1.2.3", municipality: .init(code: "0637", name: "Zoetermeer"),
      period: .init(
        days: month.firstDay...Month(year: 2017, month: 5).lastDay, isFromData: false),
      basis: .service, tables: [])
    return whole.edition(
      of: Self.run, tables: tables.map(hide), parameters: parameters, account: account)
  }

  func page(_ language: AnnexLanguage = .dutch) -> AnnexPage {
    var builder = AnnexBuilder(edition, language: language)
    return builder.page()
  }

  private func hide(_ table: Table) -> Table {
    var rows = table.rows
    for place in hidden where place.table.name == table.name {
      for column in place.columns { rows[place.row][table.position(of: column)] = .hidden }
    }
    return Self.table(table.name, table.columns, rows)
  }

  private static func table(_ name: String, _ columns: [Column], _ rows: [[Cell]]) -> Table {
    Table(name: name, title: "Titel", countingRules: ["Regel."], columns: columns, rows: rows)
  }

  private var tables: [Table] {
    [
      (Analysis.productUse, products), (.spendingShares, spending), (.monthlyCourse, months),
      (.districtUse, districts), (.combinations, combinations), (.groupCounts, groupCounts),
      (.ages, ages), (.concentration, markets), (.providers, concerns),
    ].map { Self.table($0.name, $0.columns, $1) }
  }

  private var products: [[Cell]] {
    [
      [.level(.product), .text("maatwerk"), .text("01"), .text("Dagbesteding")]
        + numbers(45, 40, 3, 300_000_00, 7_500_00, 6_666_67),
      [.level(.product), .text("maatwerk"), .text("02"), .text("Begeleiding")]
        + numbers(85, 80, 5, 500_000_00, 6_250_00, 5_882_35),
      [.level(.kind), .text("maatwerk"), .empty, .empty]
        + numbers(130, 100, 6, 800_000_00, 8_000_00, 6_153_85),
      [.level(.total), .empty, .empty, .empty]
        + numbers(130, 100, 6, 800_000_00, 8_000_00, 6_153_85),
    ]
  }

  private var spending: [[Cell]] {
    [
      ("algemeen", 200_000_00, 200_000), ("maatwerk", 800_000_00, 800_000),
      ("vrij_inzetbaar", 0, 0),
    ]
    .map { [.text($0), .number($1), .number($2)] }
  }

  private var months: [[Cell]] {
    let january = Int64(Month(year: 2017, month: 1).number)
    return (0..<5).map { [.number(january + $0)] + numbers(90, 80 + 5 * $0, 85, 10, 5, 160_000_00) }
  }

  private var districts: [[Cell]] {
    [("Noord", 20, 200_000), ("Oost", 30, rates.0), ("Zuid", 25, rates.1), ("totaal", 75, 160_000)]
      .map {
        [.text($0), .level(.total), .empty]
          + numbers(2000, $1, $2, 40, 200_000_00, 8_000_00, 100_00)
      }
  }

  private var combinations: [[Cell]] {
    let shown: [[Cell]] = [
      [.text("begeleiding"), .number(1), .number(50), .number(500_000), .empty, .number(1_000_00)],
      [.text("begeleiding + dag"), .number(2), .number(20)] + numbers(200_000, 15, 2_000_00),
      [.text("begeleiding + hulp"), .number(2), .number(15)] + numbers(150_000, 10, 3_000_00),
    ]
    let rest: [Cell] = [
      .text("overige combinaties"), .empty, .number(90), .number(900_000), .empty,
    ]
    return hasRemainders ? shown + [rest + [.number(9_000_00)]] : shown
  }

  private var groupCounts: [[Cell]] {
    ["1", "2", "3", "4", "5", "6+"].map { [.text($0)] + numbers(60, 600_000, 400_000_00) }
  }

  private var ages: [[Cell]] {
    ["begeleiding", "dag", "totaal"].flatMap { group in
      ["0-17", "18-64", "onbekend"].map { [.text(group), .text($0)] + numbers(20, 333_333, 1_00) }
    }
  }

  private var markets: [[Cell]] {
    [("01", "Dagbesteding", 900_000), ("02", "Begeleiding", 700_000)].map { code, name, share in
      [.level(.product), .text("maatwerk"), .text(code), .text(name)]
        + numbers(5, 300_000_00, 400_000, 600_000, share, 30_000, 333, 800_000)
    }
  }

  private var concerns: [[Cell]] {
    ["01", "02"].flatMap { code -> [[Cell]] in
      let keys: [Cell] = [.level(.product), .text("maatwerk"), .text(code)]
      let shown = (1...3).map { rank in
        keys + [.text("Zorg \(rank)")] + numbers(Int64(rank), 60_000_00, 200_000, 20, 400_000)
      }
      let rest = [.text("overige aanbieders"), .empty] + numbers(120_000_00, 400_000)
      if hidesConcerns, code == "01" { return [keys + rest + [.hidden, .hidden]] }
      return hasRemainders ? shown + [keys + rest + [.hidden, .hidden]] : shown
    }
  }

  private func numbers(_ numbers: Int64...) -> [Cell] { numbers.map { .number($0) } }
}

extension AnnexPage {
  var blocks: [Block] { sections.flatMap(\.blocks) }

  func table(_ id: String) -> TableView? { blocks.compactMap(\.table).first { $0.tableID == id } }

  func figure(_ id: String) -> Figure? { blocks.compactMap(\.figure).first { $0.figureID == id } }

  var sentences: [String] { sections.flatMap(\.sentences).map(\.sentence) }
}
