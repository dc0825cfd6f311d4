import Ingest
import Testing

@testable import Runs

@Suite("Which runs stay")
struct RetentionTests {
  private func names(_ days: String...) -> [String] { days.map { "\($0)T020000Z-3f2a91c0" } }

  private func removable(
    _ names: [String], runs: Int, months: Int, but staying: Set<String> = []
  ) -> [String] {
    Retention(parameters: RetentionParameters(runs: runs, months: months))
      .removable(among: names, but: staying)
  }

  @Test("the newest runs stay, whatever the order in which they are found")
  func newest() {
    let all = names("20171103", "20171101", "20171102")
    #expect(removable(all, runs: 2, months: 0) == names("20171101"))
    #expect(removable(all, runs: 3, months: 0).isEmpty)
    #expect(removable([], runs: 1, months: 1).isEmpty)
  }

  @Test("the last run of each month stays, counted back from the newest run's, over a new year")
  func months() {
    let all = names("20170930", "20171030", "20171031", "20171130", "20171231", "20180101")
    #expect(removable(all, runs: 1, months: 3) == names("20170930", "20171030", "20171031"))
    #expect(removable(all, runs: 1, months: 4) == names("20170930", "20171030"))
    #expect(removable(all, runs: 1, months: 5) == names("20171030"))
  }

  @Test("what stays whatever its age counts among the newest")
  func staying() {
    let all = names("20171101", "20171102", "20171103")
    #expect(removable(all, runs: 1, months: 0, but: [all[0]]) == names("20171102"))
    #expect(removable(all, runs: 1, months: 0, but: [all[2]]) == names("20171101", "20171102"))
  }

  @Test("the time in a run's name")
  func time() {
    #expect(RunName.seconds(of: "20171115T020000Z-3f2a91c0") == 1_510_711_200)
    #expect(RunName.seconds(of: "20171115T020000Z-3f2a91c0-rapport") == nil)
    #expect(RunName.seconds(of: "publicatie") == nil)
  }
}
