import Ingest

/// Allocations and their distinct clients per row of a group; allocations come client by client.
struct GrantTally {
  private struct Key: Hashable, Comparable {
    let group: Int
    let value: Int

    static func < (a: Key, b: Key) -> Bool { (a.group, a.value) < (b.group, b.value) }
  }

  struct Count {
    fileprivate(set) var allocations = 0
    fileprivate(set) var clients = 0
    fileprivate var latestClient: Int32 = -1
  }

  private let groups: GrantGroups
  private var counts: [Key: Count] = [:]

  init(_ groups: GrantGroups) { self.groups = groups }

  /// Adds an allocation to the row of a value in its group, and in all groups together.
  mutating func add(_ grant: Grant, _ registers: Registers, value: Int) {
    let group = groups.group(of: registers.allocations[Int(grant.allocation)])
    for group in [group, groups.names.count] {
      var count = counts[Key(group: group, value: value)] ?? Count()
      count.allocations += 1
      if count.latestClient != grant.client {
        count.latestClient = grant.client
        count.clients += 1
      }
      counts[Key(group: group, value: value)] = count
    }
  }

  /// The rows, by group and value, the total last: the cells of level and group, the value, the
  /// count, and the allocations of the whole group.
  func rows(_ make: (_ keys: [Cell], _ value: Int, Count, _ ofGroup: Int) -> [Cell]) -> [[Cell]] {
    var ofGroup = [Int](repeating: 0, count: groups.names.count + 1)
    for (key, count) in counts { ofGroup[key.group] += count.allocations }
    return counts.sorted { $0.key < $1.key }.map { key, count in
      let keys: [Cell] =
        key.group < groups.names.count
        ? [.level(.productGroup), .text(groups.names[key.group])] : [.level(.total), .empty]
      return make(keys, key.value, count, ofGroup[key.group])
    }
  }
}
