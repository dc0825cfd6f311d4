import Foundation
import Testing

@testable import Ingest

@Suite("What a first look is made of")
struct IntakePartTests {
  @Test(
    "a header is measured by what the words of a column explain of it",
    arguments: [
      ("Begindatum prestatie", "product_periode_begindatum", 1.0),
      ("Begindatum toewijzing", "product_periode_begindatum", 10.0 / 20),
      ("AGB-code zorgaanbieder", "aanbieder_agb", 1.0),
      ("Toewijzingsnr.", "toewijzing_nummer", 1.0),
      ("Cliëntnummer", "client_id", 1.0),
      ("Cliëntnaam", "client_id", 6.0 / 10),
      ("T/m (datum)", "product_periode_einddatum", 1.0),
    ])
  func captions(header: String, column: String, share: Double) throws {
    let captions = try #require(Captions.of(column, in: .declarations))
    let found = try #require(captions.measure(HeaderName(header)))
    #expect(abs(found.share - share) < 0.001)
  }

  @Test("words that are not there explain nothing")
  func otherWords() {
    let captions = Captions.of("ingediend_bedrag", in: .declarations)
    #expect(captions?.measure(HeaderName("Factuurdatum")) == nil)
    #expect(captions?.measure(HeaderName("")) == nil)
    #expect(Captions.of("recs", in: .districts) == nil)
  }

  @Test("a pattern finds the parts of a file and nothing else of the folder")
  func patterns() {
    func patterns(_ parts: [String], beside others: [String] = []) -> [String]? {
      NamePattern(parts, of: .declarations, in: parts + others).patterns
    }
    #expect(patterns(["declaraties.csv"]) == nil)
    #expect(patterns(["Declaraties-01.csv", "declaraties 02.csv.gz"]) == nil)
    #expect(patterns(["Facturen.csv"]) == ["Facturen.csv"])
    #expect(patterns(["facturen_20170131.csv"]) == ["facturen_*.csv"])
    #expect(patterns(["nota 2017-01.csv", "nota 2017-02.csv"]) == ["nota *.csv"])
    #expect(patterns(["nota1.csv", "nota2.csv.gz"]) == ["nota*"])
    #expect(
      patterns(["nota 2017-01.csv", "nota 2017-02.csv"], beside: ["nota oud.csv"])
        == ["nota 2017-01.csv", "nota 2017-02.csv"])
    #expect(patterns(["20170131.csv"]) == ["20170131.csv"])
    #expect(patterns(["f[1]*?.csv"]) == ["f\\[1]\\*\\?.csv"])
    #expect(FilePattern.matches("F[1]*?.csv", "f\\[1]\\*\\?.csv"))
    #expect(!FilePattern.matches("f1ab.csv", "f\\[1]\\*\\?.csv"))
  }

  @Test("the window is the last whole year, and without one that with most lines")
  func year() {
    func counts(_ months: [(String, Int)]) -> [Month: Int] {
      Dictionary(
        uniqueKeysWithValues: months.compactMap { text, count in
          Day(isoText: text + "-01").map { ($0.month, count) }
        })
    }
    func whole(_ year: Int, _ count: Int) -> [(String, Int)] {
      (1...12).map { ("\(year)-\($0 < 10 ? "0" : "")\($0)", count) }
    }
    let two = ServiceMonths(counts: counts(whole(2016, 30) + whole(2017, 20) + [("2018-01", 20)]))
    #expect(two.year?.number == 2017)
    #expect(two.year?.isWhole == true)
    #expect(two.span?.lowerBound.iso == "2016-01")
    // A date that somebody mistyped makes no year.
    let stray = ServiceMonths(counts: counts(whole(2017, 20) + [("2071-01", 1), ("2007-03", 2)]))
    #expect(stray.year?.number == 2017)
    #expect(stray.span?.upperBound.iso == "2017-12")
    let part = ServiceMonths(counts: counts([("2016-11", 5), ("2017-01", 4), ("2017-02", 4)]))
    #expect(part.year?.number == 2017)
    #expect(part.year?.isWhole == false)
    #expect(ServiceMonths(counts: [:]).year == nil)
  }

  private func table(_ text: String, name: String = "uitdraai.txt") throws -> TableProfile? {
    let folder = try IntakeFolderFixture(isEmpty: true)
    try folder.write(text, to: name)
    return try TableProfile(name: name, path: "\(folder.path)/\(name)")
  }

  @Test("separator, title lines and header are found whatever the headers say")
  func layout() throws {
    let titled = try #require(
      try table("Uitdraai;;\r\n\r\nvan 1-1-2017;tot nu;\r\nA;B;C\r\n1;2,5;x\r\n2;3,5;y\r\n"))
    #expect(titled.headers == ["A", "B", "C"])
    #expect(titled.headerLine == 4)
    #expect(titled.titles == ["Uitdraai", "van 1-1-2017", "tot nu"])
    #expect(titled.rowCount == 2)
    #expect(titled.hasDecimalComma)
    let workbook = try #require(try table("\u{FEFF}sep=|\nA|B\n=\"01\"|1,5\n\"02\"|2,5\n|\n|\n"))
    #expect(workbook.headers == ["A", "B"])
    #expect(workbook.headerLine == nil)
    #expect(workbook.rowCount == 2)
    #expect(workbook.columns[0].values == [Array("01".utf8), Array("02".utf8)])
    // Rows without a header are no table, nor is a list of names.
    #expect(try table("1;2017-01-01;3\n2;2017-01-02;4\n") == nil)
    #expect(try table("a\nb\nc\n") == nil)
    #expect(try table("\u{0}\u{1};\u{2}\n") == nil)
  }

  @Test("a district's code is one with and without its prefix, and its zeros")
  func joins() throws {
    let table = try #require(
      try table("A;B;C\nWK063701;63701;063701\nWK063702;63702;063702\nWK063703;63703;063709\n"))
    #expect(table.columns[0].isContained(in: table.columns[1]) == 1)
    #expect(abs(table.columns[2].isContained(in: table.columns[1]) - 2.0 / 3) < 0.001)
  }
}
