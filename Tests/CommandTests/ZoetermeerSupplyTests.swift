import Foundation
import Testing

/// Lots, exits and signals of the sample: its six new clients in one street are published fact, its
/// contracts are made up.
@Suite("Supply and signals of Zoetermeer 2017") struct ZoetermeerSupplyTests {
  @Test("six new clients in one street stand out, each with another provider, and nobody else does")
  func signals() async throws {
    let scratch = try TemporaryFolder()
    defer { scratch.remove() }
    let outcome = try await ZoetermeerRun.wmoEtl(
      "run --format csv --input \"$INPUT\" --output out", in: scratch)
    #expect(outcome == ShellOutcome(stdout: "", stderr: "", exit: 0))
    let signals = PublishedTable(
      try String(
        contentsOf: scratch.url.appending(path: "out/latest/signalen.csv"), encoding: .utf8))
    let row = try signals.row(["signaal": "ja"])
    let expected = [
      "niveau": "gebied", "gebied": "06370809", "product_groep": "individuele begeleiding",
      "van": "2017-04", "tot_en_met": "2017-06", "nieuw": "6", "aanbieders": "6", "eerder": "0",
      "verwacht": "0.2499",
    ]
    #expect(row.filter { expected[$0.key] != nil } == expected)
    #expect(try abs(row.number("p") - 0.000_000_273) < 0.000_000_002)
    #expect(try abs(row.number("q") - 0.000_084) < 0.000_002)
    #expect(signals.rows(["signaal": "nee"]).allSatisfy { Int($0["nieuw"] ?? "") ?? 0 >= 3 })
    let total = try signals.row(["niveau": "totaal"])
    #expect(try total.count("toetsen") == 306)
    #expect(try total.number("vals_verwacht") < 0.1)
  }

  @Test("three lots with their parties; two small products are in none")
  func lots() async throws {
    let table = try await ZoetermeerRun.table("percelen")
    let expected = [
      ("dagbesteding", 9, "raamovereenkomst"),
      ("individuele begeleiding", 28, "raamovereenkomst"),
      ("kortdurende ambulante begeleiding", 20, "open house"),
      ("onbekend", 0, ""),
    ]
    let rows = table.rows(["niveau": "perceel"])
    #expect(rows.map { $0["perceel"] } == expected.map(\.0))
    #expect(try rows.map { try $0.count("aanbieders") } == expected.map(\.1))
    #expect(rows.map { $0["contractvorm"] } == expected.map(\.2))
    let unknown = try table.row(["perceel": "onbekend"])
    let small = try await ZoetermeerRun.table("product-gebruik").rows(["niveau": "product"])
      .filter { ["Waakvlamcontact", "Zorgcoördinatie"].contains($0["omschrijving"]) }
    #expect(try unknown.cents("bedrag") == small.map { try $0.cents("bedrag") }.reduce(0, +))
    #expect(unknown["zonder_contract"] == unknown["bedrag"])
    for row in rows {
      #expect(try row.cents("zonder_contract") > 0, "\(row["perceel"] ?? "")")
    }
    let total = try table.row(["niveau": "totaal"])
    #expect(total["contractvorm"] == "verschillend")
    #expect(try total.cents("bedrag") == rows.map { try $0.cents("bedrag") }.reduce(0, +))
  }

  @Test("an exit of each concern: its clients, groups and districts, and all amounts are one whole")
  func exits() async throws {
    let exits = try await ZoetermeerRun.table("uitstap").rows([:])
    let concerns = try await ZoetermeerRun.table("aanbieders").rows(["niveau": "totaal"])
    #expect(exits.map { $0["concern"] } == concerns.map { $0["concern"] })
    #expect(exits.count == 35)
    for (exit, concern) in zip(exits, concerns) {
      for column in ["clienten", "bedrag", "aandeel"] {
        #expect(exit[column] == concern[column], "\(concern["concern"] ?? "")")
      }
      let others = try exit.count("met_ander") + exit.count("zonder_ander")
      #expect(try others == exit.count("clienten"))
      #expect(
        try exit.count("groepen_geen_ander") + exit.count("groepen_een_ander")
          <= exit.count("groepen"))
      #expect(
        try exit.count("gebieden_geen_ander") + exit.count("gebieden_een_ander")
          <= exit.count("gebieden"))
    }
    let net = try await ZoetermeerRun.table("product-gebruik").row(["niveau": "totaal"])
    #expect(try exits.map { try $0.cents("bedrag") }.reduce(0, +) == net.cents("bedrag"))
  }

  @Test("personal budgets: most are of people who have nothing in kind")
  func budgets() async throws {
    let rows = try await ZoetermeerRun.table("leveringsvorm").rows(["niveau": "totaal"])
    #expect(rows.map { $0["vorm"] } == ["uitsluitend zin", "uitsluitend pgb", "beide"])
    #expect(try rows.dropFirst().map { try $0.count("clienten") } == [48, 12])
    let budgets = PublishedTable(
      try String(
        contentsOf: ZoetermeerRun.sample.appending(path: "pgb.csv"), encoding: .utf8)
    ).rows(["jaar": "2017"])
    for column in ["toegekend", "besteed"] {
      let sum = try rows.map { try $0.cents(column) }.reduce(0, +)
      #expect(try sum == budgets.map { try $0.cents(column) }.reduce(0, +), "\(column)")
    }
  }

  @Test("support ends for many reasons, mostly as planned")
  func ends() async throws {
    let rows = try await ZoetermeerRun.table("beeindigingen").rows(["niveau": "totaal"])
    let counts = try rows.map { try $0.count("toewijzingen") }
    #expect(rows.count > 8)
    #expect(
      try rows.first { $0["reden_beeindiging"] == "19" }?.count("toewijzingen") == counts.max())
  }
}
