extension OracleReport {
  /// `opvolging-in-de-tijd`
  var sequencesInTime: String {
    var rows = [["van", "naar", "na_maanden", "clienten", "in_beeld", "gevolgd", "aandeel"]]
    guard let first = sequenceWindow.from?.calendarMonth.number,
      let last = sequenceWindow.to?.calendarMonth.number
    else { return Format.csv(rows) }
    let months = activeMonths(of: lines(in: sequenceWindow))
    let groups = Set(months.keys.map(\.group)).sorted()
    let clients = Set(months.keys.map(\.client))
    for from in groups {
      for to in groups where from != to {
        var stays: [Survival.Stay] = []
        for client in clients {
          let one = months[ClientGroup(client: client, group: from)] ?? []
          let other = (months[ClientGroup(client: client, group: to)] ?? []).map(\.number)
          guard let start = one.min()?.number else { continue }
          var next = other.min()
          if settings.cleanMonths == 0 {
            if let found = next, found <= start { next = nil }
          } else {
            let clean = start - settings.cleanMonths
            if clean < first || other.contains(where: { clean <= $0 && $0 <= start }) { continue }
            next = other.filter { $0 > start }.min()
          }
          stays.append(Survival.Stay(months: (next ?? last) - start, hasEnded: next != nil))
        }
        let survival = Survival(stays: stays)
        for time in [3, 6, 12] {
          rows.append([
            from.description, to.description, String(time), String(stays.count),
            String(survival.atRisk(time)),
            String(stays.filter { $0.hasEnded && $0.months <= time }.count),
            Format.decimal(survival.knownShare(time).map { 1 - $0 }, decimals: 6),
          ])
        }
      }
    }
    return Format.csv(rows)
  }

  /// `trajecten`
  var pathTable: String {
    var rows = [["niveau", "traject", "stappen", "clienten", "aandeel", "vanaf_begin"]]
    if lines.isEmpty { return Format.csv(rows) }
    let months = activeMonths(of: lines(in: sequenceWindow))
    let first = sequenceWindow.from?.calendarMonth
    let clients = Set(months.keys.map(\.client))
    var clientsByPath: [Text: [Text]] = [:]
    var stepsByPath: [Text: Int] = [:]
    for client in clients {
      let steps = steps(of: client, months)
      let path = Text.joined(steps.map { Text.joined($0, by: " + ") }, by: " > ")
      clientsByPath[path, default: []].append(client)
      stepsByPath[path] = min(stepsByPath[path] ?? steps.count, steps.count)
    }
    func figures(_ own: [Text]) -> [String] {
      let early = own.filter { client in
        months.contains { $0.key.client == client && $0.value.contains { $0 == first } }
      }
      return [
        String(own.count), Format.share(own.count, of: clients.count), String(early.count),
      ]
    }
    let paths = clientsByPath.sorted {
      $0.value.count != $1.value.count ? $0.value.count > $1.value.count : $0.key < $1.key
    }
    for (path, own) in paths.prefix(10) {
      rows.append(
        ["traject", path.description, String(stepsByPath[path] ?? 0)] + figures(own))
    }
    rows.append(["overig", "", ""] + figures(paths.dropFirst(10).flatMap(\.value)))
    rows.append(["totaal", "", ""] + figures(Array(clients)))
    return Format.csv(rows)
  }

  /// The first five sets of product groups that a client used one after the other.
  private func steps(of client: Text, _ months: [ClientGroup: Set<Month>]) -> [[Text]] {
    // The groups in use in each month, gaps included.
    var groups: [Month: [Text]] = [:]
    for (key, active) in months where key.client == client {
      for era in spells(of: active) {
        for number in era.lowerBound.number...era.upperBound.number {
          groups[Month(number: number), default: []].append(key.group)
        }
      }
    }
    var pieces: [(groups: [Text], months: Int, last: Month)] = []
    for (month, used) in groups.mapValues({ $0.sorted() }).sorted(by: { $0.key < $1.key }) {
      if let piece = pieces.last, piece.groups == used, piece.last.number == month.number - 1 {
        pieces[pieces.count - 1].months += 1
        pieces[pieces.count - 1].last = month
      } else {
        pieces.append((used, 1, month))
      }
    }
    let lasting = pieces.filter { $0.groups.count == 1 || $0.months >= settings.overlapMonths }
    var steps: [[Text]] = []
    for piece in lasting.isEmpty ? pieces : lasting where steps.last != piece.groups {
      steps.append(piece.groups)
    }
    return Array(steps.prefix(5))
  }
}
