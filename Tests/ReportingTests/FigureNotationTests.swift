import Analytics
import Testing

@testable import Reporting

@Suite("digits of exact numbers")
struct FigureNotationTests {
  @Test(
    "plain and Dutch",
    arguments: [
      // number, decimals, plain, Dutch
      (0, 0, "0", "0"), (0, 2, "0.00", "0,00"), (5, 2, "0.05", "0,05"),
      (-5, 2, "-0.05", "-0,05"), (123_450, 2, "1234.50", "1.234,50"),
      (431_250, 6, "0.431250", "0,431250"), (-431_250, 6, "-0.431250", "-0,431250"),
      (1_139_331, 0, "1139331", "1.139.331"), (999, 0, "999", "999"),
      (-1_000, 0, "-1000", "-1.000"), (100_000_00, 2, "100000.00", "100.000,00"),
      (.min, 2, "-92233720368547758.08", "-92.233.720.368.547.758,08"),
    ] as [(Int64, Int, String, String)]
  )
  func writes(_ number: Int64, _ decimals: Int, _ plain: String, _ dutch: String) {
    #expect(FigureNotation.plain.digits(number, decimals: decimals) == plain)
    #expect(FigureNotation.dutch.digits(number, decimals: decimals) == dutch)
  }

  @Test("the digits of a year stay together, those of a count do not")
  func years() {
    let notation = AnnexNotation(language: .dutch)
    #expect(notation.text(.number(2017), .year) == "2017")
    #expect(notation.text(.number(2017), .count) == "2.017")
    #expect(ColumnType.year.name == "geheel" && FigureStyle.year.code == "0")
  }
}
