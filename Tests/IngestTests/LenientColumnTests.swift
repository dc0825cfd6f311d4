import Testing

@testable import Ingest

/// Columns that an old folder may hold in any form: they are read where they have it, and never stop a
/// run.
@Suite("Columns of delivery and place")
struct LenientColumnTests {
  private func registers(
    _ files: [String: String], restoresZeros: Bool = false
  ) throws -> ReadRegisters {
    var folder = RegisterFolder(files)
    folder.configuration.restoresLeadingZeros = restoresZeros
    return try folder.read()
  }

  private func delivery(
    _ form: String, _ stop: String, _ reason: String, restoresZeros: Bool = false
  ) throws -> (delivery: AllocationDelivery?, notes: [String]) {
    let header =
      "toewijzing_nummer,client_id,aanbieder_agb,ingangsdatum,leveringsvorm,"
      + "stop_datum_levering,reden_beeindiging\n"
    let read = try registers(
      ["toewijzingen.csv": header + "T1,K1,41000001,2017-01-01,\(form),\(stop),\(reason)\n"],
      restoresZeros: restoresZeros)
    return (read.data.deliveries.first, read.remarks.notes)
  }

  @Test("how an allocation is delivered and how it ended")
  func delivered() throws {
    let (delivery, notes) = try delivery("PGB", "2017-05-31", "02")
    let expected = AllocationDelivery(
      stop: Day("2017-05-31"), endReason: 2, form: .personalBudget)
    #expect(delivery == expected)
    #expect(notes.isEmpty)
    #expect(
      try self.delivery("Zin", "9999-12-31", "77").delivery
        == AllocationDelivery(endReason: 77, form: .inKind))
    #expect(try self.delivery("", "", "2", restoresZeros: true).delivery?.endReason == 2)
    #expect(try self.delivery("-", "nvt", "NULL").notes.isEmpty)
  }

  @Test("a value of another form is missing, and counted")
  func malformed() throws {
    let (delivery, notes) = try delivery("natura", "31-05-2017", "#N/A")
    #expect(delivery == AllocationDelivery())
    #expect(
      notes
        == ["leveringsvorm", "stop_datum_levering", "reden_beeindiging"].map {
          "toewijzingen: 1 row has a value of another form in column '\($0)', which is taken as missing"
        })
    #expect(try self.delivery("zin", "", "2").delivery?.endReason == nil)
  }

  @Test("whether there is a column of forms at all, however empty")
  func formColumn() throws {
    #expect(try !registers([:]).data.hasDeliveryForms)
    let header = "toewijzing_nummer,client_id,aanbieder_agb,ingangsdatum,leveringsvorm\n"
    #expect(try !registers(["toewijzingen.csv": header]).data.hasDeliveryForms)
    let row = "T1,K1,41000001,2017-01-01,\n"
    #expect(try registers(["toewijzingen.csv": header + row]).data.hasDeliveryForms)
  }

  private func place(
    _ municipality: String, _ buurt: String, _ postcode: String, restoresZeros: Bool = false
  ) throws -> (ClientPlace, notes: [String]) {
    let header = "client_id,gemeente_code,buurt_code,postcode\n"
    let read = try registers(
      ["clienten.csv": header + "K1,\(municipality),\(buurt),\(postcode)\n"],
      restoresZeros: restoresZeros)
    return (read.data.clients?.first?.place ?? ClientPlace(), read.remarks.notes)
  }

  @Test(
    "where a client lives, in the national form",
    arguments: [
      ("0637", "06370101", "2701AB", "2701", "2701AB"),
      ("GM0637", "BU06370101", "2701 ab", "2701", "2701AB"),
      ("gm 0637", "bu 06370101", "2701  Ab", "2701", "2701AB"),
      ("0637", "06370101", "2701", "2701", nil),
    ] as [(String, String, String, String, String?)])
  func places(
    municipality: String, buurt: String, postcode: String, four: String, six: String?
  ) throws {
    let (place, notes) = try place(municipality, buurt, postcode)
    #expect(place.municipality == "0637")
    #expect(place.buurt == 6_370_101)
    #expect(place.postcode4 == four)
    #expect(place.postcode6 == six)
    #expect(notes.isEmpty)
  }

  @Test("zeros that a spreadsheet dropped come back where that is configured")
  func zeros() throws {
    let (restored, notes) = try place("637", "6370101", "", restoresZeros: true)
    #expect(restored.municipality == "0637")
    #expect(restored.buurt == 6_370_101)
    #expect(notes.isEmpty)
    #expect(try place("637", "6370101", "").0 == ClientPlace())
  }

  @Test(
    "a value of another form is missing, and counted",
    arguments: [
      ("WK0637", "063701", "270"), ("06370", "WK06370101", "2701A"), ("Zoetermeer", "x", "27 01AB"),
      ("#N/A", "063701011", "2701AB1"), ("063é", "0637010é", "2701éé"),
    ])
  func malformed(municipality: String, buurt: String, postcode: String) throws {
    // A flaw in a column that was used before stops the run as before.
    let (place, notes) = try place(municipality, buurt, postcode)
    #expect(place == ClientPlace())
    #expect(
      notes
        == ["gemeente_code", "buurt_code", "postcode"].map {
          "clienten: 1 row has a value of another form in column '\($0)', which is taken as missing"
        })
  }

  @Test("inhabitants of neighbourhoods, among the rows that are skipped")
  func neighbourhoods() throws {
    let header = "gwb_code,peiljaar,regio,a_inw,recs\n"
    let rows = """
      GM0637,2017,Zoetermeer,125000,Gemeente
      WK063701,2017,Dorp,9000,Wijk
      BU06370101,2017,Dorp Oost,1.5,Buurt
      BU06370102,2017,Dorp West,4000,
      06370103,2017,Dorp Noord,,buurt
      06370104,2017,Dorp Zuid,12,Wijkdeel
      BU063701,2017,Kort,1,Buurt
      BU06370105,17,Jaar,1,Buurt

      """
    let districts = try #require(registers(["gebieden.csv": header + rows]).data.districts)
    #expect(districts.rows.map(\.wijk) == ["063701"])
    #expect(districts.neighbourhoods.map(\.buurt) == [6_370_101, 6_370_102, 6_370_103])
    #expect(districts.neighbourhoods.map(\.inhabitants) == [nil, 4000, nil])
  }
}
