import Ingest

extension ColumnName {
  public static let unit = ColumnName("eenheid")
  public static let withDeclaration = ColumnName("met_declaratie")
  public static let withoutDeclaration = ColumnName("zonder_declaratie")
  public static let allocatedVolume = ColumnName("toegewezen")
}

extension Analysis {
  private static let levels = [
    RowSum(.level(.productGroup), to: .level(.total), by: [.unit]),
    RowSum(.level(.concern), to: .level(.total), by: [.unit]),
  ]

  /// How much of what was allocated in kind was declared.
  public static let allocationUptake = Analysis(
    name: "verzilvering",
    title: "Toegewezen en gedeclareerd volume",
    columns: [
      .key(.level), .key(.productGroup), .key(.concern), .key(.unit), .count(.allocations),
      .count(.withDeclaration), .count(.withoutDeclaration),
      .derived(.allocatedVolume, .ratio(decimals: 2), from: .allocations),
      .derived(.declared, .ratio(decimals: 2), from: .withDeclaration),
      .derived(.share, .share, from: .declared, .allocatedVolume),
    ],
    coverage: .allocations,
    needs: [.window],
    countingRules: { parameters in
      [
        parameters.windowRule,
        """
        De tabel telt toewijzingen in natura die in de periode gelden. Gedeclareerd zijn hun \
        goedgekeurde regels met de begindatum van de prestatie (product_periode_begindatum) in de \
        periode, elk in zijn geheel, ook als de andere tabellen op de dagtekening tellen.
        """, GrantRule.noLine, GrantRule.end, GrantRule.group,
        """
        Het concern is dat van de aanbieder van de toewijzing; onbekend als de AGB-code niet in \
        aanbieders.csv staat. \(CountingRule.concern)
        """,
        """
        Een toewijzing heeft een declaratie als een van haar voorzieningen (toewijzing, product en \
        aanbieder) uit die regels een netto bedrag heeft dat niet nul is.
        """,
        """
        De rij zonder eenheid telt alle toewijzingen. De rijen met een eenheid gaan over toewijzingen \
        met volume, eenheid (niet euro's) en frequentie, en bij frequentie 6 (totaal) met een einde.
        """,
        """
        Toegewezen is wat de toewijzing toelaat op haar dagen in de periode, zoals bij R207; bij \
        frequentie 6 is het volume naar dagen verdeeld. Gedeclareerd is netto, in de eenheid van de \
        toewijzing; minuten op een toewijzing in uren zijn door 60 gedeeld. Regels in een andere \
        eenheid tellen niet.
        """,
        """
        Wat nog te declareren is, ontbreekt. Volumes en het aandeel zijn één keer afgerond, uit \
        exacte sommen.
        """,
      ]
    },
    balances: [ColumnName.allocations, .withDeclaration, .withoutDeclaration].map {
      Balance(nil, levels, of: $0)
    },
    laws: [
      TableLaw("met_declaratie and zonder_declaratie are toewijzingen") { table, _ in
        table.rows.allSatisfy { row in
          table.number(row, .allocations)
            == (table.number(row, .withDeclaration) ?? 0)
            + (table.number(row, .withoutDeclaration) ?? 0)
        }
      },
      TableLaw("toewijzingen of the total are those in kind in force in the window") {
        table, _, ledger in
        var count: Int64 = 0
        ledger.forEachGrant { grant in
          if grant.isInKind, grant.isInForce(in: ledger.window) { count += 1 }
        }
        return table.rows(at: .total).first.flatMap { table.number($0, .allocations) } == count
      },
      TableLaw("groups and concerns add up to the total in both volumes, before they are rounded") {
        _, _, ledger in Uptakes(ledger).addUp
      },
    ],
    remarks: { ledger in
      guard let window = ledger.window else { return [] }
      let lines = ledger.use.otherUnitLines(in: window).reduce(0) { sum, found in
        let (index, lines) = found
        let grant = Grant(Int(index), ledger.registers)
        let isMeasured =
          grant.isInKind && grant.isInForce(in: window)
          && grant.isMeasured(ledger.registers.allocations[Int(index)])
        return isMeasured ? sum + lines : sum
      }
      if lines == 0 { return [] }
      return [
        "\(lines) \(lines == 1 ? "line" : "lines") in another unit than the allocation's (R205) "
          + "\(lines == 1 ? "is" : "are") left out of 'gedeclareerd'"
      ]
    },
    rows: { ledger in
      let uptakes = Uptakes(ledger)
      let groups = zip(uptakes.groups.names, uptakes.ofGroups).flatMap { name, uptake in
        uptake.isEmpty ? [] : uptake.rows([.level(.productGroup), .text(name), .empty])
      }
      let concerns = zip(uptakes.concerns, uptakes.ofConcerns).sorted { a, b in
        precedesByteWise(a.0, b.0)
      }.flatMap { name, uptake in
        uptake.isEmpty ? [] : uptake.rows([.level(.concern), .empty, .text(name)])
      }
      return groups + concerns + uptakes.whole.rows([.level(.total), .empty, .empty])
    })
}

extension Grant {
  /// Whether it has a volume for some of its days.
  func isMeasured(_ facts: Allocation) -> Bool {
    facts.hasLimit && (facts.frequency != Frequency.total || lastDay != nil)
  }

  /// What a measured one allows on some of its own days, `sixtieths / divisor`, in sixtieths of
  /// hundredths of its unit (volume-rules.md); a volume of the whole is divided by days.
  func allowance(
    _ facts: Allocation, in days: ClosedRange<Day>, productCategory: Int
  ) -> (sixtieths: Int128, divisor: UInt32) {
    let (from, to) = (days.lowerBound.number, days.upperBound.number)
    if facts.frequency == Frequency.total {
      return (60 * Int128(facts.volume) * Int128(to - from + 1), UInt32(end - start + 1))
    }
    let limit = VolumeLimit(facts, productCategory: productCategory, end: end)
    return (limit.sixtieths(from, to), 1)
  }
}

/// What some allocations have in common, in one unit where they are measured; volumes in sixtieths
/// of hundredths of it.
private struct UptakeSum {
  var allocations = 0
  var withDeclaration = 0
  var allocated = FractionSum()
  var declared: Int128 = 0

  mutating func count(isDeclared: Bool) {
    allocations += 1
    if isDeclared { withDeclaration += 1 }
  }

  var counts: [Cell] {
    [.count(allocations), .count(withDeclaration), .count(allocations - withDeclaration)]
  }

  var volumes: [Cell] {
    let (allocated, declared) = (allocated.fraction, Fraction(declared))
    return [
      .rounded(allocated, over: Fraction(60), decimals: 0),
      .rounded(declared, over: Fraction(60), decimals: 0),
      .rounded(declared, over: allocated, decimals: 6),
    ]
  }
}

/// The allocations of a row: all of them, and the measured ones by unit.
private struct Uptake {
  var all = UptakeSum()
  /// By the places of the units among all units, which are in the order of their codes.
  var ofUnits = Unit.allCases.map { _ in UptakeSum() }

  var isEmpty: Bool { all.allocations == 0 }

  func rows(_ keys: [Cell]) -> [[Cell]] {
    [keys + [.empty] + all.counts + [.empty, .empty, .empty]]
      + zip(Unit.allCases, ofUnits).filter { $1.allocations > 0 }.map { unit, sum in
        keys + [.text(twoDigits(unit.rawValue))] + sum.counts + sum.volumes
      }
  }
}

/// The use of allocations in kind in the window, of every group, of every concern and of all.
private struct Uptakes {
  let groups: GrantGroups
  /// By concern index, and behind them `onbekend`.
  let concerns: [String]
  var ofGroups: [Uptake]
  var ofConcerns: [Uptake]
  var whole = Uptake()

  init(_ ledger: Ledger) {
    let registers = ledger.registers
    groups = GrantGroups(registers)
    concerns = registers.concerns + [Level.unknown.rawValue]
    ofGroups = groups.names.map { _ in Uptake() }
    ofConcerns = concerns.map { _ in Uptake() }
    guard let window = ledger.window else { return }
    let isDeclared = ledger.declaredAllocations()
    ledger.forEachGrant { grant in
      guard grant.isInKind, grant.isInForce(in: window) else { return }
      let index = Int(grant.allocation)
      let facts = registers.allocations[index]
      let group = groups.group(of: facts)
      let concern =
        facts.provider >= 0 ? registers.providers[Int(facts.provider)].concern : concerns.count - 1
      let measured =
        grant.isMeasured(facts)
        ? MeasuredUse(grant, facts, in: window, ledger) : nil
      ofGroups[group].add(isDeclared[index], measured)
      ofConcerns[concern].add(isDeclared[index], measured)
      whole.add(isDeclared[index], measured)
    }
  }

  /// Whether groups and concerns each add up to the whole in the exact volumes.
  var addUp: Bool {
    [ofGroups, ofConcerns].allSatisfy { parts in
      Unit.allCases.indices.allSatisfy { unit in
        var (allocated, declared) = (FractionSum(), 0 as Int128)
        for part in parts {
          allocated.add(part.ofUnits[unit].allocated)
          declared += part.ofUnits[unit].declared
        }
        return allocated == whole.ofUnits[unit].allocated
          && declared == whole.ofUnits[unit].declared
      }
    }
  }
}

extension Uptake {
  mutating func add(_ isDeclared: Bool, _ measured: MeasuredUse?) {
    all.count(isDeclared: isDeclared)
    guard let measured else { return }
    ofUnits[measured.unit].count(isDeclared: isDeclared)
    ofUnits[measured.unit].allocated.add(measured.allocated, over: measured.divisor)
    ofUnits[measured.unit].declared += measured.declared
  }
}

/// What an allocation allows in the window, `allocated / divisor`, and what was declared, both in
/// sixtieths of hundredths of its unit.
private struct MeasuredUse {
  /// Its place among all units.
  let unit: Int
  let allocated: Int128
  let divisor: UInt32
  let declared: Int128

  init?(_ grant: Grant, _ facts: Allocation, in window: ClosedRange<Day>, _ ledger: Ledger) {
    guard let unit = Unit.allCases.firstIndex(where: { $0.rawValue == facts.unit }) else {
      return nil
    }
    self.unit = unit
    declared = ledger.use.volume(of: Int(grant.allocation), in: window)
    let from = max(grant.start, window.lowerBound.number)
    let to = min(grant.end, window.upperBound.number)
    let category =
      facts.product >= 0 ? ledger.registers.products[Int(facts.product)].category : 0
    (allocated, divisor) = grant.allowance(
      facts, in: Day(number: from)...Day(number: to), productCategory: category)
  }
}

extension Cell {
  /// Exact, rounded once; empty over 0.
  fileprivate static func rounded(
    _ value: Fraction, over divisor: Fraction, decimals: Int
  ) -> Cell {
    value.rounded(over: divisor, decimals: decimals).map(Cell.number) ?? .empty
  }
}
