import Ingest

extension Planting {
  /// Plants one finding, on an allocation of its own.
  mutating func plantFinding(_ rule: PlantedRule, _ index: Int) {
    switch rule {
    case .beforeAllocation, .afterAllocation, .afterDeath, .unlistedClient: plantMisfit(rule)
    case .lineVolume, .totalVolume, .overBudget: plantExcess(rule)
    case .doubleDebit, .creditWithoutDebit, .creditedTwice: plantPair(rule, index)
    case .concernBelowZero: plantConcernBelowZero()
    default: plantDifference(rule)
    }
  }

  private mutating func month() -> Month { RandomStay.month(random.between(3...23)) }

  private func day(_ month: Month, _ number: Int) -> Day {
    Day(number: month.firstDay.number + Int32(number - 1))
  }

  /// An allocation from spring 2015 on that nothing in the data leaves.
  private mutating func wideAllocation(
    _ limit: Allocation.Limit = .volume(40, frequency: 4)
  ) -> Int {
    addAllocation(start: Month(year: 2015, month: 3).firstDay, limit: limit)
  }

  /// One field that differs from the allocation, the contract or the amount.
  private mutating func plantDifference(_ rule: PlantedRule) {
    let month = rule == .tooOld ? RandomStay.month(2) : month()
    let index = wideAllocation()
    var line = line(index, month.firstDay, month.lastDay, pieces: random.between(4...20))
    var edit: RecordEdit?
    switch rule {
    case .otherCategory:
      edit = .replace(column: "product_categorie", with: "09")
    case .otherUnit:
      edit = .replace(column: "eenheid", with: "82")
    case .otherProduct:
      let products = RandomCatalogue.daycare
      let position = products.firstIndex(of: line.product) ?? 0
      line.product = products[(position + 1) % products.count]
      line.rate = rate(line.product, line.provider, line.begin)
    case .otherProvider:
      line.provider = (line.provider + 1) % source.rates.providerCount
      line.rate = rate(line.product, line.provider, line.begin)
    case .otherRate:
      line.rate += 100
    case .otherAmount:
      line.surcharge = 500
    case .tooOld:
      line.declared = day(Month(year: 2021, month: 9), 15)
    case .beforeDelivery:
      line.declared = Day(number: line.begin.number - 3)
    default:
      break
    }
    hit(rule, line, edit)
  }

  /// A period outside the allocation, or a client who is not (or no longer) there.
  private mutating func plantMisfit(_ rule: PlantedRule) {
    let month = month()
    switch rule {
    case .beforeAllocation:
      let index = addAllocation(start: day(month, 10))
      hit(rule, line(index, day(month, 7), month.lastDay, pieces: 8))
    case .afterAllocation:
      let start = Month(number: month.number - 8).firstDay
      let index = addAllocation(start: start, end: day(month, 20))
      hit(rule, line(index, month.firstDay, day(month, 25), pieces: 8))
    default:
      let index = wideAllocation()
      let client = allocation(index).client
      let death = day(Month(number: month.number - 1), 11)
      source.edit {
        if rule == .afterDeath {
          $0.clients[client].death = death
        } else {
          $0.clients[client].isListed = false
        }
      }
      hit(rule, line(index, month.firstDay, month.lastDay, pieces: 8))
    }
  }

  /// More than the allocation allows.
  private mutating func plantExcess(_ rule: PlantedRule) {
    let month = month()
    switch rule {
    case .lineVolume:
      // Five days allow 10, the whole month at least 56: only the line is too large.
      let index = wideAllocation(.volume(2, frequency: 1))
      hit(rule, line(index, day(month, 6), day(month, 10), pieces: 15))
    case .totalVolume:
      // Each of the three lines fits, all together do not.
      let index = wideAllocation(.volume(10, frequency: 4))
      add(line(index, day(month, 1), day(month, 10), pieces: 4))
      add(line(index, day(month, 11), day(month, 20), pieces: 4))
      hit(rule, line(index, day(month, 21), month.lastDay, pieces: 4))
    default:
      let index = wideAllocation(.budget(0))
      let first = line(index, month.firstDay, month.lastDay, pieces: 10)
      let next = Month(number: month.number + 1)
      source.edit { $0.allocations[index].limit = .budget(first.cents * 3 / 2) }
      add(first)
      hit(rule, line(index, next.firstDay, next.lastDay, pieces: 10))
    }
  }

  /// Lines that contradict each other.
  private mutating func plantPair(_ rule: PlantedRule, _ number: Int) {
    if rule == .doubleDebit { return plantDoubleDebit() }
    let (month, index) = (month(), wideAllocation())
    let debit = line(index, month.firstDay, day(month, 15), pieces: 10)
    add(debit)
    guard rule == .creditedTwice else {
      hit(rule, credit(of: debit, pieces: 2, previous: unknownReference + number, after: 20))
      return
    }
    // The other debit keeps the provider above zero.
    add(line(index, day(month, 16), month.lastDay, pieces: 10))
    add(credit(of: debit, pieces: 6, previous: debit.reference, after: 20))
    hit(rule, credit(of: debit, pieces: 6, previous: debit.reference, after: 40))
  }

  /// Two debits of one period, in 2022: earlier ones were legal (`regels.R212.vanaf`).
  private mutating func plantDoubleDebit() {
    let index = addAllocation(start: Month(year: 2022, month: 1).firstDay)
    let month = Month(year: 2022, month: 3)
    var first = line(index, month.firstDay, month.lastDay, pieces: 8)
    var second = line(index, month.firstDay, month.lastDay, pieces: 8)
    first.declared = day(Month(year: 2022, month: 5), 10)
    second.declared = day(Month(year: 2022, month: 5), 12)
    add(first)
    hit(.doubleDebit, second)
  }

  /// A provider that in the window only takes back what it declared before the window.
  private mutating func plantConcernBelowZero() {
    let index = wideAllocation()
    let provider = source.municipality.providers.count
    let number = RandomCatalogue.padded(provider + 1, 3)
    source.edit {
      $0.providers.append(
        Provider(agb: "75890" + number, name: "Zorgaanbieder \(number)", concern: nil))
      $0.allocations[index].provider = provider
    }
    let (before, after) = (RandomStay.month(5), RandomStay.month(14))
    let debit = line(index, before.firstDay, before.lastDay, pieces: 12)
    // A little less than the debit, because rates have risen.
    var credit = line(index, after.firstDay, after.lastDay, pieces: -10)
    credit.previous = debit.reference
    add(debit)
    hit(.concernBelowZero, credit)
  }

  private mutating func credit(
    of debit: DeclaredLine, pieces: Int, previous: Int, after days: Int
  ) -> DeclaredLine {
    var credit = line(debit.allocation, debit.begin, debit.end, pieces: -pieces)
    credit.previous = previous
    credit.declared = Day(number: debit.declared.number + Int32(days))
    return credit
  }
}

/// From here on no line has the reference number.
private let unknownReference = 99_000_000_000
