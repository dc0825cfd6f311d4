import Analytics

extension AnnexTableID {
  static let deliveryForms = AnnexTableID("leveringsvorm")
}

extension AnnexBuilder {
  /// Who has support in kind, a personal budget or both, and what was granted and spent by budget.
  mutating func deliveryFormTheme() -> [AnnexPage.Block] {
    guard let table = report.table(.deliveryForms) else { return [] }
    let all = table.runs(of: [.level, .productGroup]).map { FormsOfDelivery($0, of: table) }
    guard let whole = all.last else {
      return [theme(.deliveryForms, [text(.noDeliveryForms)])]
    }
    guard whole.clients > 0 else { return [theme(.deliveryForms, [text(.noFormClients)])] }
    guard whole.clients > whole.counts[0] else {
      return [
        theme(
          .deliveryForms,
          [
            text(
              whole.granted == nil ? .noAllocationByBudget : .nobodyByBudget,
              ["clients": counted(whole.clients, .clients)])
          ])
      ]
    }
    let groups = all.dropLast()
    let shown = groups.largest(25, by: \.clients)
    let cut = note(
      on: .shownLargest, shown: shown.count, left: groups.count - shown.count, of: table)
    let hasBudgets = whole.granted != nil
    let forms = block(
      MadeTable(
        id: .deliveryForms, caption: text(.deliveryFormTable),
        headings: [
          language.column(.productGroup), language.column(.clients), text(.inKindOnly),
          text(.budgetOnly), text(.bothForms),
        ] + (hasBudgets ? [.budgetGranted, .budgetSpent].map(language.column) : []),
        rows: shown.map { row($0, isTotal: false) } + [row(whole, isTotal: true)],
        note: [text(.deliveryFormNote), cut].compactMap { $0 }.joined(separator: " ")),
      of: table)
    return [
      theme(
        .deliveryForms, [formSentence(whole), budgetSentence(whole), text(.noBudgetElsewhere)]),
      figure("leveringsvorm", formChart(groups, whole), table: .deliveryForms), forms,
    ]
  }

  private func row(_ forms: FormsOfDelivery, isTotal: Bool) -> MadeTable.Row {
    let shares = forms.counts.map { share($0, of: forms.clients) }
    let budgets = [forms.granted, forms.spent].compactMap { $0 }.map(notation.euros)
    return .init(
      heading: name(of: forms, isTotal: isTotal), isTotal: isTotal,
      figures: [notation.count(forms.clients)] + shares + budgets)
  }

  private func name(of forms: FormsOfDelivery, isTotal: Bool) -> String {
    isTotal ? text(.allClients) : named(forms.name)
  }

  private func formSentence(_ whole: FormsOfDelivery) -> String {
    let shares = whole.counts.map { share($0, of: whole.clients) }
    return text(
      .formSentence,
      [
        "clients": counted(whole.clients, .clients), "inKind": shares[0], "budget": shares[1],
        "both": shares[2],
      ])
  }

  private func budgetSentence(_ whole: FormsOfDelivery) -> String {
    guard let granted = whole.granted, let spent = whole.spent else {
      return text(.noBudgetAmounts)
    }
    return text(
      .budgetSentence,
      ["years": years, "granted": notation.euros(granted), "spent": notation.euros(spent)])
  }

  /// The eight groups with the most clients, and all.
  private func formChart(
    _ groups: ArraySlice<FormsOfDelivery>, _ whole: FormsOfDelivery
  ) -> ShareChart {
    let legend = [text(.inKindOnly), text(.budgetOnly), text(.bothForms)]
    func row(_ forms: FormsOfDelivery, isTotal: Bool) -> ShareChart.Row {
      .init(
        label: name(of: forms, isTotal: isTotal),
        parts: zip(legend, forms.counts).map { label, count in
          var millionths: Int64 = 0
          if case .number(let number) = Cell.share(count, of: forms.clients) {
            millionths = number
          }
          return ChartValue(
            label: label, value: millionths, figure: share(count, of: forms.clients))
        })
    }
    let rows =
      groups.largest(8, by: \.clients).map { row($0, isTotal: false) } + [row(whole, isTotal: true)]
    let described = rows.map { "\($0.label): \(listed($0.parts))" }.joined(separator: ". ")
    return ShareChart(
      title: text(.deliveryFormFigure),
      description: text(.deliveryFormDescription, ["parts": described]), rows: rows, legend: legend)
  }
}

/// The clients of a group in kind only, by budget only and by both, and their budgets in cents.
private struct FormsOfDelivery {
  let name: String
  let counts: [Int64]
  /// Nil without `pgb.csv`.
  let granted: Int64?
  let spent: Int64?

  var clients: Int64 { counts.reduce(0, +) }

  /// - Parameter rows: The three of a group, in their order.
  init(_ rows: [[Cell]], of table: Table) {
    name = table.text(rows[0], .productGroup)
    counts = (0..<3).map { index in
      rows.indices.contains(index) ? table.number(rows[index], .clients) ?? 0 : 0
    }
    let hasBudgets = rows.contains { table.number($0, .budgetGranted) != nil }
    granted = hasBudgets ? table.sum(of: .budgetGranted, in: rows) : nil
    spent = hasBudgets ? table.sum(of: .budgetSpent, in: rows) : nil
  }
}

extension AnnexPhrase {
  static let deliveryForms = AnnexPhrase(
    "In natura of met een persoonsgebonden budget", "In kind or by a personal budget")
  static let noDeliveryForms = AnnexPhrase(
    "Wie zorg in natura en wie een persoonsgebonden budget (pgb) heeft, is niet bekend: de "
      + "toewijzingen zeggen het niet, en er is geen bestand met pgb’s aangeleverd.",
    "Who has support in kind and who a personal budget (pgb) is not known: the allocations do not "
      + "say, and no file of personal budgets was delivered.")
  static let noFormClients = AnnexPhrase(
    "In de periode had niemand zorg in natura of een persoonsgebonden budget (pgb).",
    "Nobody had support in kind or a personal budget (pgb) in the period.")
  static let formSentence = AnnexPhrase(
    "{clients} hadden een toewijzing of een persoonsgebonden budget (pgb): {inKind} had alleen zorg "
      + "in natura, {budget} alleen een pgb en {both} beide.",
    "{clients} had an allocation or a personal budget (pgb): {inKind} had support in kind only, "
      + "{budget} a personal budget only and {both} both.")
  static let nobodyByBudget = AnnexPhrase(
    "{clients} hadden een toewijzing, en niemand had een persoonsgebonden budget (pgb).",
    "{clients} had an allocation, and nobody had a personal budget (pgb).")
  static let noAllocationByBudget = AnnexPhrase(
    "{clients} hadden een toewijzing, en geen daarvan was een persoonsgebonden budget (pgb). Een "
      + "bestand met pgb’s is niet aangeleverd.",
    "{clients} had an allocation, none of which was a personal budget (pgb). No file of personal "
      + "budgets was delivered.")
  static let noBudgetAmounts = AnnexPhrase(
    "Wat er aan pgb is toegekend en besteed, is niet bekend: er is geen bestand met pgb’s aangeleverd.",
    "What was granted and spent by personal budget is not known: no file of personal budgets was "
      + "delivered.")
  static let budgetSentence = AnnexPhrase(
    "Aan pgb is over heel {years} {granted} toegekend en {spent} besteed.",
    "Over the whole of {years}, {granted} was granted by personal budget and {spent} spent.")
  static let noBudgetElsewhere = AnnexPhrase(
    "Een pgb loopt niet via declaraties van aanbieders. Het zit dus in geen enkel ander bedrag van "
      + "deze bijlage.",
    "A personal budget does not run through declarations of providers. So it is in no other amount of "
      + "this annex.")
  static let deliveryFormTable = AnnexPhrase(
    "Cliënten in natura en met een pgb, per soort voorziening",
    "Clients in kind and by personal budget, per kind of provision")
  static let inKindOnly = AnnexPhrase("Alleen natura", "In kind only")
  static let budgetOnly = AnnexPhrase("Alleen pgb", "Personal budget only")
  static let bothForms = AnnexPhrase("Beide", "Both")
  static let deliveryFormNote = AnnexPhrase(
    "Een toewijzing die niet zegt hoe zij wordt geleverd, geldt als natura. Cliënten zijn uniek "
      + "binnen hun rij.",
    "An allocation that does not say how it is delivered is taken as in kind. Clients are distinct "
      + "within their row.")
  static let deliveryFormFigure = AnnexPhrase(
    "Cliënten in natura en met een pgb, aandeel", "Clients in kind and by personal budget, share")
  static let deliveryFormDescription = AnnexPhrase(
    "Een balk per soort voorziening. {parts}.", "A bar per kind of provision. {parts}.")
}
