import Testing

/// Lots, contracts and the landscape of providers, by hand.
@Suite struct OracleContractTests {
  private static let header =
    "perceel,aanbieder_agb,naam,rol,contractvorm,bekostiging,geldig_vanaf,geldig_tot,plafond\n"

  private func town(_ contracts: String) -> SupplyExample {
    var town = SupplyExample()
    town.example.files["contracten.csv"] = Self.header + contracts + "\n"
    return town
  }

  /// Four in force of the first two lots, of which Zorg has two, one by name.
  private let contracts = """
    Perceel 1,11111111,,,raam,inspanning,2016-01-01,,1000.00
    Perceel 1,,Beta,Lid,raam,inspanning,2016-01-01,2017-01-01,500.00
    Perceel 1,33333333,,onderaannemer,raam,output,2016-01-01,2016-12-31,9.00
    Perceel 2,22222222,Nergens,hoofdaannemer,,,2017-06-01,,
    Perceel 2,,Nergens,ONDERAANNEMER,open,,2017-06-01,,
    Perceel 3,99999999,,,,,2017-12-31,9999-12-31,0
    Perceel 3,99999999,,Hoofdaannemer,,,2017-12-31,9999-12-31,0
    Perceel 4,99999999,,,,,2018-01-01,,
    """

  private let drawn = """
    A1 10A 11111111 2017-01-02 100.00
    A2 10A 22222222 2017-01-02 50.00
    A3 20A 22222222 2017-01-02 30.00
    A5 20A 11111111 2017-01-02 10.00
    A4 30A 33333333 2017-01-02 7.00
    """

  private func withLots(_ contracts: String) -> SupplyExample {
    var town = town(contracts)
    town.example.files["producten.csv"] = """
      product_code,omschrijving,product_categorie,voorzieningsoort,product_groep,perceel
      10A,Hulp,01,maatwerk,Hulp,Perceel 1
      20A,Begeleiding,02,maatwerk,,Perceel 2
      30A,Vervoer,08,vrij_inzetbaar,,
      """
    return town
  }

  @Test func `percelen sets contracts beside use`() throws {
    // In Perceel 2 Alfa serves dirk without a contract.
    #expect(
      try withLots(contracts).rows("percelen", drawn) == """
        perceel,Perceel 1,raam,inspanning,2,2,1,0,1,1500.00,2,2,150.00,0.666667,0.00
        perceel,Perceel 2,open,,2,2,1,1,0,,1,2,40.00,0.750000,10.00
        perceel,Perceel 3,,,1,1,1,0,0,0.00,0,0,0.00,,0.00
        perceel,onbekend,,,0,0,0,0,0,,0,1,7.00,1.000000,7.00
        totaal,,verschillend,inspanning,5,4,3,1,1,1500.00,2,4,197.00,0.558376,0.00
        """
    )
  }

  @Test func `without lots of products use is that of all`() throws {
    #expect(
      try town(contracts).rows("percelen", drawn) == """
        perceel,Perceel 1,raam,inspanning,2,2,1,0,1,1500.00,,,,,
        perceel,Perceel 2,open,,2,2,1,1,0,,,,,,
        perceel,Perceel 3,,,1,1,1,0,0,0.00,,,,,
        totaal,,verschillend,inspanning,5,4,3,1,1,1500.00,2,4,197.00,0.558376,0.00
        """
    )
  }

  @Test func `a lot without contracts has its use`() throws {
    let rows = try withLots("Perceel 2,11111111,,,,,2017-01-01,,").rows("percelen", drawn)
    #expect(
      rows.split(separator: "\n").first
        == "perceel,Perceel 1,,,0,0,0,0,0,,0,2,150.00,0.666667,150.00")
    #expect(try SupplyExample().rows("percelen", drawn).isEmpty)
  }

  @Test(arguments: [
    "P,,,,,,2017-01-01,,", "P,1111111,,,,,2017-01-01,,", "P,11111111,,partner,,,2017-01-01,,",
    ",11111111,,,,,2017-01-01,,", "P,11111111,,,,,,,", "TOTAAL,11111111,,,,,2017-01-01,,",
    "P,11111111,,,,,2017-01-02,2017-01-01,", "P,11111111,,,,,2017-01-01,,-0.01",
    "P,11111111,,,,,2017-01-01,,1.00\nP,11111111,,HOOFDAANNEMER,,,2017-01-01,,2.00",
    "P,,Delta,,,,2017-01-01,,", "P,99999999,Delta,,,,2017-01-01,,",
  ])
  func `a contract that cannot be read is refused`(row: String) throws {
    var town = town(row)
    // Delta is two concerns.
    town.example.files["aanbieders.csv", default: ""] += "\n44444444,Delta,\n55555555,Delta,Zorg\n"
    #expect(try town.isRefused())
  }

  @Test func `a name is only looked up where the code is not known`() throws {
    var town = town("P,11111111,Delta,,,,2017-01-01,,")
    town.example.files["aanbieders.csv", default: ""] += "\n44444444,Delta,\n55555555,Delta,Zorg\n"
    #expect(
      try town.rows("percelen", "A1 10A 11111111 2017-01-02 1.00").hasSuffix(
        "totaal,,,,1,1,1,0,0,,1,1,1.00,1.000000,0.00"))
  }

  /// 2016: ann at both, bob at Zorg; 2017: ann at Alfa.
  private let twoYears = """
    A1 10A 11111111 2016-03-02 30.00
    A2 10A 22222222 2016-12-31 10.00
    A3 20A 22222222 2016-01-01 5.00
    A1 10A 11111111 2017-12-31 40.00
    A1 10A 11111111 2018-01-01 99.00
    """

  @Test func `landschap before and after a day`() throws {
    var town = town(
      "P,11111111,,,,,2016-01-01,,\nP,,Nergens,lid,,,2017-02-01,,\nP,33333333,,,,,2016-01-01,2016-12-30,"
    )
    town.settings.from = "2018-01-01"
    town.settings.to = "2018-01-31"
    town.settings.supply.landscapeDay = "2017-01-01"
    let (before, after) = ("2016-01-01,2016-12-31", "2017-01-01,2017-12-31")
    #expect(
      try town.rows("landschap", twoYears) == """
        product_groep,Begeleiding,voor,\(before),1,1,1.000000,1,1,1.000000,1.00,5.00,10000.0,,,,
        product_groep,Begeleiding,na,\(after),0,0,,0,0,,,0.00,,,,,
        product_groep,Hulp,voor,\(before),2,2,1.000000,2,2,1.000000,1.00,40.00,6250.0,,,,
        product_groep,Hulp,na,\(after),1,1,1.000000,1,1,1.000000,1.00,40.00,10000.0,,,,
        totaal,,voor,\(before),2,1,0.500000,2,1,0.500000,1.50,45.00,5555.6,1,1,0,0
        totaal,,na,\(after),1,1,1.000000,1,1,1.000000,1.00,40.00,10000.0,2,1,0,1
        """
    )
  }

  @Test func `landschap sets the comparison against the window`() throws {
    let rows = try SupplyExample("2017-01-01", "2017-12-31").rows("landschap", twoYears)
    #expect(
      rows.split(separator: "\n").suffix(2) == [
        "totaal,,voor,2016-01-01,2016-12-31,2,1,0.500000,2,1,0.500000,1.50,45.00,5555.6,,,,",
        "totaal,,na,2017-01-01,2017-12-31,1,1,1.000000,1,1,1.000000,1.00,40.00,10000.0,,,,",
      ])
    var town = SupplyExample()
    town.settings.from = nil
    let na = try town.rows("landschap", twoYears).split(separator: "\n")
    #expect(na.count == 3)
    #expect(
      na.last == "totaal,,na,2016-01-01,2017-12-31,2,1,0.500000,2,1,0.500000,1.50,85.00,7093.4,,,,")
  }

  @Test func `a year from 29 February`() throws {
    var town = SupplyExample()
    town.settings.supply.landscapeDay = "2016-02-29"
    let none = "0,0,,0,0,,,0.00,,,,,"
    #expect(
      try town.rows("landschap") == """
        totaal,,voor,2015-03-01,2016-02-28,\(none)
        totaal,,na,2016-02-29,2017-02-28,\(none)
        """
    )
  }

  @Test func `a window that ends before the first line has no day, but totals`() throws {
    var town = town("P,11111111,,,,,2015-01-01,,")
    town.settings.from = nil
    town.settings.to = "2016-01-01"
    let drawn = "A1 10A 11111111 2017-10-02 1.00"
    #expect(try town.rows("percelen", drawn) == "totaal,,,,0,0,0,0,0,,0,0,0.00,,0.00")
    #expect(
      try town.rows("landschap", drawn)
        == "totaal,,na,2017-10-02,2016-01-01,0,0,,0,0,,,0.00,,1,1,0,0")
  }
}
