import Analytics
import Foundation
import Testing

@testable import Ingest

@Suite("A first look at a folder of exports")
struct IntakeTests {
  @Test("files that are ours need no names and no columns, and nothing is in doubt")
  func alreadyOurs() throws {
    let folder = try IntakeFolderFixture()
    let configuration = try folder.configuration()
    #expect(try folder.intake().doubts == [])
    #expect(configuration.filePatterns == [:])
    #expect(configuration.columnMappings == [:])
    #expect(configuration.municipalityCode == "9999")
    #expect(configuration.counting.windowFrom == Day(year: 2017, month: 1, day: 1))
    #expect(configuration.counting.windowTo == Day(year: 2017, month: 12, day: 31))
    #expect(!configuration.restoresLeadingZeros)
    #expect(configuration.declaration(for: .declarations).dialect == .iso)
  }

  @Test("title lines, lost zeros and other names are found together")
  func exported() throws {
    let folder = try IntakeFolderFixture()
    try folder.change(.declarations, name: "Facturen 2017-12-31.asc") { text in
      "Gemeente Voorbeeldstad\nFacturen\n"
        + text.replacing(",04,", with: ",4,").replacing("aanbieder_agb", with: "AGB-code")
    }
    let configuration = try folder.configuration()
    #expect(configuration.headerLines == [.declarations: 3])
    #expect(configuration.filePatterns == [.declarations: ["Facturen *.asc"]])
    #expect(configuration.restoresLeadingZeros)
    #expect(configuration.municipalityName == "Voorbeeldstad")
    let mappings = configuration.columnMappings[.declarations] ?? []
    #expect(mappings.map(\.column) == ["aanbieder_agb"])
    #expect(mappings.map(\.header) == ["AGB-code"])
  }

  @Test("between two headers that fit alike none is taken; a person gets a line with both")
  func doubtfulColumn() throws {
    let folder = try IntakeFolderFixture()
    try folder.change(.allocations) { text in
      text.split(separator: "\n").enumerated().map { index, line in
        index == 0
          ? line.replacing("ingangsdatum", with: "Begindatum") + ",Startdatum"
          : line + ",2017-01-01"
      }.joined(separator: "\n") + "\n"
    }
    let intake = try folder.intake()
    #expect(
      intake.doubts == [
        "toewijzingen: column 'ingangsdatum' is open: 'Begindatum' or 'Startdatum'"
      ])
    #expect(
      intake.configuration.contains("\n# ingangsdatum = \"Begindatum\"  # open, en nodig: of "))
    let configuration = try folder.configuration()
    #expect(
      configuration.columnMappings[.allocations]?.contains { $0.column == "ingangsdatum" } != true)
    // Nothing is known of the window while a run is not possible.
    #expect(configuration.counting.windowFrom == nil)
  }

  @Test("an alias whose values are something else is not believed")
  func alias() throws {
    let folder = try IntakeFolderFixture()
    try folder.change(.products) {
      $0.replacing("omschrijving", with: "Product").replacing("product_code", with: "Nr.")
    }
    let mappings = try folder.configuration().columnMappings[.products] ?? []
    #expect(mappings.first { $0.column == "product_code" }?.header == "Nr.")
  }

  @Test("two files of one kind with other headers: neither is taken")
  func twoFiles() throws {
    let folder = try IntakeFolderFixture()
    try folder.change(.clients, name: "Klanten nu.csv") { $0 }
    try folder.write(
      try IntakeFolderFixture.base(.clients).replacing("geboortejaar", with: "Geb.jaar"),
      to: "Klanten straks.csv")
    let intake = try folder.intake()
    #expect(intake.doubts.count == 2)
    #expect(intake.doubts.allSatisfy { $0.contains("it may be clienten, and so may Klanten") })
    #expect(intake.configuration.contains("# twijfel over Klanten nu.csv"))
    #expect(try folder.configuration().filePatterns == [:])
  }

  @Test("what would stop a run is ignored where its kind is there, and left where it may be it")
  func lookalikes() throws {
    let folder = try IntakeFolderFixture()
    try folder.write("PK\u{3}\u{4}", to: "clienten.xlsx")
    try folder.write("PK\u{3}\u{4}", to: "tarieven.xlsx")
    try folder.write("tekst", to: "leesmij.md")
    let configuration = try folder.configuration()
    #expect(configuration.ignoredEntries == ["clienten.xlsx"])
    let doubts = try folder.intake().doubts
    #expect(doubts.contains { $0.hasPrefix("clienten.xlsx: a workbook, which is not read; save") })
    #expect(doubts.contains { $0.hasPrefix("tarieven.xlsx: a workbook") })
    // The only delivery of rates stops the run, as it does without any configuration.
    #expect(doubts.contains { $0.hasPrefix("a run would stop: ") && $0.contains("tarieven.xlsx") })
  }

  @Test("nothing that can be used is 66, and so is no folder")
  func nothing() throws {
    let folder = try IntakeFolderFixture(isEmpty: true)
    func status(_ path: String) -> Int32? {
      do {
        _ = try Intake(path: path, rules: Rule.all)
        return nil
      } catch { return error.status.rawValue }
    }
    #expect(status(folder.path) == 66)
    #expect(status(folder.path + "/nergens") == 66)
    try folder.write("a;b\n1;2\n", to: "iets.csv")
    #expect(status(folder.path) == 66)
  }
}
