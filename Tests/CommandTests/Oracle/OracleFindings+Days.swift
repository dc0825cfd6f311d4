extension OracleReport.Day {
  /// Days since 1 January of year 0.
  var number: Int {
    let earlierMonths = (1..<month).map { Self.length(ofMonth: $0, year: year) }
    return Self.firstDayNumber(ofYear: year) + earlierMonths.reduce(0, +) + day - 1
  }

  /// The day with a ``number``.
  init(number: Int) {
    // No year has more than 366 days, so this year is not too late.
    var year = number / 366
    while Self.firstDayNumber(ofYear: year + 1) <= number { year += 1 }
    var rest = number - Self.firstDayNumber(ofYear: year)
    var month = 1
    while rest >= Self.length(ofMonth: month, year: year) {
      rest -= Self.length(ofMonth: month, year: year)
      month += 1
    }
    guard let day = Self(year: year, month: month, day: rest + 1) else {
      preconditionFailure("a day has year, month and day")
    }
    self = day
  }

  private static func firstDayNumber(ofYear year: Int) -> Int {
    365 * year + (year + 3) / 4 - (year + 99) / 100 + (year + 399) / 400
  }

  /// All days of a period, both ends included.
  static func days(from: Self, to: Self) -> [Self] {
    from <= to ? (from.number...to.number).map(Self.init(number:)) : []
  }

  /// The calendar week, Monday to Sunday, as a number.
  var week: Int {
    let monday: Self = "2023-03-06"
    return (number - monday.number).floored(dividedBy: 7)
  }

  var isSunday: Bool {
    let sunday: Self = "2023-03-05"
    return (number - sunday.number) % 7 == 0
  }
}

extension Int {
  /// The quotient rounded down, also below 0.
  func floored(dividedBy divisor: Int) -> Int {
    self >= 0 ? self / divisor : -((-self + divisor - 1) / divisor)
  }
}

extension OracleReport {
  /// An exact fraction; too many different denominators stop the test rather than round.
  struct Fraction {
    let numerator: Int128
    /// Above 0.
    let denominator: Int128

    init(_ numerator: Int128, over denominator: Int128) {
      var (divisor, rest) = (denominator, abs(numerator))
      while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
      self.numerator = numerator / divisor
      self.denominator = denominator / divisor
    }

    static func + (a: Fraction, b: Fraction) -> Fraction {
      Fraction(
        a.numerator * b.denominator + b.numerator * a.denominator,
        over: a.denominator * b.denominator
      )
    }

    static func > (a: Fraction, b: Int128) -> Bool {
      a.numerator > b * a.denominator
    }
  }
}
