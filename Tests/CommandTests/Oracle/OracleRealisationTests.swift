import Testing

/// What is used of what was granted, by hand.
@Suite struct OracleRealisationTests {
  private func town() -> SupplyExample {
    // From a Wednesday to a Friday: five calendar weeks, four Sundays.
    var town = SupplyExample("2017-03-01", "2017-03-31")
    town.allocate(
      """
      A1 ann 11111111 20A 2017-01-01 - volume=3 eenheid=04 frequentie=2
      A2 bob 22222222 10A 2017-01-01 - volume=2 eenheid=04 frequentie=2
      A3 ann 22222222 20A 2017-01-01 2017-03-31 stop_datum_levering=2017-03-15 volume=1 \
      eenheid=82 frequentie=2
      A4 cor 33333333 30A 2017-03-22 2017-04-20 volume=10 eenheid=14 frequentie=6
      A5 dirk 11111111 10A 2017-01-01 - leveringsvorm=pgb volume=2 eenheid=04 frequentie=2
      A6 dirk 11111111 10A 2017-01-01 2017-02-28 volume=2 eenheid=04 frequentie=2
      """
    )
    return town
  }

  /// ann: ten hours in minutes, three hours, one credited; days of a quarter, and those of February,
  /// are left out. bob: a net of 0.
  private let drawn = """
    A1 20A 11111111 2017-03-02 100.00 2017-04-30 600 01
    A1 20A 11111111 2017-03-03 20.00 2017-04-30 3 04
    A1 20A 11111111 2017-03-04 -10.00 2017-04-30 1 04
    A1 20A 11111111 2017-03-05 5.00 2017-04-30 7 16
    A1 20A 11111111 2017-02-28 5.00 2017-04-30 7 04
    A4 30A 33333333 2017-03-25 30.00 2017-04-30 3 14
    A2 10A 22222222 2017-03-02 5.00 2017-04-30 1 04
    A2 10A 22222222 2017-03-09 -5.00 2017-04-30 1 04
    """

  private let rows = """
    product_groep,Begeleiding,,,2,1,1,,,
    product_groep,Begeleiding,,04,1,1,0,15.00,12.00,0.800000
    product_groep,Begeleiding,,82,1,0,1,3.00,0.00,0.000000
    product_groep,Hulp,,,1,0,1,,,
    product_groep,Hulp,,04,1,0,1,12.00,0.00,0.000000
    product_groep,Vervoer,,,1,1,0,,,
    product_groep,Vervoer,,14,1,1,0,3.33,3.00,0.900000
    concern,,Alfa,,1,1,0,,,
    concern,,Alfa,04,1,1,0,15.00,12.00,0.800000
    concern,,Zorg,,3,1,2,,,
    concern,,Zorg,04,1,0,1,12.00,0.00,0.000000
    concern,,Zorg,14,1,1,0,3.33,3.00,0.900000
    concern,,Zorg,82,1,0,1,3.00,0.00,0.000000
    totaal,,,,4,2,2,,,
    totaal,,,04,2,1,1,27.00,12.00,0.444444
    totaal,,,14,1,1,0,3.33,3.00,0.900000
    totaal,,,82,1,0,1,3.00,0.00,0.000000
    """

  @Test func `verzilvering holds lines against what the window allows`() throws {
    #expect(try town().rows("verzilvering", drawn) == rows)
  }

  @Test func `verzilvering goes by the day of the performance`() throws {
    var town = town()
    town.settings.basis = .declaratie
    #expect(try town.rows("verzilvering", drawn) == rows)
  }

  @Test func `verzilvering finds the ends of its window`() throws {
    var town = town()
    town.settings.from = nil
    town.settings.to = nil
    let march = drawn.split(separator: "\n").filter { !$0.contains("2017-02-28") }
    // From 2 to 25 March: four calendar weeks.
    let rows = try town.rows("verzilvering", march.joined(separator: "\n"))
    #expect(rows.contains("product_groep,Begeleiding,,04,1,1,0,12.00,12.00,1.000000"))
  }

  @Test(arguments: [
    ("1", "84.00"), ("2", "14.00"), ("3", "4.00"), ("4", "4.00"), ("5", "2.00"), ("6", "2.00"),
  ])
  func `an allowance is that of the days in force`(frequency: String, allowed: String) throws {
    // Forty-two days from a Tuesday to a Monday.
    var town = SupplyExample()
    town.allocate(
      """
      A1 ann 11111111 20A 2017-01-10 2017-12-31 stop_datum_levering=2017-02-20 volume=2 \
      eenheid=04 frequentie=\(frequency)
      """
    )
    #expect(
      try town.rows("verzilvering").hasSuffix("\ntotaal,,,04,1,0,1,\(allowed),0.00,0.000000"))
  }

  @Test func `what has no measure has no unit`() throws {
    var town = SupplyExample()
    town.allocate(
      """
      A1 ann 11111111 20A 2017-01-10 - volume=2 eenheid=04
      A2 bob 11111111 20A 2017-01-10 - volume=2 frequentie=2
      A3 ann 11111111 20A 2017-01-10 - eenheid=04 frequentie=2
      A4 cor 11111111 20A 2017-01-10 - volume=2 eenheid=83 frequentie=2
      A5 dirk 11111111 20A 2017-01-10 - volume=2 eenheid=04 frequentie=6
      """
    )
    #expect(try town.rows("verzilvering").split(separator: "\n").last == "totaal,,,,5,0,5,,,")
  }

  @Test func `nothing granted is a total of nothing`() throws {
    var town = SupplyExample()
    town.allocate("A1 ann 11111111 20A 2018-01-10 -")
    #expect(try town.rows("verzilvering") == "totaal,,,,0,0,0,,,")
  }

  @Test func `fractions of any denominator add up`() {
    typealias Exact = OracleReport.Exact
    let primes = [997, 991, 983, 977, 971, 967, 953, 947, 941, 937, 929, 919, 911, 907, 887]
    let sum = primes.map { Exact(1, over: $0) }.sum
    let back = primes.map { Exact(-1, over: $0) }.sum
    #expect((sum + back).text(decimals: 4) == "0.0000")
    #expect((sum / sum)?.text(decimals: 6) == "1.000000")
    #expect((back / sum)?.text(decimals: 2) == "-1.00")
    #expect(Exact(5, over: 1000).text(decimals: 2) == "0.01")
    #expect(Exact(-5, over: 1000).text(decimals: 2) == "-0.01")
    #expect((Exact(1, over: 3) + Exact(-1)).text(decimals: 6) == "-0.666667")
    #expect((Exact(1) / Exact(0))?.text(decimals: 0) == nil)
    #expect(Exact(123_456_789_012_345_678, over: 7).text(decimals: 2) == "17636684144620811.14")
  }
}
