/// What stands before the header of a part, besides the blank lines that every reader passes over:
/// the line `sep=;` of a spreadsheet, and the lines above the one that `kopregel` names.
struct PartStart: Equatable {
  /// Offset of the first byte that may belong to the header.
  private(set) var offset = 0
  /// Line ends before it.
  private(set) var lineCount = 0
  /// Lines before it that are blank or hold separators only.
  private(set) var blankCount = 0
  /// The other lines before it.
  private(set) var titleLineCount = 0
  /// What the line `sep=;` names, an ASCII byte.
  private(set) var separator: UInt8?

  /// Looks at the beginning of a part. `headerLine`: what `kopregel` says, from 1. `isWhole`:
  /// whether `text` is all there is; nil where more of it is needed.
  init?(_ text: Bytes, headerLine: Int?, isWhole: Bool) {
    while text.slice(offset, text.count).beginsWithMark { offset += 3 }
    var ahead = self
    var isFirst = true
    while let line = PhysicalLine(text, from: ahead.offset, isLast: isWhole) {
      if let headerLine, ahead.lineCount + 1 >= headerLine { break }
      ahead.offset = line.next
      ahead.lineCount += line.hasEnd ? 1 : 0
      if line.content.holdsSeparatorsOnly {
        ahead.blankCount += 1
      } else {
        ahead.titleLineCount += 1
        if isFirst { ahead.separator = line.content.namedSeparator }
        isFirst = false
        guard headerLine != nil || ahead.separator != nil else { return }
      }
      if headerLine == nil, ahead.separator != nil { break }
    }
    if let headerLine {
      guard isWhole || ahead.lineCount + 1 >= headerLine else { return nil }
    } else if ahead.separator == nil {
      return
    }
    self = ahead
  }
}

/// One line of a text as an editor shows it: it ends with CRLF, LF or CR, whatever quotes say.
private struct PhysicalLine {
  let content: Bytes
  /// Offset of the line after it.
  let next: Int
  /// Whether a line end closes it.
  let hasEnd: Bool

  /// Nil at the end of the text, and where the line is not known to its end.
  init?(_ text: Bytes, from start: Int, isLast: Bool) {
    guard start < text.count else { return nil }
    let rest = text.slice(start, text.count)
    guard let length = rest.buffer.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else {
      guard isLast else { return nil }
      (content, next, hasEnd) = (rest, text.count, false)
      return
    }
    // The LF that belongs to a CR at the end may not be known yet.
    guard rest[length] == 0x0A || length + 1 < rest.count || isLast else { return nil }
    let isPair = rest[length] == 0x0D && length + 1 < rest.count && rest[length + 1] == 0x0A
    (content, next, hasEnd) = (rest.slice(0, length), start + length + (isPair ? 2 : 1), true)
  }
}

extension Bytes {
  /// Whether a byte order mark, in UTF-8, stands at the beginning.
  fileprivate var beginsWithMark: Bool {
    count >= 3 && self[0] == 0xEF && self[1] == 0xBB && self[2] == 0xBF
  }

  /// Whether a line holds blanks, separators and quotes only.
  fileprivate var holdsSeparatorsOnly: Bool {
    buffer.allSatisfy { byte in
      switch byte {
      case 0x20, 0x09, 0xC2, 0xA0, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"),
        UInt8(ascii: "\""):
        true
      default: false
      }
    }
  }

  /// The separator that a line `sep=;` names; nil for any other line.
  ///
  /// The line may be quoted, and be filled up with separators by what has written it anew.
  fileprivate var namedSeparator: UInt8? {
    var rest = buffer.drop { $0 == 0x20 || $0 == 0x09 }
    let quote = UInt8(ascii: "\"")
    let isQuoted = rest.first == quote
    if isQuoted { rest.removeFirst() }
    let word = rest.prefix(4).map { asciiLowered($0) }
    guard word == Array("sep=".utf8), rest.count > 4 else { return nil }
    rest = rest.dropFirst(4)
    if rest.elementsEqual("\\t".utf8) || rest.elementsEqual("\\t\"".utf8) { return 0x09 }
    let separator = rest.removeFirst()
    switch separator {
    case quote, 0x20, 0..<0x09, 0x80..., UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
      return nil
    default: break
    }
    if isQuoted {
      guard rest.first == quote else { return nil }
      rest.removeFirst()
    }
    let isFilled = rest.allSatisfy {
      $0 == separator || $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ";")
        || $0 == UInt8(ascii: ",")
    }
    return isFilled ? separator : nil
  }
}

/// How often each line end stands in a text, those inside quoted values included.
struct LineEnds: Equatable {
  var lineFeeds = 0
  var carriageReturns = 0
  var pairs = 0

  init(_ text: some Sequence<UInt8>) {
    var last: UInt8 = 0
    for byte in text {
      if byte == 0x0A {
        if last == 0x0D {
          carriageReturns -= 1
          pairs += 1
        } else {
          lineFeeds += 1
        }
      } else if byte == 0x0D {
        carriageReturns += 1
      }
      last = byte
    }
  }

  var count: Int { lineFeeds + carriageReturns + pairs }
}

/// Looks for the header among the first records of a part.
struct HeaderSearch {
  /// Records that are looked at below the first one.
  static let recordLimit = 50

  /// Indices of records with broken quoting.
  let broken: Set<UInt32>
  /// Index of the first record that is not blank; their number where all are.
  let first: Int
  /// That of the first record.
  let header: Header
  /// A record further down that has most of the file's columns, clearly more than the first, which
  /// does not have all that are needed.
  let seeming: (index: Int, header: Header)?

  init(_ block: RecordBlock, kind: FileKind, columnMap: [String: String]) {
    let broken = Set(block.broken)
    let first =
      (0..<block.count).first { !block[$0].isBlank || broken.contains(UInt32($0)) } ?? block.count
    let header = Header(
      first < block.count ? block[first].headerNames() : [], kind: kind, columnMap: columnMap)
    self.broken = broken
    self.first = first
    self.header = header
    let known = Set(kind.columnNames.flatMap(\.all) + columnMap.values.map { HeaderName($0) })
    var best: (index: Int, header: Header)?
    if header.lacksNeeded, first + 1 < block.count {
      for index in first + 1..<min(block.count, first + 1 + Self.recordLimit)
      where !broken.contains(UInt32(index)) {
        let names = block[index].headerNames()
        // Nearly all are rows, and a look at their values tells.
        guard names.count(where: { known.contains(HeaderName($0)) }) >= 2 else { continue }
        let other = Header(names, kind: kind, columnMap: columnMap)
        if other.matchedCount > best?.header.matchedCount ?? 1 { best = (index, other) }
      }
    }
    seeming = best.flatMap { best in
      let (found, had) = (best.header.matchedCount, header.matchedCount)
      let isClear = found >= had + 2 || (found > had && !best.header.lacksNeeded)
      return isClear ? best : nil
    }
  }
}
