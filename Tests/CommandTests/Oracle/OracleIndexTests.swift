import Testing

/// The index, and what is built with it, by hand.
@Suite struct OracleIndexTests {
  /// The values of NZa and VNG, of 2018 on.
  private static let published: [(series: String, status: String, first: Int, values: [String])] = [
    ("OVA", "definitief", 2018, ["2.96", "3.42", "3.28", "2.01", "4.42", "6.36", "6.00"]),
    ("OVA", "voorlopig", 2023, ["4.74", "4.94", "4.18"]),
    ("PPC", "definitief", 2018, ["1.55", "2.49", "1.97", "1.77", "9.25", "7.02", "3.10"]),
    ("PPC", "voorlopig", 2023, ["4.87", "2.51", "1.82"]),
  ]

  private func town() -> MoneyExample {
    var text = "reeks,jaar,status,waarde,vastgesteld_op\n"
    for (series, status, first, values) in Self.published {
      for (place, value) in values.enumerated() {
        let year = first + place
        let fixed = status == "voorlopig" ? year - 1 : year
        text += "\(series),\(year),\(status),\(value),\(fixed)-10-01\n"
      }
    }
    var town = MoneyExample()
    town.example.files["indexcijfers.csv"] = text
    return town
  }

  @Test(arguments: [
    (OracleReport.IndexForm.additive, "1.6730,6.37", ",4.96"),
    (.chained, "1.6721,6.37", ",4.95"),
    (.association, "1.5970,6.30", ",4.91"),
  ])
  func `every published check row comes out by naming its form`(
    form: OracleReport.IndexForm, of2024: String, of2025: String
  ) throws {
    var town = town()
    town.settings.money.form = form
    // 2024: 0.9 × 4.94 + 0.1 × 2.51 = 4.697; 2023: 4.753 became 6.426.
    // 2025: 0.9 × 4.18 + 0.1 × 1.82 = 3.944; 2024: 4.697 became 5.710, 1.013 more.
    let rows = try town.rows("indexatie").split(separator: "\n")
    #expect(rows.first == "2018,,2.8190,2.8190,0.0000,2.82")
    #expect(rows.dropFirst(6).first == "2024,4.6970,5.7100,4.6970,\(of2024)")
    #expect(rows.last?.hasPrefix("2025,3.9440,,3.9440,") ?? false)
    #expect(rows.last?.hasSuffix(of2025) ?? false)
    #expect(rows.count == 8)
  }

  @Test func `the figure fixed last counts, but none after the reference date`() throws {
    var town = MoneyExample()
    town.example.files["indexcijfers.csv"] = """
      reeks,jaar,status,waarde,vastgesteld_op
      OVA,2017,voorlopig,2,2016-10-01
      OVA,2017,Voorlopig,3,2017-10-01
      PPC,2017,voorlopig,1,2016-10-01
      OVA,2018,voorlopig,5,2018-03-01
      PPC,2018,voorlopig,5,2017-10-01
      OVA,2019,voorlopig,5,2017-10-01
      PPC,2019,definitief,5,2017-10-01
      OVA,2020,definitief,5,2017-10-01
      """
    // 0.9 × 3 + 0.1 × 1. Of 2019 no status has both series, of 2020 only one series is known.
    #expect(
      try town.rows("indexatie") == """
        2017,2.8000,,2.8000,0.0000,2.80
        2018,5.0000,,5.0000,0.0000,5.00
        2019,,,,,
        """)
    town.settings.money.referenceDay = "2018-02-28"
    town.settings.money.decimals = 0
    #expect(try town.rows("indexatie") == "2017,2.8000,,2.8000,0.0000,3\n2019,,,,,")
    town.example.files["indexcijfers.csv"] = nil
    #expect(try town.rows("indexatie").isEmpty)
  }

  @Test func `a lump sum is built of blocks, year after year`() throws {
    var town = MoneyExample()
    town.index([2018: "2.5"])
    town.example.files["bouwstenen.csv"] = """
      budget,jaar,volgorde,soort,omschrijving,bedrag,percentage,over
      Lumpsum,2017,2,Eenmalig,Start,50.00,,
      Lumpsum,2017,1,basis,Begin,1000.00,,
      Lumpsum,2017,3,korting,Doelmatig,,10,basis
      Lumpsum,2017,4,groei,Meer ouderen,,1.5,
      Lumpsum,2018,1,basis,Jaar ervoor,,,
      Lumpsum,2018,2,index,Loon en prijs,,,
      Lumpsum,2018,3,korting,Taakstelling,4.25,,
      """
    town.example.files["begroting.csv"] = """
      jaar,bedrag_begroot,bedrag_schaal,regel,soort
      2018,1,1000,Lumpsum,
      2018,9,,Lumpsum,plafond
      2017,7,,Lumpsum,primitief
      """
    // 2017: 1000 + 50 − 100 + 1.5 % of 950 = 964.25. 2018: without 50 once: 914.25; 2.5 % of it is
    // 22.85625, so 22.86; 914.25 + 22.86 − 4.25 = 932.86, and 1000 budgeted.
    #expect(
      try town.rows("begroting-opbouw") == """
        Lumpsum,2017,bouwsteen,1,basis,Begin,,1000.00,1000.00,1.037075
        Lumpsum,2017,bouwsteen,2,eenmalig,Start,,50.00,1050.00,0.051854
        Lumpsum,2017,bouwsteen,3,korting,Doelmatig,10.0000,-100.00,950.00,-0.103708
        Lumpsum,2017,bouwsteen,4,groei,Meer ouderen,1.5000,14.25,964.25,0.014778
        Lumpsum,2017,totaal,,,,,964.25,964.25,1.000000
        Lumpsum,2018,bouwsteen,1,basis,Jaar ervoor,,914.25,914.25,0.980051
        Lumpsum,2018,bouwsteen,2,index,Loon en prijs,2.5000,22.86,937.11,0.024505
        Lumpsum,2018,bouwsteen,3,korting,Taakstelling,,-4.25,932.86,-0.004556
        Lumpsum,2018,totaal,,,,,932.86,932.86,1.000000
        Lumpsum,2018,verschil,,,,,67.14,,0.071972
        """)
  }

  @Test(arguments: [
    "A,2017,1,basis,Zonder jaar ervoor,,,", "A,2016,1,index,Zonder index,,,",
    "A,2017,1,korting,x,-1,,", "A,2017,1,korting,x,,0,", "A,2017,1,groei,x,1,1,",
    "A,2017,1,groei,x,,,", "A,2017,1,bonus,x,1,,", "A,2017,1,groei,x,,1,alles",
    "A,2017,1.5,groei,x,1,,", "A,2017,1,groei,,1,,", "A,2017,1,groei,x,,1.23456,",
    "A,2017,1,groei,x,1,,\nA,2017,1,groei,x,2,,",
  ])
  func `a block that cannot be read is refused`(row: String) throws {
    var town = MoneyExample()
    town.index([2017: "1"])
    town.example.files["bouwstenen.csv"] =
      "budget,jaar,volgorde,soort,omschrijving,bedrag,percentage,over\n" + row + "\n"
    #expect(try town.isRefused())
  }

  @Test func `reserves follow from year to year`() throws {
    var town = MoneyExample()
    town.example.files["subsidies.csv"] = """
      ontvanger_naam,jaar,verleend_bedrag,vastgesteld_bedrag,voorschot_bedrag,kosten_bedrag,reserve_begin
      Palet,2016,100.00,90.00,80.00,60.00,5.00
      Palet,2017,100.00,,,120.00,
      Palet,2017,10.00,,,,
      Palet,2018,100.00,,,250.00,
      MEE,2017,100.00,,,,
      """
    // 2016: 90 − 60 = 30 on top of 5 is 35, 25 above a tenth of 100. 2017: 110 − 120 = −10.
    // 2018: 100 − 250 = −150, but there are only 25.
    #expect(
      try town.rows("lumpsum") == """
        Palet,2016,100.00,80.00,60.00,30.00,5.00,30.00,35.00,10.00,25.00
        Palet,2017,110.00,,120.00,-10.00,35.00,-10.00,25.00,11.00,14.00
        Palet,2018,100.00,,250.00,-150.00,25.00,-25.00,0.00,10.00,0.00
        """)
    town.example.files["subsidies_2.csv"] = """
      ontvanger_naam,jaar,verleend_bedrag,kosten_bedrag,reserve_begin
      Palet,2019,1.00,1.00,0.01
      """
    #expect(try town.isRefused())
  }
}
