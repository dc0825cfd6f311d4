/// What a candidate dialect makes of the values of a sample.
struct DialectReading {
  let dialect: Dialect
  /// One per value of the sample, column by column.
  private let results: [Result]
  /// Readable values and values that are not missing, per column.
  let counts: [(readable: Int, total: Int)]
  private let columns: [SampledColumn]

  private enum Result: Equatable {
    case missing
    case unreadable
    /// Cents, ten-thousandths, hundredths or days: the column says which.
    case value(Int64)
  }

  /// `isUnsigned`: a column debet_credit carries the sign, so no amount of the standard has one.
  init(_ columns: [SampledColumn], dialect: Dialect, missing: MissingValues, isUnsigned: Bool) {
    self.dialect = dialect
    self.columns = columns
    let numbers = NumberDecoder(dialect)
    let dates = DateDecoder(dialect.dates)
    var results: [Result] = []
    var counts: [(readable: Int, total: Int)] = []
    for column in columns {
      var readable = 0
      var total = 0
      for value in column.values {
        let result = value.withBytes { bytes -> Result in
          if missing.contains(bytes) { return .missing }
          let number: Int64? =
            switch column.type {
            case .date: dates.day(bytes).map { Int64($0) }
            case .money: numbers.cents(bytes)
            case .rate: numbers.rate(bytes)
            case .volume: numbers.volume(bytes)
            case .percent: numbers.percent(bytes)
            case .count: numbers.count(bytes).map { Int64($0) }
            }
          guard let number else { return .unreadable }
          if column.type == .date { return .value(number) }
          if dialect.hasLoneZeroGroup(bytes) { return .unreadable }
          let isForbidden = isUnsigned && dialect.money == .eurocent && number < 0
          return isForbidden ? .unreadable : .value(number)
        }
        results.append(result)
        if result != .missing { total += 1 }
        if case .value = result { readable += 1 }
      }
      counts.append((readable, total))
    }
    self.results = results
    self.counts = counts
  }

  /// Values that were read.
  var readable: Int { counts.reduce(0) { $0 + $1.readable } }
  /// Values that are not missing.
  var total: Int { counts.reduce(0) { $0 + $1.total } }

  var readsAll: Bool { readable == total }

  /// Readable and all values of the amounts and rates.
  var money: (readable: Int, total: Int) {
    zip(columns, counts).filter { $0.0.type.isMoney }.reduce((0, 0)) {
      ($0.0 + $1.1.readable, $0.1 + $1.1.total)
    }
  }

  /// Whether every value is read to the same result, or not read, by both.
  func agrees(with other: DialectReading) -> Bool { results == other.results }

  /// Whether `other` reads no value that this one does not read to the same result.
  func covers(_ other: DialectReading) -> Bool {
    zip(results, other.results).allSatisfy { mine, theirs in
      guard case .value = theirs else { return true }
      return mine == theirs
    }
  }

  /// The first column in which the two readings part.
  func decidingColumn(against other: DialectReading) -> String? {
    var start = 0
    for column in columns {
      let range = start..<start + column.values.count
      if results[range] != other.results[range] { return column.name }
      start = range.upperBound
    }
    return nil
  }
}

extension Dialect {
  /// Whether a number begins with `0` and a thousands character: `0.985` is not 985.
  fileprivate func hasLoneZeroGroup(_ value: Bytes) -> Bool {
    guard let thousands, let first = value.buffer.firstIndex(where: { $0 &- 0x30 < 10 }) else {
      return false
    }
    return value[first] == 0x30 && first + 1 < value.count && value[first + 1] == thousands
  }
}

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
