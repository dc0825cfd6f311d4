import Ingest

extension ColumnName {
  public static let serviceMonth = ColumnName("prestatiemaand")
  public static let delay = ColumnName("vertraging")
  public static let cumulative = ColumnName("cumulatief")
}

extension Analysis {
  /// What was declared for each service month, by delay.
  public static let declarationTriangle = Analysis(
    name: "declaratie-driehoek",
    title: "Declaraties per prestatiemaand en vertraging",
    columns: [
      .key(.productGroup), .key(.serviceMonth, .month), .key(.delay, .count), .amount(.amount),
      .derived(.cumulative, .amount, from: .amount),
    ],
    coverage: .triangle,
    countingRules: { parameters in
      [
        CountingRule.courseMonths, parameters.triangleRule, CountingRule.net, CountingRule.group,
        """
        Het bedrag is wat met precies deze vertraging is gedeclareerd, cumulatief is alles tot en met \
        deze vertraging. Een rij zonder bedrag ontbreekt, behalve die van de laatste maand. Creditering \
        en correctie tellen in hun eigen verloopmaand, dus een bedrag kan onder nul zijn.
        """,
      ]
    },
    datedRules: { $0.triangleFacts },
    balances: [
      Balance(.netInTriangle, [.toTotal(in: .productGroup, by: [.serviceMonth, .delay])])
    ],
    rows: { ledger in
      guard let courses = ledger.courseForecast else { return [] }
      return (courses.groups + [courses.total]).flatMap { course in
        course.triangle.rows(of: ledger.groupCell(course.group))
      }
    })
}

extension Triangle {
  fileprivate func rows(of group: Cell) -> [[Cell]] {
    (0..<monthCount).flatMap { offset -> [[Cell]] in
      let latest = latestDelay(offset)
      return (0...latest).compactMap { delay in
        let cents = increment(offset, delay)
        if cents == 0, delay != latest { return nil }
        return [
          group, .number(Int64(month(offset).number)), .count(delay), .number(cents),
          .number(sum(offset, delay)),
        ]
      }
    }
  }
}

extension Ledger {
  /// The name of a product group; `totaal` for all of them.
  func groupCell(_ group: Int?) -> Cell {
    group.map { .text(registers.productGroups[$0]) } ?? .level(.total)
  }

  /// What the data say of the triangle, for counting rules.
  var triangleFacts: [String] {
    guard let courses = courseForecast else {
      return ["Er zijn geen declaraties in de driehoek."]
    }
    return [
      """
      De driehoek loopt van prestatiemaand \(courses.total.triangle.first.iso) tot en met verloopmaand \
      \(courses.total.triangle.last.iso); een maand geldt als uitgelopen na \
      \(inMonths(courses.endDelay)).
      """
    ]
  }
}

extension CountingRule {
  static let courseMonths = """
    De prestatiemaand is de maand van product_periode_begindatum, de verloopmaand de latere van die \
    maand en die van declaratie_dagtekening, de vertraging het aantal maanden ertussen. Alle \
    goedgekeurde regels tellen, ook die buiten de periode.
    """
}

extension CountingParameters {
  /// Up to when the triangle goes, and what its factors are made of.
  var triangleRule: String {
    let last =
      course.lastMonth.map { "Regels na \($0.iso) tellen hier niet mee." }
        ?? """
        Regels na de laatste kalendermaand die op de laatste dagtekening geheel voorbij is, tellen hier \
        niet mee.
        """
    let end =
      course.endDelay.map { "na \(inMonths($0))" }
      ?? "als zij zo oud is als de oudste prestatiemaand"
    return "\(last) Een maand geldt als uitgelopen \(end)."
  }
}
