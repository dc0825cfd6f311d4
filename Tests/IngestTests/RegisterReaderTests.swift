import Foundation
import Testing

@testable import Ingest

@Suite struct RegisterReaderTests {
  @Test(
    "a file that changes between header and rows stops the run",
    arguments: [
      "", "toewijzing_nummer,client_id\n",
      // as long as the sound one
      "client_id,toewijzing_nummer,aanbieder_agb,ingangsdatum\nT1,K1,41000001,2017-01-01\n",
    ])
  func changedFile(text: String) throws {
    var folder = RegisterFolder()
    folder.meanwhile = {
      try Data(text.utf8).write(to: $0.appendingPathComponent("toewijzingen.csv"))
    }
    let failure = #expect(throws: RunFailure.self) { try folder.read() }
    #expect(failure?.message.contains("toewijzingen.csv") == true)
    #expect(failure?.status == .readOrWriteFailed)
  }

  private static let products = "product_code,omschrijving,product_categorie,voorzieningsoort"
  private static let conflict = "which has the same key; leave one of the rows"

  @Test(arguments: [
    ("A,Hulp,01,maatwerk\nA,Hulp,01,maatwerk", nil),
    ("A,Hulp,01,maatwerk\n A ,Hulp ,01,maatwerk", nil),
    ("A,Hulp,01,maatwerk\nA,Hulp,01,algemeen", "voorzieningsoort"),
    ("A,Hulp,01,maatwerk\nA,hulp,01,maatwerk", "omschrijving"),
  ])
  func equalKeys(rows: String, differing: String?) throws {
    let folder = RegisterFolder(["producten.csv": Self.products + "\n" + rows + "\n"])
    let expected = differing.map {
      "producten.csv:3: column '\($0)' differs from producten.csv:2, \(Self.conflict)"
    }
    #expect(try folder.refusal() == expected)
    if expected == nil { #expect(try folder.read().data.products.map(\.code) == ["A"]) }
  }

  /// A name, the column that holds it and the column that cures it.
  @Test(arguments: [
    (
      "producten.csv", "\(products),product_groep\nA,TOTAAL,01,maatwerk,", "omschrijving",
      "product_groep"
    ),
    (
      "producten.csv", "\(products),product_groep\nA,Onbekend,01,maatwerk,", "omschrijving",
      "product_groep"
    ),
    (
      "producten.csv", "\(products),product_groep\nA,X,01,maatwerk,Totaal", "product_groep",
      "product_groep"
    ),
    (
      "producten.csv", "\(products),product_groep\nA,X + Y,01,maatwerk,", "omschrijving",
      "product_groep"
    ),
    ("aanbieders.csv", "aanbieder_agb,naam,concern\n41000001,totaal,", "naam", "concern"),
    ("gebieden.csv", "wijk_code,peiljaar,wijk_naam\n063701,2017,onbekend", "wijk_naam", "gebied"),
  ])
  func reservedNames(file: String, text: String, column: String, cure: String) throws {
    let refusal = try #require(try RegisterFolder([file: text + "\n"]).refusal())
    #expect(refusal.hasPrefix("\(file):2: column '\(column)' gives "))
    #expect(refusal.hasSuffix("give another name in column '\(cure)'"))
  }

  @Test func aReservedNameIsCuredByItsColumn() throws {
    let registers = try RegisterFolder([
      "producten.csv": "\(Self.products),product_groep\nA,Totaal,01,maatwerk,Hulp\n",
      "aanbieders.csv": "aanbieder_agb,naam,concern\n41000001,Onbekend,Zorg + Co\n",
    ]).read()
    #expect(registers.data.productGroups == ["Hulp"])
    #expect(registers.data.concerns == ["Zorg + Co"])
  }

  @Test func groupsAndConcernsAreNumberedByteWise() throws {
    let registers = try RegisterFolder([
      "producten.csv":
        "\(Self.products)\nA,e\u{301},01,maatwerk\nB,\u{E9},01,maatwerk\nC,Z,01,algemeen\n"
    ]).read()
    #expect(
      registers.data.productGroups.map { Array($0.utf8) }
        == ["Z", "e\u{301}", "\u{E9}"].map { Array($0.utf8) }
    )
    #expect(registers.data.products.map(\.group) == [1, 2, 0])
  }

  @Test func problemsAreToldByFileLineAndColumn() throws {
    let refusal = try RegisterFolder([
      "aanbieders.csv": """
      aanbieder_agb,naam
      41000001,Zorg "Noord"
      4100001,Zorg Zuid
      41000002

      """,
      "toewijzingen.csv": """
      toewijzing_nummer,client_id,aanbieder_agb,ingangsdatum,eenheid,volume
      T1,,41000001,01-01-2017,05,1.234

      """,
    ]).refusal()
    let lines = try #require(refusal).split(separator: "\n")
    let starts = [
      "toewijzingen.csv:2: column 'client_id' is empty",
      "toewijzingen.csv:2: column 'ingangsdatum' has a value that is not a date",
      "toewijzingen.csv:2: column 'volume' has a value that is not a number",
      "toewijzingen.csv:2: column 'eenheid' has a code that is not in its iWmo code list",
      "aanbieders.csv:2: a quote inside a value",
      "aanbieders.csv:3: column 'aanbieder_agb' has a value that is not an AGB code of eight digits",
      "aanbieders.csv:4: 1 field, but the header has 2",
    ]
    #expect(lines.count == starts.count)
    for (line, start) in zip(lines, starts) { #expect(line.hasPrefix(start), "\(line)") }
  }

  @Test func theFirstTwentyProblemsAreToldAndTheRestIsCounted() throws {
    let rows = (1...23).map { "P\($0),,01,maatwerk\n" }.joined()
    let folder = RegisterFolder(["producten.csv": Self.products + "\n" + rows])
    let lines = try #require(try folder.refusal()).split(separator: "\n")
    #expect(lines.count == 21)
    #expect(
      lines.first == "producten.csv:2: column 'omschrijving' is empty; every row needs a value here"
    )
    #expect(lines[19].hasPrefix("producten.csv:21: "))
    #expect(lines.last == "and 3 more problems")
  }

  /// Two parts of clients with a blank row, and allocations with totals.
  private static func clients(_ edit: (Int) -> String?) -> [String: String] {
    let rows = (0..<300).map { index in
      edit(index) ?? "K\(index % 250),19\(50 + index % 250 % 40),0637\(10 + index % 250 % 7)"
    }
    let header = "client_id,geboortejaar,wijk_code\n"
    return [
      "clienten-1.csv": header + rows[..<180].joined(separator: "\n") + "\n",
      "clienten-2.csv": header + rows[180...].joined(separator: "\r\n") + "\n\n",
      "toewijzingen.csv": "toewijzing_nummer,client_id,aanbieder_agb,ingangsdatum\n"
        + (0..<300).map { "T\($0 % 290),K\($0),41000001,2017-01-\(10 + $0 / 290)\n" }
        .joined(separator: "Totaal,,,\n"),
    ]
  }

  private static let readings = [(1, 1), (1, 300), (2, 64), (2, 1 << 20), (8, 7), (8, 300)]

  @Test("no worker and no chunk shows in what is read", arguments: readings)
  func workersAndChunks(workers: Int, chunkSize: Int) throws {
    let folder = RegisterFolder(Self.clients { _ in nil })
    let alone = try folder.read(workers: 1)
    let read = try folder.read(workers: workers, chunkSize: chunkSize)
    #expect(alone.data.clients?.count == 300)  // 250 rows of their own, 50 of allocations alone
    #expect(alone.data.allocations.count == 290)
    #expect(alone.remarks.notes.count == 2)  // total rows, and clients that are not listed
    #expect(String(describing: read) == String(describing: alone))
  }

  @Test("the first problems are the same for all workers and chunks", arguments: readings)
  func problemsOfWorkersAndChunks(workers: Int, chunkSize: Int) throws {
    let folder = RegisterFolder(
      Self.clients { index in
        switch index {
        case 20, 21: "K\(index),1950"  // too short
        case 30: "K\(index),50,063710"
        case 31: "K\(index),1950,\"063710\"x"  // broken
        case 170..<200: "K\(index - 100),1900,063799"  // not as before
        default: nil
        }
      })
    let lines = try #require(try folder.refusal(workers: workers, chunkSize: chunkSize))
      .split(separator: "\n")
    let places = lines.map { $0.split(separator: " ")[0] }
    let expected =
      [22, 23, 32, 33].map { "clienten-1.csv:\($0):" }
      + (172...181).map { "clienten-1.csv:\($0):" } + (2...7).map { "clienten-2.csv:\($0):" }
    #expect(places.dropLast().map(String.init) == expected)
    #expect(lines.last == "and 14 more problems")
    #expect(lines[4].contains("differs from clienten-1.csv:72,"))
  }

  @Test("the earliest byte that is none stops all workers", arguments: readings)
  func undecodable(workers: Int, chunkSize: Int) throws {
    var folder = RegisterFolder()
    let row = Array("K1,1950\n".utf8)
    let rows = (0..<400).map { [200, 250, 399].contains($0) ? [0xFF] + row : row }
    folder.bytes["clienten.csv"] = Array("client_id,geboortejaar\n".utf8) + rows.joined()
    let refusal = try #require(try folder.refusal(workers: workers, chunkSize: chunkSize))
    #expect(refusal.hasPrefix("clienten.csv:202: "), "\(refusal)")
  }

  @Test(arguments: [
    ("Totaal,,,", 1), ("TOTAAL: 12 stuks,x", 1), ("eindtotaal", 1), ("subtotaal van 2,,,", 1),
    ("Totaal,Alles,01,maatwerk", 0),  // a product that happens to be named so
  ])
  func totalRowsAreSkippedOnlyWhenTheyLackSomething(row: String, totals: Int) throws {
    let text = "\n\(Self.products)\nA,Hulp,01,maatwerk\n\n,,,\n\(row)\n"
    let registers = try RegisterFolder(["producten.csv": text]).read()
    #expect(registers.data.products.count == 2 - totals)
    let count = registers.counts.filter { $0.kind == .products }
    #expect(count.map(\.part) == ["producten.csv"])
    #expect(count.map(\.rows) == [2 - totals])
    #expect(count.map(\.totals) == [totals])
    #expect(count.map(\.lines.blankCount) == [3])
    #expect(count.map(\.lines.count) == [6])
    let note = "producten.csv: total rows are skipped: line 6"
    #expect(registers.remarks.notes == (totals == 0 ? [] : [note]))
  }

  @Test func lostZerosAreRestoredWhenTheConfigurationSaysSo() throws {
    var folder = RegisterFolder([
      "producten.csv": Self.products + "\nA,Hulp,1,maatwerk\nA,Hulp,01,maatwerk\n",
      "aanbieders.csv": "aanbieder_agb,naam\n1000001,Zorg\n01000001,Zorg\n",
      "toewijzingen.csv":
        "toewijzing_nummer,client_id,aanbieder_agb,ingangsdatum,eenheid\n"
        + "T1,K1,1000001,2017-01-01,4\n",
    ])
    #expect(try folder.refusal()?.contains("voorloopnullen") == true)
    folder.configuration.restoresLeadingZeros = true
    let registers = try folder.read()
    #expect(registers.data.providers.map(\.agb) == ["01000001"])
    #expect(registers.data.products.map(\.category) == [1])
    #expect(registers.data.allocations.map(\.unit) == [4])
    #expect(registers.data.allocations.map(\.provider) == [0])
  }

  @Test func clientsSubsidiesRatesAndBudget() throws {
    let registers = try RegisterFolder([
      "clienten.csv": """
      client_id,geboortejaar,geboortedatum,overlijdensdatum
      K2,1950,1951-02-03,9999-12-31
      K3,1950,,2017-05-01
      K4,,,

      """,
      "subsidies.csv": """
      ontvanger_naam,jaar,verleend_bedrag,vastgesteld_bedrag
      Buurthuis,2017,100.00,
      -,2017,100.00,0

      """,
      "tarieven.csv": """
      product_code,aanbieder_agb,tarief,eenheid,geldig_vanaf,geldig_tot
      02A01,,52.5,04,2017-01-01,
      02A01,41000001,52.1234,,2017-01-01,2017-12-31
      02X99,,1,,2017-01-01,
      02A01,41000009,1,,2017-01-01,

      """,
      "begroting.csv":
        "jaar,voorzieningsoort,bedrag_begroot,bedrag_schaal\n2017,maatwerk,12,1000\n",
    ]).read()
    let data = registers.data
    // K1 comes from toewijzingen.csv.
    #expect(data.clients?.map(\.isListed) == [true, true, true, false])
    #expect(data.clients?.map(\.death) == [nil, Day("2017-05-01"), nil, nil])
    #expect(
      data.clients.map { $0.map { String(describing: $0.birth) } }
        == [.date(Day("1951-02-03")), .year(1950), nil, nil].map { (birth: Birth?) in
          String(describing: birth)
        }
    )
    #expect(data.subsidies.map(\.cents) == [100_00, 0])
    #expect(data.rates?.map(\.tenThousandths) == [52_5000, 52_1234])
    #expect(data.rates?.map(\.provider) == [nil, 0])
    #expect(data.budget?.map(\.cents) == [12 * 1000_00])
  }
}
