/// What the values of one column look like.
struct ColumnProfile {
  let header: String
  /// From 0.
  let position: Int
  /// Of the first rows, without blanks around them; empty for a missing one.
  let values: [[UInt8]]
  /// Of many more rows: what their values are compared by.
  let distinct: Set<UInt64>
  /// Values that are not missing, of as many rows.
  let filledCount: Int
  /// Per row of `values`: days since 1970, for a date of the 20th or 21st century.
  let days: [Int32?]
  /// Per row of `values`: the number in ten-thousandths.
  let numbers: [Int64?]
  /// Per shape the share of the values that look so; none for a column without values.
  private(set) var shares: [ColumnShape: Double] = [:]

  init(_ sketch: ColumnSketch, _ decoder: NumberDecoder) {
    header = sketch.header
    position = sketch.position
    values = sketch.values
    distinct = sketch.distinct
    filledCount = sketch.filledCount
    let dates = DateDecoder(Set(DateForm.allCases))
    days = values.map { value in value.withBytes { Self.day($0, dates) } }
    numbers = values.map { value in
      value.isEmpty ? nil : value.withBytes { decoder.rate($0) }
    }
    guard filledCount > 0 else { return }
    for shape in ColumnShape.allCases { shares[shape] = shape.computedShare(in: self) }
  }

  private static func day(_ value: Bytes, _ dates: DateDecoder) -> Int32? {
    guard value.count >= 8 else { return nil }
    return dates.day(value).flatMap { century.contains($0) ? $0 : nil }
  }

  /// 1900-01-01 to 2199-12-31.
  private static let century: ClosedRange<Int32> = -25_567...84_005

  /// Rows of `values` that have one.
  var filledRows: [Int] { values.indices.filter { !values[$0].isEmpty } }

  var isEmpty: Bool { filledCount == 0 }

  /// Whether each value stands in one row only, and nearly every row has one.
  var isKey: Bool {
    filledCount >= 2 && distinct.count * 100 >= filledCount * 98
      && filledRows.count * 100 >= values.count * 98
  }

  /// The share of the values that are not missing of which a condition holds; nil without any.
  func share(_ holds: (Bytes) -> Bool) -> Double? {
    let filled = values.filter { !$0.isEmpty }
    guard !filled.isEmpty else { return nil }
    return Double(filled.count { $0.withBytes(holds) }) / Double(filled.count)
  }

  var shareOfDates: Double { share(of: days) }
  var shareOfNumbers: Double { share(of: numbers) }

  private func share<Value>(of found: [Value?]) -> Double {
    let filled = filledRows
    guard !filled.isEmpty else { return 0 }
    return Double(filled.count { found[$0] != nil }) / Double(filled.count)
  }

  /// Of this column's values, the share that another one has.
  func isContained(in other: ColumnProfile) -> Double {
    guard distinct.count >= 2, other.distinct.count >= 2 else { return 0 }
    return Double(distinct.intersection(other.distinct).count) / Double(distinct.count)
  }
}

/// What the values of a column of the contract look like.
enum ColumnShape: CaseIterable {
  case date, money, number, count, agb, year, unit, category, frequency, provisionKind, sign
  case deliveryForm, identifier, text, district, neighbourhood, municipality
  case postcode, anything

  init(_ column: String, of kind: FileKind) {
    if let type = kind.dialectColumns[column] {
      self =
        switch type {
        case .date: .date
        case .money, .rate: .money
        case .volume, .percent: .number
        case .count: .count
        }
      return
    }
    self = Self.others[column] ?? .anything
  }

  private static let others: [String: ColumnShape] = [
    "aanbieder_agb": .agb, "client_id": .identifier, "toewijzing_nummer": .identifier,
    "referentie_nummer": .identifier, "vorig_referentie_nummer": .identifier,
    "declaratie_nummer": .identifier, "beschikking_nummer": .identifier,
    "product_code": .identifier, "product_categorie": .category, "eenheid": .unit,
    "frequentie": .frequency, "voorzieningsoort": .provisionKind, "debet_credit": .sign,
    "leveringsvorm": .deliveryForm, "naam": .text, "omschrijving": .text, "wijk_naam": .text,
    "ontvanger_naam": .text, "product_groep": .text, "gebied": .text, "concern": .text,
    "geboortejaar": .year, "jaar": .year, "peiljaar": .year, "wijk_code": .district,
    "buurt_code": .neighbourhood, "gemeente_code": .municipality, "postcode": .postcode,
  ]

  /// The share of a column's values that look so; nil where none is filled.
  func share(in column: ColumnProfile) -> Double? { column.shares[self] }

  fileprivate func computedShare(in column: ColumnProfile) -> Double? {
    switch self {
    case .date: return column.shareOfDates
    case .money, .number, .count:
      if column.shareOfDates > 0.9 { return 0 }
      let isYears = self == .money && ColumnShape.year.computedShare(in: column) == 1
      return isYears ? 0 : column.shareOfNumbers
    case .identifier:
      return column.shareOfDates > 0.9 ? 0 : column.share { Self.isIdentifier($0) }
    case .anything: return 1
    case .text:
      let isOther =
        column.shareOfDates > 0.9 || ColumnShape.district.computedShare(in: column) ?? 0 > 0.9
      return isOther ? 0 : column.share { holds($0) }
    case .agb: return column.shareOfDates > 0.9 ? 0 : column.share { Self.isAGB($0) }
    default: return column.share { holds($0) }
    }
  }

  private func holds(_ value: Bytes) -> Bool {
    switch self {
    case .year: return Self.year(value) != nil
    case .unit: return Self.isCode(value, .unit)
    case .category: return Self.isCode(value, .category)
    case .frequency:
      let digits = value.count == 2 && value[0] == 0x30 ? value.slice(1, 2) : value
      if digits.count == 1 { return CodeList.frequencies.contains(digits[0] &- 0x30) }
      return value.string.lowercased().hasPrefix("per ")
        || value.string.lowercased().hasPrefix("tota")
    case .provisionKind: return ["maatwerk", "vrij_inzetbaar", "algemeen"].contains(value.string)
    case .sign: return Self.signs.contains(value.string.lowercased())
    case .deliveryForm: return ["zin", "pgb"].contains(value.string.lowercased())
    case .text: return value.buffer.contains { $0 >= 0x80 || asciiLowered($0) &- 0x61 < 26 }
    case .district: return [5, 6, 7, 8].contains(Self.digitCount(value))
    case .neighbourhood: return [7, 8].contains(Self.digitCount(value))
    case .municipality: return [3, 4].contains(Self.digitCount(value))
    case .postcode:
      return [4, 6, 7].contains(value.count)
        && value.buffer.prefix(4).allSatisfy { $0 &- 0x30 <= 9 }
    default: return true
    }
  }

  private static let signs: Set<String> = ["d", "c", "af", "bij", "ja", "nee", "1", "0"]

  /// No blanks, and no decimals.
  static func isIdentifier(_ value: Bytes) -> Bool {
    value.count <= 40 && !value.buffer.contains { $0 == 0x20 || $0 == 0x2C }
  }

  /// Eight digits, or those that are left of them without the zeros in front.
  static func isAGB(_ value: Bytes) -> Bool {
    (7...8).contains(value.count) && value.buffer.allSatisfy { $0 &- 0x30 <= 9 }
  }

  static func year(_ value: Bytes) -> Int? {
    guard value.count == 4, let year = Int(value.string), (1890...2199).contains(year) else {
      return nil
    }
    return year
  }

  private static func isCode(_ value: Bytes, _ list: CodeList) -> Bool {
    if case .code = list.outcome(value, restoringZeros: true) { true } else { false }
  }

  /// Digits of a district's code without its prefix; 0 for anything else.
  private static func digitCount(_ value: Bytes) -> Int {
    let text = value.string.uppercased()
    let digits = text.drop { "WKBUGM ".contains($0) }
    return digits.allSatisfy(\.isASCII) && digits.allSatisfy(\.isNumber) ? digits.count : 0
  }
}
