import Foundation
import Ingest

extension ColumnName {
  public static let months = ColumnName("maanden")
  public static let factor = ColumnName("factor")
  public static let sigma = ColumnName("sigma")
  public static let developed = ColumnName("ontwikkeld")
}

extension Column {
  /// Whether its shares are parts of a whole, and so percentages to a reader; a factor is none.
  public var isPercentage: Bool { type == .share && name != .factor }
}

extension Analysis {
  /// How declarations develop from delay to delay.
  public static let declarationFactors = Analysis(
    name: "declaratie-factoren",
    title: "Hoe declaraties binnenkomen: factor per vertraging",
    columns: [
      .key(.productGroup), .key(.delay, .count), .count(.months),
      .derived(.factor, .share, from: .delay),
      .derived(.sigma, .ratio(decimals: 4), from: .factor),
      .derived(.developed, .share, from: .factor),
    ],
    coverage: .triangle,
    countingRules: { parameters in
      [
        CountingRule.courseMonths, parameters.triangleRule, parameters.factorRule, CountingRule.net,
        CountingRule.group,
        """
        Maanden is het aantal prestatiemaanden waaruit de factor is gemaakt; bij 0 is een groep te \
        jong en geldt de factor van alle groepen samen. Sigma is de spreiding rond de factor (Mack \
        1993), in wortel euro. Ontwikkeld is het deel dat bij deze vertraging binnen is: 1 gedeeld \
        door het product van de factoren die nog volgen, en 0 waar een van die factoren onbekend is.
        """,
      ]
    },
    datedRules: { $0.triangleFacts },
    rows: { ledger in
      guard let courses = ledger.courseForecast else { return [] }
      return (courses.groups + [courses.total]).flatMap { course in
        course.development.rows(of: ledger.groupCell(course.group))
      }
    })
}

extension Development {
  fileprivate func rows(of group: Cell) -> [[Cell]] {
    (0...endDelay).map { delay in
      let step = delay < endDelay ? steps[delay] : nil
      return [
        group, .count(delay), .count(step?.pairs ?? 0), .rounded(step?.factor, decimals: 6),
        // The root of cents, over the root of a hundred of them.
        .rounded(step?.variance.map { $0.squareRoot() / 10 }, decimals: 4),
        .rounded(share(delay), decimals: 6),
      ]
    }
  }
}

extension CountingParameters {
  /// What a factor is made of.
  var factorRule: String {
    let diagonals =
      course.diagonals == 0
      ? "alle verloopmaanden" : "de laatste \(course.diagonals) verloopmaanden"
    return """
      De factor van een vertraging naar de volgende is wat met hoogstens de volgende is gedeclareerd, \
      gedeeld door wat met hoogstens deze is gedeclareerd, over de prestatiemaanden waarvan beide \
      bekend zijn in \(diagonals).
      """
  }
}
