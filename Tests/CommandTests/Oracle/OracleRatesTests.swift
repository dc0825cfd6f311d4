import Testing

/// Rates of districts by age, by hand and against published values.
@Suite struct OracleRatesTests {
  @Test(arguments: [(65, "50.163188", "82.849139"), (1045, "982.593202", "1110.331213")])
  func `the limits of Byar are those published`(count: Int, lower: String, upper: String) {
    let limits = OracleReport.Standard.byar(count)
    #expect(OracleReport.Format.decimal(limits.lower, decimals: 6) == lower)
    #expect(OracleReport.Format.decimal(limits.upper, decimals: 6) == upper)
  }

  @Test func `a district is compared at the ages of all`() {
    let standard = OracleReport.Standard(
      users: [10, 0, 0, 0, 30], inhabitants: [1000, 0, 0, 0, 1000])
    let rates = standard.rates(users: [6, 0, 0, 0, 8], inhabitants: [600, 0, 0, 0, 200])
    // 14 / 800; half of 6 / 600 and half of 8 / 200; 600 at 1 % and 200 at 3 %; 14 / 12 of 2 %.
    #expect(rates[0] == "17.5000")
    #expect(rates[1] == "25.0000")
    #expect(rates[4] == "12.0000")
    #expect(rates[5] == "23.3333")
    // The standard itself has its raw rate.
    let own = standard.rates(users: standard.users, inhabitants: standard.inhabitants)
    #expect([own[0], own[1], own[5]] == ["20.0000", "20.0000", "20.0000"])
    // Nobody of an age that others have; nine clients.
    let old = standard.rates(users: [0, 0, 0, 0, 12], inhabitants: [0, 0, 0, 0, 400])
    #expect(old[1...3] == ["", "", ""])
    #expect(old[4] == "12.0000")
    let few = standard.rates(users: [9, 0, 0, 0, 0], inhabitants: [600, 0, 0, 0, 200])
    #expect(few == [String](repeating: "", count: 8))
  }

  @Test func `wijken-gestandaardiseerd counts clients with an age`() throws {
    var example = OracleExample()
    // cor has no age, dirk no wijk; Zuid lacks one figure.
    example.files["clienten.csv"] = """
      client_id,geboortejaar,wijk_code
      ann,1950,WK063701
      bob,2003,WK063702
      cor,,WK063701
      """
    example.files["gebieden.csv"] = """
      wijk_code,peiljaar,wijk_naam,inwoners,inwoners_0_14,inwoners_15_24,inwoners_25_44,\
      inwoners_45_64,inwoners_65_plus
      WK063701,2017,Noord,999,1,2,3,4,5
      WK063702,2017,Zuid,999,1,2,3,,5
      """
    let report = try example.report(
      """
      A1 10A 11111111 2017-01-02 20.00
      A2 10A 22222222 2017-01-02 10.00
      A4 10A 33333333 2017-01-02 10.00
      A5 30A 11111111 2017-10-15 3.00
      """
    )
    #expect(
      OracleExample.rows(report.tablesOverTime["wijken-gestandaardiseerd"]) == """
        Noord,1,1,15,,,,,,,,
        Zuid,1,0,,,,,,,,,
        onbekend,0,1,,,,,,,,,
        totaal,2,2,15,,,,,,,,
        """
    )
    example.files["gebieden.csv"] = """
      wijk_code,peiljaar,wijk_naam,inwoners_0_14,inwoners_15_24
      WK063701,2017,Noord,1,2
      """
    let empty = try example.report("A1 10A 11111111 2017-01-02 20.00").tablesOverTime
    #expect(OracleExample.rows(empty["wijken-gestandaardiseerd"]) == "")
    example.files["gebieden.csv"] = """
      wijk_code,peiljaar,wijk_naam,inwoners_0_14
      WK063701,2017,Noord,veel
      """
    #expect(throws: OracleReport.Unusable.self) {
      _ = try example.report("A1 10A 11111111 2017-01-02 20.00")
    }
  }
}
