import Analytics
import Ingest

extension AnnexTableID {
  static let triangle = AnnexTableID("driehoek")
  static let factors = AnnexTableID("binnengekomen")
}

extension AnnexBuilder {
  /// The delays that are shown, in months.
  private static let shownDelays: [Int64] = [0, 1, 2, 3, 6, 12]

  /// How declarations arrived: the triangle at some delays, and the share that is in after each.
  mutating func triangleTables() -> [AnnexPage.Block] { triangleMatrix() + factorTable() }

  /// How much of a month is declared after some months; nil where none is known.
  func developmentSentence() -> String? {
    guard let table = report.table(.declarationFactors) else { return nil }
    let shares = table.rows.compactMap { row -> String? in
      guard table.holds(row, .total, in: .productGroup),
        let delay = table.number(row, .delay), [1, 3, 6].contains(delay),
        let developed = table.number(row, .developed), developed > 0
      else { return nil }
      return "\(after(delay)) \(notation.share(developed))"
    }
    return shares.isEmpty ? nil : text(.development, ["shares": shares.joined(separator: "; ")])
  }

  /// The rows of the last service months, the columns of some delays; what is not known yet is empty.
  private mutating func triangleMatrix() -> [AnnexPage.Block] {
    guard let table = report.table(.declarationTriangle), let months = courseMonths else {
      return []
    }
    // By month: a row without an increment is not in the table.
    var sums: [Month: [(delay: Int64, cents: Int64)]] = [:]
    for row in table.rows where table.holds(row, .total, in: .productGroup) {
      guard let month = table.month(row, .serviceMonth), let delay = table.number(row, .delay),
        let cents = table.number(row, .cumulative)
      else { continue }
      sums[month, default: []].append((delay, cents))
    }
    let span = Int64(months.upperBound.number - months.lowerBound.number)
    let delays = Self.shownDelays.filter { $0 <= span }
    let shown = min(span + 1, 18)
    let rows = (0..<shown).map { offset -> AnnexPage.Row in
      let month = Month(number: months.upperBound.number - Int32(shown - 1 - offset))
      let latest = Int64(months.upperBound.number - month.number)
      let values = delays.map { delay -> AnnexPage.Value in
        let sum = sums[month]?.last { $0.delay <= delay }?.cents ?? 0
        return .init(
          value: delay <= latest ? notation.euros(sum) : AnnexNotation.none, isNumber: true)
      }
      return .init(rowHeading: notation.month(month), isTotal: false, values: values)
    }
    let headings = delays.map {
      AnnexPage.Heading(
        label: ($0 == 0 ? text(.sameMonth) : after($0)).capitalizedFirst, isNumeric: true)
    }
    return [
      .init(
        table: view(
          id: .triangle, caption: text(.triangleTable),
          headings: [.init(label: language.column(.serviceMonth), isNumeric: false)] + headings,
          rows: rows, note: text(.triangleNote, ["file": file(of: table)]), source: table))
    ]
  }

  private mutating func factorTable() -> [AnnexPage.Block] {
    guard let table = report.table(.declarationFactors) else { return [] }
    let rows = table.rows.filter { row in
      table.holds(row, .total, in: .productGroup) && table.number(row, .delay) ?? 0 <= 12
    }
    guard !rows.isEmpty else { return [] }
    return [
      block(
        AnnexTable(
          id: .factors, caption: text(.factorTable), source: table,
          columns: [.delay, .months, .developed], rows: rows,
          rowHeading: { [self] row in
            table.number(row, .delay).map { $0 == 0 ? text(.sameMonth) : duration($0) }
          },
          note: text(.factorNote, ["file": file(of: table)])))
    ]
  }
}

extension AnnexPhrase {
  static let development = AnnexPhrase(
    "Zo veel van wat over een maand komt, is gewoonlijk gedeclareerd: {shares}.",
    "This much of what comes for a month has usually been declared: {shares}.")
  static let sameMonth = AnnexPhrase("in de maand zelf", "in the month itself")
  static let triangleTable = AnnexPhrase(
    "Hoe declaraties per prestatiemaand binnenkwamen: alles samen na een aantal maanden",
    "How declarations arrived per service month: all together after some months")
  static let triangleNote = AnnexPhrase(
    "Een streepje: zo lang is de maand nog niet voorbij. De andere maanden, vertragingen en "
      + "soorten voorzieningen staan in {file} en in de werkmap.",
    "A dash: the month has not passed for so long yet. The other months, delays and kinds of "
      + "provisions are in {file} and in the workbook.")
  static let factorTable = AnnexPhrase(
    "Welk deel van een maand gedeclareerd is, per vertraging",
    "Which share of a month has been declared, by delay")
  static let factorNote = AnnexPhrase(
    "Alle voorzieningen samen, tot en met 12 maanden. De andere rijen en de factoren staan in "
      + "{file} en in de werkmap.",
    "All provisions together, up to 12 months. The other rows and the factors are in {file} and "
      + "in the workbook.")
}
