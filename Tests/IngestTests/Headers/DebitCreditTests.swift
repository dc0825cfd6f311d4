import Testing

@testable import Ingest

/// Which column tells debit from credit, what its values mean, and what is not let pass for one.
struct DebitCreditTests {
  private static let names = [
    "declaratie_dagtekening", "aanbieder_agb", "client_id", "toewijzing_nummer", "product_code",
    "product_periode_begindatum", "product_periode_einddatum", "geleverd_volume", "eenheid",
    "ingediend_bedrag",
  ]

  /// A part with one more column; of each line the amount and the value of that column.
  private static func part(_ header: String, _ lines: [(String, String)]) -> String {
    let rows = lines.map {
      "2017-02-01,41000001,K1,T1,02A01,2017-01-01,2017-01-31,1,04,\($0.0),\($0.1)\n"
    }
    return (names + [header]).joined(separator: ",") + "\n" + rows.joined()
  }

  private func rejects(
    _ parts: [String], workers: Int = 2, chunkSize: Int = 1 << 20,
    _ configure: (inout Configuration) -> Void = { _ in }
  ) throws -> [String] {
    var input = RegisterFolder()
    input.files["declaraties.csv"] = nil
    for (index, text) in parts.enumerated() { input.files["declaraties-\(index).csv"] = text }
    configure(&input.configuration)
    return try input.withDeclarations { reader in
      try reader.read(into: CountedLines(), workers: workers, chunkSize: chunkSize).tally.rejects
        .map {
          "\($0.rule.rule.code) \($0.column ?? "")"
        }
    }
  }

  @Test(
    "headers and values",
    arguments: [
      ("debet_credit", "D C d c af BIJ", "ja 1 debet credit S + DC"),
      ("Debet/credit", "D C", "nee"), ("d/c", "d c", "x"), ("D.C.", "D C", "1"),
      ("debit/credit", "D C", "0"), ("Af/Bij", "Af Bij D C", "A B afbij"),
      ("boekingsteken", "D C", "- ja"), ("Credit", "ja NEE 1 0 D c af bij", "j n 2 yes credit"),
      ("(credit):", "ja nee", "waar"),
    ]
  )
  func values(_ header: String, _ good: String, _ bad: String) throws {
    for value in good.split(separator: " ") {
      let found = try rejects([Self.part(header, [("1.00", String(value))])])
      #expect(found == [], "\(header): \(value)")
    }
    for value in bad.split(separator: " ") {
      let expected = value == "-" ? "R002 debet_credit" : "R003 debet_credit"
      let found = try rejects([Self.part(header, [("1.00", String(value))])])
      #expect(found == [expected], "\(header): \(value)")
    }
    #expect(try rejects([Self.part(header, [("-1.00", "D")])]) == ["R005 ingediend_bedrag"])
  }

  @Test("a header of another name that is mapped")
  func mapped() throws {
    let map: (inout Configuration) -> Void = {
      $0.columnMappings[.declarations] = [
        ColumnMapping(column: "debet_credit", header: "Soort", line: 1)
      ]
    }
    #expect(try rejects([Self.part("soort", [("1.00", "C"), ("1.00", "D")])], map) == [])
    #expect(
      try rejects([Self.part("soort", [("1.00", "ja")])], map) == ["R003 debet_credit"])
  }

  /// The values of an unknown column, and whether the file is refused.
  @Test(
    arguments: [
      ("D C", true), ("d c D", true), ("Debet Credit", true), ("DEBIT CREDIT", true),
      ("Af Bij", true), ("S H", true), ("+ -", true), ("D C NULL", true), ("D C -", true),
      ("C C", true), ("credit n.v.t.", true), ("D D", false), ("S S", false), ("H H", false),
      ("- -", false), ("+ +", false), ("D C x", false), ("D bij", false), ("+ - D C", false),
      ("D C DC", false), ("A B", false), ("onbekend -", false),
    ]
  )
  func lookAlike(_ values: String, _ isRefused: Bool) throws {
    let lines = values.split(separator: " ").map { ("1.00", String($0)) } + [("2.00", "")]
    for (workers, chunkSize) in [(1, 1 << 20), (2, 1)] {
      let whole = [Self.part("Soort", lines)]
      let split = [Self.part("Soort", [lines[0]]), Self.part("soort ", Array(lines.dropFirst()))]
      for parts in [whole, split] {
        let read = { try rejects(parts, workers: workers, chunkSize: chunkSize) }
        guard isRefused else {
          #expect(try read() == [])
          continue
        }
        let failure = #expect(throws: RunFailure.self) { try read() }
        #expect(failure?.status == .unusableInput)
        let message = failure?.message ?? ""
        #expect(
          message.hasPrefix("declaraties: the unknown column 'Soort' looks like debet_credit"))
        #expect(message.contains("debet_credit = \"Soort\" under [kolommen.declaraties]"))
      }
      // An amount below zero tells credits by itself, however far down and even if it is rejected.
      let other = Self.part("x", [("3.00", "")]).replacing("K1", with: "K2")
      let negative = other.replacing("3.00", with: "-3.00")
      #expect(
        try rejects(whole + [negative], workers: workers, chunkSize: chunkSize)
          == ["R102 client_id"])
      if isRefused {
        #expect(throws: RunFailure.self) { try rejects(whole + [other]) }
      }
    }
  }

  @Test("credit beside debet may be amounts")
  func doubtful() throws {
    func header(_ more: [String], _ map: [String: String] = [:]) -> Header {
      Header(Self.names + more, kind: .declarations, columnMap: map)
    }
    #expect(
      header(["Debet", "Credit"]).problems == [.doubtfulCredit("Credit", beside: "Debet")])
    #expect(
      header(["credit", "Debit"]).problems == [.doubtfulCredit("credit", beside: "Debit")])
    #expect(header(["Credit"]).problems == [])
    // The column's own name is no doubt, and neither is a map.
    let named = header(["Debet", "Credit", "debet_credit"])
    #expect(named.problems == [])
    #expect(named.ignoredAliases == ["Credit"])
    #expect(header(["Debet", "Credit"], ["debet_credit": "Credit"]).problems == [])
    // D/C and DC are one alias.
    #expect(header(["d/c"]).problems == [])
    #expect(header(["d/c", "dc"]).problems == [.doubled("debet_credit", ["d/c", "dc"])])
  }
}
