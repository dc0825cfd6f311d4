import Foundation
import Testing

@testable import Ingest

struct PartsOfOneFileTests {
  private static let columns = """
    declaratie_dagtekening;aanbieder_agb;client_id;toewijzing_nummer;product_code;\
    product_periode_begindatum;product_periode_einddatum;geleverd_volume;eenheid;\
    ingediend_bedrag;debet_credit

    """

  private func prepare(_ amounts: [String?], declared: MoneyUnit? = nil) throws -> Preparation {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("wmo-etl-parts-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func write(_ name: String, _ text: String) throws {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    try write("toewijzingen.csv", "toewijzing_nummer,client_id,aanbieder_agb,ingangsdatum\n")
    try write("producten.csv", "product_code,omschrijving,product_categorie,voorzieningsoort\n")
    try write("aanbieders.csv", "aanbieder_agb,naam\n")
    for (index, amount) in amounts.enumerated() {
      let row = amount.map {
        "2017-02-05;41000001;K-1;T-1;02A01;2017-01-01;2017-01-31;8;04;\($0);D\n"
      }
      try write("declaraties-\(index).csv", Self.columns + (row ?? ""))
    }
    var configuration = Configuration()
    configuration.fileDialects[.declarations] = DialectDeclaration()
    configuration.fileDialects[.declarations]?.money = declared
    return try Preparation(try InputFolder(path: folder.path), configuration: configuration)
  }

  @Test("whole amounts beside a part with decimals are left to a person")
  func mixed() {
    let failure = #expect(throws: RunFailure.self) { try prepare(["42000", "420.00"]) }
    #expect(failure?.status == .unusableInput)
    #expect(
      failure?.message.contains("euros in declaraties-1.csv but as eurocents in declaraties-0.csv")
        == true
    )
  }

  @Test("a part without rows decides nothing")
  func headerOnly() throws {
    let parts = try #require(try prepare(["42000", nil]).parts[.declarations])
    #expect(parts[0].dialect == .iwmo)
  }

  @Test("what is declared holds for all parts")
  func declared() throws {
    let parts = try #require(
      try prepare(["42000", "420.00"], declared: .euro).parts[.declarations]
    )
    #expect(parts.allSatisfy { $0.dialect.money == .euro })
  }
}
