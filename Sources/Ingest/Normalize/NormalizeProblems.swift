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

/// What the normalisation of a file can come to.
extension RunFailure {
  static func normalizeOpenQuote(_ name: String, line: Int) -> RunFailure {
    RunFailure(
      .unusableInput,
      "\(name):\(line): the quote that opens here is never closed, so the rest of the file would "
        + "be one value; close it, remove it, or name another --quote or --escape")
  }

  static func normalizeUndecodable(_ name: String, line: Int, encoding: TextEncoding) -> RunFailure
  {
    RunFailure(
      .unusableInput,
      "\(name):\(line): a byte is not \(encoding.rawValue); name the file's encoding with --encoding"
    )
  }

  static func markMissing(_ name: String) -> RunFailure {
    RunFailure(
      .unusableInput,
      "\(name): no byte order mark at the beginning; UTF-16 is read with one only, so write the "
        + "file anew or name another --encoding")
  }

  /// The bytes are those of UTF-16, but no mark says so.
  static func unmarkedUTF16(_ name: String, isBigEndian: Bool) -> RunFailure {
    let encoding = isBigEndian ? "UTF-16BE" : "UTF-16LE"
    return RunFailure(
      .unusableInput,
      "\(name): the bytes are those of \(encoding), but no byte order mark is at the beginning; "
        + "write the file anew as UTF-8, for instance with iconv -f \(encoding) -t UTF-8")
  }

  static func swallowedRecords(_ name: String, opens: Int, closes: Int) -> RunFailure {
    RunFailure(
      .unusableInput,
      "\(name):\(opens): the value whose quote opens here and closes on line \(closes) holds whole "
        + "records; remove the stray quote, or name another --quote or --escape")
  }

  static func standInFound(_ name: String, line: Int) -> RunFailure {
    RunFailure(
      .unusableInput,
      "\(name):\(line): the control character U+001F, which no value holds where the delimiter has "
        + "more than one character; remove it")
  }

  static func rowsNotNormal(_ name: String, count: Int) -> RunFailure {
    RunFailure(
      .unusableInput,
      "\(name): \(count) \(count == 1 ? "row is" : "rows are") not as wide as the header or have "
        + "broken quoting; correct them, or leave out --strict to pass them on")
  }
}
