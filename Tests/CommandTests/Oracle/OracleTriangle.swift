extension OracleReport {
  /// `[declaratieverloop]`; the defaults are those of the contract.
  struct CourseSettings {
    /// The last month of the triangle; nil: the last that has passed on the latest declaration.
    var lastMonth: Month?
    /// 0: all.
    var diagonals = 24
    var priorBelow = 0.5
    var priorIsTrend = false
    /// Nil: the oldest month of the triangle.
    var endDelay: Int?
    var developedFrom = 0.99
  }

  /// A line in the course of declarations; months are numbers, as they are subtracted.
  struct CourseLine {
    let group: Text
    let service: Int
    /// The later of the month of service and that of declaration.
    let course: Int
    /// In cents.
    let amount: Int
  }

  /// Every accepted line.
  var courseLines: [CourseLine] {
    lines.compactMap { line in
      guard let product = input.products[line.product] else { return nil }
      let service = line.start.calendarMonth.number
      let course = max(service, line.declared.calendarMonth.number)
      return CourseLine(
        group: product.group, service: service, course: course, amount: line.amount)
    }
  }

  /// The last month of the triangle; nil without lines to take it from.
  var lastCourseMonth: Int? {
    if let month = settings.course.lastMonth { return month.number }
    guard let latest = lines.map(\.declared).max() else { return nil }
    let length = Day.length(ofMonth: latest.month, year: latest.year)
    let month = latest.calendarMonth.number
    return latest.day == length ? month : month - 1
  }

  /// What was declared until some month: of each product group and of all.
  struct Triangle {
    let last: Int
    /// By product group, byte-wise.
    let groups: [(name: Text, development: Development)]
    let total: Development

    /// Nil without a line that was declared by then.
    init?(_ lines: [CourseLine], until last: Int, _ settings: CourseSettings) {
      let lines = lines.filter { $0.course <= last }
      guard let first = lines.map(\.service).min() else { return nil }
      self.last = last
      let end = min(settings.endDelay ?? (last - first), last - first)
      let total = Development(lines, last: last, end: end, settings, total: nil)
      self.total = total
      groups = Set(lines.map(\.group)).sorted().map { name in
        let own = lines.filter { $0.group == name }
        return (name, Development(own, last: last, end: end, settings, total: total))
      }
    }

    /// The groups, then `totaal`.
    var sections: [(name: Text, development: Development)] { groups + [("totaal", total)] }
  }

  /// The triangle of the report; nil without lines in it.
  var triangle: Triangle? {
    lastCourseMonth.flatMap { Triangle(courseLines, until: $0, settings.course) }
  }
}
