public import Ingest

extension ColumnName {
  public static let municipality = ColumnName("gemeente_code")
}

/// The municipalities of the tables of the region, and the one of each client.
struct Municipalities {
  /// Byte-wise.
  let codes: [String]
  /// Of each in the reference year; nil where none of its wijken is known, or a cell is empty.
  let inhabitants: [Int?]
  /// By client index; the count of ``codes`` is unknown.
  let ofClient: [Int]

  /// Of all municipalities; nil without any, or where those of one are not known.
  var totalInhabitants: Int? {
    let known = inhabitants.compactMap(\.self)
    return known.isEmpty || known.count < inhabitants.count ? nil : known.reduce(0, +)
  }

  /// - Parameter ledger: One in which ``TableNeed/municipality`` is met.
  init(_ ledger: Ledger) {
    let counted = Self.inhabitants(ledger)
    let clients = ledger.registers.clients ?? []
    if clients.contains(where: { $0.place.municipalityNumber != nil }) {
      (codes, ofClient) = Self.listed(clients, ledger) { counted[ByteWise($0)] != nil }
    } else {
      let code = ledger.parameters.municipalityCode ?? ""
      let hasRow = counted[ByteWise(code)] != nil || ledger.placements.contains(where: \.isInvoiced)
      codes = hasRow ? [code] : []
      ofClient = Array(repeating: 0, count: ledger.registers.clientCount)
    }
    inhabitants = codes.map { counted[ByteWise($0)]?.sum }
  }

  /// The codes of clients that have use, or for which `hasWijk` holds.
  private static func listed(
    _ clients: [Client], _ ledger: Ledger, hasWijk: (String) -> Bool
  ) -> (codes: [String], ofClient: [Int]) {
    var isListed = [Bool](repeating: false, count: 10_000)
    var hasUse = isListed
    for client in clients {
      if let number = client.place.municipalityNumber { isListed[Int(number)] = true }
    }
    for placement in ledger.placements where placement.isInvoiced {
      if let number = clients[Int(placement.client)].place.municipalityNumber {
        hasUse[Int(number)] = true
      }
    }
    var codes: [String] = []
    var indices = [Int?](repeating: nil, count: isListed.count)
    for number in isListed.indices where isListed[number] {
      let code = ClientPlace.code(Int32(number), width: 4)
      guard hasUse[number] || hasWijk(code) else { continue }
      indices[number] = codes.count
      codes.append(code)
    }
    return (
      codes,
      clients.map { client in
        client.place.municipalityNumber.flatMap { indices[Int($0)] } ?? codes.count
      }
    )
  }

  /// The inhabitants of the reference year by the first four digits of the wijk.
  private static func inhabitants(_ ledger: Ledger) -> [ByteWise: Inhabitants] {
    guard let districts = ledger.registers.districts, let year = DistrictAssignment(ledger)?.year
    else { return [:] }
    var counted: [ByteWise: Inhabitants] = [:]
    for row in districts.rows where row.year == year {
      let code = Array(row.wijk.utf8.prefix(4))
      guard code.count == 4, code.allSatisfy({ $0 &- 0x30 <= 9 }) else { continue }
      counted[ByteWise(String(decoding: code, as: UTF8.self)), default: Inhabitants()]
        .add(row.inhabitants)
    }
    return counted
  }
}

extension SupplyParameters {
  /// What the tables of the region count by. Runs of several municipalities are put together only
  /// where these are equal as text, so that they name nothing of one municipality alone.
  var regionRules: [String] {
    [
      """
      De gemeente is die van de cliënt in clienten.csv, en onbekend zonder gemeente_code. Heeft daar \
      geen enkele cliënt een gemeente_code, dan is het voor allen die van de configuratie. Een cliënt \
      hoort bij één gemeente.
      """,
      function == .productGroup
        ? "Een functie is een productgroep (product_groep). \(CountingRule.group)"
        : "Een functie is de landelijke productcategorie van het product (product_categorie).",
      overlapRule,
      """
      Alle soorten voorzieningen tellen mee (algemeen, maatwerk en vrij_inzetbaar). Subsidies tellen \
      niet mee.
      """,
    ]
  }

  /// How the rule begins that tells which functions the overlap is of.
  public static let overlapRuleStart = "De overlap: "

  /// With what the rule of the reference year begins, which a run without gebieden.csv lacks.
  public static let yearRuleStart = "Het peiljaar is "

  private var overlapRule: String {
    guard let overlapGroups else { return "\(Self.overlapRuleStart)er is geen groep gekozen." }
    let others = overlapOthers.map(Self.list) ?? "alle andere functies"
    return "\(Self.overlapRuleStart)de groep is \(Self.list(overlapGroups)), met \(others)."
  }

  /// The same names in the same words, however they are ordered.
  private static func list(_ names: [String]) -> String {
    Set(names.map(ByteWise.init)).sorted().map { "\"\($0.text)\"" }.joined(separator: ", ")
  }
}
