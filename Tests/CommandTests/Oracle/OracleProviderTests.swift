import Testing

/// Providers who come and go, who could be missed, and clients who change, by hand.
@Suite struct OracleProviderTests {
  @Test func `aanbieders-verloop compares every year with the one before`() throws {
    let rows = try SupplyExample().rows(
      "aanbieders-verloop",
      """
      A1 10A 11111111 2016-02-10 10.00
      A1 10A 11111111 2017-03-02 20.00
      A2 10A 22222222 2017-03-02 30.00
      A2 10A 22222222 2018-12-01 5.00
      A5 20A 11111111 2018-01-02 1.00
      """
    )
    #expect(
      rows == """
        product_groep,Begeleiding,2016,nee,0,,,,0,,,0.00,,,
        product_groep,Begeleiding,2017,ja,0,0,0,0,0,0,0,0.00,0.00,0.00,
        product_groep,Begeleiding,2018,ja,1,1,0,0,1,1,0,1.00,1.00,0.00,1.000000
        product_groep,Hulp,2016,nee,1,,,,1,,,10.00,,,
        product_groep,Hulp,2017,ja,2,1,0,1,2,1,0,50.00,30.00,0.00,0.600000
        product_groep,Hulp,2018,ja,1,0,1,1,1,0,1,5.00,0.00,20.00,0.000000
        totaal,,2016,nee,1,,,,1,,,10.00,,,
        totaal,,2017,ja,2,1,0,1,2,1,0,50.00,30.00,0.00,0.600000
        totaal,,2018,ja,2,0,0,2,2,0,0,6.00,0.00,0.00,0.000000
        """
    )
  }

  @Test func `a year is a period of its own`() throws {
    // In December and credited in January: a provider of both years, who neither comes nor goes.
    // Within a year: of none.
    let rows = try SupplyExample().rows(
      "aanbieders-verloop",
      """
      A1 10A 11111111 2016-12-10 10.00
      A1 10A 11111111 2017-01-02 -10.00
      A2 10A 22222222 2017-03-02 30.00
      A2 10A 22222222 2017-04-02 -30.00
      """
    )
    #expect(
      rows.hasSuffix(
        """
        totaal,,2016,nee,1,,,,1,,,10.00,,,
        totaal,,2017,nee,1,0,0,1,1,0,0,-10.00,0.00,0.00,0.000000
        """
      )
    )
    #expect(try SupplyExample().rows("aanbieders-verloop").isEmpty)
  }

  private let drawn = """
    A1 10A 11111111 2017-01-02 100.00
    A2 10A 22222222 2017-01-02 30.00
    A3 20A 22222222 2017-01-02 20.00
    A5 10A 11111111 2017-01-02 5.00
    A4 30A 33333333 2017-01-02 7.00
    """

  @Test func `uitstap tells who else is there`() throws {
    var town = SupplyExample()
    #expect(
      try town.rows("uitstap", drawn) == """
        Alfa,2,1,1,1,0,1,,,,105.00,0.648148
        Zorg,3,1,2,3,2,1,,,,57.00,0.351852
        """
    )
    town.example.files["clienten.csv"] = """
      client_id,wijk_code
      ann,063701
      bob,063702
      dirk,063702
      cor,
      """
    town.example.files["gebieden.csv"] = """
      wijk_code,peiljaar,wijk_naam,inwoners
      063701,2017,West,1000
      063702,2016,Oost,
      """
    #expect(
      try town.rows("uitstap", drawn) == """
        Alfa,2,1,1,1,0,1,2,1,1,105.00,0.648148
        Zorg,3,1,2,3,2,1,2,1,1,57.00,0.351852
        """
    )
  }

  @Test func `overstap is from whom a client has lost to whom he has gained`() throws {
    // ann and cor change; bob stays; dirk gains one.
    let drawn = """
      A1 10A 11111111 2017-01-02 1.00
      A3 10A 22222222 2017-12-02 1.00
      A2 10A 22222222 2017-01-02 1.00
      A2 10A 22222222 2017-12-02 1.00
      A5 10A 11111111 2017-01-02 1.00
      A5 10A 11111111 2017-12-02 1.00
      A5 10A 22222222 2017-12-02 1.00
      A4 20A 33333333 2017-01-02 1.00
      A4 20A 11111111 2017-12-02 1.00
      A4 30A 11111111 2017-12-02 1.00
      """
    var town = SupplyExample()
    #expect(
      try town.rows("overstap", drawn) == """
        paar,Begeleiding,Zorg,Alfa,1,,
        paar,Hulp,Alfa,Zorg,1,,
        product_groep,Begeleiding,,,1,1,1.000000
        product_groep,Hulp,,,1,3,0.333333
        totaal,,,,2,4,0.500000
        """
    )
    // January is not wholly in this window, nor in the next.
    town.settings.from = "2017-01-02"
    #expect(try town.rows("overstap", drawn) == "totaal,,,,0,0,")
    town.settings.from = "2017-11-02"
    #expect(try town.rows("overstap", drawn).isEmpty)
    town.settings.supply.switchFrom = OracleReport.Month(number: 2017 * 12)
    #expect(try town.rows("overstap", drawn).hasSuffix("totaal,,,,2,4,0.500000"))
    town.settings.supply.switchTo = OracleReport.Month(number: 2017 * 12 + 1)
    #expect(try town.rows("overstap", drawn) == "totaal,,,,0,0,")
  }
}
