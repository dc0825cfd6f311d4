/// The wording of parts that were delivered twice.
extension RunFailure {
  static func equalParts(_ pairs: [(String, String)]) -> RunFailure {
    let lines = pairs.map { "\($0.0) and \($0.1) have the same content; remove one of them" }
    return RunFailure(.unusableInput, lines.joined(separator: "\n"))
  }
}
