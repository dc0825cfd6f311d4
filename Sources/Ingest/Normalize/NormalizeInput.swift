import Foundation

/// The text of a file that is to be normalised, piece by piece: without its byte order mark and its
/// skipped lines, with escaped quotes doubled and a long separator replaced.
struct NormalizeInput {
  private let part: OpenPart
  private var translation: EscapeTranslation?
  private var separators: SeparatorTranslation?
  private var isHeadTaken = false
  /// Whether everything was read.
  private(set) var isAtEnd = false
  /// What was read and is not removed yet, in the bytes of the file (UTF-16: in UTF-8).
  private(set) var text: [UInt8] = []
  /// The physical line, from 1, on which `text` begins.
  var line = 1

  init(_ part: OpenPart, settings: NormalizeSettings) throws {
    self.part = part
    if let escape = settings.escape, escape != settings.quoteCharacter {
      translation = EscapeTranslation(escape: escape, quote: settings.quoteCharacter)
    }
    try fill(to: 1)
    while line <= settings.skippedLines, try skipLine() {}
  }

  /// Reads on until the text has at least `size` bytes or the file ends.
  mutating func fill(to size: Int) throws {
    while text.count < size, !isAtEnd {
      if isHeadTaken {
        var piece = [UInt8](repeating: 0, count: max(size - text.count, 64 << 10))
        let count = try piece.withUnsafeMutableBytes { try part.read(into: $0) }
        isAtEnd = count < piece.count
        try take(piece[..<count])
      } else {
        isHeadTaken = true
        isAtEnd = part.isWhole
        try take(part.head[...])
      }
    }
  }

  /// Forgets the first `count` bytes, which hold `lineCount` line ends.
  mutating func remove(_ count: Int, lineCount: Int) {
    text.removeFirst(count)
    line += lineCount
  }

  /// Removes a first line such as `sep=;`, which tells Excel the separator and is no record; the
  /// separator, or nil when there is no such line.
  mutating func takeSeparatorLine(quote: UInt8) throws -> UInt8? {
    try fill(to: 16)
    var line = text.prefix(16).prefix { $0 != 0x0A && $0 != 0x0D }
    if line.count > 2, line.first == quote, line.last == quote {
      line = line.dropFirst().dropLast()
    }
    guard line.count == 5, line.map(asciiLowered).starts(with: Array("sep=".utf8)),
      let separator = line.last, separator < 0x80
    else { return nil }
    _ = try skipLine()
    return separator
  }

  /// Puts the stand-in of a long separator in its place, in what was read and will be.
  ///
  /// Throws 65 when the text holds the stand-in itself.
  mutating func replace(_ separator: NormalizeSeparator) throws {
    guard separator.isLong else { return }
    separators = SeparatorTranslation(separator)
    let taken = text
    text = []
    try append(taken[...])
  }

  private mutating func take(_ piece: ArraySlice<UInt8>) throws {
    guard translation != nil else { return try append(piece) }
    var translated: [UInt8] = []
    translation?.translate(piece, isLast: isAtEnd, into: &translated)
    try append(translated[...])
  }

  private mutating func append(_ piece: ArraySlice<UInt8>) throws {
    guard separators != nil else {
      text += piece
      return
    }
    if separators?.translate(piece, isLast: isAtEnd, into: &text) == false {
      throw RunFailure.standInFound(part.name, line: line + LineEnds(text).count)
    }
  }

  /// Removes the first line with its end; false when there is none.
  private mutating func skipLine() throws -> Bool {
    while true {
      let end = text.firstIndex { $0 == 0x0A || $0 == 0x0D }
      // The LF that belongs to a CR at the end may not have been read yet.
      if let end, end + 1 < text.count || isAtEnd {
        let isPair = text[end] == 0x0D && end + 1 < text.count && text[end + 1] == 0x0A
        remove(end + (isPair ? 2 : 1), lineCount: 1)
        return true
      }
      if isAtEnd {
        text = []
        return false
      }
      try fill(to: text.count + (64 << 10))
    }
  }
}

/// Standard input, which may be opened again as long as little of it was read: that is kept.
///
/// ``OpenPart`` opens a file anew once it has seen a UTF-16 byte order mark; a pipe gives its bytes
/// only once, and it is not stored whole.
final class ReplaySource: ByteSource {
  /// The beginning of the input, shared by all openings.
  final class Beginning {
    static let limit = 4096
    fileprivate var bytes: [UInt8] = []
  }

  private let beginning: Beginning
  private let descriptor: Int32
  private let name: String
  private var replayed = 0

  init(_ beginning: Beginning, descriptor: Int32, name: String) {
    self.beginning = beginning
    self.descriptor = descriptor
    self.name = name
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    var filled = min(buffer.count, beginning.bytes.count - replayed)
    buffer.copyBytes(from: beginning.bytes[replayed..<replayed + filled])
    replayed += filled
    while filled < buffer.count {
      let count = Glibc.read(
        descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw RunFailure.cannotRead(name, errno) }
      if count == 0 { break }
      if beginning.bytes.count + count <= Beginning.limit {
        beginning.bytes += buffer[filled..<filled + count]
        replayed += count
      }
      filled += count
    }
    return filled
  }
}
