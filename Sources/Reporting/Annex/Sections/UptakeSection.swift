import Analytics
import Ingest

extension AnnexTableID {
  static let uptake = AnnexTableID("verzilvering")
  static let uptakeVolume = AnnexTableID("verzilvering-volume")
}

extension AnnexBuilder {
  /// Allocations in kind with and without a declaration, and which share of their volume was
  /// declared, per product group.
  mutating func uptakeTheme() -> [AnnexPage.Block] {
    guard let table = report.table(.allocationUptake),
      let whole = table.rows(at: .total).first(where: { !table.hasUnit($0) })
    else { return [] }
    guard let count = table.number(whole, .allocations), count > 0 else {
      return [theme(.uptake, [text(.noUptake)])]
    }
    let sentences = [uptakeSentence(table, whole), volumeSentence(table), text(.uptakeToCome)]
    return [theme(.uptake, sentences), declaredTable(table, whole)] + volumeTable(table)
  }

  private func uptakeSentence(_ table: Table, _ whole: [Cell]) -> String {
    let all = table.number(whole, .allocations) ?? 0
    let (with, without) = (
      table.number(whole, .withDeclaration) ?? 0, table.number(whole, .withoutDeclaration) ?? 0
    )
    return text(
      .uptakeSentence,
      [
        "allocations": counted(all, .allocations), "with": notation.count(with),
        "withShare": share(with, of: all), "without": notation.count(without),
        "withoutShare": share(without, of: all),
      ])
  }

  /// Of all groups, in every unit that can be measured.
  private func volumeSentence(_ table: Table) -> String? {
    let parts = table.rows(at: .total).filter { table.number($0, .share) != nil }.map {
      "\(unit(of: $0, in: table)) \(figure($0, .share, of: table))"
    }
    return parts.isEmpty ? nil : text(.volumeSentence, ["parts": parts.joined(separator: "; ")])
  }

  private mutating func declaredTable(_ table: Table, _ whole: [Cell]) -> AnnexPage.Block {
    let groups = table.rows(at: .productGroup).filter { !table.hasUnit($0) }
    let shown = groups.largest(25) { table.number($0, .allocations) ?? 0 }
    let columns: [ColumnName] = [.allocations, .withDeclaration, .withoutDeclaration]
    func row(_ heading: String, _ row: [Cell], isTotal: Bool) -> MadeTable.Row {
      let without = table.number(row, .withoutDeclaration) ?? 0
      return .init(
        heading: heading, isTotal: isTotal,
        figures: columns.map { figure(row, $0, of: table) }
          + [share(without, of: table.number(row, .allocations) ?? 0)])
    }
    let cut = note(
      on: .shownLargest, shown: shown.count, left: groups.count - shown.count, of: table)
    return block(
      MadeTable(
        id: .uptake, caption: text(.uptakeTable),
        headings: [language.column(.productGroup)] + columns.map(language.column)
          + [text(.withoutShare)],
        rows: shown.map { row(group(of: $0, in: table), $0, isTotal: false) }
          + [row(text(.total), whole, isTotal: true)],
        note: [text(.uptakeNote, ["file": file(of: table)]), cut].compactMap { $0 }
          .joined(separator: " ")),
      of: table)
  }

  /// A row per product group and unit; nothing where no allocation can be measured.
  private mutating func volumeTable(_ table: Table) -> [AnnexPage.Block] {
    let groups = table.rows(at: .productGroup).filter(table.hasUnit)
    let wholes = table.rows(at: .total).filter(table.hasUnit)
    guard !wholes.isEmpty else { return [] }
    let position = table.position(of: .unit)
    let worded = (groups + wholes).map { row in
      var row = row
      row[position] = .text(unit(of: row, in: table))
      return row
    }
    let total = text(.total)
    let volumes = block(
      AnnexTable(
        id: .uptakeVolume, caption: text(.volumeTable), source: table,
        columns: [.productGroup, .unit, .allocations, .allocatedVolume, .declared, .share],
        rows: worded, totalHeading: { table.holds($0, .total) ? total : nil },
        shown: .largest(25, by: .allocations), note: text(.volumeNote)))
    let bars = groups.filter { table.number($0, .share) != nil }
      .largest(10) { table.number($0, .allocations) ?? 0 }
      .map { share(of: $0, in: table, label: measured($0, in: table)) }
    guard !bars.isEmpty else { return [volumes] }
    let chart = BarChart(
      title: text(.volumeFigure),
      description: text(.barDescription, ["parts": listed(bars)]), bars: bars)
    return [figure("verzilvering", chart, table: .uptakeVolume), volumes]
  }

  /// `begeleiding (uren)`.
  private func measured(_ row: [Cell], in table: Table) -> String {
    "\(group(of: row, in: table)) (\(unit(of: row, in: table)))"
  }

  func unit(of row: [Cell], in table: Table) -> String {
    let code = table.text(row, .unit)
    return Unit.phrase(ofCode: code).map(text) ?? code
  }
}

extension Table {
  /// Of `verzilvering`: whether a row is about allocations in one unit, whose volume is measured.
  func hasUnit(_ row: [Cell]) -> Bool { cell(row, .unit) != .empty }
}

extension Unit {
  /// What volume in the unit is called; nil for a code of none.
  static func phrase(ofCode code: String) -> AnnexPhrase? {
    UInt8(code).flatMap(Unit.init)?.phrase
  }

  private var phrase: AnnexPhrase {
    switch self {
    case .minute: AnnexPhrase("minuten", "minutes")
    case .hour: AnnexPhrase("uren", "hours")
    case .day: AnnexPhrase("etmalen", "days and nights")
    case .dayPart: AnnexPhrase("dagdelen", "parts of days")
    case .outputPiece: AnnexPhrase("stuks", "pieces")
    case .euro: AnnexPhrase("euro’s", "euros")
    case .effortPiece: AnnexPhrase("stuks inspanning", "pieces of effort")
    }
  }
}

extension AnnexPhrase {
  static let uptake = AnnexPhrase("Wat ervan is gebruikt", "What of it was used")
  static let noUptake = AnnexPhrase(
    "In de periode liep geen toewijzing in natura.",
    "No allocation in kind was in force in the period.")
  static let uptakeSentence = AnnexPhrase(
    "In de periode liepen {allocations} in natura. Op {with} daarvan ({withShare}) is gedeclareerd, "
      + "op {without} ({withoutShare}) niets.",
    "In the period, {allocations} in kind were in force. For {with} of them ({withShare}) there were "
      + "declarations, for {without} ({withoutShare}) there were none.")
  static let volumeSentence = AnnexPhrase(
    "Zoveel van het toegewezen volume is gedeclareerd: {parts}.",
    "So much of the volume allocated was declared: {parts}.")
  static let uptakeToCome = AnnexPhrase(
    "Wat over deze periode nog gedeclareerd wordt, ontbreekt in deze cijfers.",
    "What is still to be declared for this period is missing from these figures.")
  static let uptakeTable = AnnexPhrase(
    "Toewijzingen in natura met en zonder declaratie, per soort voorziening",
    "Allocations in kind with and without a declaration, per kind of provision")
  static let withoutShare = AnnexPhrase("Aandeel zonder", "Share without")
  static let uptakeNote = AnnexPhrase(
    "Per aanbieder staat dit in {file} en in de werkmap.",
    "The same per provider is in {file} and in the workbook.")
  static let volumeTable = AnnexPhrase(
    "Toegewezen en gedeclareerd volume in de periode, per soort voorziening",
    "Volume allocated and declared in the period, per kind of provision")
  static let volumeNote = AnnexPhrase(
    "Alleen toewijzingen met een volume dat te meten is. Meer dan 100% is mogelijk, als er meer is "
      + "gedeclareerd dan de toewijzing toelaat.",
    "Only allocations with a volume that can be measured. More than 100% is possible, where more was "
      + "declared than the allocation allows.")
  static let volumeFigure = AnnexPhrase(
    "Deel van het toegewezen volume dat is gedeclareerd",
    "Share of the volume allocated that was declared")
}
