import Foundation

extension OracleReport {
  /// A product in one unit; minutes and hours are one.
  struct CostPart: Hashable, Comparable {
    let product: Text
    let unit: Text

    static func < (a: CostPart, b: CostPart) -> Bool {
      (a.product, a.unit) < (b.product, b.unit)
    }
  }

  /// What a part is in a period.
  struct PartUse {
    /// V, in cents.
    var net = 0
    /// q, in hundredths of the unit, of minutes where it is one of time.
    var volume = 0
    /// n
    var clients = 0
  }

  /// The parts that some lines make, those without a client among them.
  func partUses(of lines: [Line]) -> [CostPart: PartUse] {
    var byPart: [CostPart: [Line]] = [:]
    for line in lines {
      let unit: Text = line.unit == "04" ? "01" : line.unit
      byPart[CostPart(product: line.product, unit: unit), default: []].append(line)
    }
    return byPart.mapValues { lines in
      PartUse(
        net: lines.map(\.amount).reduce(0, +),
        volume: lines.map { $0.unit == "04" ? $0.volume * 60 : $0.volume }.reduce(0, +),
        clients: uses(of: lines).clientCount
      )
    }
  }

  /// Why the costs of one part changed: V = N s h p before and after, where n is not 0.
  struct CostChange {
    let before: PartUse
    let after: PartUse
    /// N
    let clientsBefore: Int
    let clientsAfter: Int
    /// Whether the volume has no meaning: the costs are the volume, and the price is 1.
    let isVolumeOnly: Bool

    /// In the order of the table: `clienten`, `mix`, `volume`, `prijs`; in cents.
    var effects: [Double] { isLogarithmic ? logarithmic : shapley }

    var isLogarithmic: Bool { before.net > 0 && after.net > 0 }

    private var volumes: (Int, Int) {
      isVolumeOnly ? (before.net, after.net) : (before.volume, after.volume)
    }

    /// LMDI-I (Ang 2005).
    private var logarithmic: [Double] {
      let (volumeBefore, volumeAfter) = volumes
      let mean = Self.logarithmicMean(Int128(before.net), Int128(after.net))
      func product(_ a: Int, _ b: Int) -> Int128 { Int128(a) * Int128(b) }
      let ratios = [
        (Int128(clientsAfter), Int128(clientsBefore)),
        (product(after.clients, clientsBefore), product(before.clients, clientsAfter)),
        (product(volumeAfter, before.clients), product(volumeBefore, after.clients)),
        (product(after.net, volumeBefore), product(before.net, volumeAfter)),
      ]
      return ratios.map { mean * Self.logarithm($0.0, over: $0.1) }
    }

    static func logarithm(_ a: Int128, over b: Int128) -> Double {
      log1p(Double(a - b) / Double(b))
    }

    static func logarithmicMean(_ before: Int128, _ after: Int128) -> Double {
      before == after
        ? Double(after) : Double(after - before) / logarithm(after, over: before)
    }

    /// The mean change over all orders in which the factors can change.
    private var shapley: [Double] {
      func factors(_ use: PartUse, _ volume: Int, _ clients: Int) -> [Double] {
        [
          Double(clients), Double(use.clients) / Double(clients),
          Double(volume) / Double(use.clients),
          isVolumeOnly ? 1 : Double(use.net) / Double(volume),
        ]
      }
      let (volumeBefore, volumeAfter) = volumes
      let first = factors(before, volumeBefore, clientsBefore)
      let second = factors(after, volumeAfter, clientsAfter)
      var sums = [0.0, 0, 0, 0]
      for order in Self.orders([0, 1, 2, 3]) {
        var now = first
        for place in order {
          let value = now.reduce(1, *)
          now[place] = second[place]
          sums[place] += now.reduce(1, *) - value
        }
      }
      return sums.map { $0 / 24 }
    }

    private static func orders(_ places: [Int]) -> [[Int]] {
      if places.isEmpty { return [[]] }
      return places.flatMap { place in orders(places.filter { $0 != place }).map { [place] + $0 } }
    }

    /// Effects in whole cents that add up: floors, and a cent more for the largest remainders.
    static func rounded(_ effects: [Double], to sum: Int) -> [Int] {
      // On mad amounts only an effect is beyond this.
      let bound = 0x1p60
      let effects = effects.map { min(max($0, -bound), bound) }
      var cents = effects.map { Int($0.rounded(.down)) }
      let missing = sum - cents.reduce(0, +)
      let remainders = effects.map { $0 - $0.rounded(.down) }
      let ranked = cents.indices.sorted {
        remainders[$0] != remainders[$1] ? remainders[$0] > remainders[$1] : $0 < $1
      }
      // Of doubles that are exact enough between 0 and 4 are missing.
      let rest = (missing % 4 + 4) % 4
      for (rank, place) in ranked.enumerated() {
        cents[place] += (missing - rest) / 4 + (rank < rest ? 1 : 0)
      }
      return cents
    }
  }
}
