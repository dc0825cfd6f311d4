import Analytics
import Foundation
import Ingest
import Testing

@testable import Reporting

@Suite("charts of a publication edition")
struct EditionChartTests {
  private static let months: EditionFixture.Place = (.monthlyCourse, 2, [.clients, .inflow])

  @Test("a line has a gap, an x on the axis, and an axis of the shown figures alone")
  func line() throws {
    let chart = LineChart(
      title: "Lijn", description: "", labels: ["a", "b", "c", "d", "e"],
      series: [.init(label: "Een", values: [3, 4, nil, 5, nil])], figure: { String($0) })
    let svg = chart.svg(id: "i", width: 640)
    #expect(chart.visibility == .partly)
    // A line of two points, and a dot for the point between two gaps.
    #expect(svg.matches(of: /d="M[^M"]*" stroke="#0072b2"/).count == 1)
    #expect(svg.matches(of: /<circle/).count == 1)
    #expect(svg.components(separatedBy: ">x</text>").count == 3)
    let none = LineChart(
      title: "", description: "", labels: ["a"], series: [.init(label: "", values: [nil])],
      figure: { String($0) })
    #expect(none.visibility == .none)
  }

  @Test("text alternatives go from the first to the last shown figure and name the gaps")
  func alternatives() throws {
    let page = EditionFixture(
      hidden: [(.monthlyCourse, 0, [.clients]), Self.months]
    ).page()
    #expect(
      page.figure("figuur-clienten")?.figureDescription
        == "Een lijn van 85 in feb 2017 naar 100 in mei 2017. Verborgen: jan 2017; mrt 2017.")
    #expect(
      page.figure("figuur-stroom")?.figureDescription
        == "Instroom: Een lijn van 10 in feb 2017 naar 10 in mei 2017. Verborgen: mrt 2017. "
        + "Uitstroom: Een lijn van 5 in feb 2017 naar 5 in mei 2017.")
    #expect(page.figure("figuur-bedrag")?.figureDescription.contains("Verborgen") == false)
  }

  @Test("a chart of which every figure is hidden is not there")
  func allHidden() {
    let places: [EditionFixture.Place] = (0..<5).map { (.monthlyCourse, $0, [.clients]) }
    let page = EditionFixture(hidden: places).page()
    #expect(page.figure("figuur-clienten") == nil)
    #expect(page.figure("figuur-bedrag") != nil)
  }

  @Test("no bar, an x in place of the figure, and hidden bars after the shown ones")
  func bars() throws {
    let fixture = EditionFixture(
      hidden: [(.districtUse, 0, [.clientsPerThousand]), (.districtUse, 3, [.clientsPerThousand])])
    let figure = try #require(fixture.page().figure("figuur-wijken"))
    #expect(
      figure.figureDescription == "Balken: Oost 15,00; Zuid 9,00; Noord x; hele gemeente x.")
    #expect(figure.wide.matches(of: /<rect [^>]*fill="#/).count == 2)
    #expect(figure.wide.contains(">hele gemeente: x</text>"))
  }

  @Test("the bar of a whole ends where its shown parts do, and says which are hidden")
  func shares() throws {
    let fixture = EditionFixture(
      hidden: [
        (.ages, 1, [.clients, .share]), (.ages, 3, [.share]), (.ages, 4, [.share]),
        (.ages, 5, [.share]),
      ])
    let figure = try #require(fixture.page().figure("figuur-leeftijd"))
    #expect(figure.wide.contains(">begeleiding (x: 18-64)</text>"))
    #expect(figure.wide.contains(">dag (x)</text>"))
    let all = (0..<3).map { ((.spendingShares, $0, [.share])) as EditionFixture.Place }
    #expect(EditionFixture(hidden: all).page().figure("figuur-uitgaven") == nil)
  }

  @Test("in the workbook hidden figures are empty cells beside a column that marks them")
  func workbook() throws {
    let edition = EditionFixture(hidden: [Self.months], hasRemainders: true).edition
    let charts = SheetChart.all(in: edition)
    let clients = try #require(charts.first { $0.title == "Cliënten per maand" })
    #expect(!clients.liesInTable)
    #expect(clients.rows.filter(clients.isHidden) == [2])
    let amounts = try #require(charts.first { $0.title == "Netto bedrag per maand" })
    #expect(amounts.liesInTable)
    let combinations = try #require(charts.first { $0.title == "Cliënten per combinatie" })
    #expect(combinations.rows == [0, 1, 2])
    let concerns = charts.filter { $0.table.name == "aanbieders" }
    #expect(concerns.map(\.rows) == [[4, 5, 6], [0, 1, 2]])
  }

  @Test("a hidden market is none of the largest, and a chart without a figure is none")
  func choices() {
    let fixture = EditionFixture(
      hidden: [(.productUse, 1, [.amount])]
        + (0..<4).map { (.districtUse, $0, [.clientsPerThousand]) })
    let charts = SheetChart.all(in: fixture.edition)
    #expect(charts.filter { $0.table.name == "aanbieders" }.map(\.rows) == [[0, 1, 2]])
    #expect(charts.filter { $0.table.name == "wijken" }.map(\.title) == ["Bedrag per cliënt"])
  }
}
