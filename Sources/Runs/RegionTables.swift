import Analytics
import Ingest

/// The tables `regio` and `overlap` of a region, put together from those of its runs; in whatever
/// order these come, they are the same.
struct RegionTables {
  let region: Table
  let overlap: Table

  /// - Parameter parts: At least one; their counting rules are the same, and no municipality is in two.
  init(_ parts: [RegionPart]) {
    let use = RegionUse(parts.map(\.region))
    region = parts[0].region.with(rows: use.rows)
    let overlaps = parts.map(\.overlap)
    overlap = overlaps[0].with(
      rows: overlaps.contains(where: \.rows.isEmpty)
        ? [] : OverlapSums(overlaps).rows(of: use.municipalities))
  }
}

extension Table {
  fileprivate func with(rows: [[Cell]]) -> Table {
    Table(
      name: name, title: title, countingRules: countingRules, columns: columns, rows: rows)
  }

  /// The rows of municipalities, and of clients of whom none is known.
  fileprivate var rowsOfMunicipalities: [[Cell]] {
    rows.filter { !holds($0, .total, in: .municipality) }
  }
}

/// What was used in each municipality and in all of them, per function.
private struct RegionUse {
  private struct Sum {
    var clients: Int64 = 0
    var indications: Int64 = 0
    var cents: Int64 = 0

    mutating func add(_ row: [Cell], of table: Table) {
      clients += table.number(row, .clients) ?? 0
      indications += table.number(row, .indications) ?? 0
      cents += table.number(row, .amount) ?? 0
    }
  }

  /// Byte-wise, with what is unknown last.
  let municipalities: [Cell]
  /// Byte-wise, and then all of them: an empty cell.
  private let functions: [Cell]
  /// By municipality, or `totaal`, and function.
  private var sums: [[Cell]: Sum] = [:]
  /// By municipality; an empty cell has none.
  private var inhabitants: [Cell: Int64] = [:]

  init(_ tables: [Table]) {
    var municipalities: Set<Cell> = []
    var functions: Set<Cell> = []
    for table in tables {
      for row in table.rowsOfMunicipalities {
        let (municipality, function) = (
          table.cell(row, .municipality), table.cell(row, .function)
        )
        municipalities.insert(municipality)
        if function != .empty { functions.insert(function) }
        inhabitants[municipality] = table.number(row, .inhabitants)
        for place in [municipality, .level(.total)] {
          sums[[place, function], default: Sum()].add(row, of: table)
        }
      }
    }
    self.municipalities = municipalities.sorted { $0.isBefore($1) }
    self.functions = functions.sorted { $0.isBefore($1) } + [.empty]
  }

  var rows: [[Cell]] {
    (municipalities + [.level(.total)]).flatMap { place in
      functions.map { row(place, $0) }
    }
  }

  private func row(_ place: Cell, _ function: Cell) -> [Cell] {
    let sum = sums[[place, function]] ?? Sum()
    let inhabitants = place == .level(.total) ? allInhabitants : inhabitants[place]
    return [
      place, .level(function == .empty ? .total : .function), function,
      inhabitants.map(Cell.number) ?? .empty, .number(sum.clients),
      .quotient(sum.clients * 1000, inhabitants ?? 0, decimals: 4), .number(sum.indications),
      .number(sum.cents),
    ]
  }

  /// Nil without a municipality, or where those of one are not known.
  private var allInhabitants: Int64? {
    let known = municipalities.filter { $0 != .level(.unknown) }.map { inhabitants[$0] }
    return known.isEmpty || known.contains(nil) ? nil : known.reduce(0) { $0 + ($1 ?? 0) }
  }
}

/// Clients of the functions of the overlap, and those of others as well, by municipality.
private struct OverlapSums {
  private var sums: [Cell: (clients: Int64, also: Int64)] = [:]

  init(_ tables: [Table]) {
    for table in tables {
      for row in table.rowsOfMunicipalities {
        for place in [table.cell(row, .municipality), .level(.total)] {
          sums[place, default: (0, 0)].clients += table.number(row, .clients) ?? 0
          sums[place, default: (0, 0)].also += table.number(row, .also) ?? 0
        }
      }
    }
  }

  /// One for each municipality, and the whole.
  func rows(of municipalities: [Cell]) -> [[Cell]] {
    (municipalities + [.level(.total)]).map { place in
      let (clients, also) = sums[place] ?? (0, 0)
      return [place, .number(clients), .number(also), .share(also, of: clients)]
    }
  }
}

extension Cell {
  /// The order of municipalities and of functions: byte-wise; the unknown municipality comes last.
  fileprivate func isBefore(_ other: Cell) -> Bool {
    guard case .text(let mine) = self, case .text(let theirs) = other else { return false }
    return precedesByteWise(mine, theirs)
  }
}
