extension RunWarning {
  /// One line without a period at its end.
  public var english: String {
    switch self {
    case .noLines: "declaraties has a header but no line; all figures are 0"
    case .periodFromData:
      "the period is not declared; it is taken from the first and last basis date of the lines"
    case .rulesOff: "no findings: the rules were switched off"
    case .notAssessed(let rule): "\(rule) is not assessed: a file that it needs is not given"
    case .unrecognisedFile(let name, let kind):
      "\(name): not read, but its header is that of \(kind.name), which is not given; call it "
        + "\(kind.name).csv if it is that"
    case .noLineEnd(let part):
      "\(part): the last line has no line end; the file may have been cut off, so compare it with "
        + "its source"
    case .narrowEnd(let part, let found, let expected):
      "\(part): the last record has \(found) of \(expected) fields; the file may have been cut off, "
        + "so compare it with its source"
    case .doubtfulValue(let part, let line):
      "\(part):\(line): a quoted value goes on over a line end and holds as many separators as a "
        + "record; a stray quote may have joined two lines"
    }
  }
}
