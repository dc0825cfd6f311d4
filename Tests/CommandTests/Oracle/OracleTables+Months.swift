extension OracleReport {
  /// From the first to the last basis month of accepted lines, empty months included.
  var allMonths: [Month] {
    let used = lines.map { basisDay($0).calendarMonth }
    guard let first = used.min(), let last = used.max() else { return [] }
    return (first.number...last.number).map(Month.init)
  }

  /// `maandverloop`
  var months: String {
    var rows = [
      ["maand", "indicaties", "clienten", "aanwezig", "instroom", "uitstroom", "bedrag"]
    ]
    let usesByMonth = usesByMonth(of: lines)
    let spells = spells(usesByMonth)
    for month in allMonths {
      let uses = usesByMonth[month] ?? []
      let present = spells.filter { $0.contains(month) }.count
      let started = spells.filter { $0.lowerBound == month }.count
      let ended = spells.filter { $0.upperBound.number == month.number - 1 }.count
      rows.append([
        month.iso, String(uses.indicationCount), String(uses.clientCount), String(present),
        String(started), String(ended), Format.money(uses.net),
      ])
    }
    return Format.csv(rows)
  }

  /// Every client's active months, joined over gaps of at most `gapMonths` inactive months.
  ///
  /// Spells of one client never touch the same month, so their number is a number of clients.
  private func spells(_ usesByMonth: [Month: [Use]]) -> [ClosedRange<Month>] {
    var activeMonths: [Text: [Month]] = [:]
    for month in allMonths {
      for client in (usesByMonth[month] ?? []).clients {
        activeMonths[client, default: []].append(month)
      }
    }
    return activeMonths.values.flatMap { spells(of: Set($0)) }
  }

  /// Active months joined over gaps of at most `gapMonths` inactive months.
  func spells(of months: Set<Month>) -> [ClosedRange<Month>] {
    let months = months.sorted()
    guard var first = months.first, var last = months.first else { return [] }
    var spells: [ClosedRange<Month>] = []
    for month in months.dropFirst() {
      let inactive = month.number - last.number - 1
      if inactive > settings.gapMonths {
        spells.append(first...last)
        first = month
      }
      last = month
    }
    return spells + [first...last]
  }
}
