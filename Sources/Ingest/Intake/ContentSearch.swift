/// Settles columns that headers leave open by what they hold, and by where their values occur in the
/// other files.
///
/// What is settled first serves the files that follow.
struct ContentSearch {
  private(set) var files: [FileKind: ChosenFile]

  init(_ files: [FileKind: ChosenFile]) {
    self.files = files
    settleProviders()
    settleProducts()
    settleClients()
    settleDistricts()
    settleAllocations()
    settleDeclarations()
    settleRates()
  }

  func match(_ kind: FileKind) -> TableMatch? { files[kind]?.match }

  mutating func settle(
    _ kind: FileKind, _ column: String, _ found: ColumnProfile?, _ reason: String
  ) {
    guard let found, files[kind]?.match.isOpen(column) == true else { return }
    files[kind]?.match.settle(column, found, reason)
  }

  func candidates(
    _ kind: FileKind, _ column: String, shape: ColumnShape? = nil
  ) -> [ColumnProfile] {
    match(kind)?.candidates(column, shape: shape) ?? []
  }

  /// The only candidate of which a condition holds.
  mutating func settleOnly(
    _ kind: FileKind, _ column: String, shape: ColumnShape? = nil, _ reason: String,
    where holds: (ColumnProfile) -> Bool = { _ in true }
  ) {
    let found = candidates(kind, column, shape: shape).filter(holds)
    if found.count == 1 { settle(kind, column, found[0], reason) }
  }

  /// The candidate whose values are those of a column of another file, and that has most of them.
  mutating func settleByJoin(
    _ kind: FileKind, _ column: String, with keys: (kind: FileKind, column: String)...
  ) {
    for key in keys {
      guard let wanted = match(key.kind)?.profile(key.column) else { continue }
      let found = candidates(kind, column).map { candidate in
        (
          column: candidate, contained: candidate.isContained(in: wanted),
          covered: wanted.isContained(in: candidate)
        )
      }.filter { $0.contained >= 0.8 }.sorted { $0.covered > $1.covered }
      guard let best = found.first else { continue }
      if let second = found.dropFirst().first, second.covered * 2 > best.covered { continue }
      let share = Int(best.contained * 100)
      return settle(
        kind, column, best.column,
        "\(share) % of its values occur in \(key.column) of \(key.kind.name)")
    }
  }

  /// A key of a register: the only one, or the one whose values the other files have.
  private mutating func settleKey(_ kind: FileKind, _ column: String, shape: ColumnShape) {
    let keys = candidates(kind, column, shape: shape).filter { candidate in
      // Of districts each year has a row; AGB codes and products may have stood twice.
      candidate.distinct.count * 10 >= candidate.filledCount * 9
    }
    if keys.count == 1 {
      return settle(kind, column, keys[0], "each value stands in one row")
    }
    let used = keys.filter { key in
      [FileKind.declarations, .allocations].contains { other in
        guard other != kind, let table = match(other)?.table else { return false }
        return table.columns.contains { $0.isContained(in: key) >= 0.8 }
      }
    }
    if used.count == 1 {
      settle(kind, column, used[0], "each value stands in one row, and other files have them")
    }
  }

  /// The text that tells most rows apart, where all rows have it.
  private mutating func settleName(_ kind: FileKind, _ column: String) {
    let texts = candidates(kind, column, shape: .text).filter {
      $0.filledRows.count == $0.values.count && !isPlainCode($0)
    }.sorted { $0.distinct.count > $1.distinct.count }
    guard let best = texts.first else { return }
    if let second = texts.dropFirst().first, second.distinct.count == best.distinct.count { return }
    settle(kind, column, best, "texts, most of them different")
  }

  private func isPlainCode(_ column: ColumnProfile) -> Bool {
    (column.share { $0.count <= 6 && ColumnShape.isIdentifier($0) } ?? 0) >= 0.9
  }

  private mutating func settleProviders() {
    settleKey(.providers, "aanbieder_agb", shape: .agb)
    settleName(.providers, "naam")
  }

  private mutating func settleProducts() {
    settleOnly(.products, "voorzieningsoort", "kinds of provision of the contract")
    settleKey(.products, "product_code", shape: .identifier)
    settleOnly(.products, "product_categorie", "codes of the list of categories")
    settleOnly(.products, "product_categorie", "codes of the list of categories, not of units") {
      (ColumnShape.unit.share(in: $0) ?? 0) < 1
    }
    settleName(.products, "omschrijving")
  }

  private mutating func settleClients() {
    settleKey(.clients, "client_id", shape: .identifier)
    guard let match = match(.clients), match.isOpen("geboortejaar"), match.isOpen("geboortedatum")
    else { return }
    settleOnly(.clients, "geboortejaar", "years of birth") { ContentKinds.isYearOfBirth($0) }
    settleOnly(.clients, "geboortedatum", "dates of birth") { ContentKinds.isYearOfBirth($0) }
    guard match.isOpen("wijk_code"), match.isOpen("buurt_code") else { return }
    func isNoKey(_ column: ColumnProfile) -> Bool { !column.isKey }
    settleOnly(
      .clients, "buurt_code", "codes of eight digits", where: isNoKey)
    if self.match(.clients)?.isOpen("buurt_code") == true {
      settleOnly(.clients, "wijk_code", "codes of six digits", where: isNoKey)
    }
  }

  private mutating func settleDistricts() {
    settleOnly(.districts, "wijk_code", "codes of six digits") {
      (ColumnShape.year.share(in: $0) ?? 0) < 0.9 && !ContentKinds.isAmount($0)
        && $0.values.contains { [6, 8].contains($0.count) }
    }
    settleOnly(.districts, "peiljaar", "years") { $0.distinct.count <= 30 }
    settleName(.districts, "wijk_naam")
    // Where there are classes of age, the inhabitants are the greatest number of every row.
    let counts = candidates(.districts, "inwoners").filter {
      (ColumnShape.year.share(in: $0) ?? 0) < 0.9
    }
    let greatest = counts.filter { column in
      counts.allSatisfy { other in
        zip(column.numbers, other.numbers).allSatisfy { ($0 ?? 0) >= ($1 ?? 0) }
      }
    }
    if greatest.count == 1 {
      settle(.districts, "inwoners", greatest[0], "the greatest number of every row")
    }
  }

  private mutating func settleRates() {
    settleByJoin(.rates, "product_code", with: (.products, "product_code"))
    settleByJoin(.rates, "aanbieder_agb", with: (.providers, "aanbieder_agb"))
    settleOnly(.rates, "tarief", "amounts") { ContentKinds.isAmount($0) }
    let dates = candidates(.rates, "geldig_vanaf")
    if let (first, last) = dates.ordered {
      settle(.rates, "geldig_vanaf", first, "the earlier of two dates")
      settle(.rates, "geldig_tot", last, "the later of two dates")
    } else if dates.count == 1 {
      settle(.rates, "geldig_vanaf", dates[0], "the only date")
    }
  }
}

extension [ColumnProfile] {
  /// Of two columns of dates the one that is never later, and the other; nil where neither is.
  var ordered: (first: ColumnProfile, last: ColumnProfile)? {
    guard count == 2 else { return nil }
    if self[0].isNeverLater(than: self[1]) { return (self[0], self[1]) }
    return self[1].isNeverLater(than: self[0]) ? (self[1], self[0]) : nil
  }
}

extension ColumnProfile {
  /// Whether in rows with both dates this one is never the later, and sometimes the earlier.
  func isNeverLater(than other: ColumnProfile) -> Bool {
    let pairs = zip(days, other.days).compactMap { a, b in a.flatMap { a in b.map { (a, $0) } } }
    return pairs.contains { $0.0 < $0.1 } && pairs.allSatisfy { $0.0 <= $0.1 }
  }
}
