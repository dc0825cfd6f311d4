import Foundation
import Ingest

/// What was planted: the lines and the net amount that each rule must find, no more and no less.
struct Truth {
  private let seed: UInt64
  private let lines: Int
  private var hits: [PlantedRule: (lines: Int, cents: Int)] = [:]

  init(seed: UInt64, lines: Int) {
    self.seed = seed
    self.lines = lines
  }

  mutating func count(_ rule: PlantedRule, cents: Int) {
    var sum = hits[rule] ?? (0, 0)
    sum.lines += 1
    sum.cents += cents
    hits[rule] = sum
  }

  /// Amounts in eurocents; null for rejected lines, whose amount may not be readable.
  var json: String {
    let rules = PlantedRule.allCases.compactMap { rule -> String? in
      guard let hit = hits[rule] else { return nil }
      let amount = rule.isReject ? "null" : String(hit.cents)
      return "    \"\(rule.rawValue)\": {\"regels\": \(hit.lines), \"bedrag\": \(amount)}"
    }
    return """
      {
        "seed": \(seed),
        "lines": \(lines),
        "regels": {
      \(rules.joined(separator: ",\n"))
        }
      }

      """
  }

  func write(to folder: String) throws(RunFailure) {
    let path = "\(folder)/truth.json"
    do {
      try Data(json.utf8).write(to: URL(fileURLWithPath: path))
    } catch { throw .cannotCreate(path) }
  }
}
