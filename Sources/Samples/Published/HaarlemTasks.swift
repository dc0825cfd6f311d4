import Ingest

/// A task budget for each of Haarlem's lots, and how it went: all of it is ours.
///
/// Published is that a budget for a population is watched during the year, and that a substantial
/// deviation is a reason to talk. Here one lot's clients become more and more in 2020, so that its
/// budget will not do; those of the others suffice.
enum HaarlemTasks {
  /// How the clients of a lot are there, one after another in places that stay.
  struct Course {
    /// Places from January 2019 on.
    var places: Int
    /// Places that are added from January to December 2020, evenly.
    var added = 0
    /// The budget of 2020 in eurocents.
    var budget: Int
    /// What the budget was before it was raised during the year.
    var original: Int?
  }

  /// In the order of the lots.
  static let courses = [
    Course(places: 38, budget: 259_000_00),
    Course(places: 4, budget: 23_200_00),
    Course(places: 16, budget: 123_000_00),
    Course(places: 10, budget: 16_050_00),
    Course(places: 30, added: 16, budget: 150_000_00, original: 140_000_00),
    Course(places: 34, budget: 217_500_00),
  ]

  static let firstYear = 2019

  /// The state of the declarations at the end of October, over three quarters of the year.
  static let referenceDay = Month(year: HaarlemFacts.year, month: 10).lastDay
  static let window =
    Month(year: HaarlemFacts.year, month: 1)
    .firstDay...Month(year: HaarlemFacts.year, month: 9)
    .lastDay

  static var budget: [BudgetRow] {
    zip(HaarlemFacts.lots, courses).flatMap { lot, course in
      let row = BudgetRow(
        year: HaarlemFacts.year, sort: .current, name: lot.name, lot: lot.name,
        description: lot.item.product.description, cents: course.budget)
      guard let original = course.original else { return [row] }
      var first = row
      (first.sort, first.cents) = (.original, original)
      return [first, row]
    }
  }

  /// Of what is allocated four fifths are used.
  static let sections = """
    [begroting]
    let_op = 0.03
    overleg = 0.05
    verzilvering = 0.8

    """

  /// The months in which the places of a lot are filled, each by one client after another.
  static func stays(of lot: Int, random: inout SplitMix) -> [ClosedRange<Month>] {
    let course = courses[lot]
    let first = Month(year: firstYear, month: 1).number
    let last = Month(year: HaarlemFacts.year, month: 12).number
    var stays: [ClosedRange<Month>] = []
    for place in 0..<course.places + course.added {
      let isAdded = place >= course.places
      var begin = isAdded ? first + 12 + Int32((place - course.places) * 12 / course.added) : first
      // Who is there at the beginning has been there for a while.
      var length = random.between(isAdded ? 8...16 : 1...12)
      while begin <= last {
        let end = min(last, begin + Int32(length) - 1)
        stays.append(Month(number: begin)...Month(number: end))
        begin = end + 1
        length = random.between(8...16)
      }
    }
    return stays
  }
}
