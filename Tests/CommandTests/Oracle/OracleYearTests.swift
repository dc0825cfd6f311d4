import Testing

/// Years, funding, districts and rates, by hand.
@Suite struct OracleYearTests {
  @Test func `jaarverloop has every year of lines and subsidies`() throws {
    var town = MoneyExample()
    town.index([2017: "10"])
    town.example.files["subsidies.csv"] = """
      ontvanger_naam,jaar,verleend_bedrag,vastgesteld_bedrag
      Palet,2016,100.00,40.00
      Palet,2018,30.00,
      """
    // 2016 has a January and a December within the lines, 2017 has not; 2018 is subsidies only.
    // Help: 2 hours and 60 minutes for 150.00; a year later 2 hours for 120.00, or 109.09 of 2016.
    let rows = try town.rows(
      "jaarverloop",
      """
      A1 10A 11111111 2016-01-10 100.00 2016-02-01 2 04
      A1 10A 11111111 2016-12-10 50.00 2017-01-01 60 01
      A1 10A 11111111 2017-03-01 120.00 2017-04-01 2 04
      A2 20A 22222222 2017-06-05 80.00 2017-07-01 3 82
      A4 20A 33333333 2017-06-05 10.00 2017-07-01 1 04
      A4 20A 33333333 2017-06-06 -10.00 2017-07-01 -1 04
      """)
    #expect(
      rows == """
        product_groep,maatwerk,Begeleiding,2016,ja,0,0,0,0.00,0.00,0.00,0.000000,,,,,,,0.00,
        product_groep,maatwerk,Begeleiding,2017,nee,1,1,1,80.00,0.00,80.00,0.400000,82,3.00,80.00,26.6667,,,72.73,
        product_groep,maatwerk,Begeleiding,2018,nee,0,0,0,0.00,0.00,0.00,0.000000,,,,,,,,
        product_groep,maatwerk,Hulp,2016,ja,1,1,1,150.00,0.00,150.00,0.789474,04,3.00,150.00,50.0000,100.0,100.0,150.00,100.0
        product_groep,maatwerk,Hulp,2017,nee,1,1,1,120.00,0.00,120.00,0.600000,04,2.00,120.00,60.0000,80.0,100.0,109.09,72.7
        product_groep,maatwerk,Hulp,2018,nee,0,0,0,0.00,0.00,0.00,0.000000,,,,,0.0,0.0,,
        voorzieningsoort,algemeen,,2016,ja,0,0,0,0.00,40.00,40.00,0.210526,,,,,100.0,,40.00,100.0
        voorzieningsoort,algemeen,,2017,nee,0,0,0,0.00,0.00,0.00,0.000000,,,,,0.0,,0.00,0.0
        voorzieningsoort,algemeen,,2018,ja,0,0,0,0.00,30.00,30.00,1.000000,,,,,75.0,,,
        voorzieningsoort,maatwerk,,2016,ja,1,1,1,150.00,0.00,150.00,0.789474,04,3.00,150.00,50.0000,100.0,100.0,150.00,100.0
        voorzieningsoort,maatwerk,,2017,nee,2,2,2,200.00,0.00,200.00,1.000000,,,100.00,,133.3,200.0,181.82,121.2
        voorzieningsoort,maatwerk,,2018,nee,0,0,0,0.00,0.00,0.00,0.000000,,,,,0.0,0.0,,
        voorzieningsoort,vrij_inzetbaar,,2016,ja,0,0,0,0.00,0.00,0.00,0.000000,,,,,,,0.00,
        voorzieningsoort,vrij_inzetbaar,,2017,nee,0,0,0,0.00,0.00,0.00,0.000000,,,,,,,0.00,
        voorzieningsoort,vrij_inzetbaar,,2018,nee,0,0,0,0.00,0.00,0.00,0.000000,,,,,,,,
        totaal,,,2016,ja,1,1,1,150.00,40.00,190.00,1.000000,04,3.00,150.00,50.0000,100.0,100.0,190.00,100.0
        totaal,,,2017,nee,2,2,2,200.00,0.00,200.00,1.000000,,,100.00,,105.3,200.0,181.82,95.7
        totaal,,,2018,ja,0,0,0,0.00,30.00,30.00,1.000000,,,,,15.8,0.0,,
        """)
  }

  @Test func `before the base year prices are multiplied`() throws {
    var town = MoneyExample()
    town.index([2017: "10"])
    town.settings.money.baseYear = 2017
    let lines = "A1 10A 11111111 2016-05-10 100.00\nA1 10A 11111111 2017-05-10 220.00"
    let rows = try town.rows("jaarverloop", lines).split(separator: "\n")
    #expect(rows[0].hasSuffix(",45.5,100.0,110.00,50.0"))
    #expect(rows[1].hasSuffix(",100.0,100.0,220.00,100.0"))
    town.settings.money.baseYear = nil
    #expect(try town.rows("jaarverloop", lines).split(separator: "\n")[0].hasSuffix(",,,,"))
    #expect(try town.rows("jaarverloop").isEmpty)
  }

  @Test func `ways of funding carry the difference in turn`() throws {
    var town = MoneyExample("2017-01-01", "2017-03-31")
    town.settle()
    town.settings.money.fundingIndex = 100_000
    town.settings.gapMonths = 0
    town.example.files["gebieden.csv"] = """
      wijk_code,peiljaar,wijk_naam,inwoners
      063701,2016,Noord,100
      063702,2016,Zuid,
      063701,2017,Noord,150
      063702,2017,Zuid,50
      """
    // Help in 2016: 100 of ann, 50 of cor; in 2017: 300 of ann and bob (200 in one month), 60 of
    // cor, whose district had no count then. Indexed costs 165. Spells began: 2, later 3.
    // Area: 100 / 100 × 150 × 1.1 = 165, and 60 of Zuid. Clients: 150 / 2 × 3 × 1.1 = 247.50.
    // Months 200, 100, 60: 200 × 3 / 360. Districts: 300/150 over 360/200 = 1.11.
    let rows = try town.rows(
      "bekostiging-vergelijking",
      """
      A1 10A 11111111 2016-01-10 100.00
      A4 10A 33333333 2016-02-10 50.00
      A1 10A 11111111 2017-01-10 150.00
      A2 10A 11111111 2017-01-10 50.00
      A1 10A 11111111 2017-02-10 100.00
      A4 10A 33333333 2017-03-10 60.00
      """)
    #expect(
      rows == """
        inspanning,product_groep,Hulp,360.00,0.00,195.00,0.00,1.67,1.11
        inspanning,totaal,,360.00,0.00,195.00,0.00,1.67,1.11
        taak-gebied,product_groep,Hulp,225.00,-135.00,60.00,135.00,1.67,1.11
        taak-gebied,totaal,,225.00,-135.00,60.00,135.00,1.67,1.11
        taak-groep,product_groep,Hulp,247.50,-112.50,82.50,112.50,1.67,1.11
        taak-groep,totaal,,247.50,-112.50,82.50,112.50,1.67,1.11
        traject,product_groep,Hulp,247.50,-112.50,82.50,112.50,1.67,1.11
        traject,totaal,,247.50,-112.50,82.50,112.50,1.67,1.11
        beschikbaarheid,product_groep,Hulp,165.00,-195.00,0.00,195.00,1.67,1.11
        beschikbaarheid,totaal,,165.00,-195.00,0.00,195.00,1.67,1.11
        """)
    #expect(try town.rows("bekostiging-vergelijking").isEmpty)
  }

  @Test func `a budget is shared among districts to the cent`() throws {
    var town = MoneyExample()
    town.settle()
    town.example.files["gebieden.csv"] = """
      wijk_code,peiljaar,wijk_naam,inwoners
      063701,2017,Noord,100
      063702,2017,Zuid,50
      063703,2017,Oost,50
      """
    #expect(try town.rows("wijkbudget").isEmpty)
    town.settings.money.districtBudget = OracleReport.DistrictBudget(
      amount: 1001,
      keys: [OracleReport.Weight("inwoners", 5000), OracleReport.Weight("clienten", 5000)])
    // Use a year before: ann and cor. Noord 0.5 × 100/200 + 0.5 × 1/2 = 0.5, Oost 0.125, Zuid 0.375;
    // of 1001 cents 500.5, 125.125 and 375.375, so that Noord gets the cent.
    let lines = """
      A1 10A 11111111 2016-05-10 70.00
      A4 10A 33333333 2016-05-10 80.00
      A2 10A 11111111 2017-05-10 3.00
      A9 10A 11111111 2017-05-10 9.00
      """
    town.example.files["toewijzingen.csv"] = town.example.files["toewijzingen.csv"]?
      .replacing(",13", with: ",")
    #expect(
      try town.rows("wijkbudget", lines) == """
        Noord,100,0.500000,5.01,3.00,2.01,0.05
        Oost,50,0.125000,1.25,0.00,1.25,0.03
        Zuid,50,0.375000,3.75,0.00,3.75,0.08
        totaal,200,1.000000,10.01,12.00,-1.99,0.05
        """)
    // By costs: Noord 70, Zuid −20 by a credit, of 50: 1.4 and −0.4, so 1401.4 and −400.4 cents.
    town.settings.money.districtBudget = OracleReport.DistrictBudget(
      amount: 1001, keys: [OracleReport.Weight("bedrag", 10_000)])
    let credited = lines.replacing("80.00", with: "-20.00")
    #expect(
      try town.rows("wijkbudget", credited) == """
        Noord,100,1.400000,14.01,3.00,11.01,0.14
        Oost,50,0.000000,0.00,0.00,0.00,0.00
        Zuid,50,-0.400000,-4.00,0.00,-4.00,-0.08
        totaal,200,1.000000,10.01,12.00,-1.99,0.05
        """)
    town.settings.money.districtBudget = OracleReport.DistrictBudget(
      amount: 1001, keys: [OracleReport.Weight("inwoners_65_plus", 10_000)])
    #expect(try town.rows("wijkbudget", lines).isEmpty)
  }

  @Test func `rates are compared with each other and with the contract`() throws {
    var town = MoneyExample()
    town.example.files["tarieven.csv"] = """
      product_code,aanbieder_agb,tarief,eenheid,geldig_vanaf
      10A,,50,04,2016-01-01
      10A,,0.80,01,2016-01-01
      """
    var files = town.example.files("")
    let header = """
      declaratie_dagtekening,aanbieder_agb,client_id,toewijzing_nummer,product_code,\
      product_periode_begindatum,product_periode_einddatum,geleverd_volume,eenheid,\
      ingediend_bedrag,product_tarief

      """
    func line(_ agb: String, _ owner: String, _ figures: String) -> String {
      "2017-12-31,\(agb),\(owner),10A,2017-05-01,2017-05-01,\(figures)\n"
    }
    // Alfa: 4 hours for 200, Zorg: 2 hours for 120, and 60 minutes for 54 at 0.90, taken back.
    files["declaraties.csv"] =
      header + line("11111111", "ann,A1", "4,04,200.00,50")
      + line("22222222", "bob,A2", "2,04,120.00,60")
      + line("33333333", "cor,A4", "60,01,54.00,0.90")
      + line("33333333", "cor,A4", "-60,01,-54.00,0.90") + line("22222222", "bob,A2", "1,82,7.00,")
    // 320 / 6 in all. Contract: (4 × 50 + 2 × 50) / 6; above it 120 − 100, and 54 − 48 less 6.
    let table = try OracleReport(files: files, settings: town.settings).tablesOfMoney
    #expect(
      OracleExample.rows(table["tariefvergelijking"]) == """
        10A,"Hulp, gewoon",04,2,50.0000,50.0000,53.3333,60.0000,50.0000,20.00
        10A,"Hulp, gewoon",82,1,7.0000,7.0000,7.0000,7.0000,,0.00
        """)
  }
}
