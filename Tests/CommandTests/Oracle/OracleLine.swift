extension OracleReport {
  /// A declared performance whose fields can be read.
  struct Line {
    let row: Row
    let declared: Day
    let start: Day
    let end: Day
    let agb: Text
    let client: Text
    let allocation: Text
    let product: Text
    /// The code; empty where none is given.
    let category: Text
    /// The code.
    let unit: Text
    let isCredit: Bool
    /// In hundredths; negative on a credit.
    let volume: Int
    /// In cents; negative on a credit.
    let amount: Int
    /// In ten-thousandths of a euro.
    let rate: Int?

    /// Nil for a row that the rules reject.
    init?(_ row: Row, hasDebitCredit: Bool) {
      guard let declared = Day(row["declaratie_dagtekening"]),
        let start = Day(row["product_periode_begindatum"]),
        let end = Day(row["product_periode_einddatum"]),
        case .code(let unit) = Codes.read(row["eenheid"], in: Codes.units),
        let volume = Number(row["geleverd_volume"], decimals: 2, isMoney: false)?.value,
        let amount = Number(row["ingediend_bedrag"], decimals: 2)?.value
      else { return nil }
      self.row = row
      self.declared = declared
      self.start = start
      self.end = end
      self.unit = unit
      if case .code(let code) = Codes.read(row["product_categorie"], in: Codes.categories) {
        category = code
      } else {
        category = ""
      }
      agb = row["aanbieder_agb"]
      client = row["client_id"]
      allocation = row["toewijzing_nummer"]
      product = row["product_code"]
      isCredit =
        hasDebitCredit
        ? Signs.isCredit(row["debet_credit"], asksForCredit: row.asksForCredit) == true
        : amount < 0 || (amount == 0 && volume < 0)
      self.volume = isCredit ? -abs(volume) : abs(volume)
      self.amount = isCredit ? -abs(amount) : abs(amount)
      rate = Number(row["product_tarief"], decimals: 4)?.value
    }

    /// The canonical order; file and line part lines that are equal in all columns.
    func comesBefore(_ other: Line) -> Bool {
      if declared != other.declared { return declared < other.declared }
      if start != other.start { return start < other.start }
      if end != other.end { return end < other.end }
      if isCredit != other.isCredit { return !isCredit }
      let dates = [
        "declaratie_dagtekening", "product_periode_begindatum", "product_periode_einddatum",
      ]
      let others = Schema.declarations.columns.filter { !dates.contains($0) }
      for column in others where row[column] != other.row[column] {
        return row[column] < other.row[column]
      }
      return (Text(row.file.utf8), row.line) < (Text(other.row.file.utf8), other.row.line)
    }
  }

  /// The first and the last day of a period, either of which may be unknown.
  struct Window {
    let from: Day?
    let to: Day?

    /// Without both days nothing is inside.
    func contains(_ day: Day) -> Bool {
      guard let from, let to else { return false }
      return from <= day && day <= to
    }
  }

  func basisDay(_ line: Line) -> Day {
    settings.basis == .prestatie ? line.start : line.declared
  }

  func lines(in window: Window) -> [Line] {
    lines.filter { window.contains(basisDay($0)) }
  }
}
