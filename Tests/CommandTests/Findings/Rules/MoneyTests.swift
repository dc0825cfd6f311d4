import Testing

/// R209–R211: amounts and rates.
@Suite struct MoneyTests {
  @Test func `a budget may be reached exactly, and credits make room`() throws {
    try Office(allocation: "budget=100.00").expect(
      """
      dag=2024-01-01 2023-01-01..2023-01-31 bedrag=60.00 ->
      dag=2024-01-02 2023-02-01..2023-02-28 bedrag=40.00 ->
      dag=2024-01-03 2023-03-01..2023-03-31 bedrag=0.01 -> R209
      dag=2024-01-04 2023-03-01..2023-03-31 bedrag=0.01 dc=C ->
      dag=2024-01-05 2023-04-01..2023-04-30 bedrag=0.00 ->
      dag=2024-01-06 2023-05-01..2023-05-31 bedrag=0.01 -> R209
      dag=2024-01-07 2023-06-01..2023-06-30 bedrag=0.00 -> R209
      """
    )
  }

  @Test func `the budget is the allocation's, whatever product and provider`() throws {
    try Office(allocation: "budget=10.00").expect(
      """
      dag=2024-01-01 product=10A ->
      dag=2024-01-02 product=20A bedrag=0.01 -> R209
      dag=2024-01-03 aanbieder=22222222 2023-02-01..2023-02-28 bedrag=0.01 -> R206 R209
      """
    )
  }

  @Test func `a budget of nothing allows nothing, no budget everything`() throws {
    try Office(allocation: "budget=0.00").expectEach(
      """
      bedrag=0.00 ->
      bedrag=0.01 -> R209
      """
    )
    let lines = """
      bedrag=9999.99 ->
      dag=2024-02-01 bedrag=1.00 dc=C ->
      """
    try Office().expect(lines)
    #expect(try Office().denominator("R209", lines) == 0)
    #expect(try Office(allocation: "budget=10000.00").denominator("R209", lines) == 1)
  }

  @Test func `the rate is the contract's, to the ten-thousandth`() throws {
    try Office().with(rates: "10A,,31.00,,2022-01-01,").expectEach(
      """
      tarief=31.00 bedrag=31.00 ->
      tarief=31.0000 bedrag=31.00 ->
      tarief=31.0001 bedrag=31.00 -> R210
      tarief=30.99 bedrag=31.00 -> R210
      tarief= bedrag=31.00 ->
      product=30A tarief=30.99 bedrag=31.00 ->
      """
    )
  }

  @Test func `without the file, or a rate that holds, nothing is assessed`() throws {
    let line = "tarief=31.00 bedrag=31.00 2023-01-01..2023-01-31"
    #expect(try Office().denominator("R210", line) == nil)
    for rates in ["20A,,1,,2022-01-01,", "10A,,1,,2023-01-02,", "10A,,1,,2022-01-01,2022-12-31"] {
      #expect(try Office().with(rates: rates).denominator("R210", line) == 0)
    }
    for rates in ["10A,,1,,2023-01-01,", "10A,,1,,2022-01-01,2023-01-01"] {
      #expect(try Office().with(rates: rates).denominator("R210", line) == 1)
    }
  }

  @Test func `the rate of the period's first day holds for the whole of it`() throws {
    let rates = """
      10A,,30.00,,2022-01-01,2023-01-31
      10A,,31.00,,2023-02-01,
      """
    try Office().with(rates: rates).expectEach(
      """
      2023-01-31..2023-02-28 tarief=30.00 bedrag=30.00 ->
      2023-01-31..2023-02-28 tarief=31.00 bedrag=31.00 -> R210
      2023-02-01..2023-02-28 tarief=31.00 bedrag=31.00 ->
      2023-02-01..2023-02-28 tarief=30.00 bedrag=30.00 -> R210
      """
    )
  }

  @Test func `a provider's own rate goes first, then the latest, a unit's, the greater`() throws {
    // Each line of rates beats the one above it.
    let rates = [
      "10A,,90.00,,2023-01-01,", "10A,11111111,40.00,,2021-01-01,",
      "10A,11111111,30.00,,2022-01-01,", "10A,11111111,31.00,04,2022-01-01,",
      "10A,11111111,32.00,04,2022-01-01,2024-12-31",
    ]
    let winners = ["90.00", "40.00", "30.00", "31.00", "32.00"]
    for (count, winner) in zip(1..., winners) {
      let office = Office().with(rates: rates.prefix(count).joined(separator: "\n"))
      for rate in winners {
        try office.expect("tarief=\(rate) bedrag=\(rate) -> \(rate == winner ? "" : "R210")")
      }
    }
    // A unit's row holds for that unit only, another provider's not at all.
    try Office().with(rates: rates.joined(separator: "\n")).expectEach(
      """
      eenheid=14 tarief=30.00 bedrag=30.00 ->
      eenheid=14 tarief=32.00 bedrag=32.00 -> R210
      """
    )
    try Office().with(rates: "10A,22222222,1,,2022-01-01,").expect("tarief=2 bedrag=2.00 ->")
  }

  @Test func `an amount may be one cent off, exactly`() throws {
    try Office().expectEach(
      """
      volume=2 tarief=30.00 bedrag=60.00 ->
      volume=2 tarief=30.00 bedrag=60.01 ->
      volume=2 tarief=30.00 bedrag=59.99 ->
      volume=2 tarief=30.00 bedrag=60.02 -> R211
      volume=2 tarief=30.00 bedrag=59.98 -> R211
      volume=0.5 tarief=0.0300 bedrag=0.02 ->
      volume=0.5 tarief=0.0300 bedrag=0.03 -> R211
      volume=0.01 tarief=0.0001 bedrag=0.01 ->
      volume=0.01 tarief=0.0001 bedrag=0.02 -> R211
      volume=1 tarief=0 bedrag=0.01 ->
      volume=1 tarief=0 bedrag=0.02 -> R211
      volume=2 tarief= bedrag=99.00 ->
      eenheid=83 volume=2 tarief=30.00 bedrag=99.00 ->
      """
    )
  }

  @Test func `credits are held against volume times rate, too`() throws {
    try Office().expect(
      """
      dag=2024-01-01 volume=9 tarief=30.00 bedrag=270.00 ->
      dag=2024-01-02 volume=2 tarief=30.00 bedrag=60.01 dc=C ->
      dag=2024-01-03 volume=2 tarief=30.00 bedrag=60.02 dc=C -> R211
      """
    )
  }

  @Test func `minutes on hours may cost the contract's rate per hour`() throws {
    // 50 minutes of 31.00 an hour are 25.83 (25.8333); 50 × 0.5167 are 25.835.
    let rates = "10A,,31.00,04,2022-01-01,"
    let hours = Office(allocation: "eenheid=04").with(rates: rates)
    try hours.expectEach(
      """
      eenheid=01 volume=50 tarief=0.5 bedrag=25.01 ->
      eenheid=01 volume=50 tarief=0.5 bedrag=25.02 -> R211
      eenheid=01 volume=50 tarief=0.5 bedrag=25.81 -> R211
      eenheid=01 volume=50 tarief=0.5 bedrag=25.82 ->
      eenheid=01 volume=50 tarief=0.5 bedrag=25.83 ->
      eenheid=01 volume=50 tarief=0.5 bedrag=25.84 ->
      eenheid=01 volume=50 tarief=0.5 bedrag=25.85 -> R211
      """
    )
    // Not without an hour allocation, nor without a contract rate per hour.
    try Office().with(rates: rates).expect("eenheid=01 volume=50 tarief=0.5 bedrag=25.83 -> R211")
    let line = "eenheid=01 volume=50 tarief=0.5 bedrag=25.83 -> R211"
    try Office(allocation: "eenheid=04").expect(line)
    try Office(allocation: "eenheid=04").with(rates: "10A,,31.00,14,2022-01-01,").expect(line)
    // A half is rounded away from zero: 1 minute of 0.30 an hour is 0.005, so 0.01, give or take.
    try Office(allocation: "eenheid=04").with(rates: "10A,,0.30,04,2022-01-01,").expectEach(
      """
      eenheid=01 volume=1 tarief=9 bedrag=0.02 ->
      eenheid=01 volume=1 tarief=9 bedrag=0.03 -> R211
      """
    )
  }
}
