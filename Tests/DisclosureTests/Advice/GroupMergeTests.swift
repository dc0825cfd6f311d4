import Analytics
import Testing

@testable import Disclosure

@Suite("advice on what to merge: product groups") struct GroupMergeTests {
  private func best(_ town: MergeableTown) -> String {
    town.advice().map { "\($0.first), \($0.second): \($0.fewer) of \($0.atRisk)" }
      .joined(separator: "\n")
  }

  @Test("combinations with either group or both become one, and equal ones add up")
  func combinations() {
    var town = MergeableTown()
    town.add(combination: ["a"], 20)
    town.add(combination: ["b"], 4)
    town.add(combination: ["c"], 20)
    town.add(combination: ["a", "b"], 3, simultaneous: 3)
    town.add(combination: ["a", "c"], 6, simultaneous: 6)
    town.add(combination: ["b", "c"], 5, simultaneous: 3)
    // As one: 27 clients alone, 11 with c of whom 9 at the same time; before, 4 combinations of two
    // figures and three counts of who did so.
    #expect(best(town) == "a, b: 10 of 11")
  }

  @Test("clients of both groups use one group less")
  func groupCounts() {
    var town = MergeableTown()
    town.add(combination: ["a"], 100)
    town.add(combination: ["b"], 100)
    town.add(combination: ["c"], 100)
    town.add(combination: ["a", "b"], 9)
    town.add(groupCounts: [300, 9, 0, 0, 0, 0])
    // Gone are the combination's two figures, and the two of clients of two groups.
    #expect(best(town) == "a, b: 4 of 4")
  }

  @Test("of an age as many may be in both groups as use both")
  func ages() {
    var town = MergeableTown()
    town.add(combination: ["a"], 8)
    town.add(combination: ["b"], 8)
    town.add(combination: ["c"], 100)
    for (group, young) in [("a", Int64(6)), ("b", 6), ("c", 60)] {
      town.add(group: group, ages: [("0-17", young), ("18+", young == 6 ? 2 : 40)])
    }
    town.add(ages: [("0-17", 72), ("18+", 44)])
    // Two combinations and two groups, and the young; the others are 4 together.
    #expect(best(town) == "a, b: 14 of 16")
    town.add(combination: ["a", "b"], 3)
    // Two figures more, and the young might be 9.
    #expect(best(town) == "a, b: 14 of 18")
  }

  @Test("sequences from and to either group are those of the merged one")
  func sequences() {
    var town = MergeableTown()
    for (group, other) in [("a", "b"), ("b", "a")] {
      town.add(from: group, 50, to: other, followed: 1, together: 2)
      town.add(from: group, 50, to: "c", followed: 9, together: 8)
    }
    for group in ["a", "b"] { town.add(from: "c", 50, to: group, followed: 7, together: 8) }
    // Three figures between them are gone. 4 use both, so that of 18 from them, 14 to them and 16
    // together at least 14, 10 and 12 are left.
    #expect(best(town) == "a, b: 9 of 9")
  }
}
