import Analytics
import Ingest
import Reporting
import Testing

@testable import Runs

/// The tables of a region, from those of its runs.
@Suite struct RegionTablesTests {
  private func region(_ text: String) -> Table { table(.region, text) }
  private func overlap(_ text: String) -> Table { table(.overlap, text) }

  /// A table of drawn rows: `-` is an empty cell, and numbers are in the unit of their column.
  private func table(_ analysis: Analysis, _ text: String) -> Table {
    Table(
      name: analysis.name, title: analysis.title, countingRules: ["regel"],
      columns: analysis.columns,
      rows: text.split(separator: "\n").map { line in
        zip(line.split(separator: " "), analysis.columns).map { word, column in
          if word == "-" { return .empty }
          return column.type == .text
            ? .text(String(word)) : Int64(word).map(Cell.number) ?? .empty
        }
      })
  }

  private func part(
    _ run: String, _ region: Table, _ overlap: Table,
    _ period: ClosedRange<Int32> = 17_167...17_531,
    basis: CountingParameters.Basis = .service
  ) -> RegionPart {
    let days = Day(number: period.lowerBound)...Day(number: period.upperBound)
    return RegionPart(
      run: run, period: .init(days: days, isFromData: false), basis: basis, region: region,
      overlap: overlap)
  }

  private var south: RegionPart {
    part(
      "zuid",
      region(
        """
        0994 functie hulp 300 3 100000 4 1050
        0994 functie vervoer 300 1 33333 1 -50
        0994 totaal - 300 3 100000 5 1000
        onbekend functie hulp - 1 - 1 7
        onbekend functie vervoer - 0 - 0 0
        onbekend totaal - - 1 - 1 7
        totaal functie hulp 300 4 133333 5 1057
        totaal functie vervoer 300 1 33333 1 -50
        totaal totaal - 300 4 133333 6 1007
        """),
      overlap(
        """
        0994 3 1 333333
        onbekend 1 0 0
        totaal 4 1 250000
        """))
  }

  private var north: RegionPart {
    part(
      "noord",
      region(
        """
        0881 functie dagopvang 700 2 28571 2 200
        0881 functie hulp 700 4 57143 4 300
        0881 totaal - 700 5 71429 6 500
        onbekend functie dagopvang - 1 - 1 3
        onbekend functie hulp - 2 - 2 4
        onbekend totaal - - 2 - 3 7
        totaal functie dagopvang 700 3 42857 3 203
        totaal functie hulp 700 6 85714 6 304
        totaal totaal - 700 7 100000 9 507
        """),
      overlap(
        """
        0881 4 2 500000
        onbekend 2 1 500000
        totaal 6 3 500000
        """))
  }

  /// Without inhabitants.
  private var east: RegionPart {
    part(
      "oost",
      region(
        """
        1903 functie hulp - 1 - 1 1
        1903 totaal - - 1 - 1 1
        totaal functie hulp - 1 - 1 1
        totaal totaal - - 1 - 1 1
        """), overlap(""))
  }

  private func drawn(_ table: Table) -> String {
    table.rows.map { row in
      row.map { cell in
        switch cell {
        case .text(let text): text
        case .number(let number): String(number)
        case .empty, .hidden: "-"
        }
      }.joined(separator: " ")
    }.joined(separator: "\n")
  }

  private let both = """
    0881 functie dagopvang 700 2 28571 2 200
    0881 functie hulp 700 4 57143 4 300
    0881 functie vervoer 700 0 0 0 0
    0881 totaal - 700 5 71429 6 500
    0994 functie dagopvang 300 0 0 0 0
    0994 functie hulp 300 3 100000 4 1050
    0994 functie vervoer 300 1 33333 1 -50
    0994 totaal - 300 3 100000 5 1000
    onbekend functie dagopvang - 1 - 1 3
    onbekend functie hulp - 3 - 3 11
    onbekend functie vervoer - 0 - 0 0
    onbekend totaal - - 3 - 4 14
    totaal functie dagopvang 1000 3 30000 3 203
    totaal functie hulp 1000 10 100000 11 1361
    totaal functie vervoer 1000 1 10000 1 -50
    totaal totaal - 1000 11 110000 15 1514
    """

  @Test func `every municipality has every function, and what is unknown is added up`() {
    let tables = RegionTables([south, north])
    #expect(drawn(tables.region) == both)
    #expect(
      drawn(tables.overlap) == """
        0881 4 2 500000
        0994 3 1 333333
        onbekend 3 1 333333
        totaal 10 4 400000
        """)
  }

  @Test func `the order of the runs says nothing`() {
    let parts = [south, north, east]
    let expected = RegionTables(parts)
    for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
      let found = RegionTables(order.map { parts[$0] })
      #expect(CSVFormat().bytes(of: found.region) == CSVFormat().bytes(of: expected.region))
      #expect(CSVFormat().bytes(of: found.overlap) == CSVFormat().bytes(of: expected.overlap))
    }
  }

  @Test func `a run alone is its own region`() {
    for part in [south, north, east] {
      let tables = RegionTables([part])
      #expect(drawn(tables.region) == drawn(part.region))
      #expect(drawn(tables.overlap) == drawn(part.overlap))
    }
  }

  @Test func `without the inhabitants of one municipality the region has none`() {
    let rows = drawn(RegionTables([south, north, east]).region).split(separator: "\n")
    #expect(rows.suffix(1) == ["totaal totaal - - 12 - 16 1515"])
    #expect(rows.contains("1903 functie vervoer - 0 - 0 0"))
    #expect(rows.contains("0994 totaal - 300 3 100000 5 1000"))
  }

  @Test func `without the overlap of one run the region has none`() {
    #expect(RegionTables([south, east]).overlap.rows.isEmpty)
    #expect(RegionTables([south, east]).overlap.columns.count == 4)
  }

  private func refusal(_ parts: [RegionPart]) -> String? {
    do {
      try RegionPart.refuseDifferences(between: parts)
      return nil
    } catch {
      #expect(error.status == .unusableInput)
      return error.message
    }
  }

  @Test func `runs that do not belong together are named`() throws {
    #expect(refusal([south, north, east]) == nil)
    let other = part("west", east.region, east.overlap, 17_167...17_530)
    let periods = try #require(refusal([south, other]))
    #expect(periods.contains("west") && periods.contains("zuid") && periods.contains("periods"))
    let bases = refusal([south, part("west", east.region, east.overlap, basis: .declaration)])
    #expect(bases?.contains("declaratie") == true)
    let twice = refusal([south, part("west", south.region, south.overlap)])
    #expect(twice?.contains("0994") == true && twice?.contains("zuid, west") == true)
  }

  @Test func `other counting rules are refused, but not those of an overlap without rows`() {
    func with(_ rule: String, _ table: Table) -> Table {
      Table(
        name: table.name, title: table.title, countingRules: [rule], columns: table.columns,
        rows: table.rows)
    }
    let region = part("west", with("andere", north.region), north.overlap)
    #expect(refusal([south, region])?.contains("'regio'") == true)
    let overlap = part("west", north.region, with("andere", north.overlap))
    #expect(refusal([south, overlap])?.contains("'overlap'") == true)
    #expect(refusal([south, part("west", east.region, with("andere", east.overlap))]) == nil)
    let named = with("De overlap: de groep is hulp.", east.region)
    let none = with("De overlap: er is geen groep gekozen.", south.region)
    #expect(refusal([part("a", named, east.overlap), part("b", none, east.overlap)]) == nil)
    #expect(refusal([part("a", named, north.overlap), part("b", none, south.overlap)]) != nil)
    // Of one spelling for people, but not of the same bytes.
    let (one, other) = (with("caf\u{E9}", south.region), with("cafe\u{301}", north.region))
    #expect(refusal([part("a", one, south.overlap), part("b", other, north.overlap)]) != nil)
  }
}
