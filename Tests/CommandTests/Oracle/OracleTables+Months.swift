extension OracleReport {
  /// From the first to the last basis month of accepted lines, empty months included.
  private var allMonths: [Month] {
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
    var spells: [ClosedRange<Month>] = []
    for months in activeMonths.values {
      var first = months[0]
      var last = months[0]
      for month in months.dropFirst() {
        let inactive = month.number - last.number - 1
        if inactive > settings.gapMonths {
          spells.append(first...last)
          first = month
        }
        last = month
      }
      spells.append(first...last)
    }
    return spells
  }
}
