import Testing

/// What was granted, month by month and until when, by hand.
@Suite struct OracleGrantedTests {
  private func town() -> SupplyExample {
    var town = SupplyExample("2017-01-01", "2017-03-31")
    // bob's stop is for a while; cor's is deleted and void; dirk's second ends before it begins.
    town.allocate(
      """
      A1 ann 11111111 10A 2016-12-15 2017-02-10 reden_beeindiging=02
      A2 bob 22222222 20A 2017-02-01 - stop_datum_levering=2017-02-20 reden_beeindiging=20
      A3 ann 22222222 - 2017-03-05 2017-12-31 product_categorie=08 \
      stop_datum_levering=2017-03-10 reden_beeindiging=77
      A4 cor 33333333 99Z 2017-01-10 2017-01-05 reden_wijziging=13
      A5 dirk 11111111 10A 2017-03-01 2017-02-01
      A6 dirk 11111111 10B 2016-01-01 2017-05-31 stop_datum_levering=morgen
      """
    )
    return town
  }

  @Test func `toewijzingen-verloop starts with the first line and ends with the window`() throws {
    let rows = try town().rows("toewijzingen-verloop", "A1 10A 11111111 2016-12-20 1.00")
    #expect(
      rows == """
        product_groep,,Begeleiding,2016-12,0,0,0,0,0
        product_groep,,Begeleiding,2017-01,0,0,0,0,0
        product_groep,,Begeleiding,2017-02,1,0,1,1,0
        product_groep,,Begeleiding,2017-03,0,0,1,1,0
        product_groep,,Hulp,2016-12,1,0,2,2,0
        product_groep,,Hulp,2017-01,0,0,2,2,0
        product_groep,,Hulp,2017-02,0,1,2,2,0
        product_groep,,Hulp,2017-03,0,0,1,1,0
        product_groep,,Vervoerdiensten,2016-12,0,0,0,0,0
        product_groep,,Vervoerdiensten,2017-01,0,0,0,0,0
        product_groep,,Vervoerdiensten,2017-02,0,0,0,0,0
        product_groep,,Vervoerdiensten,2017-03,1,1,1,1,0
        product_groep,,onbekend,2016-12,0,0,0,0,0
        product_groep,,onbekend,2017-01,0,0,0,0,1
        product_groep,,onbekend,2017-02,0,0,0,0,0
        product_groep,,onbekend,2017-03,0,0,0,0,0
        voorzieningsoort,algemeen,,2016-12,0,0,0,0,0
        voorzieningsoort,algemeen,,2017-01,0,0,0,0,0
        voorzieningsoort,algemeen,,2017-02,0,0,0,0,0
        voorzieningsoort,algemeen,,2017-03,0,0,0,0,0
        voorzieningsoort,maatwerk,,2016-12,1,0,2,2,0
        voorzieningsoort,maatwerk,,2017-01,0,0,2,2,0
        voorzieningsoort,maatwerk,,2017-02,1,1,3,3,0
        voorzieningsoort,maatwerk,,2017-03,0,0,2,2,0
        voorzieningsoort,vrij_inzetbaar,,2016-12,0,0,0,0,0
        voorzieningsoort,vrij_inzetbaar,,2017-01,0,0,0,0,0
        voorzieningsoort,vrij_inzetbaar,,2017-02,0,0,0,0,0
        voorzieningsoort,vrij_inzetbaar,,2017-03,0,0,0,0,0
        voorzieningsoort,onbekend,,2016-12,0,0,0,0,0
        voorzieningsoort,onbekend,,2017-01,0,0,0,0,1
        voorzieningsoort,onbekend,,2017-02,0,0,0,0,0
        voorzieningsoort,onbekend,,2017-03,1,1,1,1,0
        totaal,,,2016-12,1,0,2,2,0
        totaal,,,2017-01,0,0,2,2,1
        totaal,,,2017-02,1,1,3,3,0
        totaal,,,2017-03,1,1,3,3,0
        """
    )
  }

  @Test func `without a line the months are those of the window`() throws {
    var town = town()
    town.settings.from = "2017-02-28"
    town.settings.to = "2017-03-01"
    let rows = try town.rows("toewijzingen-verloop").split(separator: "\n")
    // ann's ends in February, before the window; bob's and dirk's run.
    #expect(rows.first == "product_groep,,Begeleiding,2017-02,1,0,1,1,0")
    #expect(!rows.contains { $0.contains("2017-01") || $0.contains("product_groep,,onbekend") })
    #expect(rows.suffix(2) == ["totaal,,,2017-02,1,1,3,3,0", "totaal,,,2017-03,1,1,3,3,0"])
    #expect(rows.count == 2 * (3 + 4 + 1))
  }

  @Test func `beeindigingen are those of the window, by reason`() throws {
    #expect(
      try town().rows("beeindigingen") == """
        product_groep,Hulp,02,Overlijden,1,1,1.000000
        product_groep,Vervoerdiensten,77,onbekende code,1,1,1.000000
        totaal,,02,Overlijden,1,1,0.500000
        totaal,,77,onbekende code,1,1,0.500000
        """
    )
    var until = town()
    // dirk's second stop cannot be read, so that the end of his allocation holds.
    until.settings.to = "2017-05-31"
    #expect(
      try until.rows("beeindigingen").split(separator: "\n").prefix(2) == [
        "product_groep,Hulp,,niet opgegeven,1,1,0.500000",
        "product_groep,Hulp,02,Overlijden,1,1,0.500000",
      ]
    )
    var after = town()
    after.settings.from = "2017-03-11"
    #expect(try after.rows("beeindigingen").isEmpty)
  }

  @Test func `aflopend tells until when the last day's allocations run`() throws {
    var town = town()
    #expect(
      try town.rows("aflopend") == """
        product_groep,Begeleiding,,1,1
        product_groep,Hulp,2017-05,1,1
        totaal,,2017-05,1,1
        totaal,,,1,1
        """
    )
    // ann's ends on that very day.
    town.settings.to = "2017-02-10"
    #expect(
      try town.rows("aflopend") == """
        product_groep,Begeleiding,,1,1
        product_groep,Hulp,2017-02,1,1
        product_groep,Hulp,2017-05,1,1
        totaal,,2017-02,1,1
        totaal,,2017-05,1,1
        totaal,,,1,1
        """
    )
  }

  @Test func `without a window nothing is counted`() throws {
    var town = town()
    town.settings.to = nil
    for table in ["toewijzingen-verloop", "beeindigingen", "verzilvering", "aflopend", "landschap"]
    {
      #expect(try town.rows(table).isEmpty, "\(table)")
    }
    // A line gives the end.
    let rows = try town.rows("aflopend", "A1 10A 11111111 2017-05-31 1.00")
    #expect(rows.hasSuffix("totaal,,2017-05,1,1\ntotaal,,,1,1"))
  }

  @Test func `leveringsvorm is that of clients, by group and in all`() throws {
    var town = SupplyExample("2017-07-01", "2018-02-28")
    town.allocate(
      """
      A1 ann 11111111 10A 2017-01-01 - leveringsvorm=ZIN
      A2 bob 22222222 10A 2017-01-01 - leveringsvorm=pgb
      A3 ann 22222222 20A 2017-01-01 - leveringsvorm=natura
      A4 cor 33333333 20A 2017-01-01 2017-07-01 leveringsvorm=PGB
      A5 dirk 33333333 20A 2017-01-01 2017-06-30 leveringsvorm=PGB
      """
    )
    let withoutBudgets = try town.rows("leveringsvorm").split(separator: "\n")
    #expect(
      withoutBudgets.prefix(3) == [
        "product_groep,Begeleiding,uitsluitend zin,1,0.500000,1,,",
        "product_groep,Begeleiding,uitsluitend pgb,1,0.500000,1,,",
        "product_groep,Begeleiding,beide,0,0.000000,0,,",
      ])
    town.example.files["pgb.csv"] = """
      client_id,jaar,product_categorie,product_groep,toegekend,besteed
      ann,2017,02,Begeleiding,100.00,80.00
      bob,2018,01,,50.00,
      bob,2016,,Hulp,999.00,1.00
      eva,2017,,Hulp,10.00,20.00
      """
    #expect(
      try town.rows("leveringsvorm") == """
        product_groep,Begeleiding,uitsluitend zin,0,0.000000,0,0.00,0.00
        product_groep,Begeleiding,uitsluitend pgb,1,0.500000,1,0.00,0.00
        product_groep,Begeleiding,beide,1,0.500000,1,100.00,80.00
        product_groep,Hulp,uitsluitend zin,1,0.333333,1,0.00,0.00
        product_groep,Hulp,uitsluitend pgb,2,0.666667,1,10.00,20.00
        product_groep,Hulp,beide,0,0.000000,0,0.00,0.00
        product_groep,Hulp bij het huishouden,uitsluitend zin,0,0.000000,0,0.00,0.00
        product_groep,Hulp bij het huishouden,uitsluitend pgb,1,1.000000,0,50.00,0.00
        product_groep,Hulp bij het huishouden,beide,0,0.000000,0,0.00,0.00
        totaal,,uitsluitend zin,0,0.000000,0,0.00,0.00
        totaal,,uitsluitend pgb,3,0.750000,2,60.00,20.00
        totaal,,beide,1,0.250000,2,100.00,80.00
        """
    )
  }

  @Test func `leveringsvorm needs its column or personal budgets`() throws {
    var town = SupplyExample()
    #expect(try town.rows("leveringsvorm").isEmpty)
    town.example.files["pgb.csv"] = "client_id,jaar,product_groep,toegekend\n"
    // ann has two decisions of no product, of the five that are not deleted.
    #expect(
      try town.rows("leveringsvorm") == """
        product_groep,onbekend,uitsluitend zin,4,1.000000,5,0.00,0.00
        product_groep,onbekend,uitsluitend pgb,0,0.000000,0,0.00,0.00
        product_groep,onbekend,beide,0,0.000000,0,0.00,0.00
        totaal,,uitsluitend zin,4,1.000000,5,0.00,0.00
        totaal,,uitsluitend pgb,0,0.000000,0,0.00,0.00
        totaal,,beide,0,0.000000,0,0.00,0.00
        """
    )
  }

  @Test(arguments: [
    "ann,2017,,,1.00", "ann,17,02,,1.00", "ann,2017,2,,1.00", "ann,2017,02,,een",
    "ann,2017,,Totaal,1.00", "ann,2017,,a + b,1.00", ",2017,02,,1.00", "ann,2017,02,,",
    "ann,2017,02,,1.00\nann,2017,02,,2.00", "ann,2017,02,,1.00\nann,2017,Begeleiding,,2.00",
  ])
  func `a personal budget that cannot be read is refused`(row: String) throws {
    var town = SupplyExample()
    town.example.files["pgb.csv"] =
      "client_id,jaar,product_categorie,product_groep,toegekend\n" + row + "\n"
    #expect(try town.isRefused())
  }
}
