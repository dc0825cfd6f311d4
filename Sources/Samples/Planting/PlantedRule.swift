/// A rule of the contract that lines can be made to break, each without breaking another.
enum PlantedRule: String, CaseIterable {
  case unreadable = "R001"
  case missing = "R002"
  case invalid = "R003"
  case totalRow = "R004"
  case negativeWithCode = "R005"
  case reversedPeriod = "R006"
  case unknownCode = "R007"
  case noAllocation = "R101"
  case otherClient = "R102"
  case deletedAllocation = "R103"
  case repeatedReference = "R104"
  case unknownProduct = "R105"
  case unknownProvider = "R106"
  case beforeAllocation = "R201"
  case afterAllocation = "R202"
  case otherCategory = "R203"
  case otherProduct = "R204"
  case otherUnit = "R205"
  case otherProvider = "R206"
  case lineVolume = "R207"
  case totalVolume = "R208"
  case overBudget = "R209"
  case otherRate = "R210"
  case otherAmount = "R211"
  case doubleDebit = "R212"
  case creditWithoutDebit = "R213"
  case creditedTwice = "R214"
  case tooOld = "R215"
  case afterDeath = "R216"
  case beforeDelivery = "R217"
  case unlistedClient = "R218"
  case concernBelowZero = "R219"

  /// Whether the line is rejected; else it is accepted with a finding.
  var isReject: Bool { rawValue < "R2" }

  /// The lines that one violation takes: the last is the hit, the others are clean.
  var linesEach: Int {
    switch self {
    case .creditedTwice: 4
    case .totalVolume: 3
    case .repeatedReference, .overBudget, .doubleDebit, .creditWithoutDebit, .concernBelowZero: 2
    default: 1
    }
  }

  /// Whether a dialect can express the violation.
  func exists(in dialect: OutputDialect) -> Bool {
    self != .negativeWithCode || dialect.hasDebitCredit
  }
}

/// What was planted: the lines and the net amount that each rule must find, no more and no less.
struct Truth {
  private let seed: UInt64
  private let lines: Int
  private var hits: [PlantedRule: (lines: Int, cents: Int)] = [:]

  init(seed: UInt64, lines: Int) {
    self.seed = seed
    self.lines = lines
  }

  mutating func count(_ rule: PlantedRule, cents: Int) {
    var sum = hits[rule] ?? (0, 0)
    sum.lines += 1
    sum.cents += cents
    hits[rule] = sum
  }

  /// Amounts in eurocents; null for rejected lines, whose amount may not be readable.
  var json: String {
    let rules = PlantedRule.allCases.compactMap { rule -> String? in
      guard let hit = hits[rule] else { return nil }
      let amount = rule.isReject ? "null" : String(hit.cents)
      return "    \"\(rule.rawValue)\": {\"regels\": \(hit.lines), \"bedrag\": \(amount)}"
    }
    return """
      {
        "seed": \(seed),
        "lines": \(lines),
        "regels": {
      \(rules.joined(separator: ",\n"))
        }
      }

      """
  }
}
