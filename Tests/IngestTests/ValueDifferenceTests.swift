import Testing

@testable import Ingest

/// Random numbers and dates: the decoders, which look at eight bytes at a time, against readers
/// that look at one character after another.
@Suite("Reading random values")
struct ValueDifferenceTests {
  private static let seed: UInt64 = 15_102_017
  private static let rounds = 20_000

  /// `alphabet` as text, so that a character of several bytes may be in it.
  private static func draw(_ dice: inout Dice, _ alphabet: [String], upTo limit: Int) -> String {
    (0...dice.below(limit)).map { _ in alphabet[dice.below(alphabet.count)] }.joined()
  }

  /// Digits, perhaps in groups of three, and perhaps one or more decimals: in hundredths.
  private static func hundredths(_ text: String, _ dialect: Dialect) -> Int64? {
    func character(_ byte: UInt8?) -> Character? { byte.map { Character(UnicodeScalar($0)) } }
    func isNumber(_ text: Substring) -> Bool {
      !text.isEmpty && text.allSatisfy { $0.isASCII && $0.isNumber }
    }
    var whole = text[...]
    var decimals: Substring = ""
    if let decimal = character(dialect.decimal), let place = text.firstIndex(of: decimal) {
      whole = text[..<place]
      decimals = text[text.index(after: place)...]
      guard isNumber(decimals), decimals.count <= 2 else { return nil }
    }
    var groups = [whole]
    if let thousands = character(dialect.thousands) {
      groups = whole.split(separator: thousands, omittingEmptySubsequences: false)
      guard groups.count == 1 || groups[0].count <= 3 else { return nil }
    }
    guard groups.allSatisfy(isNumber), groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
      return nil
    }
    return Int64(groups.joined() + decimals + String(repeating: "0", count: 2 - decimals.count))
  }

  @Test("numbers without a sign, in every dialect")
  func numbers() {
    var dice = Dice(seed: Self.seed)
    let alphabet = (0...9).map(String.init) + ["0", "1", "2", "3", ".", ",", ".", ",", "x", "é"]
    for (name, dialect) in Dialect.presets where dialect.money == .euro {
      let decoder = NumberDecoder(dialect)
      for _ in 0..<Self.rounds / 4 {
        let text = Self.draw(&dice, alphabet, upTo: 11)
        let found = Array(text.utf8).withBytes { decoder.volume($0) }
        let expected = Self.hundredths(text, dialect)
        if found != expected { Issue.record("seed \(Self.seed), \(name): '\(text)'") }
      }
    }
  }

  @Test("dates, in every form")
  func dates() {
    var dice = Dice(seed: Self.seed + 1)
    let alphabet = ["0", "1", "2", "3", "9", "-", "-", "/", ".", "é"]
    let forms = Dialect.presets.map(\.dialect.dates) + DateForm.allCases.map { [$0] }
    for forms in forms {
      let decoder = DateDecoder(forms)
      for _ in 0..<Self.rounds / 5 {
        let text = Self.nearlyADate(&dice, alphabet)
        let found = Array(text.utf8).withBytes { decoder.day($0) }
        let expected = Self.day(text, forms)?.number
        if found != expected {
          let names = forms.map(\.rawValue).sorted()
          Issue.record("seed \(Self.seed), \(names): '\(text)'")
        }
      }
    }
  }

  /// A date of some form, with a character or two replaced now and then.
  private static func nearlyADate(_ dice: inout Dice, _ alphabet: [String]) -> String {
    let (year, month, day) = (dice.below(2200), dice.below(14), dice.below(33))
    func padded(_ number: Int, _ width: Int) -> String {
      String(repeating: "0", count: max(0, width - "\(number)".count)) + "\(number)"
    }
    let forms = [
      "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))",
      "\(padded(day, 2))-\(padded(month, 2))-\(padded(year, 4))",
      "\(day)-\(month)-\(padded(year, 4))",
      "\(padded(day, 2))/\(padded(month, 2))/\(padded(year, 4))",
      "\(day).\(month).\(padded(year, 4))",
      "\(padded(year, 4))\(padded(month, 2))\(padded(day, 2))",
    ]
    var characters = forms[dice.below(forms.count)].map(String.init)
    while dice.below(3) == 0 {
      characters[dice.below(characters.count)] = alphabet[dice.below(alphabet.count)]
    }
    return characters.joined()
  }

  /// The day of a text in one of some forms, by its pieces between the marks.
  private static func day(_ text: String, _ forms: Set<DateForm>) -> Day? {
    let marks: [(form: DateForm, mark: Character)] = [
      (.dayMonthYearSlashes, "/"), (.dayMonthYearPoints, "."),
    ]
    for (form, mark) in marks where forms.contains(form) && text.contains(mark) {
      guard !text.contains("-") else { return nil }
      return day(text.replacing(String(mark), with: "-"), [.dayMonthYear])
    }
    let digits = Set("0123456789")
    var pieces = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    if forms.contains(.compact), pieces.count == 1, text.count == 8 {
      pieces = [
        String(text.prefix(4)), String(text.dropFirst(4).prefix(2)), String(text.suffix(2)),
      ]
    } else if pieces.count != 3 {
      return nil
    }
    guard pieces.allSatisfy({ !$0.isEmpty && $0.allSatisfy(digits.contains) }) else { return nil }
    let numbers = pieces.compactMap { Int($0) }
    let widths = pieces.map(\.count)
    if widths == [4, 2, 2], text.count == 8 || forms.contains(.yearMonthDay) {
      return Day(year: numbers[0], month: numbers[1], day: numbers[2])
    }
    guard forms.contains(.dayMonthYear), widths[0] <= 2, widths[1] <= 2, widths[2] == 4 else {
      return nil
    }
    return Day(year: numbers[2], month: numbers[1], day: numbers[0])
  }
}
