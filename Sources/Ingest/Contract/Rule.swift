/// A rule of the contract: what is wrong with a line, and what the national standard calls it.
public struct Rule: Sendable, Hashable {
  public let code: String
  public let level: Level
  /// iWmo's return code (retourcode); empty where the standard has none.
  public let returnCode: String
  /// The rule of iWmo 3.2 (istandaarden.nl) that it stands for; empty where there is none.
  public let standardRule: String
  /// In Dutch; the message of a rejected line.
  public let title: String
  /// What it means, in English.
  public let explanation: String
  /// Columns without which no line can be assessed, of those that a file may lack.
  public internal(set) var needs: [RuleColumn] = []

  public enum Level: String, Sendable {
    /// The line is rejected.
    case reject = "afkeur"
    /// The line counts, and is named.
    case finding = "bevinding"
    /// The run stops.
    case stop
  }
}

/// A column that a rule reads.
public struct RuleColumn: Sendable, Hashable {
  public let file: FileKind
  public let column: String

  static func declarations(_ column: String) -> RuleColumn {
    RuleColumn(file: .declarations, column: column)
  }

  static func allocations(_ column: String) -> RuleColumn {
    RuleColumn(file: .allocations, column: column)
  }

  static func clients(_ column: String) -> RuleColumn {
    RuleColumn(file: .clients, column: column)
  }
}

/// Why a line is rejected, in the order in which the rules of the contract apply.
public enum RejectRule: Sendable {
  case totalRow, unreadable, missingValue, invalidValue, negativeAmount, endBeforeBegin, unknownCode
  case noAllocation, otherClient, deletedAllocation, unknownProduct, unknownProvider
  case duplicateReference

  public var rule: Rule {
    switch self {
    case .totalRow: .totalRow
    case .unreadable: .unreadable
    case .missingValue: .missingValue
    case .invalidValue: .invalidValue
    case .negativeAmount: .negativeAmount
    case .endBeforeBegin: .endBeforeBegin
    case .unknownCode: .unknownCode
    case .noAllocation: .noAllocation
    case .otherClient: .otherClient
    case .deletedAllocation: .deletedAllocation
    case .unknownProduct: .unknownProduct
    case .unknownProvider: .unknownProvider
    case .duplicateReference: .duplicateReference
    }
  }
}
