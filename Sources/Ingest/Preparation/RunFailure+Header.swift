/// What can be wrong with the header of a part.
extension RunFailure {
  static func noHeader(_ name: String) -> RunFailure {
    RunFailure(
      .unusableInput,
      "\(name): empty; a header with the names of the columns was expected on the first line")
  }

  /// `line`: what `kopregel` says.
  static func noHeader(_ name: String, onLine line: Int) -> RunFailure {
    RunFailure(
      .unusableInput,
      "\(name): no header on line \(line), where kopregel says that it stands; correct kopregel "
        + "under [invoer], or remove it")
  }

  static func brokenHeader(_ name: String) -> RunFailure {
    RunFailure(
      .unusableInput,
      "\(name): the header has a quote inside a name, or text after a closing quote; write it anew")
  }

  /// Everything that makes the headers of all parts unusable, in one message.
  static func unusableHeaders(_ problems: [(part: String, problem: HeaderProblem)]) -> RunFailure {
    RunFailure(
      .unusableInput,
      problems.map { "\($0.part): \(sentence($0.problem))" }.joined(separator: "\n"))
  }

  private static func sentence(_ problem: HeaderProblem) -> String {
    switch problem {
    case .missing(let column, let nearest):
      let hint = nearest.map { "; the nearest header is '\(shortened($0))'" } ?? ""
      return "column '\(column)' is missing\(hint)"
    case .doubled(let column, let headers):
      let names = headers.map { "'\(shortened($0))'" }.joined(separator: " and ")
      return "column '\(column)' is there \(headers.count) times, as \(names); leave one"
    case .citizenNumber(let header):
      return "column '\(header)' may not be delivered; use a pseudonym and leave the column out"
    case .doubtfulCredit(let sign, let other):
      return "column '\(shortened(sign))' would be debet_credit, but with "
        + "'\(shortened(other))' beside it the two may be amounts; map the column that tells "
        + "debit from credit with debet_credit under [kolommen.declaraties], or leave "
        + "'\(shortened(sign))' out"
    case .titleLines(let line, let kind):
      return "the first line is no header, but line \(line) looks like one; declare "
        + "\(kind.name) = { kopregel = \(line) } under [invoer] in wmo-etl.toml, or remove the "
        + "lines above it"
    }
  }

  /// A header as a message shows it: not thousands of characters that would hide the message, and
  /// none that steers a terminal or that nobody sees.
  static func shortened(_ header: String) -> String {
    let scalars = header.unicodeScalars
    let shown = scalars.count <= 60 ? scalars[...] : scalars.prefix(57)
    var text = ""
    for scalar in shown {
      switch scalar.properties.generalCategory {
      case .control, .format:
        text += "<U+" + String(scalar.value, radix: 16, uppercase: true) + ">"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return scalars.count <= 60 ? text : text + "…"
  }

  static func unusedColumnMappings(
    _ mappings: [(kind: FileKind, mapping: ColumnMapping)], file: String
  ) -> RunFailure {
    let lines = mappings.map {
      "\(file):\($0.mapping.line): no part of \($0.kind.name) has the header that "
        + "[kolommen.\($0.kind.name)] \($0.mapping.column) names"
    }
    return RunFailure(.configuration, lines.joined(separator: "\n"))
  }

  static func partsDisagreeOnDebitCredit(with: [String], without: [String]) -> RunFailure {
    RunFailure(
      .unusableInput,
      "column 'debet_credit' is in \(with.joined(separator: ", ")) but not in "
        + "\(without.joined(separator: ", ")); every part of declaraties must have it, or none")
  }
}
