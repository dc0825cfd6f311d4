@testable import Ingest

/// Random bytes of the kinds that are hard on a parser; one is drawn after another, in the same
/// memory.
struct HostileText: CustomStringConvertible {
  private(set) var bytes: [UInt8] = []

  var description: String {
    "\(bytes.count) bytes: \(bytes.prefix(500))"
  }

  /// What a parser looks at (`=` before a quote), and what may not disturb it: NUL, a byte that is never UTF-8, the first
  /// or a later byte of a sequence without the others, a no-break space (which is trimmed).
  private static let plain: [UInt8] =
    [
      0x61, 0x62, 0x20, 0x20, 0x09, 0x2C, 0x3B, 0x0A, 0x0A, 0x0D, 0x0D, 0x3D, 0x00, 0xFF, 0xC3,
      0xA9,
    ]
    + [0xE2, 0x82, 0xC2, 0xA0]

  mutating func draw(_ dice: inout Dice, _ dialect: Dialect) {
    // Half of the texts have no quote: those are the fast lane's alone.
    let quotes = dice.below(2) == 0 ? [] : [dialect.quote, dialect.quote, dialect.quote]
    let alphabet = Self.plain + [dialect.separator, dialect.separator, dialect.separator] + quotes
    bytes.removeAll(keepingCapacity: true)
    switch dice.below(20_000) {
    case 0: drawHugeFields(&dice, alphabet, length: 60_000 + dice.below(200_000))
    case 1..<20: append(4000 + dice.below(9000), of: alphabet, &dice)
    case 20..<40: drawMarksAtEdges(&dice, alphabet, edge: 4096, length: 4090 + dice.below(9000))
    case 40..<1000: drawMarksAtEdges(&dice, alphabet, edge: 64, length: 60 + dice.below(200))
    case 1000..<2000: append(60 + dice.below(140), of: alphabet, &dice)
    default: append(dice.below(24), of: alphabet, &dice)
    }
  }

  private mutating func append(_ count: Int, of alphabet: [UInt8], _ dice: inout Dice) {
    for _ in 0..<count { bytes.append(alphabet[dice.below(alphabet.count)]) }
  }

  /// Marks where one step of a scan ends and the next begins, and letters elsewhere.
  private mutating func drawMarksAtEdges(
    _ dice: inout Dice, _ alphabet: [UInt8], edge: Int, length: Int
  ) {
    bytes.append(contentsOf: repeatElement(0x61, count: length))
    // Steps are counted from where a scan begins, which is seldom the text's own beginning.
    let shift = dice.below(3) == 0 ? dice.below(edge) : 0
    for border in stride(from: edge + shift, through: length, by: edge) {
      for position in max(0, border - 2)..<min(length, border + 2) where dice.below(3) != 0 {
        bytes[position] = alphabet[dice.below(alphabet.count)]
      }
    }
  }

  /// A few marks in very much text, so that a field is longer than the memory that libcsv begins
  /// with, and perhaps a quote around it all.
  private mutating func drawHugeFields(_ dice: inout Dice, _ alphabet: [UInt8], length: Int) {
    let first = alphabet[dice.below(alphabet.count)]
    bytes.append(first)
    bytes.append(contentsOf: repeatElement(0x61, count: length))
    for _ in 0..<dice.below(6) {
      bytes[dice.below(length)] = alphabet[dice.below(alphabet.count)]
    }
    bytes.append(first)
    append(dice.below(8), of: alphabet, &dice)
  }
}
