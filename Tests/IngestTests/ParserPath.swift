import Foundation

@testable import Ingest

/// A way from bytes to records. Every case of a parser goes along all of them.
enum ParserPath: Hashable, CustomStringConvertible {
  /// All bytes at once through libcsv: what defines the meaning of a file.
  case yardstick
  /// All bytes at once; without a quote among them the separators are found directly.
  case whole
  /// Through ``ChunkReader`` and a file.
  case chunks(of: Int)

  static let all: [ParserPath] =
    [.yardstick, .whole] + [1, 2, 3, 64, 1 << 20].map { .chunks(of: $0) }

  var description: String {
    switch self {
    case .yardstick: "libcsv"
    case .whole: "at once"
    case .chunks(let size): "chunks of \(size)"
    }
  }

  /// The records, each as ``RecordBlock/drawn`` draws it.
  func records(of text: [UInt8], _ dialect: Dialect) throws -> [String] {
    guard case .chunks(let size) = self else {
      let parser = try RecordParser(dialect: dialect)
      // A block is memory of its parser.
      return try withExtendedLifetime(parser) {
        try text.withBytes {
          try parser.parse($0, isReference: self == .yardstick).drawn(line: 1)
        }
      }
    }
    // A first line that takes up what is read of a file before its chunks: the case comes after.
    let first = [UInt8](repeating: UInt8(ascii: "x"), count: 4093) + [0x0A]
    let part = try Self.part(first + text, dialect)
    let reader = ChunkReader([part], chunkSize: size)
    let buffer = ChunkBuffer()
    let parser = try RecordParser(dialect: dialect)
    var records: [String] = []
    var line = 0
    while let chunk = try reader.next(into: buffer) {
      precondition(chunk.length == buffer.bytes.count, "a chunk is what its buffer holds")
      let block = try parser.parse(buffer.bytes)
      records += block.drawn(line: line)
      line += block.lineCount
    }
    return Array(records.dropFirst())
  }

  /// A part whose body begins with its first byte.
  private static func part(_ bytes: [UInt8], _ dialect: Dialect) throws -> PreparedPart {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("wmo-etl-\(UUID().uuidString).csv")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let input = InputPart(kind: .declarations, name: "declaraties.csv", path: file.path)
    return PreparedPart(
      try OpenPart(name: input.name, headSize: 1, opener: try PartOpener(input)),
      dialect: dialect,
      header: Header([], kind: .declarations, columnMap: [:]),
      record: HeaderRecord(names: [], end: 0, lineCount: 0)
    )
  }
}

extension RecordBlock {
  /// Every record as its line, `!` if it is broken, and its fields: `3! a|b`; a blank one is its
  /// line alone. Blanks around fields, which some paths leave and nobody uses, are not drawn.
  func drawn(line firstLine: Int) -> [String] {
    (0..<count).map { index in
      let record = self[index]
      let isBroken = broken.contains(UInt32(index))
      let fields = (0..<record.fieldCount).map { record[$0].drawn }
      let text = isBroken || !record.isBlank ? " " + fields.joined(separator: "|") : ""
      return "\(firstLine + line(index))" + (isBroken ? "!" : "") + text
    }
  }
}

extension Bytes {
  /// The text with its line ends as `⏎` (CR LF), `↵` (LF) and `←` (CR).
  fileprivate var drawn: String {
    String(
      string.unicodeScalars.map { scalar in
        switch scalar {
        case "\r": "←"
        case "\n": "↵"
        default: Character(scalar)
        }
      }
    ).replacing("←↵", with: "⏎").trimmingCharacters(in: CharacterSet(charactersIn: " \t"))
  }
}
