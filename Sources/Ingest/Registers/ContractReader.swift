/// Reads `contracten.csv`.
struct ContractReader {
  private let lot = FileKind.contracts.index(of: "perceel")
  private let agb = FileKind.contracts.index(of: "aanbieder_agb")
  private let name = FileKind.contracts.index(of: "naam")
  private let role = FileKind.contracts.index(of: "rol")
  private let form = FileKind.contracts.index(of: "contractvorm")
  private let funding = FileKind.contracts.index(of: "bekostiging")
  private let from = FileKind.contracts.index(of: "geldig_vanaf")
  private let to = FileKind.contracts.index(of: "geldig_tot")
  private let ceiling = FileKind.contracts.index(of: "plafond")

  private let providers: [Provider]
  private let concerns: [String]
  private let codes: InternTable
  /// The concerns of the providers of each name, which is its bytes.
  private let concernsByName: [[UInt8]: Set<Int>]

  init(providers: [Provider], concerns: [String], codes: InternTable) {
    self.providers = providers
    self.concerns = concerns
    self.codes = codes
    concernsByName = providers.reduce(into: [:]) {
      $0[Array($1.name.utf8), default: []].insert($1.concern)
    }
  }

  func read(_ file: RegisterFile) throws -> [Contract] {
    guard file.isGiven else { return [] }
    var contracts: [Contract] = []
    var keyed = KeyedRows(file, keyColumns: [lot, agb, name, role, from])
    var key: [UInt8] = []
    try file.forEachRow { row in
      let lot = row.requiredText(lot) == nil ? nil : row.unreservedName(lot)
      // Its zeros may have been restored in room that the next code needs.
      let agb = row.agb(agb).map { Array($0.buffer) }
      let name = row.text(name)
      if row.value(self.agb).isEmpty, row.value(self.name).isEmpty {
        row.note(.neither(other: "naam"), at: self.agb)
      }
      let role = role(row)
      let from = row.requiredDay(from)
      let to = row.openDay(to)
      if let from, let to, to < from { row.note(.endsBeforeItBegins, at: self.to) }
      let ceiling = row.cents(ceiling)
      if let ceiling, ceiling < 0 { row.note(.negative, at: self.ceiling) }
      let (form, funding) = (row.text(form), row.text(funding))
      guard let lot, let from, let role, row.isSound,
        let party = party(agb: agb, name: name, row)
      else { return }
      key.removeAll(keepingCapacity: true)
      row.appendCanonical([self.lot, self.agb, self.name], to: &key)
      key.append(contentsOf: "\(role.rawValue) \(from.number)".utf8)
      guard key.withBytes({ keyed.add($0, row) }) != nil else { return }
      contracts.append(
        Contract(
          lot: lot.string, party: party, role: role, form: form?.string, funding: funding?.string,
          from: from, to: to, ceiling: ceiling))
    }
    return contracts
  }

  private func role(_ row: RegisterRow) -> Contract.Role? {
    guard let text = row.text(role) else { return .mainContractor }
    let role = Contract.Role.allCases.first { text.equalsIgnoringCase(Array($0.rawValue.utf8)) }
    if role == nil { row.note(.form(.role), at: self.role) }
    return role
  }

  /// The concern of the code; else that of the providers of the name; else the name; else the code.
  private func party(agb: [UInt8]?, name: Bytes?, _ row: RegisterRow) -> String? {
    if let known = agb.flatMap({ $0.withBytes(codes.find) }) {
      return concerns[providers[known].concern]
    }
    if let name {
      let named = concernsByName[Array(name.buffer)] ?? []
      guard named.count < 2 else {
        row.note(.ambiguousName, at: self.name)
        return nil
      }
      return named.first.map { concerns[$0] } ?? name.string
    }
    return agb.map { String(decoding: $0, as: UTF8.self) }
  }
}

/// One party of one lot (perceel) that is contracted.
public struct Contract: Sendable, Equatable {
  /// `rol`
  public enum Role: String, CaseIterable, Sendable {
    case mainContractor = "hoofdaannemer"
    case subcontractor = "onderaannemer"
    case member = "lid"
  }

  public var lot: String
  /// The name of a concern, or of a party that has no provider.
  public var party: String
  public var role: Role
  /// `contractvorm`, as given.
  public var form: String?
  /// `bekostiging`, as given.
  public var funding: String?
  public var from: Day
  /// Last day; nil where it is open.
  public var to: Day?
  /// In cents; nil where none is given.
  public var ceiling: Int64?

  public init(
    lot: String, party: String, role: Role = .mainContractor, form: String? = nil,
    funding: String? = nil, from: Day, to: Day? = nil, ceiling: Int64? = nil
  ) {
    self.lot = lot
    self.party = party
    self.role = role
    self.form = form
    self.funding = funding
    self.from = from
    self.to = to
    self.ceiling = ceiling
  }
}
