/// A rule of the contract: what is wrong with a line, what the national standard calls it, and what
/// a person needs to know of it.
///
/// It stands where its logic is: ``RejectRule``, and of rules for accepted lines a file each in
/// `Analytics/Rules`.
public struct Rule: Sendable, Hashable {
  public let level: Level
  /// Such as `R208`.
  public let code: String
  /// In Dutch; the message of a rejected line.
  public let title: String
  /// iWmo's return code (retourcode); empty where the standard has none.
  public let returnCode: String
  /// The rule of iWmo 3.2 (istandaarden.nl) that it stands for; empty where there is none.
  public let standardRule: String
  /// What it means, in English.
  public let explanation: String
  /// What it means, in Dutch.
  public let dutch: String
  /// The columns that it reads; `bestand.kolom` for a file other than declaraties.
  public let columns: [String]
  /// Columns without which no line can be assessed, of those that a file may lack.
  public let needs: [String]
  /// A line that breaks it, in Dutch.
  public let example: String
  /// What the municipality, which pays, should do about it, in Dutch.
  public let advice: String
  /// What a provider is asked to do about a finding, in Dutch; nil for a rule of another level.
  public let requestToProvider: String?

  public enum Level: String, Sendable {
    /// The line is rejected.
    case reject = "afkeur"
    /// The line counts, and is named.
    case finding = "bevinding"
    /// The run stops.
    case stop
  }

  public init(
    _ level: Level, _ code: String, _ title: String, returnCode: String = "",
    standardRule: String = "", explanation: String, dutch: String, columns: [String] = [],
    needs: [String] = [], example: String, advice: String, request: String? = nil
  ) {
    self.level = level
    self.code = code
    self.title = title
    self.returnCode = returnCode
    self.standardRule = standardRule
    self.explanation = explanation
    self.dutch = dutch
    self.columns = columns
    self.needs = needs
    self.example = example
    self.advice = advice
    requestToProvider = request
  }

  /// Whether no line can be assessed where a file lacks a column.
  func needs(_ column: String, of file: FileKind) -> Bool {
    needs.contains(file == .declarations ? column : "\(file.name).\(column)")
  }
}
