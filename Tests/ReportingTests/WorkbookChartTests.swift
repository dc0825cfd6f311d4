import Analytics
import Ingest
import Testing

@testable import Reporting

@Suite("charts of the workbook over time")
struct WorkbookChartTests {
  private static let january = Int64(Month(year: 2017, month: 1).number)

  /// A report with these rows.
  private func report(
    _ basis: CountingParameters.Basis = .service, _ tables: (Analysis, [[Cell]])...
  ) -> Report {
    Report(
      version: "1.0.0",
      municipality: Report.Municipality(),
      period: nil,
      basis: basis,
      tables: tables.map { analysis, rows in
        Table(
          name: analysis.name, title: analysis.title, countingRules: [], columns: analysis.columns,
          rows: rows)
      }
    )
  }

  /// The six series of the waterfall, and the name of each bar.
  private func waterfall(_ before: Int64, _ effects: [Int64]) throws -> (
    names: [String], series: [[Int64]]
  ) {
    let after = effects.reduce(before, +)
    let row: [Cell] =
      [.level(.total), .empty, .empty] + [before, after, after - before].map(Cell.number)
      + effects.map(Cell.number) + [.text("LMDI")]
    let chart = try #require(SheetChart.waterfall(in: report(.service, (.costChange, [row]))))
    let names = chart.figures.rows.map { row in
      guard case .text(let name) = row[chart.categories] else { return "" }
      return name.replacing("\u{A0}", with: " ").replacing("\n", with: ": ")
    }
    let series = chart.values.map { column in
      chart.figures.rows.map { row -> Int64 in
        guard case .number(let cents) = row[column] else { return 0 }
        return cents
      }
    }
    return (names, series)
  }

  @Test("a waterfall above zero: rises and falls stand on what lifts them")
  func waterfallAboveZero() throws {
    let (names, series) = try waterfall(100_00, [30_00, -20_00, 0, 5_49, 0, -10_50])
    #expect(
      names == [
        "bedrag: vergelijking: € 100", "clienten: + € 30", "mix: - € 20", "volume: € 0",
        "prijs: + € 5",
        "nieuw: € 0", "beeindigd: - € 11", "bedrag: € 105",
      ])
    #expect(
      series == [
        [0, 100_00, 110_00, 110_00, 110_00, 115_49, 104_99, 0],
        [100_00, 0, 0, 0, 0, 0, 0, 104_99],
        [0, 30_00, 0, 0, 5_49, 0, 0, 0],
        [0, 0, 20_00, 0, 0, 0, 10_50, 0],
        [0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0],
      ])
  }

  @Test("a waterfall through zero and below it: a bar through zero is two")
  func waterfallBelowZero() throws {
    let (names, series) = try waterfall(10_00, [-30_00, -5_00, 10_00, 40_00, 0, -25_00])
    #expect(names.first == "bedrag: vergelijking: € 10" && names.last == "bedrag: € 0")
    #expect(
      series == [
        [0, 0, -20_00, -15_00, 0, 25_00, 0, 0],
        [10_00, 0, 0, 0, 0, 0, 0, 0],
        [0, 0, 0, -10_00, 25_00, 0, 0, 0],
        [0, 10_00, -5_00, 0, 0, 0, 25_00, 0],
        [0, 0, 0, 0, -15_00, 0, 0, 0],
        [0, -20_00, 0, 0, 0, 0, 0, 0],
      ])
  }

  @Test("without amounts in the period before there is no waterfall")
  func nothingToCompare() {
    let row: [Cell] =
      [.level(.total), .empty, .empty] + (0..<9).map { .number($0) } + [.text("LMDI")]
    #expect(SheetChart.waterfall(in: report(.service, (.costChange, [row]))) == nil)
  }

  @Test("lines go down in steps, to the last share that is known; five groups and all")
  func steps() throws {
    func rows(_ group: String, _ spells: Int64, _ shares: [Int64?]) -> [[Cell]] {
      zip([3, 6, 12, 24], shares).map { time, share in
        [
          .text(group), .number(time), .number(spells), .number(0), .empty, .number(1),
          share.map(Cell.number) ?? .empty, .empty, .empty,
        ]
      }
    }
    let small = (1...5).flatMap { rows("groep \($0)", Int64($0), [900_000, 800_000, nil, nil]) }
    let table =
      rows("geen", 900, [nil, nil, nil, nil]) + small + rows("groot", 50, [700_000, 0, 0, 0])
      + rows("totaal", 70, [800_000, 600_000, 400_000, nil])
    let charts = SheetChart.all(in: report(.service, (.lengthOfStay, table)))
    let chart = try #require(charts.first)
    #expect(charts.count == 1)
    #expect(
      chart.figures.columns.map(\.name.text) == [
        "na_maanden", "groep 2", "groep 3", "groep 4", "groep 5", "groot", "totaal",
      ])
    #expect(chart.figures.rows.map(\.[0]) == [0, 3, 3, 6, 6, 12, 12, 24, 24].map(Cell.number))
    let known: [Int64] = [1_000_000, 1_000_000, 800_000, 800_000, 600_000, 600_000, 400_000]
    #expect(chart.figures.rows.map(\.[6]) == known.map { .number($0) } + [.empty, .empty])
    #expect(chart.figures.rows.map(\.[5]).last == .number(0))
  }

  private func months(
    _ basis: CountingParameters.Basis, _ developed: [Int64?]
  ) -> [SheetChart] {
    let course = (0..<Int64(4)).map { offset in
      [.number(Self.january + offset)] + (0..<6).map { Cell.number($0 * 10 + offset) }
    }
    let forecast = developed.enumerated().map { offset, share -> [Cell] in
      [
        .level(.month), .level(.total), .number(Self.january + Int64(offset)), .number(1),
        share.map(Cell.number) ?? .empty, .empty, .number(1), .number(0), .empty,
      ]
    }
    return SheetChart.all(
      in: report(basis, (.monthlyCourse, course), (.stillToCome, forecast))
    ).filter { $0.table.name == "maandverloop" }
  }

  @Test("months declared for less than 95 % have a series of their own, also those after the last")
  func incompleteMonths() throws {
    let charts = months(.service, [940_000, 950_000, 949_999])
    #expect(charts.map(\.kind) == [.stackedColumns, .line])
    let mark = "(minder dan 95 % gedeclareerd)"
    #expect(
      charts.map { $0.figures.columns.map(\.name.text) } == [
        ["maand", "bedrag", "bedrag \(mark)"], ["maand", "clienten", "clienten \(mark)"],
      ])
    #expect(charts[0].figures.rows.map { $0[1] } == [.number(50), .number(51), .empty, .empty])
    #expect(charts[0].figures.rows.map { $0[2] } == [.empty, .empty, .number(52), .number(53)])
    #expect(charts[1].figures.rows.map { $0[1] } == [.number(10), .number(11), .empty, .empty])
    #expect(
      charts[1].figures.rows.map { $0[2] } == [.empty, .number(11), .number(12), .number(13)])
    #expect(charts.allSatisfy { !$0.liesInTable })
    let none = months(.service, [nil, nil])
    #expect(none.count == 2)
    #expect(none.allSatisfy { $0.figures.rows.allSatisfy { $0[1] == .empty && $0[2] != .empty } })
  }

  @Test("nothing is marked where all is declared, months are of declarations or nothing is known")
  func completeMonths() {
    for charts in [
      months(.service, [940_000, 0, 0, 950_000]), months(.declaration, [0, 0, 0, 0]),
      months(.service, []),
    ] {
      #expect(charts.filter { $0.liesInTable }.map(\.kind) == [.columns, .line])
    }
  }

  @Test("years without declarations after the last month hide nothing of the triangle")
  func strayDate() throws {
    let forecast = (0..<Int64(100)).map { offset -> [Cell] in
      let cents: Int64 = offset < 40 ? 100 : 0
      return [
        .level(.month), .level(.total), .number(Self.january + offset), .number(cents), .empty,
        .empty, .number(cents), .number(0), .empty,
      ]
    }
    let triangle = forecast.enumerated().map { offset, row -> [Cell] in
      [.level(.total), row[2], .count(99 - offset), row[3], row[3]]
    }
    let long = report(.service, (.declarationTriangle, triangle), (.stillToCome, forecast))
    let months = try #require(TriangleSheet(long)).months
    #expect(months.map(\.number) == (4..<40).map { Self.january + $0 })
    #expect(months.allSatisfy { $0.shares == [Cell](repeating: .number(0), count: 36) })
    let chart = try #require(SheetChart.all(in: long).first)
    #expect(chart.rows == Array(4..<40) && chart.liesInTable)
  }

  @Test("allocations, volume by unit, lots with those in use, and years, of which one is in part")
  func supply() throws {
    func figures(_ chart: SheetChart) -> [[Cell]] {
      chart.rows.map { row in
        ([chart.categories] + chart.values).map { chart.figures.rows[row][$0] }
      }
    }
    let charts = SheetChart.supply(in: SupplyFixture().report)
    #expect(
      charts.map(\.table.name) == [
        "toewijzingen-verloop", "toewijzingen-verloop", "verzilvering", "percelen",
        "aanbieders-verloop",
      ])
    #expect(charts[0].liesInTable && charts[1].liesInTable)
    #expect(
      figures(charts[0]) == [
        [.number(Self.january), .number(10)], [.number(Self.january + 1), .number(12)],
      ])
    #expect(figures(charts[2]) == [[.text("begeleiding (uren)"), .number(450_000)]])
    #expect(
      figures(charts[3]) == [
        [.text("begeleiding"), .number(3), .number(2)], [.text("vervoer"), .number(1), .number(0)],
      ])
    #expect(
      figures(charts[4]) == [
        [.text("2016"), .number(2), .number(1)],
        [.text("2017 (niet volledig)"), .number(2), .number(1)],
      ])
    let plain = SheetChart.supply(
      in: SupplyFixture(hasLotsOfProducts: false, years: [(2017, true)]).report)
    #expect(plain.map(\.table.name).last == "percelen")
    #expect(plain.last?.values.count == 1)
    var empty = SupplyFixture()
    empty.isEmpty = { _ in true }
    #expect(SheetChart.supply(in: empty.report).isEmpty)
  }

  @Test("years have no mark for thousands at a terminal")
  func years() throws {
    let table = try #require(SupplyFixture().report.table(.providerTurnover))
    let text = TextFormat().text(of: table)
    #expect(text.contains(" 2016 ") && !text.contains("2.016"))
  }

  @Test("names of sheets within Excel's limits, and no two the same")
  func sheetNames() {
    let findings = [FindingTables.findingsName, FindingTables.providersName]
    let names =
      Analysis.all.map(\.name) + findings + [
        CoverSheet.name, RulesSheet.name, TriangleSheet.name, ChartSheets.dataSheetName,
      ]
    #expect(names.allSatisfy { $0.count <= 31 })
    #expect(Set(names.map { $0.lowercased() }).count == names.count)
  }

  @Test("in constant memory, too, the heat map and the charts are made")
  func constantMemory() throws {
    let month = Self.january
    let small = report(
      .service,
      (
        .declarationTriangle,
        [
          [.level(.total), .number(month), .number(0), .number(-5), .number(-5)],
          [.level(.total), .number(month), .number(2), .number(15), .number(10)],
        ]
      ),
      (
        .stillToCome,
        [
          [
            .level(.month), .level(.total), .number(month), .number(10), .number(500_000), .empty,
            .number(20), .number(10), .empty,
          ]
        ]
      ))
    let months = try #require(TriangleSheet(small)).months
    #expect(months.map(\.shares) == [[.number(-250_000), .number(-250_000), .number(500_000)]])
    let files = try WorkbookFormat(cellsInMemory: 0).files(of: small)
    #expect(files.first?.bytes.starts(with: Array("PK".utf8)) == true)
    #expect(TriangleSheet(report(.service, (.declarationTriangle, []), (.stillToCome, []))) == nil)
  }
}
