import Analytics
import Ingest

/// How exact numbers become digits: the only place where they do, without floating point.
public struct FigureNotation: Sendable {
  let decimalMark: Character
  /// Between groups of three digits; nil for none.
  let groupMark: Character?

  /// `1234.50`, for machines.
  public static let plain = FigureNotation(decimalMark: ".", groupMark: nil)
  /// `1234,50`, for a Dutch spreadsheet.
  static let dutchUngrouped = FigureNotation(decimalMark: ",", groupMark: nil)
  /// `1.234,50`, for Dutch readers.
  public static let dutch = FigureNotation(decimalMark: ",", groupMark: ".")

  /// `1,234.50`, for English readers.
  static let english = FigureNotation(decimalMark: ".", groupMark: ",")

  /// The digits of `number × 10^-decimals`, with all decimals and never a minus before zero.
  public func digits(_ number: Int64, decimals: Int) -> String {
    var digits = String(number.magnitude)
    let missing = decimals + 1 - digits.count
    if missing > 0 { digits = String(repeating: "0", count: missing) + digits }
    var text = grouped(digits.dropLast(decimals))
    if decimals > 0 {
      text.append(decimalMark)
      text += digits.suffix(decimals)
    }
    return number < 0 ? "-" + text : text
  }

  private func grouped(_ digits: Substring) -> String {
    guard let groupMark else { return String(digits) }
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(groupMark) }
      text.append(digit)
    }
    return text
  }
}

extension ColumnType {
  /// How many decimals its numbers have when written in full: amounts in euros.
  var decimals: Int {
    switch self {
    case .text, .count, .year, .month: 0
    case .amount: 2
    case .share: 6
    case .ratio(let decimals): decimals
    }
  }
}

/// How figures are written for the readers of the annex: rounded, and in the notation of the
/// language.
///
/// What was rounded before is rounded again for reading; the exact figures are in the other files.
struct AnnexNotation: Sendable {
  let language: AnnexLanguage

  /// A count, an amount in whole euros, a percentage with one decimal, a month in words.
  func text(_ cell: Cell, _ type: ColumnType) -> String {
    switch cell {
    case .empty: return AnnexNotation.none
    case .hidden: return Cell.hiddenText
    case .text(let text): return text
    case .number(let number):
      switch type {
      case .text, .count: return count(number)
      case .year: return String(number)
      case .amount: return euros(number)
      case .share: return share(number)
      case .ratio(let decimals):
        let shown = min(decimals, 2)
        let steps = (shown..<max(decimals, shown)).reduce(Int64(1)) { power, _ in power * 10 }
        return digits(.quotient(number, steps, decimals: 0), decimals: shown)
      case .month: return month(Month(number: Int32(number)))
      }
    }
  }

  /// Where there is no figure, for instance a quotient over 0.
  static let none = "–"

  func count(_ number: Int64) -> String { marks.digits(number, decimals: 0) }

  /// Cents as whole euros: `€ 1.139.331`.
  func euros(_ cents: Int64) -> String {
    sign + digits(.quotient(cents, 100, decimals: 0), decimals: 0)
  }

  /// Cents as a sentence says them: `€ 1,5 miljoen`, `€ 646.000`, `€ 3.412`.
  func roughly(_ cents: Int64) -> String {
    func rounded(_ unit: Int64) -> Int64 {
      guard case .number(let count) = Cell.quotient(cents, unit, decimals: 0) else { return 0 }
      return count
    }
    switch cents.magnitude {
    case 100_000_000...:
      let million = language == .dutch ? "miljoen" : "million"
      return "\(sign)\(marks.digits(rounded(10_000_000), decimals: 1))\u{A0}\(million)"
    case 1_000_000...: return sign + count(rounded(100_000) * 1000)
    default: return euros(cents)
    }
  }

  /// Euros and cents: `€ 58,21`.
  func cents(_ cents: Int64) -> String { sign + marks.digits(cents, decimals: 2) }

  /// Millionths as a percentage: `83,0%`.
  func share(_ millionths: Int64) -> String {
    digits(.quotient(millionths, 1000, decimals: 0), decimals: 1) + "%"
  }

  /// `1 januari 2017`.
  func day(_ day: Day) -> String {
    let (year, month, day) = day.components
    return "\(day) \(months[month - 1]) \(year)"
  }

  /// `januari 2017`.
  func month(_ month: Month) -> String { "\(months[month.monthOfYear - 1]) \(month.year)" }

  /// `jan 2017`.
  func shortMonth(_ month: Month) -> String {
    "\(shortened(months[month.monthOfYear - 1])) \(month.year)"
  }

  /// The Dutch for March is not cut after three letters, but in the middle.
  private func shortened(_ month: String) -> String {
    month == "maart" ? "mrt" : String(month.prefix(3))
  }

  private var sign: String { language == .dutch ? "€ " : "€" }
  private var marks: FigureNotation { language == .dutch ? .dutch : .english }

  private func digits(_ cell: Cell, decimals: Int) -> String {
    guard case .number(let number) = cell else { return Self.none }
    return marks.digits(number, decimals: decimals)
  }

  private var months: [String] {
    switch language {
    case .dutch:
      [
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
        "oktober", "november", "december",
      ]
    case .english:
      [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
      ]
    }
  }
}

extension AnnexNotation {
  /// `november 2017 tot en met maart 2018`; of one month its name.
  func months(_ months: ClosedRange<Month>) -> String {
    let words = language == .dutch ? "tot en met" : "up to and including"
    return months.lowerBound == months.upperBound
      ? month(months.lowerBound)
      : "\(month(months.lowerBound)) \(words) \(month(months.upperBound))"
  }

  /// `1 januari 2017 tot en met 15 oktober 2017`.
  func period(_ days: ClosedRange<Day>) -> String {
    let words = language == .dutch ? "tot en met" : "up to and including"
    return "\(day(days.lowerBound)) \(words) \(day(days.upperBound))"
  }
}
