import Testing

@testable import Ingest

@Suite struct DistrictReaderTests {
  /// A wijk_code, the buurt_code and the wijk that a client gets.
  @Test(arguments: [
    ("WK063701", "", "063701"),
    ("063701", "", "063701"),
    ("WK063701", "BU06370299", "063701"),
    ("", "BU06370203", "063702"),
    ("", "06370203", "063702"),
    ("onbekend", "0637020X", "063702"),
    ("WKX", "", "WKX"),
    ("wk063701", "", "063701"),
    ("WK 063701", "", "063701"),
    ("BU06370205", "", "063702"),
    ("06370205", "", "063702"),
    ("0637020X", "", "0637020X"),
    ("", "bu 06370203", "063702"),
    ("3701", "", "3701"),
    ("", "", nil),
  ])
  func clientDistrict(wijk: String, buurt: String, expected: String?) throws {
    let registers = try RegisterFolder([
      "clienten.csv": "client_id,wijk_code,buurt_code\nK1,\(wijk),\(buurt)\n"
    ]).read()
    let wijk = registers.data.clients?.first?.wijk
    #expect(wijk.map { registers.data.wijken[Int($0)] } == expected)
  }

  @Test(
    "zeros that a spreadsheet dropped",
    arguments: [
      ("3401", "", "003401"), ("WK3401", "", "003401"), ("63701", "", "063701"),
      ("", "340105", "003401"), ("", "BU340105", "003401"), ("", "6370105", "063701"),
      ("", "WK063701", "063701"), ("", "wk 3401", "003401"), ("BU340105", "", "003401"),
      ("6370105", "", "6370105"), ("34A1", "", "34A1"),
    ])
  func restoredZeros(wijk: String, buurt: String, expected: String) throws {
    var folder = RegisterFolder([
      "clienten.csv": "client_id,wijk_code,buurt_code\nK1,\(wijk),\(buurt)\n",
      "gebieden.csv": "wijk_code,peiljaar,wijk_naam\n3401,2017,Oost\nWK003401,2017,Oost\n",
    ])
    folder.configuration.restoresLeadingZeros = true
    let registers = try folder.read()
    let number = try #require(registers.data.clients?.first?.wijk)
    #expect(registers.data.wijken[Int(number)] == expected)
    #expect(registers.data.districts?.rows.map(\.wijk) == ["003401"])
  }

  @Test func keyFiguresOfStatisticsNetherlands() throws {
    var folder = RegisterFolder([
      "gebieden.csv": """
      gwb_code;regio;recs;a_inw
      GM0637;Zoetermeer;Gemeente;124000
      WK063701;Centrum;Wijk;1240
      BU06370101;Centrum-Noord;Buurt;.
      WK063702;Oosterheem;Wijk;.
      063703;Rokkeveen;;12
      06370301;Rokkeveen-Oost;Buurt;12

      """
    ])
    folder.configuration.fileDialects[.districts] = DialectDeclaration(preset: .statline)
    folder.configuration.referenceYear = 2017
    let registers = try folder.read()
    let rows = try #require(registers.data.districts?.rows)
    #expect(rows.map(\.wijk) == ["063701", "063702", "063703"])
    #expect(rows.map(\.area) == ["Centrum", "Oosterheem", "Rokkeveen"])
    #expect(rows.map(\.inhabitants) == [1240, nil, 12])
    #expect(rows.map(\.year) == [2017, 2017, 2017])
    #expect(
      registers.remarks.notes == ["gebieden.csv: rows of other areas than wijken are skipped: 3"])
  }

  @Test func inhabitantsPerAgeBand() throws {
    let header = "gwb_code;peiljaar;regio;a_65_oo;a_00_14;a_15_24;a_25_44\n"
    let rows = "WK063701;2017;Centrum;40;1;;1.300\n"
    var folder = RegisterFolder(["gebieden.csv": header + rows])
    folder.configuration.fileDialects[.districts] = DialectDeclaration(preset: .nlUTF8)
    #expect(try folder.read().data.districts?.rows.map(\.ages) == [[1, nil, 1300, nil, 40]])
    for band in ["0_14", "15_24", "25_44", "45_64", "65_plus"] {
      let column = "inwoners_\(band)"
      let refusal = try #require(
        try RegisterFolder([
          "gebieden.csv": "gwb_code,peiljaar,regio,\(column)\n063701,2017,Centrum,1.5\n"
        ]).refusal())
      #expect(refusal.hasPrefix("gebieden.csv:2: column '\(column)'"), "\(refusal)")
    }
  }

  @Test func oneDistrictWithAndWithoutPrefixIsOneKey() throws {
    let header = "wijk_code,peiljaar,wijk_naam,gebied\n"
    let equal = header + "WK063701,2017,Centrum,\n063701,2017,Centrum,\n063701,2016,Oud,\n"
    let rows = try RegisterFolder(["gebieden.csv": equal]).read().data.districts?.rows
    #expect(rows?.map(\.year) == [2017, 2016])
    let different = header + "WK063701,2017,Centrum,\n063701,2017,Centrum,West\n"
    let refusal = try RegisterFolder(["gebieden.csv": different]).refusal()
    #expect(
      refusal
        == "gebieden.csv:3: column 'gebied' differs from gebieden.csv:2, which has the same key; "
        + "leave one of the rows"
    )
  }

  @Test("a client whose rows write one district in several ways is one client")
  func oneClientInSeveralRows() throws {
    var folder = RegisterFolder([
      "clienten.csv": """
      client_id,wijk_code,buurt_code
      K1,WK003401,BU00340105
      K1,3401,340105
      K1,wk 003401,00340105

      """
    ])
    folder.configuration.restoresLeadingZeros = true
    #expect(try folder.read().data.clients?.count == 1)
    folder.configuration.restoresLeadingZeros = false
    #expect(
      try folder.refusal()
        == "clienten.csv:3: column 'wijk_code' differs from clienten.csv:2, which has the same key; "
        + "leave one of the rows")
  }
}
