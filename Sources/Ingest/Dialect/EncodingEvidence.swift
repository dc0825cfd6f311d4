/// What the first bytes of a part prove of its encoding.
enum EncodingEvidence: Equatable {
  /// No byte decides: every encoding reads the whole part alike.
  case anyEncoding
  case proven(TextEncoding)

  init(_ part: OpenPart) {
    if let marked = part.markedEncoding {
      self = .proven(marked)
      return
    }
    self = part.head.withBytes { head in
      if head.asciiPrefix == head.count {
        // What follows may decide. UTF-8 tells of a wrong guess; the others would garble names.
        return part.isWhole ? .anyEncoding : .proven(.utf8)
      }
      let valid = head.utf8Prefix
      // The head may end within a character of at most four bytes.
      if valid == head.count || (!part.isWhole && valid > head.count - 4) { return .proven(.utf8) }
      let hasHole = TextDecoding(encoding: .windows1252).firstUndecodable(head) != nil
      return .proven(hasHole ? .latin1 : .windows1252)
    }
  }

  /// The encoding to read with where only this evidence is known.
  var encoding: TextEncoding {
    guard case .proven(let encoding) = self else { return .utf8 }
    return encoding
  }
}
