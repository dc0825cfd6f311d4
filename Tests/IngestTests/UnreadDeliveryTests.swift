import Testing

@testable import Ingest

/// Which entries of a folder look like a delivery that cannot be read.
@Suite("Entries that look like a delivery")
struct UnreadDeliveryTests {
  @Test(
    "a part, or nearly one",
    arguments: [
      ("declaraties.csv", nil), ("declaraties-2017.csv", nil), ("declaraties_2017.csv", nil),
      ("declaraties.2017.csv.gz", nil), ("declaraties 2017-02.csv", nil),
      ("declaraties (1).csv", .copy), ("declaraties(2).csv.gz", .copy),
      ("declaraties - kopie.csv", .copy), ("declaraties - Copy (2).csv", .copy),
      ("declaratiesoud.csv", .unseparated), ("declaraties2017.csv", .unseparated),
      ("declaratie.csv", .misspelt), ("decalraties.csv", .misspelt),
      ("declaratie-2017-01.csv", .misspelt), ("declartaies.csv.gz", .misspelt),
      ("subsidie.csv", .misspelt), ("tarief.csv", .misspelt), ("Toewijzing.csv", .misspelt),
      ("gebied_2017.csv", .misspelt), ("invoice.csv", .misspelt), ("cliënt.csv", .misspelt),
      ("declaraties.txt", .format("txt")), ("declaraties-2017-02.tsv", .format("tsv")),
      ("clienten.xlsx", .format("xlsx")), ("declaraties.csv.zip", .format("zip")),
      ("declaraties.csv.zst", .format("zst")), ("declaraties.csv.bz2", .format("bz2")),
      ("declaraties.csv.xz", .format("xz")), ("toewijzingen.xml", .format("xml")),
      ("subsidie.xlsx", .format("xlsx")), ("declaraties.csv.bak", .format("bak")),
      ("declaraties", .format("")), ("declaraties.csv~", .format("csv~")),
    ] as [(String, UnreadDelivery.Reason?)])
  func names(name: String, reason: UnreadDelivery.Reason?) {
    if reason == nil {
      #expect(InputName(name) != nil)
    } else {
      #expect(InputName(name) == nil)
      #expect(UnreadDelivery(name, isFile: true, isFolder: false)?.reason == reason)
    }
  }

  @Test(
    "what has nothing to do with a delivery",
    arguments: [
      "README.md", "wmo-etl.toml", "notes.txt", "overzicht.xlsx",
      "declaraties.pdf", "declaraties.csv.sha256", "out", "decl.csv", "prijscijfers.csv", "latest",
    ])
  func others(name: String) {
    #expect(InputName(name) == nil)
    #expect(UnreadDelivery(name, isFile: true, isFolder: false) == nil)
  }

  @Test func foldersAndPipes() {
    let folder = UnreadDelivery("declaraties", isFile: false, isFolder: true)
    #expect(folder?.reason == .folder)
    let pipe = UnreadDelivery("declaraties.csv", isFile: false, isFolder: false)
    #expect(pipe?.reason == .noFile)
    #expect(UnreadDelivery("out", isFile: false, isFolder: true) == nil)
  }
}
