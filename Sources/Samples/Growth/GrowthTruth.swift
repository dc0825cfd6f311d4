import Ingest

/// What was planted in the growing municipality, and what is declared after the cut-off.
///
/// Amounts are whole eurocents; volumes are minutes where a product is paid by time.
struct GrowthTruth {
  private let plan: GrowthPlan
  /// By product group, then service month.
  private var course: [String: [Course]] = [:]
  /// By product, in the comparison period and in the window.
  private var uses: [Int: [Use]] = [:]

  /// Of one service month: declared until the cut-off, and after it.
  struct Course {
    var declared = 0
    var toCome = 0
  }

  private struct Use {
    var cents = 0
    var pieces = 0
    var clients: Set<Int> = []
  }

  init(_ plan: GrowthPlan, _ lines: [DeclaredLine]) {
    self.plan = plan
    for line in lines {
      let month = GrowthTimeline.number(line.begin)
      let group = GrowthCatalogue.items[line.product].product.group
      let months = [Course](repeating: Course(), count: GrowthTimeline.last + 1)
      if line.declared <= GrowthTimeline.cutOff {
        course[group, default: months][month].declared += line.cents
        add(line, month)
      } else {
        course[group, default: months][month].toCome += line.cents
      }
    }
  }

  private mutating func add(_ line: DeclaredLine, _ month: Int) {
    for (period, months) in [GrowthTimeline.comparison, GrowthTimeline.window].enumerated()
    where months.contains(month) {
      var use = uses[line.product, default: [Use(), Use()]]
      use[period].cents += line.cents
      use[period].pieces += line.pieces
      use[period].clients.insert(line.client)
      uses[line.product] = use
    }
  }

  var json: String {
    """
    {
      "seed": \(plan.seed),
      "plant": "\(plan.planted.rawValue)",
      "clienten": \(plan.clients),
      "gedeclareerd_tot_en_met": "\(GrowthTimeline.cutOff.iso)",
      "groei_per_jaar": {\(growth)},
      "vertraging": [
    \(groups.map(delays).joined(separator: ",\n"))
      ],
      "kostenontwikkeling": [
    \(uses.keys.sorted().map(change).joined(separator: ",\n"))
      ],
      "nog_te_verwachten": [
    \((groups.flatMap(months) + [total]).joined(separator: ",\n"))
      ]
    }

    """
  }

  private var growth: String {
    let clients = GrowthPlan.clientGrowth
    let share = Double(clients.numerator) / Double(clients.denominator) - 1
    let percent = Double(GrowthPlan.ratePercent) / 100
    let volume = Double(Int((GrowthPlan.volumeGrowth * 100).rounded()) - 100) / 100
    return [
      (PlantedFactor.clients, share), (.mix, GrowthPlan.mixShift), (.volume, volume),
      (.price, percent),
    ].map { factor, size in
      "\"\(factor.rawValue)\": \(plan.rises(factor) ? "\(size)" : "0")"
    }.joined(separator: ", ")
  }

  private var groups: [String] {
    course.keys.sorted(by: precedesByteWise)
  }

  private func delays(_ group: String) -> String {
    let shares = GrowthCatalogue.delays(group).map { "\($0)" }.joined(separator: ", ")
    return "    {\"product_groep\": \"\(group)\", \"procenten\": [\(shares)]}"
  }

  /// A product's two periods, and its effects where no more than one factor was planted.
  private func change(_ index: Int) -> String {
    let product = GrowthCatalogue.items[index].product
    let use = uses[index] ?? [Use(), Use()]
    var effects = [Int?](repeating: plan.planted == .all ? nil : 0, count: 4)
    var (begun, ended) = (0, 0)
    let difference = use[1].cents - use[0].cents
    if use[0].clients.isEmpty || use[1].clients.isEmpty {
      effects = [0, 0, 0, 0]
      if use[0].clients.isEmpty { begun = difference } else { ended = difference }
    } else if let planted = Self.factors.firstIndex(of: plan.planted) {
      effects[planted] = difference
    }
    let names = Self.factors.map(\.rawValue) + ["nieuw", "beeindigd"]
    let list = zip(names, effects + [begun, ended]).map { name, effect in
      "\"\(name)\": \(effect.map { "\($0)" } ?? "null")"
    }
    let periods = zip(["vergelijking", "venster"], use).map { name, use in
      """
      "\(name)": {"bedrag": \(use.cents), "clienten": \(use.clients.count), \
      "volume": \(use.pieces)}
      """
    }
    return """
          {"product_code": "\(product.code)", "product_groep": "\(product.group)",
           \(periods.joined(separator: ", ")),
           "effecten": {\(list.joined(separator: ", "))}}
      """
  }

  private static let factors: [PlantedFactor] = [.clients, .mix, .volume, .price]

  private func months(_ group: String) -> [String] {
    let months = course[group] ?? []
    return months.indices.map { number in
      let month = "\"prestatiemaand\": \"\(GrowthTimeline.month(number).iso)\""
      return "    {\"product_groep\": \"\(group)\", \(month), \(Self.amounts(months[number]))}"
    }
  }

  private var total: String {
    let all = course.values.joined().reduce(into: Course()) {
      $0.declared += $1.declared
      $0.toCome += $1.toCome
    }
    return "    {\"product_groep\": \"totaal\", \(Self.amounts(all))}"
  }

  private static func amounts(_ course: Course) -> String {
    "\"gedeclareerd\": \(course.declared), \"nog_te_verwachten\": \(course.toCome)"
  }
}
