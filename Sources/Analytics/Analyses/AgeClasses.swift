import Ingest

/// The age classes of a report, the unknown last.
struct AgeClasses {
  private let lowerBounds: [Int]
  /// `0-17`, …, `85+`, `onbekend`.
  let labels: [String]

  /// - Parameter lowerBounds: Begins with 0 and rises.
  init(lowerBounds: [Int]) {
    self.lowerBounds = lowerBounds
    let upper = lowerBounds.dropFirst().map { "-\($0 - 1)" } + ["+"]
    labels = zip(lowerBounds, upper).map { "\($0)\($1)" } + ["onbekend"]
  }

  /// The class of someone on a day.
  func index(of birth: Birth?, on day: Day) -> Int {
    guard let age = birth?.age(on: day), age >= 0 else { return labels.count - 1 }
    return (lowerBounds.lastIndex { $0 <= age }) ?? labels.count - 1
  }
}

extension Birth {
  /// Whole years on a day; below 0 before birth.
  ///
  /// Who was born on 29 February turns a year older on 1 March where the year has no such day. Of a
  /// year alone the age is that reached in the year of the day.
  func age(on day: Day) -> Int {
    let (year, month, dayOfMonth) = day.components
    switch self {
    case .year(let birthYear):
      return year - Int(birthYear)
    case .date(let date):
      let birth = date.components
      let hasHadBirthday = (month, dayOfMonth) >= (birth.month, birth.day)
      return year - birth.year - (hasHadBirthday ? 0 : 1)
    }
  }
}
