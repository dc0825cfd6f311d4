import Analytics

extension AnnexTableID {
  static let ageRates = AnnexTableID("wijken-gestandaardiseerd")
}

extension AnnexBuilder {
  /// Use by district, as if the inhabitants of all had the ages of the municipality.
  mutating func ageRateTheme() -> [AnnexPage.Block] {
    guard let table = report.table(.standardizedDistricts),
      let whole = table.rows.last(where: { table.holds($0, .total, in: .district) })
    else { return [] }
    let names = text(.wholeMunicipality)
    let allRates = block(
      AnnexTable(
        id: .ageRates, caption: text(.ageRateTable), source: table,
        columns: [
          .district, .clients, .withoutAge, .inhabitants, .crudeRate, .directRate, .directFrom,
          .directTo, .indirectRate,
        ],
        rows: table.rows,
        totalHeading: { table.holds($0, .total, in: .district) ? names : nil },
        shown: .largest(40, by: .clients), note: text(.ageRateNote)))
    let rows = adjusted(in: table)
    let reference = table.number(whole, .crudeRate).map {
      ChartValue(label: names, value: $0, figure: rate($0))
    }
    guard !rows.isEmpty else { return [theme(.ageRates, [text(.noAgeRates)]), allRates] }
    let chart = IntervalChart(
      title: text(.ageRateFigure),
      description: text(
        .ageRateDescription,
        [
          "parts": rows.map(\.label).joined(separator: "; "),
          "whole": reference?.figure ?? AnnexNotation.none,
        ]),
      rows: rows, reference: reference, legend: (text(.adjusted), text(.notAdjusted)))
    return [
      theme(.ageRates, ageRateSentences(table, reference)),
      figure("leeftijdscorrectie", chart, table: .ageRates), allRates,
    ]
  }

  private func rate(_ number: Int64) -> String {
    notation.text(.number(number), .ratio(decimals: 4))
  }

  /// Districts with adjusted rates, the highest first; at most forty.
  private func adjusted(in table: Table) -> [IntervalChart.Row] {
    table.sorted(table.rows, by: .directRate).compactMap { row -> IntervalChart.Row? in
      guard !table.holds(row, .total, in: .district), let value = table.number(row, .directRate),
        let lower = table.number(row, .directFrom), let upper = table.number(row, .directTo),
        let crude = table.number(row, .crudeRate)
      else { return nil }
      let label = text(
        .ageRateLabel,
        [
          "district": table.text(row, .district), "rate": rate(value), "from": rate(lower),
          "to": rate(upper),
        ])
      return .init(label: label, value: value, lower: lower, upper: upper, crude: crude)
    }.prefix(40).map { $0 }
  }

  /// Which districts lie above and below the municipality by more than chance.
  private func ageRateSentences(_ table: Table, _ reference: ChartValue?) -> [String?] {
    guard let reference else { return [] }
    let rows = table.sorted(table.rows, by: .directRate).filter { row in
      !table.holds(row, .total, in: .district) && table.number(row, .directRate) != nil
    }
    func names(_ isMeant: ([Cell]) -> Bool) -> String? {
      let names = rows.filter(isMeant).map { table.text($0, .district) }
      guard names.count <= 8 else {
        return text(.severalDistricts, ["count": notation.count(Int64(names.count))])
      }
      return names.isEmpty ? nil : names.joined(separator: ", ")
    }
    let above = names { table.number($0, .directFrom) ?? 0 > reference.value }
    let below = names { table.number($0, .directTo) ?? .max < reference.value }
    let sentences = [
      above.map { text(.aboveWhole, ["districts": $0, "whole": reference.figure]) },
      below.map { text(.belowWhole, ["districts": $0, "whole": reference.figure]) },
    ]
    return [text(.whyAdjusted)] + sentences
  }
}

extension AnnexPhrase {
  static let ageRates = AnnexPhrase(
    "Gebieden vergeleken, gecorrigeerd voor leeftijd", "Districts compared, adjusted for age")
  static let whyAdjusted = AnnexPhrase(
    "In een gebied met meer ouderen is meer gebruik te verwachten. Daarom is hier berekend hoeveel "
      + "cliënten er per 1.000 inwoners zouden zijn als elk gebied de leeftijden van de hele "
      + "gemeente had.",
    "In a district with more elderly people, more use is to be expected. So this is how many "
      + "clients there would be per 1,000 inhabitants if each district had the ages of the whole "
      + "municipality.")
  static let aboveWhole = AnnexPhrase(
    "Meer dan de hele gemeente ({whole}), ook als het toeval is meegerekend: {districts}.",
    "More than the whole municipality ({whole}), also when chance is allowed for: {districts}.")
  static let belowWhole = AnnexPhrase(
    "Minder dan de hele gemeente ({whole}), ook als het toeval is meegerekend: {districts}.",
    "Less than the whole municipality ({whole}), also when chance is allowed for: {districts}.")
  static let severalDistricts = AnnexPhrase("{count} gebieden", "{count} districts")
  static let noAgeRates = AnnexPhrase(
    "Geen gebied heeft genoeg cliënten en inwoners per leeftijdsgroep om te vergelijken.",
    "No district has enough clients and inhabitants per age group to compare.")
  static let ageRateTable = AnnexPhrase(
    "Cliënten per 1.000 inwoners, met en zonder correctie voor leeftijd",
    "Clients per 1,000 inhabitants, adjusted for age and not")
  static let ageRateFigure = AnnexPhrase(
    "Cliënten per 1.000 inwoners, gecorrigeerd voor leeftijd, per gebied",
    "Clients per 1,000 inhabitants, adjusted for age, by district")
  static let ageRateLabel = AnnexPhrase(
    "{district}: {rate} ({from} tot {to})", "{district}: {rate} ({from} to {to})")
  static let ageRateDescription = AnnexPhrase(
    "Punten met hun grenzen. {parts}. Hele gemeente: {whole}.",
    "Points with their limits. {parts}. Whole municipality: {whole}.")
  static let adjusted = AnnexPhrase(
    "gecorrigeerd, met de grenzen van 95%", "adjusted, with the 95% limits")
  static let notAdjusted = AnnexPhrase("zonder correctie", "not adjusted")
  static let ageRateNote = AnnexPhrase(
    "De grenzen zijn die van 95% van de directe correctie. Zonder inwoners per leeftijdsgroep of "
      + "met minder dan tien cliënten is er geen cijfer.",
    "The limits are the 95% ones of the direct adjustment. Without inhabitants per age group, or "
      + "with fewer than ten clients, there is no figure.")
}
