/// One row of `toewijzingen.csv`, decoded; whether it counts is settled among the rows of its
/// number.
struct AllocationRow {
  /// Valid until the next row.
  let number: Bytes
  let rank: AllocationRank
  /// Its indication is the index of its decision (beschikking), or -1 where it names none.
  let allocation: Allocation
}

/// What decides first among several rows of one number: the latest date, then a deletion.
struct AllocationRank: Comparable {
  /// Days since 1970-01-01; without a date earlier than any.
  let date: Int32
  /// `reden_wijziging` 13
  let isDeletion: Bool

  static func < (a: AllocationRank, b: AllocationRank) -> Bool {
    a.date == b.date ? !a.isDeletion && b.isDeletion : a.date < b.date
  }
}

/// Decodes the rows of `toewijzingen.csv`.
///
/// A class, so that a row does not copy its tables' references.
final class AllocationDecoder {
  private let number = FileKind.allocations.index(of: "toewijzing_nummer")
  private let client = FileKind.allocations.index(of: "client_id")
  private let provider = FileKind.allocations.index(of: "aanbieder_agb")
  private let decision = FileKind.allocations.index(of: "beschikking_nummer")
  private let category = FileKind.allocations.index(of: "product_categorie")
  private let product = FileKind.allocations.index(of: "product_code")
  private let date = FileKind.allocations.index(of: "toewijzingsdatum")
  private let start = FileKind.allocations.index(of: "ingangsdatum")
  private let end = FileKind.allocations.index(of: "einddatum")
  private let volume = FileKind.allocations.index(of: "volume")
  private let unit = FileKind.allocations.index(of: "eenheid")
  private let frequency = FileKind.allocations.index(of: "frequentie")
  private let budget = FileKind.allocations.index(of: "budget")
  private let changeReason = FileKind.allocations.index(of: "reden_wijziging")

  let products: InternTable
  let providers: InternTable

  init(products: InternTable, providers: InternTable) {
    self.products = products
    self.providers = providers
  }

  /// Fetches what looking up the identifiers of some rows needs: millions of them do not fit into
  /// the caches. What it returns keeps the compiler from leaving the loads out.
  @inline(__always)
  func touch(
    _ rows: ReferenceRowGroup,
    numbers: InternTable,
    clients: InternTable,
    decisions: InternTable
  ) -> UInt32 {
    var touched: UInt32 = 0
    for index in rows.indices {
      touched &+= numbers.touchSlot(rows[index].value(number))
      touched &+= clients.touchSlot(rows[index].value(client))
      touched &+= decisions.touchSlot(rows[index].value(decision))
    }
    // Numbers are new as a rule, and decisions new or recent: only clients come from all over.
    for index in rows.indices { touched &+= clients.touchText(rows[index].value(client)) }
    return touched
  }

  /// Nil where the row has a problem.
  func decode(
    _ row: ReferenceRow,
    clients: inout InternTable,
    decisions: inout InternTable
  ) -> AllocationRow? {
    let number = row.requiredText(number)
    let client = row.requiredText(client)
    // The code may stand in room that the next one needs, so it is looked up at once.
    let provider = row.requiredAGB(provider).map { providers.find($0) ?? -1 }
    let category = row.category(category) ?? 0
    let product = row.text(product).map { products.find($0) ?? -2 } ?? -1
    let date = row.day(date)?.number ?? .min
    let start = row.requiredDay(start)
    let end = row.openDay(end)
    let volume = row.volume(volume)
    let unit = row.unit(unit)
    let frequency = row.frequency(frequency)
    let budget = row.cents(budget)
    let reason = row.value(changeReason)
    let isDeletion = reason.count == 2 && reason[0] == 0x31 && reason[1] == 0x33
    guard let number, let client, let provider, let start, row.isSound else { return nil }
    let allocation = Allocation(
      client: Int32(clients.intern(client)),
      indication: row.text(decision).map { Int32(decisions.intern($0)) } ?? -1,
      isDeleted: isDeletion,
      provider: Int32(provider),
      product: Int32(product),
      category: category,
      start: start,
      end: end,
      volume: volume,
      unit: unit,
      frequency: frequency,
      budget: budget
    )
    return AllocationRow(
      number: number,
      rank: AllocationRank(date: date, isDeletion: isDeletion),
      allocation: allocation
    )
  }
}
