import Analytics
import Ingest

extension AnnexTableID {
  static let months = AnnexTableID("maanden")
}

extension AnnexBuilder {
  /// Use and amount over time.
  mutating func monthSection() -> AnnexPage.Section {
    var section = begin(.months)
    section.paragraphs = [text(.monthsNote)]
    guard let months = report.table(.monthlyCourse), !months.rows.isEmpty else { return section }
    let table = block(
      AnnexTable(
        id: .months, caption: text(.monthTable), source: months,
        columns: [.month, .indications, .clients, .present, .inflow, .outflow, .amount],
        rows: months.rows, shown: .last(36)))
    let notation = notation
    let amounts = line(.amountFigure, .amount, of: months) { notation.euros($0) }
    let clients = line(.clientFigure, .clients, of: months) { notation.count($0) }
    let provisional = provisionalNote(in: months)
    if let provisional { section.paragraphs.append(provisional) }
    let marked = provisional == nil ? nil : text(.provisionalMarks)
    section.blocks =
      shownFigure("bedrag", amounts, table: .months, note: marked)
      + shownFigure("clienten", clients, table: .months, note: marked)
    if months.rows.count > 2 {
      let note = [text(.firstMonthLeftOut), marked].compactMap { $0 }.joined(separator: " ")
      section.blocks += shownFigure("stroom", flow(in: months), table: .months, note: note)
    }
    section.blocks.append(table)
    return section
  }

  /// How many of the last months are not declared in full yet; 0 where months are those of
  /// declarations, of which no more will come.
  private func provisionalCount(in months: Table) -> Int {
    guard report.basis == .service, let incomplete = incompleteMonths else { return 0 }
    return months.rows.count { months.month($0, .month).map(incomplete.contains) ?? false }
  }

  private func provisionalNote(in months: Table) -> String? {
    let last = courseMonths.map { notation.month($0.upperBound) } ?? ""
    return switch provisionalCount(in: months) {
    case 0: nil
    case 1: text(.provisionalMonth, ["last": last])
    case let count:
      text(.provisionalMonths, ["months": notation.count(Int64(count)), "last": last])
    }
  }

  /// A description with what it says of the last months.
  private func described(_ description: String, in months: Table) -> String {
    [description, provisionalNote(in: months)].compactMap { $0 }.joined(separator: " ")
  }

  private func line(
    _ title: AnnexPhrase, _ column: ColumnName, of months: Table,
    figure: @escaping @Sendable (Int64) -> String
  ) -> LineChart {
    let values = values(of: column, in: months.rows, of: months)
    let labels = labels(of: months.rows, in: months)
    return LineChart(
      title: text(title),
      description: described(description(of: values, labels, figure: figure), in: months),
      labels: labels,
      series: [.init(label: text(title), values: values)],
      provisionalCount: provisionalCount(in: months),
      figure: figure)
  }

  private func flow(in months: Table) -> LineChart {
    let rows = Array(months.rows.dropFirst())
    let inflow = values(of: .inflow, in: rows, of: months)
    let outflow = values(of: .outflow, in: rows, of: months)
    let labels = labels(of: rows, in: months)
    let notation = notation
    return LineChart(
      title: text(.flowFigure),
      description: described(flowDescription(inflow, outflow, labels), in: months),
      labels: labels,
      series: [
        .init(label: text(.inflow), values: inflow), .init(label: text(.outflow), values: outflow),
      ],
      provisionalCount: min(provisionalCount(in: months), labels.count),
      figure: { notation.count($0) })
  }

  private func flowDescription(
    _ inflow: [Int64?], _ outflow: [Int64?], _ labels: [String]
  ) -> String {
    let notation = notation
    if (inflow + outflow).contains(nil) {
      return [(AnnexPhrase.inflow, inflow), (.outflow, outflow)].map { name, values in
        "\(text(name)): \(description(of: values, labels) { notation.count($0) })"
      }.joined(separator: " ")
    }
    let ends = [inflow.first, inflow.last, outflow.first, outflow.last].map { end in
      notation.count((end ?? 0) ?? 0)
    }
    return text(
      .flowDescription,
      [
        "firstIn": ends[0], "firstMonth": labels.first ?? "",
        "lastIn": ends[1], "lastMonth": labels.last ?? "",
        "firstOut": ends[2], "lastOut": ends[3],
      ])
  }

  /// From the first figure that is shown to the last, and what is hidden.
  private func description(
    of values: [Int64?], _ labels: [String], figure: (Int64) -> String
  ) -> String {
    let shown = zip(values, labels).compactMap { value, label in value.map { ($0, label) } }
    let hidden = zip(values, labels).filter { $0.0 == nil }.map(\.1)
    let (first, last) = (shown.first ?? (0, ""), shown.last ?? (0, ""))
    let line = text(
      .lineDescription,
      [
        "first": figure(first.0), "firstMonth": first.1,
        "last": figure(last.0), "lastMonth": last.1,
      ])
    let gaps = text(.hiddenMonths, ["months": hidden.joined(separator: "; ")])
    if hidden.isEmpty { return line }
    return shown.isEmpty ? gaps : "\(line) \(gaps)"
  }

  /// Nil for a hidden one.
  private func values(of column: ColumnName, in rows: [[Cell]], of months: Table) -> [Int64?] {
    rows.map { months.shows($0, column) ? months.number($0, column) ?? 0 : nil }
  }

  private func labels(of rows: [[Cell]], in months: Table) -> [String] {
    rows.map { row in
      notation.shortMonth(Month(number: Int32(months.number(row, .month) ?? 0)))
    }
  }
}

extension AnnexPhrase {
  static let months = AnnexPhrase("Verloop per maand", "Months")
  static let monthsNote = AnnexPhrase(
    "De maanden staan los van de periode hierboven: zij lopen van de eerste tot en met de "
      + "laatste maand met declaraties.",
    "The months do not depend on the period above: they run from the first to the last month "
      + "with declarations.")
  static let monthTable = AnnexPhrase(
    "Gebruik, instroom, uitstroom en bedrag per maand", "Use, inflow, outflow and amount per month")
  static let amountFigure = AnnexPhrase(
    "Gefactureerd bedrag per maand", "Amount invoiced per month")
  static let clientFigure = AnnexPhrase(
    "Cliënten met een gefactureerde voorziening per maand",
    "Clients with an invoiced provision per month")
  static let flowFigure = AnnexPhrase(
    "Instroom en uitstroom van cliënten per maand", "Inflow and outflow of clients per month")
  static let lineDescription = AnnexPhrase(
    "Een lijn van {first} in {firstMonth} naar {last} in {lastMonth}.",
    "A line from {first} in {firstMonth} to {last} in {lastMonth}.")
  static let hiddenMonths = AnnexPhrase("Verborgen: {months}.", "Hidden: {months}.")
  static let flowDescription = AnnexPhrase(
    "Twee lijnen. Instroom van {firstIn} in {firstMonth} naar {lastIn} in {lastMonth}; "
      + "uitstroom van {firstOut} naar {lastOut}.",
    "Two lines. Inflow from {firstIn} in {firstMonth} to {lastIn} in {lastMonth}; outflow from "
      + "{firstOut} to {lastOut}.")
  static let inflow = AnnexPhrase("Instroom", "Inflow")
  static let outflow = AnnexPhrase("Uitstroom", "Outflow")
  static let provisionalMonth = AnnexPhrase(
    "De laatste maand is met de declaraties tot en met {last} nog niet volledig gedeclareerd.",
    "The last month has not been declared in full with the declarations up to and including "
      + "{last}.")
  static let provisionalMonths = AnnexPhrase(
    "De laatste {months} maanden zijn met de declaraties tot en met {last} nog niet volledig "
      + "gedeclareerd.",
    "The last {months} months have not been declared in full with the declarations up to and "
      + "including {last}.")
  static let provisionalMarks = AnnexPhrase(
    "Open punten: nog niet volledig gedeclareerd.", "Hollow points: not declared in full yet.")
  static let firstMonthLeftOut = AnnexPhrase(
    "De eerste maand staat er niet in: haar instroom bevat ook wie al eerder gebruik had.",
    "The first month is left out: its inflow holds those who were clients before, too.")
}
