import Foundation
import Ingest
import Testing

@testable import Runs

/// From the net of one run to that of the next, by the months of their ladders.
@Suite("New, gone and restated") struct NetMovementTests {
  /// A manifest whose ladder has these months, of lines and cents.
  private func manifest(
    _ months: KeyValuePairs<String, (lines: Int, net: Int64)>?, net: Int64? = nil
  ) throws -> RunManifest {
    let total = net ?? (months ?? [:]).reduce(0) { $0 + $1.value.net }
    let lines = (months ?? [:]).reduce(0) { $0 + $1.value.lines }
    let list = months.map { months in
      let texts = months.map {
        "{\"month\": \"\($0.key)\", \"lines\": \($0.value.lines), \"net\": \($0.value.net)}"
      }
      return ", \"months\": [\(texts.joined(separator: ", "))]"
    }
    let json = """
      {"version": "0.1.0", "hash": "00000000", "configuration": {}, "inputs": [], "warnings": [],
      "ladder": {"records": \(lines), "blank": 0, "header": 0, "rejected": {},
      "accepted": \(lines), "debit": \(total), "credit": 0, "net": \(total),
      "in_window": {"lines": \(lines), "net": \(total)},
      "outside_window": {"lines": 0, "net": 0}\(list ?? "")}, "outputs": [], "durations": {}}
      """
    return try JSONDecoder().decode(RunManifest.self, from: Data(json.utf8))
  }

  private func movement(_ old: RunManifest, _ new: RunManifest) throws -> NetMovement? {
    try NetMovement(old, new, names: Changed(was: "OLD", now: "NEW"))
  }

  @Test func `every kind of month goes into its own sum`() throws {
    let old = try manifest([
      "2017-01": (10, 1_000), "2017-02": (10, 2_000), "2017-03": (0, 0), "2017-04": (5, -50),
      "2017-05": (5, 500),
    ])
    let new = try manifest([
      "2016-12": (1, 7), "2017-01": (12, 900), "2017-02": (8, 2_100), "2017-03": (3, 30),
      "2017-04": (5, -20), "2017-05": (5, 500), "2017-06": (4, 44),
    ])
    let found = try #require(try movement(old, new))
    #expect(found.new == .init(lines: 10, net: 7 - 100 + 30 + 44))
    #expect(found.newInKnownMonths == .init(lines: 5, net: -100 + 30))
    #expect(found.gone == .init(lines: 2, net: -100))
    #expect(found.restated == .init(months: 1, net: 30))
    #expect(found.was == 3_450 && found.now == 3_561 && found.differs)
  }

  @Test func `a month that is gone altogether is gone`() throws {
    let found = try #require(
      try movement(
        manifest(["2017-01": (2, 20), "2017-02": (3, 30)]), manifest(["2017-01": (2, 20)])))
    #expect(found.gone == .init(lines: 3, net: 30) && found.new == .init())
  }

  @Test func `equal ladders do not differ, and empty ones neither`() throws {
    let same = try manifest(["2017-01": (2, 20)])
    #expect(try movement(same, same)?.differs == false)
    #expect(try movement(manifest([:]), manifest([:]))?.differs == false)
  }

  @Test func `a run of an earlier version has no months, and no movement`() throws {
    let known = try manifest(["2017-01": (2, 20)])
    #expect(try movement(manifest(nil), known) == nil)
    #expect(try movement(known, manifest(nil)) == nil)
  }

  @Test func `months that do not add up to the net are refused, with the run`() throws {
    let sound = try manifest(["2017-01": (2, 20)])
    let broken = try manifest(["2017-01": (2, 20)], net: 21)
    for (old, new, name) in [(broken, sound, "OLD"), (sound, broken, "NEW")] {
      #expect {
        try movement(old, new)
      } throws: { error in
        (error as? RunFailure)?.status == .unusableInput
          && (error as? RunFailure)?.message.contains(name) == true
      }
    }
  }
}
