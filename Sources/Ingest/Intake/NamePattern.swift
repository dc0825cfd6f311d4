/// The pattern by which a file's parts are found again, whatever day stands in their names.
struct NamePattern {
  /// Nil where the contract's own names serve.
  let patterns: [String]?

  /// `others`: the names of all entries of the folder.
  init(_ parts: [String], of kind: FileKind, in folder: [String]) {
    if parts.allSatisfy({ InputName($0)?.kind == kind }) {
      patterns = nil
      return
    }
    let wanted = Set(parts)
    let made = [Self.withoutDates(parts), Self.common(parts)].compactMap { $0 }.first { pattern in
      folder.allSatisfy { wanted.contains($0) == FilePattern.matches($0, pattern) }
    }
    patterns = made.map { [$0] } ?? parts.map(Self.escaped)
  }

  /// What all names are when each run of four digits or more is anything; nil where they differ.
  private static func withoutDates(_ names: [String]) -> String? {
    let patterns = Set(
      names.map { name in
        escaped(name).replacing(/[0-9]+(?:[-_. ]?[0-9]+)*/) { run in
          run.output.filter(\.isNumber).count >= 4 ? "*" : String(run.output)
        }
      })
    guard patterns.count == 1, let pattern = patterns.first else { return nil }
    return pattern.prefix { $0 != "*" }.contains(where: \.isLetter) ? pattern : nil
  }

  /// What all names begin and end with; nil where that is nearly nothing.
  private static func common(_ names: [String]) -> String? {
    guard names.count > 1, let first = names.first else { return nil }
    var start = first[...]
    var end = first[...]
    for name in names.dropFirst() {
      start = start.prefix(zip(start, name).prefix { $0 == $1 }.count)
      end = end.suffix(zip(end.reversed(), name.reversed()).prefix { $0 == $1 }.count)
    }
    while let last = start.last, last.isNumber || "-_.".contains(last) { start.removeLast() }
    while let head = end.first, head.isNumber || "-_ ".contains(head) { end.removeFirst() }
    guard start.count(where: \.isLetter) >= 3 else { return nil }
    return escaped(String(start)) + "*" + escaped(String(end))
  }

  /// A name that stands for itself.
  static func escaped(_ name: String) -> String {
    name.replacing(/[\\*?\[]/) { "\\" + $0.output }
  }
}
