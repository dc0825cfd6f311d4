import Ingest
import Testing

@testable import Analytics

@Suite("signalen.csv")
struct SignalsTests {
  private static let (east, west) = ("06370101", "06370102")

  /// Ten clients with an area, four of them in the east; 2017-07 to 2017-09 are recent, the twelve
  /// months before them earlier, and 2016-04 is the first in which a beginning is certain.
  private var town: Town {
    let clients = (0..<10).map { Client(buurt: $0 < 4 ? Self.east : Self.west) }
    var town = Town(clients: clients)
    town.parameters.supply.signals = SignalParameters()
    // New in the east: three, with two concerns; one before.
    town.use(client: 0, "B1", "..................xx")
    town.place(client: 0, "B2", by: "00000002", cents: 1_00, on: day(2017, 7, 9))
    // Of the next month, in which this client does not begin.
    town.place(client: 0, "B2", by: "00000004", cents: 1_00, on: day(2017, 8, 9))
    town.use(client: 1, "B1", "...................x")
    town.use(client: 2, "B1", "....................x")
    town.use(client: 3, "B1", "........x")
    // In the west: one, and two before.
    town.use(client: 4, "B1", "...................x")
    town.use(client: 5, "B1", "............x")
    town.use(client: 6, "B1", "............x")
    // Begins with the data, perhaps before them.
    town.use(client: 7, "B1", "x")
    // Of another group, in which nobody is new.
    town.use(client: 8, "A9", "............x")
    return town
  }

  @Test("the greater of the area's own past and its part of the clients; hand-computed")
  func clientWeights() {
    // λ = 0.4 × 4 and 0.6 × 4, above 1 × 3 / 12 and 2 × 3 / 12.
    #expect(
      town.drawnSignals == """
        gebied | 06370101 | begeleiding | 24210 | 24212 | 3 | 2 | 1 | 16000 | 216641510 | 433283 | nee | - | -
        totaal | - | - | 24210 | 24212 | 4 | - | 4 | - | - | - | - | 2 | 11
        """)
    #expect(Signals(town.ledger).notes.contains { $0.contains("cliënten van clienten.csv") })
  }

  @Test("inhabitants, also of an area without clients")
  func inhabitantWeights() {
    var town = town
    town.districts = Districts(
      rows: [.init(wijk: "063701", year: 2017, area: "Dorp", inhabitants: 9)],
      neighbourhoods: [
        .init(buurt: 6_370_101, year: 2017, inhabitants: 100),
        .init(buurt: 6_370_102, year: 2017, inhabitants: 700),
        .init(buurt: 6_370_103, year: 2017, inhabitants: 200),
        .init(buurt: 6_370_101, year: 2016, inhabitants: 5),
        .init(buurt: 6_370_104, year: 2017, inhabitants: nil),
        .init(buurt: 6_370_105, year: 2017, inhabitants: 1),
        .init(buurt: 6_370_105, year: 2017, inhabitants: 2),
      ])
    town.parameters.supply.signals?.threshold = 0.01
    #expect(
      town.drawnSignals.hasPrefix(
        """
        gebied | 06370101 | begeleiding | 24210 | 24212 | 3 | 2 | 1 | 4000 | 7926332 | 23779 | ja | - | -
        totaal | - | - | 24210 | 24212 | 4 | - | 4 | - | - | - | - | 3 |
        """))
    #expect(Signals(town.ledger).notes.contains { $0.contains("inwoners volgens gebieden.csv") })
    // Without those of one area in which use begins the clients weigh.
    town.districts?.neighbourhoods.remove(at: 1)
    #expect(town.drawnSignals.contains(" | 16000 | "))
  }

  @Test("the area's own past where that is more")
  func ownPast() {
    var town = town
    town.clients?.append(contentsOf: (0..<80).map { _ in Client(buurt: Self.west) })
    // λ = 2 × 3 / 12, above 4 / 90 × 5.
    town.use(client: 10, "B1", "...................x")
    town.clients?.append(Client(buurt: Self.east))
    town.use(client: 90, "B1", "............x")
    #expect(
      town.drawnSignals.hasPrefix(
        "gebied | 06370101 | begeleiding | 24210 | 24212 | 3 | 2 | 2 | 5000 | 14387678 | "))
    // Nothing to be held against but the area's part: 5 / 91 × 5.
    town.parameters.supply.signals?.monthsBefore = 0
    #expect(town.drawnSignals.contains(" | 3 | 2 | 0 | 2747 | "))
  }

  @Test("a client begins as often as a spell does, and clients without an area are counted apart")
  func beginnings() {
    var town = town
    town.parameters.gapMonths = 0
    town.use(client: 3, "B1", "..................x.x")
    town.clients?.append(Client(isListed: false))
    town.clients?.append(Client())
    town.clients?.append(Client())
    town.use(client: 10, "B1", "..................x.x")
    town.use(client: 11, "A9", "..................x")
    town.use(client: 12, "A9", ".......x")
    #expect(town.drawnSignals.contains(" | begeleiding | 24210 | 24212 | 5 | 2 | 1 | "))
    #expect(
      Signals(town.ledger).notes.contains(
        "signalen.csv: new clients without buurt, or not in clienten.csv, are left out: 2"))
  }

  @Test(
    "wijken and postcodes",
    arguments: [
      (SignalParameters.Area.wijk, ["01", "02"]), (.postcode4, ["2711"]),
      (.postcode6, ["2711AA", "2711AB"]),
    ])
  func areas(_ area: SignalParameters.Area, _ codes: [String]) {
    var town = Town(
      clients: ["2711 aa", "2711AA", "2711AB", "2711AB", "2711"].enumerated().map {
        var client = Client(postcode: $1)
        client.wijk = Int32($0 % 2)
        return client
      })
    town.wijken = ["02", "01"]
    town.parameters.supply.signals = SignalParameters()
    town.parameters.supply.signals?.area = area
    town.parameters.supply.signals?.minimum = 1
    town.use(client: 0, "A9", "x")
    for client in 0..<4 { town.use(client: Int32(client), "B1", "..................x") }
    let rows = Signals(town.ledger).table.rows(at: .district)
    #expect(Set(rows.map { $0[1] }) == Set(codes.map { .text($0) }))
    #expect(rows.count == codes.count)
    let ofWijken: [Int?] = area == .wijk ? [1, 3] : [nil, nil]
    town.districts = Districts(
      rows: zip(["01", "02"], ofWijken).map {
        .init(wijk: $0, year: 2017, area: "Dorp", inhabitants: $1)
      })
    #expect(
      Signals(town.ledger).notes.contains { $0.contains("inwoners volgens") } == (area == .wijk))
  }

  @Test("least likely first; equal ones by area and group, with equal figures")
  func order() {
    var town = Town(
      clients: [Self.west, Self.west, Self.east, Self.east].map { Client(buurt: $0) })
    town.parameters.supply.signals = SignalParameters()
    town.parameters.supply.signals?.minimum = 1
    town.parameters.supply.signals?.threshold = 1
    town.use(client: 0, "D1", "x")
    town.use(client: 0, "B1", "..................x")
    town.use(client: 2, "B1", "..................x")
    town.use(client: 1, "A9", "..................x")
    town.use(client: 3, "A9", "..................x")
    town.use(client: 0, "D1", "..................x")
    let rows = Signals(town.ledger).table.rows.map { row in row.map(\.drawn) }
    #expect(
      rows.map { $0[1...2].joined(separator: " ") } == [
        "06370102 dagbesteding", "06370101 arbeid", "06370101 begeleiding", "06370102 arbeid",
        "06370102 begeleiding", "- -",
      ])
    #expect(Set(rows[1...4].map { $0[9...10] }).count == 1)
    #expect(rows.dropLast().allSatisfy { $0[11] == "ja" })
    // All tests are signals at a threshold of 1, as often as somebody is new.
    #expect(rows[5][12] == "6" && rows[5][5] == "5")
  }

  @Test("a header only, and what it lacks")
  func headerOnly() {
    func lacks(_ text: String, _ change: (inout Town) -> Void) {
      var town = town
      change(&town)
      let signals = Signals(town.ledger)
      #expect(signals.table.rows.isEmpty && signals.table.columns.count == 14)
      #expect(signals.notes.count == 1 && signals.notes[0].contains(text))
    }
    lacks("[signalen]") { $0.parameters.supply.signals = nil }
    lacks("clienten.csv") { $0.clients = nil }
    lacks("no accepted line") {
      $0 = Town(clients: []); $0.parameters.supply.signals = .init()
    }
    lacks("'tot_en_met'") { $0.parameters.windowFrom = day(2017, 9, 2) }
    lacks("2016-04") { $0.parameters.supply.signals?.last = Month(year: 2016, month: 5) }
  }

  @Test("the first months of which beginnings are certain can be the recent ones")
  func firstMonths() {
    var town = town
    town.parameters.supply.signals?.last = Month(year: 2016, month: 6)
    #expect(
      town.drawnSignals == "totaal | - | - | 24195 | 24197 | 0 | - | 0 | - | - | - | - | 0 | 0")
  }
}
