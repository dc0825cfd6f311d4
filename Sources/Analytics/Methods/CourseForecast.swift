import Foundation
import Ingest

/// The triangles of all product groups with a line up to a last month, and that of all together, with
/// their development and forecast.
struct CourseForecast {
  struct Course {
    /// Index into ``Registers/productGroups``; nil for all groups together.
    let group: Int?
    let triangle: Triangle
    let development: Development
    let forecast: Forecast
  }

  /// Byte-wise by name.
  let groups: [Course]
  /// Of all lines, by factors of its own.
  let total: Course

  /// Nil without a line up to the last month.
  ///
  /// - Parameter delays: How many delays are looked ahead; nil: to the end.
  init?(
    _ course: [CourseIncrement], last: Month, _ parameters: CourseParameters, delays: Int? = nil
  ) {
    guard let whole = Triangle(course, last: last) else { return nil }
    let endDelay = min(parameters.endDelay ?? .max, whole.monthCount - 1)
    func made(_ group: Int?, _ triangle: Triangle, total: Development?) -> Course {
      let development = Development(
        triangle, endDelay: endDelay, diagonals: parameters.diagonals, total: total)
      return Course(
        group: group, triangle: triangle, development: development,
        forecast: Forecast(triangle, development, parameters, delays: delays))
    }
    let total = made(nil, whole, total: nil)
    self.total = total
    // The increments of a group stand together, and groups are numbered byte-wise.
    groups = course.chunked { $0.group }.compactMap { group, increments in
      Triangle(increments, last: last).map { made(group, $0, total: total.development) }
    }
  }

  var endDelay: Int { total.development.endDelay }

  /// The delay from which on everything is developed to at least `limit`, of all groups together.
  func developedDelay(_ limit: Share) -> Int {
    var delay = endDelay
    while delay > 0, total.development.isDeveloped(delay - 1, to: limit) { delay -= 1 }
    return delay
  }
}

extension Array {
  /// The elements in runs of one key.
  fileprivate func chunked(by key: (Element) -> Int) -> [(Int, ArraySlice<Element>)] {
    var runs: [(Int, ArraySlice<Element>)] = []
    var start = 0
    while start < count {
      var end = start + 1
      while end < count, key(self[end]) == key(self[start]) { end += 1 }
      runs.append((key(self[start]), self[start..<end]))
      start = end
    }
    return runs
  }
}
