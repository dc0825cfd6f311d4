extension OracleReport {
  /// `toewijzingen-verloop`
  var grantCourse: String {
    var rows = [
      [
        "niveau", "voorzieningsoort", "product_groep", "maand", "gestart", "beeindigd", "lopend",
        "clienten", "verwijderd",
      ]
    ]
    guard let (from, to) = windowEnds else { return Format.csv(rows) }
    let used = allMonths.map(\.number) + [from.calendarMonth.number, to.calendarMonth.number]
    let months = ((used.min() ?? 0)...(used.max() ?? 0)).map(Month.init)
    let grants = grants
    func add(_ level: String, kind: Text, group: Text, _ own: [Grant], isAlways: Bool) {
      let live = own.filter(\.isLive)
      let deleted = own.filter(\.allocation.isDeleted)
      let figures = months.map { month in
        let days = month.days
        let running = live.filter { $0.isInForce(from: days.from, to: days.to) }
        return [
          live.filter { $0.start.calendarMonth == month }.count,
          live.filter { $0.end?.calendarMonth == month }.count,
          running.count,
          running.clients.count,
          deleted.filter { $0.start.calendarMonth == month }.count,
        ]
      }
      if !isAlways, !figures.contains(where: { $0.contains { $0 > 0 } }) { return }
      for (month, counts) in zip(months, figures) {
        rows.append(
          [level, kind.description, group.description, month.iso] + counts.map(String.init))
      }
    }

    for group in Set(grants.map(\.group)).sorted() {
      let own = grants.filter { $0.group == group }
      add("product_groep", kind: "", group: group, own, isAlways: false)
    }
    for kind in Product.kinds + ["onbekend"] {
      let own = grants.filter { $0.kind == kind }
      add("voorzieningsoort", kind: kind, group: "", own, isAlways: kind != "onbekend")
    }
    add("totaal", kind: "", group: "", grants, isAlways: true)
    return Format.csv(rows)
  }

  /// `beeindigingen`
  var endings: String {
    var rows = [
      [
        "niveau", "product_groep", "reden_beeindiging", "reden", "toewijzingen", "clienten",
        "aandeel",
      ]
    ]
    let ended = grants.filter { grant in grant.isLive && grant.end.map(window.contains) ?? false }
    for (level, group, own) in sections(ended) {
      for reason in Set(own.map(\.allocation.endReason)).sorted() {
        let ofReason = own.filter { $0.allocation.endReason == reason }
        let label = Codes.endReasons.first { $0.code == reason }?.label.description
        rows.append([
          level, group.description, reason.description,
          reason.isEmpty ? "niet opgegeven" : label ?? "onbekende code", String(ofReason.count),
          String(ofReason.clients.count), Format.share(ofReason.count, of: own.count),
        ])
      }
    }
    return Format.csv(rows)
  }

  /// `aflopend`
  var expiring: String {
    var rows = [["niveau", "product_groep", "maand", "toewijzingen", "clienten"]]
    guard let (_, last) = windowEnds else { return Format.csv(rows) }
    let running = grants.filter { $0.isLive && $0.isInForce(from: last, to: last) }
    for (level, group, own) in sections(running) {
      let months = Set(own.compactMap { $0.end?.calendarMonth }).sorted()
      for month in months.map(Optional.init) + [nil] {
        let ofMonth = own.filter { $0.end?.calendarMonth == month }
        if ofMonth.isEmpty { continue }
        rows.append([
          level, group.description, month?.iso ?? "", String(ofMonth.count),
          String(ofMonth.clients.count),
        ])
      }
    }
    return Format.csv(rows)
  }

  /// `leveringsvorm`
  var deliveryForms: String {
    var rows = [
      [
        "niveau", "product_groep", "vorm", "clienten", "aandeel", "toewijzingen", "toegekend",
        "besteed",
      ]
    ]
    guard let (from, to) = windowEnds, input.hasDeliveryForms || input.budgets != nil else {
      return Format.csv(rows)
    }
    let grants = windowGrants
    let budgets = (input.budgets ?? []).filter {
      from <= to && from.year <= $0.year && $0.year <= to.year
    }
    func add(_ level: String, _ group: Text, _ grants: [Grant], _ budgets: [PersonalBudget]) {
      let inKind = grants.filter(\.isInKind).clients
      let personal = grants.filter { !$0.isInKind }.clients.union(budgets.map(\.client))
      let forms = [
        ("uitsluitend zin", inKind.subtracting(personal)),
        ("uitsluitend pgb", personal.subtracting(inKind)),
        ("beide", inKind.intersection(personal)),
      ]
      for (form, clients) in forms {
        let own = budgets.filter { clients.contains($0.client) }
        let amounts = [own.map(\.granted), own.map { $0.spent ?? 0 }].map { $0.reduce(0, +) }
        rows.append(
          [
            level, group.description, form, String(clients.count),
            Format.share(clients.count, of: inKind.union(personal).count),
            String(grants.filter { clients.contains($0.client) }.count),
          ] + amounts.map { input.budgets == nil ? "" : Format.money($0) }
        )
      }
    }

    for group in Set(grants.map(\.group) + budgets.map(\.group)).sorted() {
      let (own, ownBudgets) = (
        grants.filter { $0.group == group }, budgets.filter { $0.group == group }
      )
      add("product_groep", group, own, ownBudgets)
    }
    add("totaal", "", grants, budgets)
    return Format.csv(rows)
  }
}
