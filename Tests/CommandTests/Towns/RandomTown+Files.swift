@testable import Samples

extension RandomTown {
  /// All files with declaraties in one part.
  var whole: [String: String] { with([("declaraties.csv", lines)]) }

  /// All files, the lines of declaraties in another order.
  mutating func shuffled() -> [String: String] {
    with([("declaraties.csv", random.shuffled(lines))])
  }

  /// All files with declaraties in parts, whose names do not sort as their numbers do.
  mutating func split() -> [String: String] {
    let names = ["declaraties-2.csv", "declaraties-10.csv", "Declaraties-.csv"]
    let count = random.between(2...names.count)
    var parts = names.prefix(count).map { ($0, [Line]()) }
    for line in lines { parts[random.below(count)].1.append(line) }
    return with(parts)
  }

  private func with(_ parts: [(name: String, lines: [Line])]) -> [String: String] {
    var files = files
    // Of the generator's copy: the header and the end of a part depend on the seed alone.
    var random = SplitMix(seed: seed &+ 1)
    for part in parts {
      let end = part.lines.last?.end ?? "\n"
      var text = random.chance(0.1) ? "\u{FEFF}" : ""
      if heading.titles.isEmpty {
        if random.chance(0.1) { text += end + ",," + end }
        if random.chance(0.1) { text += (random.chance(0.5) ? "sep=," : "\"Sep=,\"") + end }
      }
      for title in heading.titles { text += title + end }
      text += columns.map { heading.field(of: $0) }.joined(separator: ",") + end
      for line in part.lines { text += line.text + line.end }
      if random.chance(0.3), text.hasSuffix(end), !part.lines.isEmpty {
        text.removeLast()
      }
      files[part.name] = text
    }
    return files
  }
}
