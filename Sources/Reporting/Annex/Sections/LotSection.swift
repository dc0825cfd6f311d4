import Analytics

extension AnnexTableID {
  static let lots = AnnexTableID("percelen")
  static let lotRoles = AnnexTableID("percelen-rollen")
  static let lotUse = AnnexTableID("percelen-gebruik")
}

extension AnnexBuilder {
  /// The lots with those contracted for them, and what they deliver.
  mutating func lotTheme() -> [AnnexPage.Block] {
    guard let table = report.table(.lots) else { return [] }
    guard let whole = table.rows(at: .total).first else {
      return [theme(.lots, [text(.noContracts)])]
    }
    let lots = table.rows(at: .lot).filter { !table.holds($0, .unknown, in: .lot) }
    let hasUse = lots.contains { table.number($0, .clients) != nil }
    let sentences = [
      lotSentence(table, lots, whole), largestLot(table, lots), uncontracted(table, whole),
      hasUse || lots.isEmpty ? nil : text(.noLotsOfProducts),
    ]
    let hasCeiling = table.number(whole, .ceiling) != nil
    let contracts = lotTable(
      .lots, .lotTable, [.contractForm, .funding, .providers] + (hasCeiling ? [.ceiling] : []),
      of: table, lots + [whole], note: .lotNote)
    return [theme(.lots, sentences)] + lotFigure(table, lots) + [contracts]
      + lotRoles(table, lots + [whole]) + (hasUse ? [lotUse(table)] : [])
  }

  /// Nothing where all are main contractors.
  private mutating func lotRoles(_ table: Table, _ rows: [[Cell]]) -> [AnnexPage.Block] {
    let others: [ColumnName] = [.subcontractors, .members]
    guard rows.contains(where: { row in others.contains { table.number(row, $0) ?? 0 > 0 } })
    else { return [] }
    return [
      lotTable(
        .lotRoles, .lotRoleTable, [.providers, .mainContractors, .subcontractors, .members],
        of: table, rows, note: .lotRoleNote)
    ]
  }

  private mutating func lotUse(_ table: Table) -> AnnexPage.Block {
    lotTable(
      .lotUse, .lotUseTable,
      [.activeParties, .clients, .amount, .shareOfLargest, .amountWithoutContract], of: table,
      table.rows, note: .lotUseNote, isOfContracts: false)
  }

  private mutating func lotTable(
    _ id: AnnexTableID, _ caption: AnnexPhrase, _ columns: [ColumnName], of table: Table,
    _ rows: [[Cell]], note: AnnexPhrase, isOfContracts: Bool = true
  ) -> AnnexPage.Block {
    let (total, unknown) = (text(.total), text(.withoutLot))
    return block(
      AnnexTable(
        id: id, caption: text(caption), source: table, columns: [.lot] + columns, rows: rows,
        headings: [.providers: text(.contracted)],
        totalHeading: { table.holds($0, .total) ? total : nil },
        rowHeading: { table.holds($0, .unknown, in: .lot) ? unknown : nil },
        shown: .largest(25, by: .providers), note: text(note), isOfContracts: isOfContracts))
  }

  private func lotSentence(_ table: Table, _ lots: [[Cell]], _ whole: [Cell]) -> String {
    let contracted = lots.count { (table.number($0, .contracts) ?? 0) > 0 }
    guard contracted > 0 else { return text(.noContractInForce) }
    return text(
      .lotSentence,
      [
        "providers": counted(table.number(whole, .providers) ?? 0, .providers),
        "lots": counted(Int64(contracted), .lots),
      ])
  }

  /// The lot with more providers than any other.
  private func largestLot(_ table: Table, _ lots: [[Cell]]) -> String? {
    let sorted = table.sorted(lots, by: .providers)
    guard lots.count > 1, let most = sorted.first, let count = table.number(most, .providers),
      count > table.number(sorted[1], .providers) ?? 0
    else { return nil }
    let lot = table.text(most, .lot)
    guard let active = table.number(most, .activeParties) else {
      return text(.largestLot, ["lot": lot, "providers": counted(count, .providers)])
    }
    return text(
      .largestLotActive,
      [
        "lot": lot, "providers": counted(count, .providers), "active": notation.count(active),
      ])
  }

  /// What went to concerns without a contract, where it is more than nothing.
  private func uncontracted(_ table: Table, _ whole: [Cell]) -> String? {
    guard let amount = table.number(whole, .amountWithoutContract), amount > 0,
      let all = table.number(whole, .amount), all > 0
    else { return nil }
    return text(
      .uncontracted, ["amount": notation.euros(amount), "share": share(amount, of: all)])
  }

  private mutating func lotFigure(_ table: Table, _ lots: [[Cell]]) -> [AnnexPage.Block] {
    let bars = table.sorted(lots, by: .providers).prefix(15).map { row in
      ChartValue(
        label: table.text(row, .lot), value: table.number(row, .providers) ?? 0,
        figure: figure(row, .providers, of: table))
    }
    guard bars.contains(where: { $0.value > 0 }) else { return [] }
    let chart = BarChart(
      title: text(.lotFigure), description: text(.barDescription, ["parts": listed(bars)]),
      bars: bars)
    return [figure("percelen", chart, table: .lots)]
  }
}

extension CountedNoun {
  fileprivate static let lots = CountedNoun(
    one: AnnexPhrase("perceel", "lot"), several: AnnexPhrase("percelen", "lots"))
}

extension AnnexPhrase {
  static let lots = AnnexPhrase("Percelen en contracten", "Lots and contracts")
  static let noContracts = AnnexPhrase(
    "Wie waarvoor is gecontracteerd, is niet bekend: er is geen bestand met contracten aangeleverd.",
    "Who is contracted for what is not known: no file of contracts was delivered.")
  static let noContractInForce = AnnexPhrase(
    "In de periode gold geen contract.", "No contract was in force in the period.")
  static let lotSentence = AnnexPhrase(
    "In de periode golden contracten met {providers}, voor {lots}.",
    "In the period, contracts were in force with {providers}, for {lots}.")
  static let largestLot = AnnexPhrase(
    "Het perceel met de meeste aanbieders is {lot}: {providers}.",
    "The lot with most providers is {lot}: {providers}.")
  static let largestLotActive = AnnexPhrase(
    "Het perceel met de meeste aanbieders is {lot}: {providers}, van wie {active} met gebruik.",
    "The lot with most providers is {lot}: {providers}, of whom {active} with use.")
  static let uncontracted = AnnexPhrase(
    "Naar aanbieders zonder enig contract ging {amount}, {share} van het gefactureerde bedrag.",
    "{amount}, {share} of the amount invoiced, went to providers without any contract.")
  static let noLotsOfProducts = AnnexPhrase(
    "Onder welk perceel een product valt, is niet opgegeven. Daarom is er geen gebruik per perceel.",
    "Under which lot a product falls is not given. So there is no use per lot.")
  static let withoutLot = AnnexPhrase("Producten zonder perceel", "Products without a lot")
  static let contracted = AnnexPhrase("Gecontracteerd", "Contracted")
  static let lotTable = AnnexPhrase(
    "Contracten per perceel in de periode", "Contracts per lot in the period")
  static let lotNote = AnnexPhrase(
    "Aanbieders met een contract dat in de periode gold, ook als zij niets factureerden. Wie in meer "
      + "percelen staat, telt in het totaal één keer.",
    "Providers with a contract in force in the period, also where they invoiced nothing. Those in "
      + "several lots count once in the total.")
  static let lotRoleTable = AnnexPhrase(
    "Gecontracteerde aanbieders per perceel, naar rol", "Providers contracted per lot, by role")
  static let lotRoleNote = AnnexPhrase(
    "Leden horen bij een combinatie. Wie meer rollen heeft, telt bij elk ervan mee.",
    "Members belong to a consortium. Those with several roles count in each of them.")
  static let lotUseTable = AnnexPhrase(
    "Gebruik en bedrag per perceel in de periode", "Use and amount per lot in the period")
  static let lotUseNote = AnnexPhrase(
    "Met gebruik zijn gecontracteerde aanbieders voor wie in het perceel is gefactureerd. Bedrag "
      + "zonder contract is van aanbieders zonder contract voor dat perceel; in het totaal van wie "
      + "voor geen enkel perceel een contract heeft.",
    "With use are contracted providers for whom an amount was invoiced in the lot. The amount without "
      + "a contract is that of providers without a contract for that lot; in the total of those "
      + "without a contract for any.")
  static let lotFigure = AnnexPhrase(
    "Gecontracteerde aanbieders per perceel", "Providers contracted per lot")
}
