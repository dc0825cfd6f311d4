/// The rows that are not as they should be: the first of them by line, the rest by number.
struct NormalizeProblems {
  static let shownCount = 20

  let name: String
  private let report: (String) -> Void
  private(set) var count = 0

  init(name: String, report: @escaping (String) -> Void) {
    self.name = name
    self.report = report
  }

  mutating func note(_ problem: Problem, line: Int) {
    count += 1
    if count <= Self.shownCount { report("\(name):\(line): \(problem.wording)") }
  }

  /// Tells how many were not named.
  func finish() {
    let more = count - Self.shownCount
    if more > 0 { report("\(name): \(more) more \(more == 1 ? "row" : "rows") like these") }
  }

  enum Problem {
    case width(found: Int, expected: Int)
    case brokenQuoting
    /// `isSplit`: the lines from there on are passed on one by one, else as one value.
    case unclosedQuote(isSplit: Bool)

    var wording: String {
      switch self {
      case .width(let found, let expected):
        "\(found) \(found == 1 ? "field" : "fields") found, \(expected) expected"
      case .brokenQuoting:
        "a quote inside a value, or text after a closing quote; quote the whole value"
      case .unclosedQuote(let isSplit):
        "the quote that opens here is never closed; the rest of the file is passed on "
          + (isSplit ? "line by line" : "as one value") + ", so close it or remove it"
      }
    }
  }
}
