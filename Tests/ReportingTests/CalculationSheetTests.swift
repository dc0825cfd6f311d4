import Analytics
import Testing

@testable import Reporting

/// What the formulas come to is checked by `make test-publish`, with a spreadsheet program.
@Suite("the sheet with formulas")
struct CalculationSheetTests {
  private static func formulas(_ grid: CalculationGrid) -> [String] {
    grid.rows.flatMap { $0 }.compactMap { item in
      if case .formula(let text, _, _) = item { return text }
      return nil
    }
  }

  @Test("constant prices go by the indices, an index block follows that of its year")
  func parts() {
    let report = MoneyFixture().report
    var grid = CalculationGrid(title: "")
    let indices = grid.addIndices(report)
    grid.addConstantPrices(report, indices)
    grid.addBuildUps(report, indices)
    grid.addDistrictBudget(report)
    let formulas = Self.formulas(grid)
    #expect(formulas.contains("=B15*(1+B10/100)") && formulas.contains("=ROUND(C16/B16,2)"))
    // The block `index` of 2018, and the discount on all before it.
    #expect(formulas.contains("=B11"))
    #expect(formulas.contains { $0.hasPrefix("=-ROUND(C") })
    #expect(grid.checks.count == 3)
  }

  @Test("nothing to change, no sheet")
  func absent() {
    var fixture = MoneyFixture()
    #expect(CalculationSheet(fixture.report) != nil)
    fixture.isEmpty = { _ in true }
    #expect(CalculationSheet(fixture.report) == nil)
  }

  @Test("the workbook holds the sheet, and the same bytes each time")
  func workbook() throws {
    let report = MoneyFixture().report
    let first = try #require(try WorkbookFormat().files(of: report).first).bytes
    #expect(try WorkbookFormat().files(of: report).first?.bytes == first)
    var fixture = MoneyFixture()
    fixture.isEmpty = { _ in true }
    #expect(try WorkbookFormat().files(of: fixture.report).first?.bytes != first)
  }
}
