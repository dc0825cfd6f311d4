import Foundation
import Ingest
import Testing

@Suite("The files of an input folder")
final class InputFolderTests {
  static let needed = ["declaraties.csv", "toewijzingen.csv", "producten.csv", "aanbieders.csv"]

  private let path = NSTemporaryDirectory() + "wmo-etl-input-" + UUID().uuidString

  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  private func create(_ names: [String]) {
    for name in names {
      #expect(FileManager.default.createFile(atPath: "\(path)/\(name)", contents: Data()))
    }
  }

  /// The failure of reading the folder, or nil.
  private func failure(standardInput: Bool = false) -> RunFailure? {
    do throws(RunFailure) {
      _ = try InputFolder(path: path, declarationsFromStandardInput: standardInput)
      return nil
    } catch {
      return error
    }
  }

  @Test("names and aliases in any case, parts in byte order; other entries are named")
  func discovery() throws {
    create([
      "Declaraties-2017-02.csv", "declaraties-2017-10.CSV.GZ", "declaraties.csv",
      "declaraties-.csv",
      "INDICATIONS.csv", "producten.csv.gz", "providers.csv", "districts.csv",
      "declaraties 2017-03.csv", "declaraties_2017-04.csv", "declaraties.2017-05.csv",
      "Cliënten.csv", "notes.txt", "declaraties.pdf", ".declaraties.csv.swp",
    ])
    let folder = try InputFolder(path: path)
    #expect(
      folder[.declarations].map(\.name) == [
        "Declaraties-2017-02.csv", "declaraties 2017-03.csv", "declaraties-.csv",
        "declaraties-2017-10.CSV.GZ", "declaraties.2017-05.csv", "declaraties.csv",
        "declaraties_2017-04.csv",
      ]
    )
    #expect(
      folder[.declarations].map(\.isGzip) == [false, false, false, true] + [false, false, false])
    #expect(folder[.allocations].map(\.path) == ["\(path)/INDICATIONS.csv"])
    #expect(folder[.products].map(\.isGzip) == [true])
    #expect(folder[.districts].map(\.kind) == [.districts])
    #expect(
      Set(folder.parts.keys)
        == [.declarations, .allocations, .products, .providers, .clients, .districts])
    #expect(
      folder.remarks.notes == [
        "declaraties.pdf: not read, as no file of the contract has such a name",
        "notes.txt: not read, as no file of the contract has such a name",
      ])
    #expect(folder.account.entryCount == 14)
    #expect(folder.account.readCount == 12)
    #expect(folder.account.namedCount == 2)
  }

  @Test("a link to a file is a file")
  func links() throws {
    create(Self.needed)
    try FileManager.default.createSymbolicLink(
      atPath: "\(path)/clients.csv",
      withDestinationPath: "aanbieders.csv"
    )
    #expect(try InputFolder(path: path)[.clients].map(\.name) == ["clients.csv"])
    try FileManager.default.createSymbolicLink(
      atPath: "\(path)/tarieven.csv",
      withDestinationPath: "nowhere"
    )
    #expect(failure()?.status == .readOrWriteFailed)
  }

  @Test("standard input takes the place of declaraties, whatever the folder holds")
  func standardInput() throws {
    create(Self.needed.filter { $0 != "declaraties.csv" })
    #expect(failure()?.status == .inputNotFound)
    let without = try InputFolder(path: path, declarationsFromStandardInput: true)
    #expect(without[.declarations] == [.standardInput])
    #expect(InputPart.standardInput.name == "-")
    create(["declaraties.csv", "invoices.csv"])
    let with = try InputFolder(path: path, declarationsFromStandardInput: true)
    #expect(with[.declarations] == [.standardInput])
    #expect(
      with.remarks.notes == [
        "declaraties.csv: not read, as declarations come from standard input",
        "invoices.csv: not read, as declarations come from standard input",
      ])
  }

  @Test("all missing files in one message, with the accepted names")
  func missing() {
    create(["toewijzingen.csv", "clienten.csv"])
    #expect(
      failure()
        == RunFailure(
          .inputNotFound,
          """
          needed files are missing from \(path):
            declaraties.csv (or declarations.csv or invoices.csv)
            producten.csv (or products.csv)
            aanbieders.csv (or providers.csv)
          each may also be compressed (.csv.gz) or given as parts (NAME-2017-01.csv)
          """
        )
    )
  }

  @Test("all conflicts in one message")
  func conflicts() {
    create(
      Self.needed + [
        "declaraties.csv.gz", "invoices-2017.csv", "clienten-1.csv", "Clienten-1.csv.gz",
        "declaraties-1.csv",
      ]
    )
    #expect(
      failure()
        == RunFailure(
          .unusableInput,
          """
          \(path) holds files that cannot stand side by side:
            declaraties.csv, declaraties.csv.gz: the same name twice; keep one
            declaraties-1.csv, declaraties.csv, declaraties.csv.gz, invoices-2017.csv: \
          several names of one file; use one of them for all parts
            Clienten-1.csv.gz, clienten-1.csv: the same name twice; keep one
          """
        )
    )
  }

  @Test("a folder that is missing or is a file")
  func noFolder() {
    let missing = #expect(throws: RunFailure.self) { try InputFolder(path: self.path + "/no") }
    #expect(missing?.status == .inputNotFound)
    #expect(missing?.message.contains("does not exist") == true)
    create(["file"])
    let file = #expect(throws: RunFailure.self) { try InputFolder(path: self.path + "/file") }
    #expect(file?.status == .inputNotFound)
    #expect(file?.message.contains("is not a folder") == true)
  }
}
