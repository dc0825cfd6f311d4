import Analytics

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
    case .text, .count, .month: 0
    case .amount: 2
    case .share: 6
    case .ratio(let decimals): decimals
    }
  }
}
