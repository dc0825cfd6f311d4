import Ingest

/// The areas that signals are looked for in, byte-wise by their codes: those of clients, and those
/// that `gebieden.csv` has inhabitants of.
struct SignalAreas {
  let codes: [String]
  /// The clients of `clienten.csv` in each area.
  private let clientCounts: [Int]
  /// 0 where they are not known.
  private let inhabitants: [Int]
  /// By client index; -1 without an area.
  private let areaOfClient: [Int32]

  /// Nil without `clienten.csv`.
  init?(_ ledger: Ledger, _ area: SignalParameters.Area) {
    let registers = ledger.registers
    guard let clients = registers.clients else { return nil }
    let inhabitants = registers.districts?.inhabitants(of: area, ledger.lastWindowYear) ?? [:]
    switch area {
    case .buurt: self.init(clients, inhabitants, key: \.place.buurt, code: buurtCode)
    case .wijk: self.init(clients, inhabitants, key: \.wijk) { registers.wijken[Int($0)] }
    case .postcode4: self.init(clients, inhabitants, key: \.place.postcode4) { $0 }
    case .postcode6: self.init(clients, inhabitants, key: \.place.postcode6) { $0 }
    }
  }

  /// - Parameters:
  ///   - inhabitants: By code, above 0.
  ///   - key: What stands for a client's area.
  ///   - code: The code that a key stands for.
  private init<Key: Hashable>(
    _ clients: [Client], _ inhabitants: [ByteWise: Int], key: (Client) -> Key?,
    code: (Key) -> String
  ) {
    var numbers: [Key: Int32] = [:]
    var keys: [Key] = []
    let numberOfClient = clients.map { client -> Int32 in
      guard client.isListed, let key = key(client) else { return -1 }
      if let known = numbers[key] { return known }
      numbers[key] = Int32(keys.count)
      keys.append(key)
      return Int32(keys.count - 1)
    }
    let codesOfClients = keys.map { ByteWise(code($0)) }
    let areas = Set(codesOfClients).union(inhabitants.keys).sorted()
    let indices = Dictionary(uniqueKeysWithValues: areas.enumerated().map { ($1, Int32($0)) })
    let indexOfNumber = codesOfClients.map { indices[$0] ?? -1 }
    codes = areas.map(\.text)
    self.inhabitants = areas.map { inhabitants[$0] ?? 0 }
    areaOfClient = numberOfClient.map { $0 < 0 ? -1 : indexOfNumber[Int($0)] }
    var counts = Array(repeating: 0, count: areas.count)
    for area in areaOfClient where area >= 0 { counts[Int(area)] += 1 }
    clientCounts = counts
  }

  /// The index of a client's area.
  func area(ofClient client: Int32) -> Int? {
    let area = Int(areaOfClient[Int(client)])
    return area < 0 ? nil : area
  }

  /// What the areas weigh: their inhabitants, where every area in which use begins has some, else
  /// their clients.
  func weights(whereUseBegins: (_ area: Int) -> Bool) -> (ofAreas: [Int], areInhabitants: Bool) {
    let begin = codes.indices.filter(whereUseBegins)
    let areInhabitants = !begin.isEmpty && begin.allSatisfy { inhabitants[$0] > 0 }
    return (areInhabitants ? inhabitants : clientCounts, areInhabitants)
  }
}

extension Districts {
  /// The inhabitants per area of a kind in the reference year, by code, where they are known and above
  /// 0.
  fileprivate func inhabitants(
    of area: SignalParameters.Area, _ lastYear: Int?
  ) -> [ByteWise: Int] {
    // A file of neighbourhoods alone has years, too.
    let years = rows.isEmpty ? neighbourhoods.map(\.year) : rows.map(\.year)
    let year = DistrictAssignment.referenceYear(among: years, lastYear: lastYear)
    let known: [(code: String, count: Int)] =
      switch area {
      case .buurt:
        neighbourhoods.filter { $0.year == year }.compactMap { buurt in
          buurt.inhabitants.map { (buurtCode(buurt.buurt), $0) }
        }
      case .wijk:
        rows.filter { $0.year == year }.compactMap { row in
          row.inhabitants.map { (row.wijk, $0) }
        }
      case .postcode4, .postcode6: []
      }
    // Two different numbers of one area are none.
    return Dictionary(grouping: known) { ByteWise($0.code) }.compactMapValues { numbers in
      guard let first = numbers.first?.count, numbers.allSatisfy({ $0.count == first }) else {
        return nil
      }
      return first > 0 ? first : nil
    }
  }
}

/// The eight digits of a neighbourhood's code.
private func buurtCode(_ number: Int32) -> String { ClientPlace.code(number, width: 8) }
