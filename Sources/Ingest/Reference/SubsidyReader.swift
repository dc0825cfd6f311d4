/// Reads `subsidies.csv`.
struct SubsidyReader {
  private let recipient = FileKind.subsidies.index(of: "ontvanger_naam")
  private let year = FileKind.subsidies.index(of: "jaar")
  private let granted = FileKind.subsidies.index(of: "verleend_bedrag")
  private let settled = FileKind.subsidies.index(of: "vastgesteld_bedrag")

  /// The file has no key: every row is a subsidy.
  func read(_ file: ReferenceFile) throws -> [Subsidy] {
    var subsidies: [Subsidy] = []
    try file.forEachRow { row in
      let recipient = row.requiredText(recipient)
      let year = row.requiredYear(year)
      let granted = row.requiredCents(granted)
      let settled = row.cents(settled)
      guard let recipient, let year, let granted, row.isSound else { return }
      // A subsidy that was settled at 0 was paid back, so 0 counts too.
      subsidies.append(Subsidy(recipient: recipient.string, year: year, cents: settled ?? granted))
    }
    return subsidies
  }
}
