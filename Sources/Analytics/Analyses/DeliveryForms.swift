import Ingest

extension ColumnName {
  public static let deliveryForm = ColumnName("vorm")
  public static let budgetGranted = ColumnName("toegekend")
  public static let budgetSpent = ColumnName("besteed")
}

extension Analysis {
  /// Support in kind, by personal budget or by both.
  public static let deliveryForms = Analysis(
    name: "leveringsvorm",
    title: "Zorg in natura en persoonsgebonden budget",
    columns: [
      .key(.level), .key(.productGroup), .key(.deliveryForm), .count(.clients),
      .derived(.share, .share, from: .clients), .count(.allocations), .amount(.budgetGranted),
      .amount(.budgetSpent),
    ],
    coverage: .allocations,
    needs: [.window, .deliveryForms],
    countingRules: { parameters in
      [
        parameters.windowRule,
        """
        Een cliënt heeft zin (zorg in natura) in een productgroep met een toewijzing in natura die in \
        de periode geldt, en pgb met een toewijzing als pgb of een rij van pgb.csv. Het totaal gaat \
        over alle productgroepen samen.
        """,
        """
        De rijen van pgb.csv tellen voor hele kalenderjaren: alle jaren die de periode raakt. Het \
        pgb zit in geen enkel bedrag van declaraties. Een leeg bedrag bij besteed telt als nul.
        """, GrantRule.noLine, GrantRule.end, GrantRule.group,
        """
        Een toewijzing zonder leveringsvorm geldt als zin. De productgroep van een pgb is die van \
        pgb.csv, en anders de productcategorie. Toewijzingen en bedragen zijn die van de cliënten in \
        de rij; cliënten in het totaal zijn opnieuw geteld. Het aandeel is dat in de cliënten van de \
        drie vormen samen.
        """, CountingRule.rounding,
      ]
    },
    balances: [ColumnName.allocations, .budgetGranted, .budgetSpent].map {
      Balance(nil, [RowSum(.level(.productGroup), to: .level(.total))], of: $0)
    },
    laws: [
      TableLaw("toegekend and besteed of the total are those of pgb.csv in the window's years") {
        table, _, ledger in
        let budgets = ledger.budgetsInWindow
        func total(_ column: ColumnName) -> Int64 {
          table.rows(at: .total).reduce(0) { $0 + (table.number($1, column) ?? 0) }
        }
        return total(.budgetGranted) == budgets.reduce(0) { $0 + $1.granted }
          && total(.budgetSpent) == budgets.reduce(0) { $0 + ($1.spent ?? 0) }
      },
      TableLaw("toewijzingen of the total are those in force in the window") { table, _, ledger in
        var count: Int64 = 0
        ledger.forEachGrant { if $0.isInForce(in: ledger.window) { count += 1 } }
        return table.rows(at: .total).reduce(0) { $0 + (table.number($1, .allocations) ?? 0) }
          == count
      },
    ],
    remarks: { ledger in
      var formless = 0
      ledger.forEachGrant { grant in
        if grant.form == .none, grant.isInForce(in: ledger.window) { formless += 1 }
      }
      let budgets = ledger.budgetsInWindow
      let unspent = budgets.count { $0.spent == nil }
      let others = (ledger.registers.personalBudgets?.count ?? 0) - budgets.count
      let known = Set(ledger.registers.productGroups.map(ByteWise.init))
      let strangers = budgets.count { $0.group.map { !known.contains(ByteWise($0)) } ?? false }
      return [
        formless == 0
          ? nil
          : "\(formless) \(formless == 1 ? "allocation" : "allocations") in force in the window "
            + "without 'leveringsvorm' \(formless == 1 ? "is" : "are") taken as zin",
        unspent == 0
          ? nil
          : "\(unspent) \(unspent == 1 ? "row" : "rows") of pgb.csv without 'besteed' "
            + "\(unspent == 1 ? "counts" : "count") as 0.00 spent",
        others == 0
          ? nil
          : "\(others) \(others == 1 ? "row" : "rows") of pgb.csv of other years than the window's "
            + "\(others == 1 ? "is" : "are") left out",
        strangers == 0
          ? nil
          : "\(strangers) \(strangers == 1 ? "row" : "rows") of pgb.csv "
            + "\(strangers == 1 ? "has" : "have") a 'product_groep' that producten.csv lacks",
      ].compactMap(\.self)
    },
    rows: { ledger in
      let budgets = ledger.budgetsInWindow
      let groups = GrantGroups(ledger.registers, with: budgets)
      let forms = ledger.deliveryForms(budgets, groups)
      let hasBudgets = ledger.registers.personalBudgets != nil
      let keys =
        groups.names.map { [Cell.level(.productGroup), .text($0)] } + [[.level(.total), .empty]]
      return zip(keys, forms).flatMap { keys, sums -> [[Cell]] in
        let clients = sums.reduce(0) { $0 + $1.clients }
        if clients == 0, keys[0] != .level(.total) { return [] }
        return zip(DeliveryOfClient.labels, sums).map { label, sum in
          keys + [
            .text(label), .number(sum.clients), .share(sum.clients, of: clients),
            .number(sum.allocations), hasBudgets ? .number(sum.granted) : .empty,
            hasBudgets ? .number(sum.spent) : .empty,
          ]
        }
      }
    })
}

/// What a client has in a group, or clients in a row together; money in cents.
private struct DeliveryOfClient {
  /// By ``form``.
  static let labels = ["uitsluitend zin", "uitsluitend pgb", "beide"]

  let group: Int
  var isInKind = false
  var isBudget = false
  var clients: Int64 = 0
  var allocations: Int64 = 0
  var granted: Int64 = 0
  var spent: Int64 = 0

  var form: Int { isInKind && isBudget ? 2 : isBudget ? 1 : 0 }

  mutating func add(_ other: DeliveryOfClient) {
    isInKind = isInKind || other.isInKind
    isBudget = isBudget || other.isBudget
    clients += other.clients
    allocations += other.allocations
    granted += other.granted
    spent += other.spent
  }
}

extension Ledger {
  /// The rows of `pgb.csv` in the years that the window touches.
  fileprivate var budgetsInWindow: [PersonalBudget] {
    guard let window, let budgets = registers.personalBudgets else { return [] }
    let years = window.lowerBound.year...window.upperBound.year
    return budgets.filter { years.contains($0.year) }
  }

  /// Sums over the clients per group, and over all groups last, of each form.
  fileprivate func deliveryForms(
    _ budgets: [PersonalBudget], _ groups: GrantGroups
  ) -> [[DeliveryOfClient]] {
    var parts: [(client: Int32, delivery: DeliveryOfClient)] = []
    forEachGrant { grant in
      guard grant.isInForce(in: window) else { return }
      var delivery = DeliveryOfClient(
        group: groups.group(of: registers.allocations[Int(grant.allocation)]))
      delivery.isInKind = grant.isInKind
      delivery.isBudget = !grant.isInKind
      delivery.allocations = 1
      parts.append((grant.client, delivery))
    }
    for budget in budgets {
      var delivery = DeliveryOfClient(group: groups.group(of: budget))
      delivery.isBudget = true
      delivery.granted = budget.granted
      delivery.spent = budget.spent ?? 0
      parts.append((budget.client, delivery))
    }
    let whole = groups.names.count
    var sums = (0...whole).map { group in
      DeliveryOfClient.labels.map { _ in DeliveryOfClient(group: group) }
    }
    var own: [DeliveryOfClient] = []
    parts.ordered(by: { Int($0.client) }, below: registers.clientCount)
      .forEachRun(of: { $0.client }) { parts in
        own.removeAll(keepingCapacity: true)
        own.append(DeliveryOfClient(group: whole))
        for (_, part) in parts {
          own[0].add(part)
          if let known = own.firstIndex(where: { $0.group == part.group }) {
            own[known].add(part)
          } else {
            own.append(part)
          }
        }
        for var delivery in own {
          delivery.clients = 1
          sums[delivery.group][delivery.form].add(delivery)
        }
      }
    return sums
  }
}
