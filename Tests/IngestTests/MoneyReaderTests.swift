import Testing

@testable import Ingest

@Suite("Budgets, building blocks and indices")
struct MoneyReaderTests {
  private static let files = [
    "producten.csv": """
    product_code,omschrijving,product_categorie,voorzieningsoort,product_groep,perceel
    A,Hulp,01,maatwerk,Huishouding,P1

    """,
    "aanbieders.csv": "aanbieder_agb,naam,concern\n41000001,Zorg,Groep\n",
    "gebieden.csv": "wijk_code,peiljaar,wijk_naam,huishoudens\n063701,2017,Oost,veel\n",
  ]

  private func registers(_ files: [String: String]) throws -> Registers {
    try RegisterFolder(Self.files.merging(files) { $1 }).read().data
  }

  @Test("a line is named after its keys, and amounts in thousands are multiplied out")
  func budget() throws {
    let budget = """
      jaar,soort,regel,voorzieningsoort,product_groep,gebied,concern,perceel,bedrag_begroot,bedrag_schaal
      2017,,,,,,,,10.00,
      2017,PRIMITIEF,,maatwerk,Huishouding,Oost,Groep,P1,1.50,1000
      2017,plafond,Taak,,,,,P1,-3.00,1
      2017,plafond,Taak,,,,,P1,-3.00,1

      """
    let lot = BudgetLine.Selection(lot: "P1")
    let all = BudgetLine.Selection(
      kind: .tailored, group: "Huishouding", area: "Oost", concern: "Groep", lot: "P1")
    #expect(
      try registers(["begroting.csv": budget]).budget == [
        BudgetLine(year: 2017, name: "totaal", cents: 10_00),
        BudgetLine(
          year: 2017, sort: .original, name: "maatwerk / Huishouding / Oost / Groep / P1",
          selection: all, cents: 1_500_00),
        BudgetLine(year: 2017, sort: .ceiling, name: "Taak", selection: lot, cents: -3_00),
      ])
    #expect(try registers([:]).budget == nil)
  }

  @Test("a building block has an amount or a percentage, of the base or of what came before")
  func blocks() throws {
    let blocks = """
      budget,jaar,volgorde,soort,omschrijving,bedrag,percentage,over
      Lumpsum,2024,1,Basis,Budget 2023,,,
      Lumpsum,2024,2,korting,Minder,,1.25,Basis
      Lumpsum,2024,3,eenmalig,Meer,5.00,,

      """
    let read = try registers(["bouwstenen.csv": blocks]).buildingBlocks
    #expect(read?.map(\.sort) == [.base, .reduction, .once])
    #expect(read?.map(\.cents) == [nil, nil, 5_00])
    #expect(read?.map(\.percentage) == [nil, 1_2500, nil])
    #expect(read?.map(\.base) == [.cumulative, .base, .cumulative])
    #expect(read?.map(\.origin.line) == [2, 3, 4])
  }

  @Test("an index has a sign, a status and the day on which it was fixed")
  func indices() throws {
    let indices = """
      reeks,jaar,status,waarde,vastgesteld_op,bron
      OVA,2024,Voorlopig,4.94,2023-11-01,NZa
      PPC,2024,definitief,-0.1234,2024-11-01,

      """
    #expect(
      try registers(["indexcijfers.csv": indices]).indexFigures == [
        IndexFigure(
          series: "OVA", year: 2024, status: .provisional, tenThousandths: 4_9400,
          fixed: Day("2023-11-01")),
        IndexFigure(
          series: "PPC", year: 2024, status: .definitive, tenThousandths: -1234,
          fixed: Day("2024-11-01")),
      ])
  }

  @Test("households are read where district budgets are weighed by them, and only there")
  func households() throws {
    #expect(try registers([:]).districts?.rows.map(\.households) == [nil])
    var folder = RegisterFolder(Self.files)
    folder.configuration.counting.money.districtBudget = DistrictBudgetParameters(
      cents: 100_00, keys: [Weight("huishoudens", 10_000)])
    #expect(try folder.refusal()?.contains("gebieden.csv:2: column 'huishoudens'") == true)
  }

  @Test("rows decided after the reference date are as not delivered")
  func referenceDay() throws {
    var folder = RegisterFolder(
      Self.files.merging([
        "toewijzingen.csv": """
        toewijzing_nummer,client_id,aanbieder_agb,toewijzingsdatum,ingangsdatum,einddatum
        T1,K1,41000001,2017-01-01,2017-01-01,2017-06-30
        T1,K1,41000001,2017-03-01,2017-01-01,2017-12-31
        T2,K2,41000001,2017-03-01,2017-01-01,
        T3,K3,41000001,,2017-01-01,

        """
      ]) { $1 })
    folder.configuration.counting.referenceDay = Day("2017-02-28")
    let registers = try folder.read()
    #expect(registers.data.allocations.map(\.end) == [Day("2017-06-30").number, Allocation.noDay])
    #expect(registers.index.later?.allocations?.winners.count == 3)
    #expect(
      registers.remarks.notes == [
        "toewijzingen: 2 rows have a 'toewijzingsdatum' after 2017-02-28, the 'peildatum', and "
          + "count as not delivered"
      ])
    folder.configuration.counting.referenceDay = Day("2017-03-01")
    #expect(try folder.read().index.later?.allocations == nil)
  }
}
