import Analytics

extension SheetChart {
  private static let base = ColumnName("basis")
  private static let total = ColumnName("totaal")
  private static let rise = ColumnName("stijging")
  private static let fall = ColumnName("daling")
  private static let riseBelowZero = ColumnName("stijging onder nul")
  private static let fallBelowZero = ColumnName("daling onder nul")

  /// How the costs of the period before became those of the window; nil without such a period.
  static func waterfall(in report: Report) -> SheetChart? {
    guard let table = report.table(.costChange), let row = table.rows(at: .total).first,
      let before = table.number(row, .amountBefore), before != 0
    else { return nil }
    func step(_ column: ColumnName) -> WaterfallStep {
      .init(
        name: column.text.replacing("_", with: "\n"), cents: table.number(row, column) ?? 0)
    }
    return waterfall(
      "Waardoor de kosten veranderden", beside: table, from: step(.amountBefore),
      by: ColumnName.costEffects.map(step), to: ColumnName.amount.text)
  }

  /// A step of a staircase, with its name in lines.
  struct WaterfallStep {
    let name: String
    let cents: Int64
  }

  /// From one amount by several steps to their sum.
  static func waterfall(
    _ title: String, beside table: Table, from start: WaterfallStep, by steps: [WaterfallStep],
    to end: String
  ) -> SheetChart? {
    var rows = [totalRow(start.name, start.cents)]
    var level = start.cents
    for step in steps {
      rows.append(stepRow(step.name, from: level, by: step.cents))
      level += step.cents
    }
    rows.append(totalRow(end, level))
    let drawn = [base, total, rise, fall, riseBelowZero, fallBelowZero]
    return SheetChart(
      title, .waterfall, beside: table,
      made: [.key(ColumnName("stap")), .amount(.difference)]
        + drawn.map { .derived($0, .amount, from: .difference) },
      rows: rows, drawing: drawn)
  }

  private static func totalRow(_ name: String, _ cents: Int64) -> [Cell] {
    [.text(label(name, cents, sign: cents < 0 ? "-\u{A0}" : "")), .number(cents), .empty]
      + [.number(cents)] + [Cell](repeating: .empty, count: 4)
  }

  /// A bar from the level before to the one after. A bar through zero is two: charts pile up what
  /// is above zero and what is below it apart from each other.
  private static func stepRow(
    _ step: String, from level: Int64, by cents: Int64
  ) -> [Cell] {
    let lower = min(level, level + cents)
    let upper = max(level, level + cents)
    let above = max(upper, 0) - max(lower, 0)
    let below = min(lower, 0) - min(upper, 0)
    let bar = filled(above == 0 ? below : above)
    let rest = filled(above == 0 ? 0 : below)
    let sign = cents < 0 ? "-\u{A0}" : cents > 0 ? "+\u{A0}" : ""
    let name = Cell.text(label(step, cents, sign: sign))
    let lift = filled(lower > 0 ? lower : min(upper, 0))
    return [name, .number(cents), lift, .empty]
      + (cents < 0 ? [.empty, bar, .empty, rest] : [bar, .empty, rest, .empty])
  }

  private static func filled(_ cents: Int64) -> Cell { cents == 0 ? .empty : .number(cents) }

  /// The figure stands in the name: a bar from one level to another has none of its own.
  private static func label(_ name: String, _ cents: Int64, sign: String) -> String {
    let euros = Cell.quotient(Int128(cents.magnitude), 100, decimals: 0)
    guard case .number(let number) = euros else { return name }
    return "\(name)\n\(sign)€\u{A0}\(FigureNotation.dutch.digits(number, decimals: 0))"
  }
}
