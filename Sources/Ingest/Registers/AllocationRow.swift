/// One row of `toewijzingen.csv`, decoded; whether it counts is settled among the rows of its
/// number. Its texts are valid until the chunk was taken.
struct AllocationRow {
  let number: InternTable.Key
  let client: InternTable.Key
  /// Nil where it names no decision (beschikking).
  let decision: InternTable.Key?
  let rank: AllocationRank
  /// ``RegisterRow/fingerprint``
  let fingerprint: UInt64
  /// Without client and indication, which are not numbered yet.
  let allocation: Allocation
  let delivery: AllocationDelivery
  /// Its values that have not their form and are missing for that.
  let malformed: LenientColumns
  /// Whether its part has the column `leveringsvorm`.
  let mayHaveForm: Bool
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

/// Decodes the rows of `toewijzingen.csv`; several workers use it at once.
///
/// A class, so that a row does not copy its tables' references.
final class AllocationDecoder: Sendable {
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
  private let form = FileKind.allocations.index(of: "leveringsvorm")
  private let stop = FileKind.allocations.index(of: "stop_datum_levering")
  private let endReason = FileKind.allocations.index(of: "reden_beeindiging")

  let products: InternTable
  let providers: InternTable

  init(products: InternTable, providers: InternTable) {
    self.products = products
    self.providers = providers
  }

  /// `13`
  private static func isDeletion(_ reason: Bytes) -> Bool {
    reason.count == 2 && reason[0] == 0x31 && reason[1] == 0x33
  }

  /// Nil where the row has a problem.
  func decode(_ row: RegisterRow) -> AllocationRow? {
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
    let isDeletion = row.text(changeReason).map(Self.isDeletion) ?? false
    let decision = row.text(decision)
    guard let number, let client, let provider, let start, row.isSound else { return nil }
    let allocation = Allocation(
      client: -1, indication: -1, isDeleted: isDeletion, provider: Int32(provider),
      product: Int32(product), category: category, start: start, end: end, volume: volume,
      unit: unit, frequency: frequency, budget: budget)
    let (delivery, malformed) = delivery(row)
    return AllocationRow(
      number: InternTable.Key(number), client: InternTable.Key(client),
      decision: decision.map(InternTable.Key.init),
      rank: AllocationRank(date: date, isDeletion: isDeletion), fingerprint: row.fingerprint,
      allocation: allocation, delivery: delivery, malformed: malformed,
      mayHaveForm: row.columns.positions[form] >= 0)
  }

  @inline(__always)
  private func delivery(_ row: RegisterRow) -> (AllocationDelivery, LenientColumns) {
    let (form, stop, reason) = (row.value(form), row.value(stop), row.value(endReason))
    if form.isEmpty, stop.isEmpty, reason.isEmpty { return (AllocationDelivery(), []) }
    var malformed: LenientColumns = []
    let readForm = Self.form(form)
    if readForm == .none, !form.isEmpty { malformed.insert(.deliveryForm) }
    let readStop = stop.isEmpty ? nil : row.columns.dates.day(stop).map(Day.init)
    if readStop == nil, !stop.isEmpty { malformed.insert(.stop) }
    let readReason = reason.isEmpty ? nil : row.restored(reason, width: 2).twoDigits
    if readReason == nil, !reason.isEmpty { malformed.insert(.endReason) }
    let delivery = AllocationDelivery(
      stop: readStop.flatMap(RegisterRow.closed), endReason: readReason, form: readForm)
    return (delivery, malformed)
  }

  private static let (inKind, personalBudget) = (Array("zin".utf8), Array("pgb".utf8))

  private static func form(_ value: Bytes) -> AllocationDelivery.Form {
    if value.equalsIgnoringCase(inKind) { return .inKind }
    return value.equalsIgnoringCase(personalBudget) ? .personalBudget : .none
  }
}

extension Bytes {
  /// A code of two digits, 0–99; nil for anything else.
  fileprivate var twoDigits: UInt8? {
    guard count == 2, buffer.allSatisfy({ $0 &- 0x30 <= 9 }) else { return nil }
    return (self[0] &- 0x30) * 10 + (self[1] &- 0x30)
  }
}
