/// `[periode] peildatum`, and the sections of ``MoneyParameters``.
extension ConfigurationReader {
  /// After the ends of the window, which it may not lie before.
  mutating func readReferenceDay(_ table: ConfigurationTable) {
    configuration.counting.referenceDay = table.day("peildatum")
    guard let day = configuration.counting.referenceDay,
      let last = configuration.counting.windowTo, day < last
    else { return }
    table.note(.beforeTheLastDay(last: "tot_en_met"), at: "peildatum")
  }

  mutating func readMoney() {
    if let table = root.table("jaren") {
      table.refuseKeys(otherThan: ["basisjaar"])
      configuration.counting.money.baseYear = table.integer("basisjaar", in: 1800...2199)
    }
    if let table = root.table("indexatie") { readIndex(table) }
    if let table = root.table("begroting") { readBudget(table) }
    if let table = root.table("lumpsum") {
      table.refuseKeys(otherThan: ["reserve_maximum"])
      if let share = table.share("reserve_maximum") {
        configuration.counting.money.maximumReserve = share
      }
    }
    if let table = root.table("bekostiging") {
      table.refuseKeys(otherThan: ["index"])
      configuration.counting.money.fundingIndex = table.decimal("index", in: -100...1000)
    }
    if let table = root.table("wijkbudget") { readDistrictBudget(table) }
  }

  private mutating func readIndex(_ table: ConfigurationTable) {
    table.refuseKeys(otherThan: ["gewichten", "vorm", "afronden"])
    var index = IndexParameters()
    if let weights = table.weights("gewichten") { index.weights = weights }
    let forms = IndexParameters.Form.allCases.map { ($0.rawValue, $0) }
    if let form = table.choice("vorm", "form", among: forms) { index.form = form }
    if let decimals = table.integer("afronden", in: 0...6) { index.decimals = decimals }
    configuration.counting.money.index = index
  }

  private mutating func readBudget(_ table: ConfigurationTable) {
    table.refuseKeys(otherThan: ["let_op", "overleg", "verzilvering"])
    var budget = BudgetParameters()
    if let share = table.share("let_op") { budget.attention = share }
    if let share = table.share("overleg") { budget.consultation = share }
    if let uptake = table.decimal("verzilvering", in: 0...2, decimals: 9) {
      budget.uptakeBillionths = uptake
    }
    if budget.attention.billionths > budget.consultation.billionths {
      let key = table.keys.contains("let_op") ? "let_op" : "overleg"
      table.note(.attentionAboveConsultation, at: key)
    }
    configuration.counting.money.budget = budget
  }

  private mutating func readDistrictBudget(_ table: ConfigurationTable) {
    table.refuseKeys(otherThan: ["bedrag", "sleutels"])
    let cents = table.cents("bedrag")
    let known = DistrictBudgetParameters.columns + DistrictBudgetParameters.figures
    let keys = table.weights("sleutels", known: known)
    for key in ["bedrag", "sleutels"] where !table.keys.contains(key) {
      let given = key == "bedrag" ? "sleutels" : "bedrag"
      table.note(.needed(missing: key), at: given)
    }
    guard let cents, let keys else { return }
    configuration.counting.money.districtBudget = DistrictBudgetParameters(
      cents: cents, keys: keys)
  }
}

extension ConfigurationTable {
  /// A decimal number, exactly, in units of its last decimal.
  func decimal(_ key: String, in range: ClosedRange<Int>, decimals: Int = 4) -> Int64? {
    guard let number = number(key, "a number") else { return nil }
    let unit = (0..<decimals).reduce(1.0) { unit, _ in unit * 10 }
    let (first, last) = (Double(range.lowerBound), Double(range.upperBound))
    guard number >= first, number <= last else {
      note(.outside(range), at: key)
      return nil
    }
    let scaled = (number * unit).rounded()
    guard abs(number * unit - scaled) < 1e-3 else {
      note(.tooManyDecimals(decimals), at: key)
      return nil
    }
    return Int64(scaled)
  }

  /// Names with shares of at most four decimals that add up to 1, by name byte-wise.
  ///
  /// `known`: the names that there are; nil where any is one.
  fileprivate func weights(_ key: String, known: [String]? = nil) -> [Weight]? {
    guard let table = table(key) else { return nil }
    if let known { table.refuseKeys(otherThan: known) }
    let weights = table.keys.sorted(by: precedesByteWise).map { name in
      table.decimal(name, in: 0...1).map { Weight(name, $0) }
    }
    let sum = weights.reduce(0) { $0 + ($1?.tenThousandths ?? 0) }
    guard !weights.contains(where: { $0 == nil }) else { return nil }
    guard sum == 10_000 else {
      note(.notAddingUp, at: key)
      return nil
    }
    return weights.compactMap { $0 }
  }

  /// An amount in euros, as text with a point.
  fileprivate func cents(_ key: String) -> Int64? {
    guard let text = text(key) else { return nil }
    guard let match = text.wholeMatch(of: /([0-9]{1,11})(?:\.([0-9]{1,2}))?/),
      let euros = Int64(match.1),
      let cents = Int64(((match.2 ?? "") + "00").prefix(2))
    else {
      note(.noAmount, at: key)
      return nil
    }
    return euros * 100 + cents
  }
}
