import Analytics
import Ingest

/// Which figures an edition shows, as its tables say; and how a shown figure is written.
struct SeenFigures {
  let run: RunFigures
  let parameters: PublicationParameters
  let hidden: Set<BundleName>

  init(_ run: RunFigures, hidden: Set<BundleName>, _ parameters: PublicationParameters) {
    self.run = run
    self.hidden = hidden
    self.parameters = parameters
  }

  func isHidden(_ figure: Figure) -> Bool { hidden.contains(figure.bundle) }

  /// The figure as the edition writes it.
  func cell(_ figure: Figure) -> Cell {
    isHidden(figure) ? .hidden : .number(Self.rounded(run.value(figure), base(figure)))
  }

  /// The multiple to which a figure is rounded.
  func base(_ figure: Figure) -> Int64 {
    figure.isAmount ? parameters.amountBase : parameters.countBase
  }

  /// The nearest multiple, half away from zero.
  static func rounded(_ value: Int64, _ base: Int64) -> Int64 {
    let size = (Int64(value.magnitude) * 2 + base) / (2 * base) * base
    return value < 0 ? -size : size
  }

  /// The whole numbers that are written as this multiple.
  static func interval(_ multiple: Int64, _ base: Int64) -> ClosedRange<Int64> {
    if multiple == 0 { return -((base + 1) / 2 - 1)...((base + 1) / 2 - 1) }
    let size = Int64(multiple.magnitude)
    let least = size - base / 2
    let greatest = size + (base + 1) / 2 - 1
    return multiple < 0 ? -greatest ... -least : least...greatest
  }

  /// What the attacker knows of a figure before any sum: nil is no bound.
  func bounds(_ figure: Figure) -> (least: Int64?, greatest: Int64?) {
    let value = run.value(figure)
    if isHidden(figure) {
      if figure.isAmount { return (value < 0 ? 2 * value : 0, nil) }
      let mayBeZero =
        figure.bundle.text.hasSuffix("/gelijktijdig") || figure.bundle.text.hasPrefix("cr3/")
      return (mayBeZero ? 0 : 1, nil)
    }
    // A shown count is 0 or at least the threshold; behind a shown 0 stands nobody and no amount.
    if run.value(figure.bundle.clients()) == 0, figure.part != .spending,
      run.values[figure.bundle.clients()] != nil
    {
      return (value, value)
    }
    let interval = Self.interval(Self.rounded(value, base(figure)), base(figure))
    if figure.isAmount { return (interval.lowerBound, interval.upperBound) }
    if value == 0 { return (0, 0) }
    return (max(interval.lowerBound, min(value, parameters.threshold)), interval.upperBound)
  }
}

extension SeenFigures {
  /// Reads an edition: a bundle is hidden where the place that gives it its name says so. That all
  /// of its places say the same is for ``ExpectedTables`` to compare.
  init(_ run: RunFigures, edition: [Table], _ parameters: PublicationParameters) {
    var reading = EditionReading(run: run, edition: RunFigures(edition), parameters: parameters)
    reading.read()
    self.init(run, hidden: reading.hidden, parameters)
  }
}

/// Finds the bundles that an edition's tables hide.
private struct EditionReading {
  let run: RunFigures
  let edition: RunFigures
  let parameters: PublicationParameters
  var hidden: Set<BundleName> = []

  mutating func read() {
    for figure in run.figures where figure.part == .clients {
      let kind = figure.bundle.text.prefix { $0 != "/" }
      if ["groep", "cr3", "zorg"].contains(kind) { continue }
      if edition.values[figure] == nil { hidden.insert(figure.bundle) }
    }
    groups()
    threeLargest()
    providers()
  }

  /// A group's clients stand in no place but the shares of its ages.
  private mutating func groups() {
    let ages = edition.table("leeftijd")
    for group in run.groups
    where !ages.rows(.productGroup, group).contains(where: {
      ages.cell($0, "aandeel") != .hidden
    }) {
      hidden.insert(.group(group))
    }
  }

  private mutating func threeLargest() {
    let concentration = edition.table("concentratie")
    for row in concentration.rows where concentration.cell(row, "clienten_cr3") == .hidden {
      hidden.insert(
        .threeLargest(
          concentration.text(row, "voorzieningsoort"), concentration.text(row, "product_code")))
    }
  }

  /// Rows of `aanbieders` are found by name or, where names are ranks, by their figures.
  private mutating func providers() {
    let (inside, outside) = (run.table("aanbieders"), edition.table("aanbieders"))
    var shown: Set<BundleName> = []
    for row in outside.rows where outside.text(row, "concern") != ExpectedTables.otherProviders {
      if parameters.providerNames == .name {
        shown.insert(RunFigures.care(outside, row))
        continue
      }
      let market = outside.market(row)
      let match = inside.rows.first { candidate in
        inside.market(candidate) == market && !shown.contains(RunFigures.care(inside, candidate))
          && [("clienten", parameters.countBase), ("bedrag", parameters.amountBase)].allSatisfy {
            column, base in
            outside.cell(row, column)
              == .number(SeenFigures.rounded(inside.number(candidate, column) ?? 0, base))
          }
      }
      if let match { shown.insert(RunFigures.care(inside, match)) }
    }
    for row in inside.rows where !shown.contains(RunFigures.care(inside, row)) {
      hidden.insert(RunFigures.care(inside, row))
    }
  }
}
