import Testing

/// Districts and ages in the oracle.
@Suite struct OraclePeopleTests {
  private var example = OracleExample()

  init() {
    // bob's wijk is gone in 2017; cor has a neighbourhood of wijk 063702; dirk is not in the file.
    example.files["clienten.csv"] = """
      client_id,geboortejaar,geboortedatum,wijk_code,buurt_code
      ann,1950,1947-10-16,WK063701,
      bob,1987,,WK063709,
      cor,,1952-10-15,,BU06370212
      """
    example.files["gebieden.csv"] = """
      wijk_code,peiljaar,wijk_naam,inwoners,gebied
      WK063701,2017,Centrum,1000,Noord
      WK063702,2017,Dorp,500,Noord
      WK063703,2017,Leeg,,
      WK063709,2016,Oud,9999,
      WK063702,2018,Dorp,1,Zuid
      GM0637,2017,Stad,,
      """
  }

  private let drawn = """
    A1 10A 11111111 2017-01-02 20.00
    A2 10A 22222222 2017-01-02 10.00
    A4 10A 33333333 2017-01-02 10.00
    A5 30A 11111111 2017-10-15 3.00
    """

  @Test func `wijken take the reference year of the window`() throws {
    let table = try example.report(drawn).tables["wijken"]
    let totals = OracleExample.rows(table).split(separator: "\n").filter {
      $0.contains(",totaal,") || $0.hasPrefix("Noord")
    }
    // Two clients on 1500 inhabitants: 2000 / 1500 = 1.3333.
    #expect(
      totals == [
        "Leeg,totaal,,,0,,0,0.00,,",
        "Noord,voorzieningsoort,algemeen,1500,0,0.0000,0,0.00,,0.00",
        "Noord,voorzieningsoort,maatwerk,1500,2,1.3333,2,30.00,15.00,0.02",
        "Noord,voorzieningsoort,vrij_inzetbaar,1500,0,0.0000,0,0.00,,0.00",
        "Noord,totaal,,1500,2,1.3333,2,30.00,15.00,0.02",
        "Oud,totaal,,,1,,1,10.00,10.00,",
        "onbekend,totaal,,,1,,1,3.00,3.00,",
        "totaal,totaal,,,4,,4,43.00,10.75,",
      ]
    )
  }

  @Test func `leeftijd is counted on the last day of the window`() throws {
    // On 15 October 2017 ann is 69, a day before her birthday; cor is 65; bob is 2017 - 1987 = 30.
    let table = try example.report(drawn).tables["leeftijd"]
    #expect(
      OracleExample.rows(table).split(separator: "\n").filter { !$0.contains(",0,") } == [
        "Hulp,30-44,1,0.333333,10.00",
        "Hulp,65-74,2,0.666667,30.00",
        "Vervoer,onbekend,1,1.000000,3.00",
        "totaal,30-44,1,0.250000,10.00",
        "totaal,65-74,2,0.500000,30.00",
        "totaal,onbekend,1,0.250000,3.00",
      ]
    )
  }

  @Test func `without clients both tables are header only`() throws {
    let tables = try OracleExample().report(drawn).tables
    #expect(OracleExample.rows(tables["wijken"]) == "")
    #expect(OracleExample.rows(tables["leeftijd"]) == "")
  }
}
