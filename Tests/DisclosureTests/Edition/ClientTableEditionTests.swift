import Analytics
import Ingest
import Testing

@Suite("tables of clients in an edition") struct ClientTableEditionTests {
  @Test("shares of a number of groups are of the shown total, also of nobody")
  func groupCounts() {
    var run = MadeUpRun()
    run[.market("", "")].clients = 998
    run[.groupCount("4")] = (0, 0, 0)
    #expect(run.edition(.groupCounts, "1 ") == "1 | 100 | 100000 | 500000")
    #expect(run.edition(.groupCounts, "4") == "4 | 0 | 0 | 0")
    #expect(run.edition(.groupCounts, "4", hiding: [.market("", "")]) == "4 | 0 | x | 0")
    #expect(run.edition(.groupCounts, "6+", hiding: [.groupCount("6+")]) == "6+ | x | x | x")
  }

  @Test("shares of an age are of the group's rounded clients, and hidden when these are")
  func ages() {
    var run = MadeUpRun()
    for (ageClass, clients) in [("0-17", Int64(13)), ("18+", 34), ("onbekend", 0)] {
      run[.age("arbeid", ageClass)] = (clients, 0, clients * 100_00)
    }
    // 47 clients are shown as 45.
    #expect(
      run.edition(.ages, "arbeid") == """
        arbeid | 0-17 | 15 | 333333 | 130000
        arbeid | 18+ | 35 | 777778 | 340000
        arbeid | onbekend | 0 | 0 | 0
        """)
    #expect(
      run.edition(.ages, "arbeid", hiding: [.group("arbeid"), .age("arbeid", "0-17")]) == """
        arbeid | 0-17 | x | x | x
        arbeid | 18+ | 35 | x | 340000
        arbeid | onbekend | 0 | x | 0
        """)
  }

  @Test("shares of an age among all are of the municipality's clients")
  func agesOfAll() {
    var run = MadeUpRun()
    run[.market("", "")].clients = 400
    run[.age("totaal", "18+")].clients = 98
    #expect(run.edition(.ages, "totaal | 18+") == "totaal | 18+ | 100 | 250000 | 500000")
    #expect(
      run.edition(.ages, "totaal | 18+", hiding: [.market("", "")])
        == "totaal | 18+ | 100 | x | 500000")
  }

  @Test("who started together is one figure for both orders")
  func sequences() {
    var run = MadeUpRun()
    run[.from("arbeid")].clients = 96
    run[.follows("arbeid", "begeleiding")].clients = 16
    let together = [BundleName.together("begeleiding", "arbeid")]
    #expect(
      run.edition(.sequences, "arbeid | begeleiding", hiding: together)
        == "arbeid | begeleiding | 95 | 15 | 157895 | x")
    #expect(
      run.edition(.sequences, "begeleiding | arbeid", hiding: together)
        == "begeleiding | arbeid | 100 | 100 | 1000000 | x")
  }

  @Test("a share of those who followed is hidden when one of the two is, also of nobody")
  func hiddenSequences() {
    var run = MadeUpRun()
    run[.follows("arbeid", "begeleiding")].clients = 0
    #expect(
      run.edition(.sequences, "arbeid | begeleiding", hiding: [.from("arbeid")])
        == "arbeid | begeleiding | x | 0 | x | 100")
    #expect(
      run.edition(
        .sequences, "arbeid | dagbesteding", hiding: [.follows("arbeid", "dagbesteding")])
        == "arbeid | dagbesteding | 100 | x | x | 100")
  }
}

@Suite("combinations in an edition") struct CombinationEditionTests {
  private let hidden: [BundleName] = [
    .combination("arbeid + begeleiding"), .combination("arbeid + begeleiding + dagbesteding"),
  ]
  private var run: MadeUpRun {
    var run = MadeUpRun()
    run[.combination("arbeid")].clients = 198
    run[.combination("begeleiding")].clients = 203
    run[.combination("dagbesteding")].clients = 202
    run[.combination("begeleiding + dagbesteding")].clients = 22
    run[.simultaneous("begeleiding + dagbesteding")].clients = 12
    run[.market("", "")] = (clients: 638, indications: 700, amount: 30_000_00)
    return run
  }

  @Test("by shown clients, then name; what is hidden is one row at the end")
  func rows() {
    #expect(
      run.edition(.combinations, hiding: hidden) == """
        begeleiding | 1 | 205 | 320313 | - | 500000
        arbeid | 1 | 200 | 312500 | - | 500000
        dagbesteding | 1 | 200 | 312500 | - | 500000
        begeleiding + dagbesteding | 2 | 20 | 31250 | 10 | 500000
        overige combinaties | - | 15 | 23438 | - | 1000000
        """)
  }

  @Test("where nothing is hidden there is no other row")
  func nothingHidden() {
    #expect(run.edition(.combinations, "overige") == "")
    #expect(MadeUpRun().edition(.combinations).split(separator: "\n").count == 6)
  }

  @Test("what is left is hidden below the threshold")
  func fewClients() {
    var run = run
    run[.market("", "")].clients = 633
    #expect(
      run.edition(.combinations, "overige", hiding: hidden)
        == "overige combinaties | - | 10 | 15748 | - | 1000000")
    run[.market("", "")].clients = 632
    #expect(
      run.edition(.combinations, "overige", hiding: hidden)
        == "overige combinaties | - | x | x | - | x")
  }

  @Test("what is left is hidden where its amount is not above zero")
  func noAmount() {
    var run = run
    run[.market("", "")].amount = 20_000_00
    #expect(
      run.edition(.combinations, "overige", hiding: hidden)
        == "overige combinaties | - | x | x | - | x")
  }

  @Test("where the total is hidden, so are what is left and all shares")
  func hiddenTotal() {
    #expect(
      run.edition(.combinations, hiding: hidden + [.market("", "")]) == """
        begeleiding | 1 | 205 | x | - | 500000
        arbeid | 1 | 200 | x | - | 500000
        dagbesteding | 1 | 200 | x | - | 500000
        begeleiding + dagbesteding | 2 | 20 | x | 10 | 500000
        overige combinaties | - | x | x | - | x
        """)
  }

  @Test("who used a combination at the same time is hidden apart")
  func simultaneous() {
    let name = "begeleiding + dagbesteding"
    #expect(
      run.edition(.combinations, name, hiding: hidden + [.simultaneous(name)])
        == "begeleiding + dagbesteding | 2 | 20 | 31250 | x | 500000")
  }
}
