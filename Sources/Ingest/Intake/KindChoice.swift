/// Which table is which file of the contract.
struct KindChoice {
  /// The kinds that were found, each with its parts in the order of their names.
  private(set) var files: [FileKind: ChosenFile] = [:]
  /// Tables about which there is a doubt, each with what they may be.
  private(set) var doubts: [(table: TableProfile, finding: String)] = []
  /// Tables that are nothing of the contract.
  private(set) var strangers: [TableProfile] = []

  init(_ tables: [TableProfile]) {
    var claims: [FileKind: [Claim]] = [:]
    var undecided: [TableProfile] = []
    for table in tables {
      switch Self.verdict(table) {
      case .one(let claim): claims[claim.match.kind, default: []].append(claim)
      case .several(let kinds):
        let names = enumeration(kinds.map(\.name), and: "or")
        doubts.append((table, "its headers may be those of \(names)"))
      case .none: undecided.append(table)
      }
    }
    let byContent = ContentKinds(tables)
    for table in undecided {
      let kinds = byContent.kinds(of: table).filter {
        claims[$0.kind]?.allSatisfy(\.isByContent) ?? true
      }
      switch kinds.count {
      case 0: strangers.append(table)
      case 1:
        let match = TableMatch(table, as: kinds[0].kind)
        claims[kinds[0].kind, default: []].append(
          Claim(match: match, reason: "by what it holds: \(kinds[0].reason)", isByContent: true))
      default:
        let names = enumeration(kinds.map(\.kind.name), and: "or")
        doubts.append((table, "by what it holds it may be \(names)"))
      }
    }
    for kind in FileKind.allCases {
      if let claims = claims[kind] { settle(kind, claims) }
    }
  }

  /// A table that is taken for one kind.
  private struct Claim {
    let match: TableMatch
    let reason: String
    let isByContent: Bool
    var table: TableProfile { match.table }
    /// Whether the table's name is one that a run reads as this kind.
    var hasOwnName: Bool { InputName(match.table.name)?.kind == match.kind }
  }

  private enum Verdict {
    case one(Claim)
    case several([FileKind])
    case none
  }

  /// What the headers say, and between kinds that fit alike the name of the file.
  private static func verdict(_ table: TableProfile) -> Verdict {
    let own = InputName(table.name)?.kind
    let ranked = FileKind.allCases.map { TableMatch(table, as: $0) }.filter(\.isLikely).map {
      (match: $0, merit: $0.merit + bonus($0.kind, own: own, fileName: table.name))
    }.sorted { $0.merit > $1.merit }
    guard let best = ranked.first else {
      // A run reads it as that, whatever its headers are.
      return own.map {
        .one(
          Claim(match: TableMatch(table, as: $0), reason: "by its own name", isByContent: false))
      } ?? .none
    }
    if let second = ranked.dropFirst().first, best.merit - second.merit < 1 {
      return .several([best.match.kind, second.match.kind])
    }
    return .one(Claim(match: best.match, reason: reason(best.match, own: own), isByContent: false))
  }

  private static func bonus(_ kind: FileKind, own: FileKind?, fileName: String) -> Double {
    if own == kind { return 4 }
    let name = HeaderName(fileName).normalised
    return words[kind]?.contains(where: name.contains) == true ? 2 : 0
  }

  private static func reason(_ match: TableMatch, own: FileKind?) -> String {
    let found = match.positions.count { $0 != nil }
    let headers = match.isByName ? "by the names of its columns" : "by its headers"
    let name = own == match.kind ? " and its own name" : ""
    return "\(headers)\(name): \(found) of \(match.kind.columns.count) columns"
  }

  /// Parts of one file, or files between which a person has to choose.
  private mutating func settle(_ kind: FileKind, _ claims: [Claim]) {
    var parts = claims
    if claims.contains(where: \.hasOwnName) { parts = claims.filter(\.hasOwnName) }
    for claim in claims where !parts.contains(where: { $0.table.name == claim.table.name }) {
      let others = enumeration(parts.map(\.table.name), and: "and")
      doubts.append(
        (claim.table, "it looks like \(kind.name), but \(others) is called so"))
    }
    guard parts.dropFirst().allSatisfy({ Self.belongTogether(parts[0], $0) }) else {
      for claim in parts {
        let others = parts.filter { $0.table.name != claim.table.name }.map(\.table.name)
        doubts.append(
          (
            claim.table,
            "it may be \(kind.name), and so may \(enumeration(others, and: "and")), whose columns "
              + "are others"
          ))
      }
      return
    }
    let longest = parts.max {
      ($0.table.rowCount, $1.table.name) < ($1.table.rowCount, $0.table.name)
    }
    guard let longest else { return }
    files[kind] = ChosenFile(
      match: longest.match, parts: parts.map(\.table), reason: longest.reason)
  }

  /// Whether two tables are parts of one file: they have the same headers, as far as these say
  /// anything, or names that differ in digits only.
  private static func belongTogether(_ one: Claim, _ other: Claim) -> Bool {
    let (a, b) = (one.table, other.table)
    func headers(_ table: TableProfile) -> Set<HeaderName> {
      Set(table.headers.map { HeaderName($0) })
    }
    func stem(_ table: TableProfile) -> String {
      let name = InputName.comparable(table.name)
      return (name.hasSuffix(".gz") ? String(name.dropLast(3)) : name).filter { !$0.isNumber }
    }
    let haveHeaders = !one.isByContent && !other.isByContent
    return (haveHeaders && headers(a) == headers(b)) || stem(a) == stem(b)
  }

  /// Parts of words in the names of files.
  private static let words: [FileKind: [String]] = [
    .declarations: ["declarat", "factu", "invoice", "prestatie", "claim"],
    .allocations: ["toewijz", "indicat", "beschikking", "alloc", "auth"],
    .products: ["product", "artikel"],
    .providers: ["aanbieder", "leverancier", "crediteur", "provider", "vendor", "supplier"],
    .clients: ["client", "klant", "burger", "person"],
    .districts: ["wijk", "gebied", "buurt", "district", "kerncijfer"],
    .subsidies: ["subsid", "grant"],
    .rates: ["tarie", "prijs", "rate", "price"],
    .budget: ["begroting", "budget"],
    .contracts: ["contract"],
    .personalBudgets: ["pgb", "persoonsgebonden"],
    .buildingBlocks: ["bouwsten", "block"],
    .indices: ["index", "indice"],
  ]
}

/// The parts of one file of the contract.
struct ChosenFile {
  /// Of the longest part.
  var match: TableMatch
  let parts: [TableProfile]
  /// Why it is that file.
  let reason: String

  var kind: FileKind { match.kind }
}
