/// The wording of the refusal of citizen service numbers.
extension RunFailure {
  /// Columns of one file.
  static func citizenNumbers(file: String, columns: [String]) -> RunFailure {
    citizenNumbers(columns.map { (file, $0) })
  }

  /// Columns whose values pass the eleven-test, by file.
  static func citizenNumbers(_ columns: [(file: String, column: String)]) -> RunFailure {
    let lines = columns.map {
      "\($0.file): column '\($0.column)' looks like citizen service numbers (BSN): at least "
        + "90 % of its values have 8 or 9 digits and pass the eleven-test; deliver a pseudonym in "
        + "its place, the same one in every file"
    }
    return RunFailure(.unusableInput, lines.joined(separator: "\n"))
  }
}
