import Foundation
import Testing

@testable import Samples

/// What `generate --scenario groei` says it planted is in the files that it writes.
@Suite("The growing municipality") struct GrowthScenarioTests {
  @Test("the same seed gives the same bytes, another one others")
  func bytes() throws {
    let (first, again, other) = (
      try GrowthFiles(.small(seed: 3)), try GrowthFiles(.small(seed: 3)),
      try GrowthFiles(.small(seed: 4))
    )
    #expect(first.bytes.count == 11)
    #expect(first.bytes == again.bytes)
    #expect(first.bytes["declaraties.csv"] != other.bytes["declaraties.csv"])
  }

  @Test("what is written and what is still to come is the whole", arguments: 1...3)
  func whole(seed: UInt64) throws {
    let plan = GrowthPlan.small(seed: seed)
    let files = try GrowthFiles(plan)
    let all = GrowthScenario(plan).lines
    let total = try #require(files.truth.nog_te_verwachten.last)
    #expect(total.product_groep == "totaal")
    #expect(total.gedeclareerd == files.lines.reduce(0) { $0 + $1.cents })
    #expect(total.gedeclareerd + total.nog_te_verwachten == all.reduce(0) { $0 + $1.cents })
    #expect(total.nog_te_verwachten > total.gedeclareerd / 50)
    #expect(files.lines.allSatisfy { $0.declared <= files.truth.gedeclareerd_tot_en_met })
    #expect(files.lines.contains { $0.declared == files.truth.gedeclareerd_tot_en_met })
    let declared = Dictionary(grouping: files.lines) { "\($0.group) \($0.month)" }
      .mapValues { $0.reduce(0) { $0 + $1.cents } }
    for row in files.truth.nog_te_verwachten.dropLast() {
      let month = try #require(row.prestatiemaand)
      #expect(row.gedeclareerd == declared["\(row.product_groep) \(month)", default: 0])
      if month <= "2017-12" { #expect(row.nog_te_verwachten == 0, "\(month)") }
    }
  }

  @Test(
    "one planted factor alone differs, and its effect is all of the difference",
    arguments: [PlantedFactor.clients, .mix, .volume, .price], [UInt64(1), 2, 3]
  )
  func oneFactor(_ factor: PlantedFactor, seed: UInt64) throws {
    let files = try GrowthFiles(.small(seed: seed, factor))
    #expect(files.truth.kostenontwikkeling.count == 6)
    var groups: [String: (before: Int, now: Int)] = [:]
    for row in files.truth.kostenontwikkeling {
      let (before, now) = try files.uses(row)
      groups[row.product_groep, default: (0, 0)].before += before.clients
      groups[row.product_groep, default: (0, 0)].now += now.clients
      #expect((now.clients != before.clients) == [.clients, .mix].contains(factor) || isAlone(row))
      if factor == .clients { #expect(now.clients * 8 == before.clients * 9) }
      let isSameVolume = now.volume * before.clients == before.volume * now.clients
      #expect(isSameVolume == (factor != .volume))
      let isSamePrice = now.cents * before.volume == before.cents * now.volume
      #expect(isSamePrice == (factor != .price))
      let effects = row.effecten
      for (name, effect) in effects {
        let planted = name == factor.rawValue ? now.cents - before.cents : 0
        #expect(effect == planted, "\(row.product_code), \(name)")
      }
      #expect(effects.count == 6)
    }
    if factor == .mix {
      #expect(groups.values.allSatisfy { $0.before == $0.now })
      #expect(files.truth.kostenontwikkeling.count { ($0.effecten["mix"] ?? 0) != 0 } == 4)
    }
  }

  /// Of a group of one product: its share cannot shift.
  private func isAlone(_ row: GrowthFiles.Truth.Change) -> Bool {
    ["huishoudelijke hulp", "kortdurende begeleiding"].contains(row.product_groep)
  }

  @Test("with all factors each rises as planted, one product ends and another begins")
  func allFactors() throws {
    let files = try GrowthFiles(.small(seed: 5))
    let rows = files.truth.kostenontwikkeling
    for row in rows {
      let (before, now) = try files.uses(row)
      let isBoth = before.clients > 0 && now.clients > 0
      #expect((row.effecten["clienten"] == .some(nil)) == isBoth)
      #expect(row.effecten["nieuw"] == (before.clients == 0 ? now.cents : 0))
      #expect(row.effecten["beeindigd"] == (now.clients == 0 ? -before.cents : 0))
      guard isBoth else { continue }
      let volume =
        Double(now.volume) / Double(now.clients) / (Double(before.volume) / Double(before.clients))
      #expect(abs(volume - 1.03) < 0.01, "\(row.product_code): \(volume)")
      let price =
        Double(now.cents) / Double(now.volume) / (Double(before.cents) / Double(before.volume))
      #expect(abs(price - 1.03) < 0.015, "\(row.product_code): \(price)")
    }
    #expect(rows.count { ($0.effecten["nieuw"] ?? 0) ?? 0 > 0 } == 1)
    #expect(rows.count { ($0.effecten["beeindigd"] ?? 0) ?? 0 < 0 } == 1)
    let (before, now) = rows.reduce((0, 0)) {
      ($0.0 + $1.vergelijking.bedrag, $0.1 + $1.venster.bedrag)
    }
    #expect((1.15...1.27).contains(Double(now) / Double(before)))
  }

  @Test("each group is declared as late as planted")
  func delays() throws {
    var plan = GrowthPlan()
    plan.seed = 6
    plan.clients = 300
    let files = try GrowthFiles(plan)
    #expect(files.truth.vertraging.count == 6)
    for group in files.truth.vertraging {
      // Debits over months that nothing is to come for.
      let lines = files.lines.filter {
        $0.group == group.product_groep && $0.cents > 0 && $0.month <= "2017-12"
      }
      for (delay, percent) in group.procenten.enumerated() {
        let found = 100 * Double(lines.count { $0.delay == delay }) / Double(lines.count)
        // Four standard errors, and two points for the months' own noise and the corrections.
        let reach = 2 + 4 * (percent * (100 - percent) / Double(lines.count)).squareRoot()
        #expect(abs(found - percent) < reach, "\(group.product_groep), \(delay): \(found)")
      }
    }
  }
}

extension GrowthPlan {
  static func small(seed: UInt64, _ planted: PlantedFactor = .all) -> GrowthPlan {
    var plan = GrowthPlan()
    plan.seed = seed
    plan.planted = planted
    plan.clients = 120
    return plan
  }
}
