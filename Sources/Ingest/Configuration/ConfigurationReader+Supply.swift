/// The sections of ``SupplyParameters``.
extension ConfigurationReader {
  mutating func readSupply() {
    if let table = root.table("overstap") { readSwitch(table) }
    if let table = root.table("landschap") {
      table.refuseKeys(otherThan: ["datum"])
      configuration.counting.supply.landscapeDay = table.day("datum")
    }
    if let table = root.table("regio") {
      table.refuseKeys(otherThan: ["functie"])
      let functions = SupplyParameters.Function.allCases.map { ($0.rawValue, $0) }
      if let function = table.choice("functie", "function", among: functions) {
        configuration.counting.supply.function = function
      }
    }
    if let table = root.table("overlap") { readOverlap(table) }
    if let table = root.table("signalen") { readSignals(table) }
  }

  private mutating func readSwitch(_ table: ConfigurationTable) {
    table.refuseKeys(otherThan: ["van", "tot_en_met"])
    let (from, to) = (table.month("van"), table.month("tot_en_met"))
    if let from, let to, from >= to {
      table.note(.monthsNotInOrder(last: "tot_en_met"), at: "van")
    }
    configuration.counting.supply.switchFrom = from
    configuration.counting.supply.switchTo = to
  }

  /// Whether the names are functions is known once producten.csv is read.
  private mutating func readOverlap(_ table: ConfigurationTable) {
    table.refuseKeys(otherThan: ["groep", "met"])
    let (groups, others) = (table.texts("groep"), table.texts("met"))
    for (key, names) in [("groep", groups), ("met", others)] where names?.isEmpty == true {
      table.note(.noNames(of: "functions"), at: key)
    }
    let known = Set((groups ?? []).lazy.map { Array($0.utf8) })
    for name in others ?? [] where known.contains(Array(name.utf8)) {
      table.note(.namedElsewhere(name, other: "groep"), at: "met")
    }
    configuration.counting.supply.overlapGroups = groups
    configuration.counting.supply.overlapOthers = others
  }

  private mutating func readSignals(_ table: ConfigurationTable) {
    table.refuseKeys(otherThan: [
      "gebied", "maanden", "terug", "tot_en_met", "minimum", "drempel",
    ])
    var signals = SignalParameters()
    let areas = SignalParameters.Area.allCases.map { ($0.rawValue, $0) }
    if let area = table.choice("gebied", "kind of area", among: areas) { signals.area = area }
    if let months = table.integer("maanden", in: 1...Self.months.upperBound) {
      signals.months = months
    }
    if let before = table.integer("terug", in: Self.months) { signals.monthsBefore = before }
    signals.last = table.month("tot_en_met")
    if let minimum = table.integer("minimum", in: 1...1_000_000) { signals.minimum = minimum }
    if let threshold = table.probability("drempel") { signals.threshold = threshold }
    configuration.counting.supply.signals = signals
  }
}
