import Analytics
import Foundation
import Ingest
import Testing

@Suite("[bestanden]: files of other names")
final class FilePatternTests {
  private let path = NSTemporaryDirectory() + "wmo-etl-patterns-" + UUID().uuidString

  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  private func create(_ names: String...) {
    for name in names {
      #expect(FileManager.default.createFile(atPath: "\(path)/\(name)", contents: Data()))
    }
  }

  private func folder(_ toml: String, standardInput: Bool = false) throws -> InputFolder {
    let configuration = try ConfigurationReader.read(
      Array(("[bestanden]\n" + toml).utf8), path: "wmo-etl.toml", rules: Rule.all)
    return try InputFolder(
      path: path, declarationsFromStandardInput: standardInput, configuration: configuration)
  }

  private func failure(_ toml: String) -> RunFailure? {
    do {
      _ = try folder(toml)
      return nil
    } catch { return error as? RunFailure }
  }

  @Test("a text or a list, patterns of a shell, case ignored; several files are parts")
  func patterns() throws {
    create(
      "Export Facturen 01.csv", "export facturen 02.txt.gz", "A.asc", "b[1].dat", "producten.csv",
      "aanbieders.csv", "Cliëntenlijst.xls")
    let folder = try folder(
      """
      declaraties = "export facturen*"
      toewijzingen = ["a.*", "B\\\\[1\\\\].dat"]
      clienten = "cliëntenlijst.*"
      """)
    #expect(
      folder[.declarations].map(\.name) == [
        "Export Facturen 01.csv", "export facturen 02.txt.gz",
      ])
    #expect(folder[.declarations].map(\.isGzip) == [false, true])
    #expect(folder[.allocations].map(\.name) == ["A.asc", "b[1].dat"])
    // A kind without an entry is read under its own name; a claimed file is no look-alike.
    #expect(folder[.products].map(\.name) == ["producten.csv"])
    #expect(folder[.clients].map(\.name) == ["Cliëntenlijst.xls"])
    #expect(folder.account.readCount == 7)
    #expect(folder.remarks.warnings == [])
  }

  @Test("a claimed file is not read under another kind's name")
  func otherKind() throws {
    create("declaraties.csv", "toewijzingen.csv", "producten.csv", "aanbieders.csv", "rates.csv")
    let folder = try folder(
      "declaraties = \"toewijzingen.csv\"\ntoewijzingen = \"declaraties.csv\"")
    #expect(folder[.declarations].map(\.name) == ["toewijzingen.csv"])
    #expect(folder[.allocations].map(\.name) == ["declaraties.csv"])
    #expect(folder[.rates].map(\.name) == ["rates.csv"])
  }

  @Test("two kinds that claim one file are exit status 78, with both patterns")
  func claimedTwice() {
    create("uitdraai a.csv", "uitdraai b.csv")
    #expect(
      failure("declaraties = \"uit*\"\ntoewijzingen = [\"x\", \"*b.csv\"]")
        == RunFailure(
          .configuration,
          """
          wmo-etl.toml: [bestanden] claims a file for several kinds:
            uitdraai b.csv: declaraties = "uit*" and toewijzingen = "*b.csv"
          make the patterns narrower, so that one is left for each file
          """))
  }

  @Test("a needed kind whose pattern nothing fits is missing; of another one a warning tells")
  func unmatched() throws {
    create("toewijzingen.csv", "producten.csv", "aanbieders.csv")
    let missing = failure("declaraties = [\"facturen*\", \"nota*\"]")
    #expect(missing?.status == .inputNotFound)
    #expect(
      missing?.message.contains(
        "\n  declaraties, which [bestanden] reads from 'facturen*' or 'nota*'\n") == true)
    create("facturen.csv")
    let folder = try folder("declaraties = [\"facturen*\", \"nota*\"]\nclienten = \"klant*\"")
    #expect(
      folder.remarks.warnings == [
        .unmatchedPattern("nota*", kind: .declarations),
        .unmatchedPattern("klant*", kind: .clients),
      ])
    #expect(folder.remarks.warnings.allSatisfy { $0.dutch.contains("[bestanden]") })
  }

  @Test("a file of the contract's name that the patterns leave out stops the run")
  func leftOut() throws {
    create(
      "facturen.csv", "declaraties-2017.csv", "toewijzingen.csv", "producten.csv", "aanbieders.csv")
    let left = failure("declaraties = \"facturen.csv\"")
    #expect(left?.status == .unusableInput)
    #expect(left?.message.contains("declaraties-2017.csv: [bestanden] has other names") == true)
    let piped = try folder("declaraties = \"facturen.csv\"", standardInput: true)
    #expect(piped[.declarations] == [.standardInput])
    #expect(piped.account.namedCount == 2)
  }

  @Test("a claimed folder is no file, and a name twice is a conflict")
  func conflicts() throws {
    create("toewijzingen.csv", "producten.csv", "aanbieders.csv", "f.csv", "f.csv.gz")
    #expect(failure("declaraties = \"f.*\"")?.message.contains("the same name twice") == true)
    try FileManager.default.createDirectory(
      atPath: "\(path)/g.csv", withIntermediateDirectories: false)
    let found = failure("declaraties = [\"f.csv\", \"g.*\"]")
    #expect(found?.status == .unusableInput)
    #expect(found?.message.contains("g.csv: a folder") == true)
  }

  @Test("what is no pattern is exit status 78, with its line")
  func unusable() {
    for (toml, line) in [
      (
        "declaraties = 3", "`declaraties` in [bestanden] is a whole number; expected text in quotes"
      ),
      ("declaraties = []", "`declaraties` in [bestanden] is empty"),
      ("declaraties = [\"a\", \"\"]", "`declaraties` in [bestanden] is empty"),
      (
        "invoices = \"a\"", "unknown file `invoices` in [bestanden]; the nearest known one is `decl"
      ),
    ] {
      let failure = failure(toml)
      #expect(failure?.status == .configuration)
      #expect(failure?.message.contains(line) == true, "\(failure?.message ?? "")")
    }
  }
}
