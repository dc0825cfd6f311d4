import Ingest
import Testing

@testable import Analytics

@Suite("instroom-uitstroom")
struct InflowOutflowTests {
  private var town: Town {
    var town = Town(clients: [Client(isListed: true, wijk: 0), Client(isListed: false)])
    town.wijken = ["01"]
    town.parameters.gapMonths = 0
    town.districts = Districts(rows: [
      .init(wijk: "01", year: 2017, area: "Dorp", inhabitants: nil),
      .init(wijk: "02", year: 2017, area: "Veld", inhabitants: nil),
    ])
    town.use(client: 0, "B1", "x.x")
    town.use(client: 0, "D1", ".x.")
    return town
  }

  private func rows(_ town: Town, _ level: String) -> [String] {
    Analysis.inflowOutflow.drawn(town).split(separator: "\n").filter { $0.hasPrefix("\(level) ") }
      .map(String.init)
  }

  @Test("each level has spells of its own, from nobody before the first month on")
  func levels() {
    var town = town
    town.use(client: 1, "D1", "xx.")
    #expect(
      Analysis.inflowOutflow.drawn(town) == """
        product_groep | begeleiding | 24192 | 1 | 1 | 0
        product_groep | begeleiding | 24193 | 0 | 0 | 1
        product_groep | begeleiding | 24194 | 1 | 1 | 0
        product_groep | dagbesteding | 24192 | 1 | 1 | 0
        product_groep | dagbesteding | 24193 | 2 | 1 | 0
        product_groep | dagbesteding | 24194 | 0 | 0 | 2
        voorzieningsoort | algemeen | 24192 | 0 | 0 | 0
        voorzieningsoort | algemeen | 24193 | 0 | 0 | 0
        voorzieningsoort | algemeen | 24194 | 0 | 0 | 0
        voorzieningsoort | maatwerk | 24192 | 1 | 1 | 0
        voorzieningsoort | maatwerk | 24193 | 0 | 0 | 1
        voorzieningsoort | maatwerk | 24194 | 1 | 1 | 0
        voorzieningsoort | vrij_inzetbaar | 24192 | 1 | 1 | 0
        voorzieningsoort | vrij_inzetbaar | 24193 | 2 | 1 | 0
        voorzieningsoort | vrij_inzetbaar | 24194 | 0 | 0 | 2
        gebied | Dorp | 24192 | 1 | 1 | 0
        gebied | Dorp | 24193 | 1 | 0 | 0
        gebied | Dorp | 24194 | 1 | 0 | 0
        gebied | Veld | 24192 | 0 | 0 | 0
        gebied | Veld | 24193 | 0 | 0 | 0
        gebied | Veld | 24194 | 0 | 0 | 0
        gebied | onbekend | 24192 | 1 | 1 | 0
        gebied | onbekend | 24193 | 1 | 0 | 0
        gebied | onbekend | 24194 | 0 | 0 | 1
        totaal | - | 24192 | 2 | 2 | 0
        totaal | - | 24193 | 2 | 0 | 0
        totaal | - | 24194 | 1 | 0 | 1
        """)
  }

  @Test("no unknown district without a client in it, and no districts without the files")
  func districts() {
    var town = town
    // Never active: its lines cancel out.
    town.place(client: 1, "D1", cents: 0)
    #expect(!rows(town, "gebied").contains { $0.contains("onbekend") })
    town.districts = nil
    #expect(rows(town, "gebied").isEmpty && rows(town, "totaal").count == 13)
    #expect(town.ledger.months != nil)
  }

  @Test("a product group of lines that cancel out has rows, and one without lines has none")
  func groups() {
    var town = town
    town.place(client: 1, "A9", cents: 0, on: day(2016, 1, 1))
    #expect(
      rows(town, "product_groep").prefix(3) == [
        "product_groep | arbeid | 24192 | 0 | 0 | 0", "product_groep | arbeid | 24193 | 0 | 0 | 0",
        "product_groep | arbeid | 24194 | 0 | 0 | 0",
      ])
  }

  @Test("without lines, a header only")
  func nothing() { #expect(Analysis.inflowOutflow.drawn(Town()).isEmpty) }
}
