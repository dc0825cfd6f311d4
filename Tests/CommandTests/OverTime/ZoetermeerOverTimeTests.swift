import Foundation
import Testing

/// What the sample's tables over time say, and what its forecast was worth.
@Suite("Zoetermeer over time") struct ZoetermeerOverTimeTests {
  @Test("costs rose mostly through more clients, then through heavier support")
  func costChange() async throws {
    let table = try await ZoetermeerRun.table("kostenontwikkeling")
    let total = try table.row(["niveau": "totaal"])
    let effects = try ["clienten", "mix", "prijs", "volume"].map { try total.cents($0) }
    #expect(effects == effects.sorted(by: >) && effects[1] > 0)
    #expect(2 * effects[0] > (try total.cents("verschil")))
    for group in ["individuele begeleiding", "recreatieve dagbesteding"] {
      let row = try table.row(["niveau": "product_groep", "product_groep": group])
      #expect(try row.cents("mix") > 100_000_00, "\(group)")
    }
    #expect(try total.cents("nieuw") == 300_00 && total.cents("beeindigd") == 0)
  }

  @Test("what would have been expected half a year ago, beside what came")
  func lookBack() async throws {
    let row = try await ZoetermeerRun.table("terugblik")
      .row(["maanden_terug": "6", "product_groep": "totaal"])
    #expect(try row.euros("verwacht") == 741_477)
    #expect(try row.euros("gekomen") == 845_129)
    #expect(row["binnen_twee"] == "ja")
  }

  /// Declarations after 15 October 2017 set aside; docs/forecasts.md tells the same figures.
  @Test("cut off at 15 October 2017, the forecast against what its later declarations brought")
  func cutOff() async throws {
    let scratch = try TemporaryFolder()
    defer { scratch.remove() }
    let cut = scratch.url.appending(path: "cut")
    try FileManager.default.copyItem(at: ZoetermeerRun.sample, to: cut)
    let file = cut.appending(path: "declaraties.csv")
    let text = try String(contentsOf: file, encoding: .utf8)
    let records = text.split(separator: "\n")
    let columns = records[0].split(separator: ",", omittingEmptySubsequences: false)
    let declared = try #require(columns.firstIndex(of: "declaratie_dagtekening"))
    let isEarly = records.map { record in
      record.split(separator: ",", omittingEmptySubsequences: false)[declared] <= "2017-10-15"
    }
    let kept = zip(records, isEarly).filter { $0.1 }.map { String($0.0) }
    try ([String(records[0])] + kept).joined(separator: "\n").appending("\n")
      .write(to: file, atomically: true, encoding: .utf8)

    // What came after September 2017, the last whole month, for service months up to it.
    let lines = PublishedTable(text).rows([:])
    let came = try lines.filter { line in
      let service = String((line["product_periode_begindatum"] ?? "").prefix(7))
      return service <= "2017-09"
        && max(service, String((line["declaratie_dagtekening"] ?? "").prefix(7))) > "2017-09"
    }.reduce(0) { $0 + (try $1.cents("ingediend_bedrag")) }
    #expect(came == 861_722_21)

    func expected(_ extra: String) async throws -> [String: String] {
      let configuration = cut.appending(path: "wmo-etl.toml")
      let declared = try String(
        contentsOf: ZoetermeerRun.sample.appending(path: "wmo-etl.toml"), encoding: .utf8)
      try (declared + extra).write(to: configuration, atomically: true, encoding: .utf8)
      let tables = try await ZoetermeerRun.tables(of: cut)
      return try PublishedTable(#require(tables["nog-te-verwachten"])).row(["niveau": "totaal"])
    }
    let mean = try await expected("")
    #expect(try mean.euros("nog_te_verwachten") == 758_666)
    #expect(abs(try mean.cents("nog_te_verwachten") - came) < 2 * (try mean.cents("standaardfout")))
    let trend = try await expected("\n[declaratieverloop]\nprior = \"trend\"\n")
    #expect(try trend.euros("nog_te_verwachten") == 827_043)
  }
}
