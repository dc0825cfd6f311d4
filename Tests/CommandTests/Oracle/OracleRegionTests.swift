import Testing

/// Municipalities and what their clients have at once, by hand.
@Suite struct OracleRegionTests {
  private let drawn = """
    A1 10A 11111111 2017-01-02 100.00
    A2 10A 22222222 2017-01-02 30.00
    A3 20A 22222222 2017-01-02 20.00
    A5 10A 11111111 2017-01-02 5.00
    A4 30A 33333333 2017-01-02 7.00
    """

  private func town() -> SupplyExample {
    var town = SupplyExample()
    town.settings.municipality = "0639"
    town.example.files["clienten.csv"] = """
      client_id,gemeente_code
      ann,0637
      bob,GM0638
      dirk,gm 0637
      cor,063
      zeno,0642
      yara,0699
      """
    town.example.files["gebieden.csv"] = """
      wijk_code,peiljaar,wijk_naam,inwoners
      063701,2017,West,1000
      WK063702,2017,Oost,500
      063801,2017,Elders,2000
      064201,2017,Ver,
      069901,2016,Toen,100
      """
    return town
  }

  @Test func `regio counts by municipality and function`() throws {
    #expect(
      try town().rows("regio", drawn) == """
        0637,functie,Begeleiding,1500,1,0.6667,1,20.00
        0637,functie,Hulp,1500,2,1.3333,2,105.00
        0637,functie,Vervoer,1500,0,0.0000,0,0.00
        0637,totaal,,1500,2,1.3333,2,125.00
        0638,functie,Begeleiding,2000,0,0.0000,0,0.00
        0638,functie,Hulp,2000,1,0.5000,1,30.00
        0638,functie,Vervoer,2000,0,0.0000,0,0.00
        0638,totaal,,2000,1,0.5000,1,30.00
        0642,functie,Begeleiding,,0,,0,0.00
        0642,functie,Hulp,,0,,0,0.00
        0642,functie,Vervoer,,0,,0,0.00
        0642,totaal,,,0,,0,0.00
        onbekend,functie,Begeleiding,,0,,0,0.00
        onbekend,functie,Hulp,,0,,0,0.00
        onbekend,functie,Vervoer,,1,,1,7.00
        onbekend,totaal,,,1,,1,7.00
        totaal,functie,Begeleiding,,1,,1,20.00
        totaal,functie,Hulp,,3,,3,135.00
        totaal,functie,Vervoer,,1,,1,7.00
        totaal,totaal,,,4,,4,162.00
        """
    )
  }

  @Test func `inhabitants add up over municipalities that have them`() throws {
    var town = town()
    town.example.files["gebieden.csv", default: ""].replace("064201,2017,Ver,\n", with: "")
    let rows = try town.rows("regio", drawn)
    #expect(!rows.contains("0642"))
    #expect(rows.hasSuffix("totaal,totaal,,3500,4,1.1429,4,162.00"))
  }

  @Test func `without municipalities of clients all live in one`() throws {
    var town = town()
    town.example.files["clienten.csv"] = "client_id,gemeente_code\nann,\nbob,637\n"
    town.settings.supply.function = .category
    #expect(
      try town.rows("regio", "A1 10A 11111111 2017-01-02 1.00") == """
        0639,functie,Hulp bij het huishouden,,1,,1,1.00
        0639,totaal,,,1,,1,1.00
        totaal,functie,Hulp bij het huishouden,,1,,1,1.00
        totaal,totaal,,,1,,1,1.00
        """
    )
    town.settings.municipality = "0637"
    town.example.files["clienten.csv"] = nil
    let empty = ",totaal,,1500,0,0.0000,0,0.00"
    #expect(try town.rows("regio") == "0637\(empty)\ntotaal\(empty)")
    town.settings.municipality = nil
    #expect(try town.rows("regio", drawn).isEmpty)
  }

  @Test func `overlap counts who has another function as well`() throws {
    var town = town()
    #expect(try town.rows("overlap", drawn).isEmpty)
    town.settings.supply.overlapGroup = ["Hulp"]
    #expect(
      try town.rows("overlap", drawn) == """
        0637,2,1,0.500000
        0638,1,0,0.000000
        0642,0,0,
        onbekend,0,0,
        totaal,3,1,0.333333
        """
    )
    town.settings.supply.overlapWith = ["Vervoer"]
    #expect(try town.rows("overlap", drawn).hasSuffix("totaal,3,0,0.000000"))
    town.settings.supply.overlapGroup = ["Vervoerdiensten", "Begeleiding"]
    town.settings.supply.overlapWith = nil
    town.settings.supply.function = .category
    #expect(try town.rows("overlap", drawn).hasSuffix("onbekend,1,0,0.000000\ntotaal,2,1,0.500000"))
  }

  @Test(
    arguments: [
      ("1234AB", "1234AB"), ("1234 ab", "1234AB"), ("1234   Ab", "1234AB"), ("1234", "1234"),
      ("123", nil), ("12345", nil), ("1234A", nil), ("1234ABC", nil), ("AB1234", nil), ("", nil),
      ("1234 AB ", nil), ("1234-AB", nil), ("1234 \u{E9}", nil),
    ] as [(OracleReport.Text, OracleReport.Text?)])
  func `a postcode has four digits and perhaps letters`(
    written: OracleReport.Text, postcode: OracleReport.Text?
  ) {
    #expect(written.postcode == postcode)
  }
}
