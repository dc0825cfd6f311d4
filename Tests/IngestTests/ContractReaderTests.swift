import Testing

@testable import Ingest

@Suite("Contracts")
struct ContractReaderTests {
  private static let header =
    "perceel,aanbieder_agb,naam,rol,contractvorm,bekostiging,"
    + "geldig_vanaf,geldig_tot,plafond\n"

  private static let providers = """
    aanbieder_agb,naam,concern
    41000001,Zorg Noord,Zorg
    41000002,Zorg Zuid,Zorg
    41000003,Tweeling,Eerste
    41000004,Tweeling,Tweede

    """

  private func folder(_ rows: String, header: String = header) -> RegisterFolder {
    RegisterFolder(["contracten.csv": header + rows, "aanbieders.csv": Self.providers])
  }

  private func contracts(_ rows: String) throws -> [Contract]? {
    try folder(rows).read().data.contracts
  }

  @Test("a row is one party of one lot")
  func row() throws {
    let rows = "WMO-1,41000002,,Onderaannemer,open house,p x q,2017-01-01,9999-12-31,\"1000.50\"\n"
    #expect(
      try contracts(rows) == [
        Contract(
          lot: "WMO-1", party: "Zorg", role: .subcontractor, form: "open house", funding: "p x q",
          from: Day("2017-01-01"), to: nil, ceiling: 100_050)
      ])
    #expect(try RegisterFolder().read().data.contracts == nil)
  }

  @Test(
    "the party is the concern of the code, of the name, or else the name, or else the code",
    arguments: [
      ("41000001,Anders", "Zorg"), (",Zorg Zuid", "Zorg"), ("41999999,Zorg Zuid", "Zorg"),
      (",Zorg zuid", "Zorg zuid"), ("41999999,Nieuw", "Nieuw"), ("41999999,", "41999999"),
      ("41000003,Tweeling", "Eerste"),
    ])
  func party(cells: String, party: String) throws {
    #expect(try contracts("A,\(cells),,,,2017-01-01,,\n")?.map(\.party) == [party])
  }

  @Test("equal rows are one, whatever a role that is not given; others with the key are refused")
  func keys() throws {
    let row = "A,41000001,,,,,2017-01-01,2017-12-31,\n"
    #expect(try contracts(row + row.replacing(",,,,,", with: ",,HOOFDAANNEMER,,,"))?.count == 1)
    #expect(try contracts(row + row.replacing("2017-01", with: "2017-02"))?.count == 2)
    #expect(
      try folder(row + row.replacing(",,,,,", with: ",,,open,,")).refusal()
        == "contracten.csv:3: column 'contractvorm' differs from contracten.csv:2, which has the "
        + "same key; leave one of the rows")
  }

  @Test(
    "a row that says too little or what cannot be is refused",
    arguments: [
      (",41000001,,,,,2017-01-01,,", "column 'perceel' is empty; every row needs a value here"),
      (
        "A,,,,,,2017-01-01,,",
        "column 'aanbieder_agb' is empty, and so is 'naam'; every row needs a value in one of the two"
      ),
      (
        "A,41000001,,baas,,,2017-01-01,,",
        "column 'rol' has a value that is not 'hoofdaannemer', 'onderaannemer' or 'lid'"
      ),
      (
        "A,41000001,,,,,2017-01-02,2017-01-01,",
        "column 'geldig_tot' lies before 'geldig_vanaf'; expected a last day that is not before the "
          + "first, or none"
      ),
      (
        "A,41000001,,,,,2017-01-01,,-0.01",
        "column 'plafond' has an amount below 0; expected 0 or more"
      ),
      (
        "Totaal,41000001,,,,,2017-01-01,,",
        "column 'perceel' gives the name 'totaal' or 'onbekend', which the tables use themselves; "
          + "give another name in column 'perceel'"
      ),
      (
        "A,,Tweeling,,,,2017-01-01,,",
        "column 'naam' has a name that providers of several concerns have; give an AGB code of "
          + "aanbieders in column 'aanbieder_agb'"
      ),
    ])
  func refusals(row: String, wording: String) throws {
    #expect(try folder(row + "\n").refusal() == "contracten.csv:2: " + wording)
  }

  @Test("a total row is skipped")
  func total() throws {
    #expect(try contracts("A,41000001,,,,,2017-01-01,,1\nTotaal,,,,,,,,1\n")?.count == 1)
  }

  @Test("a product may name its lot")
  func lotOfProduct() throws {
    let header = "product_code,omschrijving,product_categorie,voorzieningsoort,perceel\n"
    let rows = "P1,Een,02,maatwerk,A\nP2,Twee,02,maatwerk,\n"
    let registers = try RegisterFolder(["producten.csv": header + rows]).read().data
    #expect(registers.products.map(\.lot) == ["A", nil])
    let refusal = try RegisterFolder([
      "producten.csv": header + "P1,Een,02,maatwerk,TOTAAL\n"
    ]).refusal()
    #expect(refusal?.contains("column 'perceel' gives the name 'totaal' or 'onbekend'") == true)
  }
}
