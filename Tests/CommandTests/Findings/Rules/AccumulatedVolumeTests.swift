import Testing

/// R208: what the lines of one placement add up to in a period unit (volume-rules.md).
@Suite struct AccumulatedVolumeTests {
  @Test func `each debit that ends above the allowance is a hit, and credits make room`() throws {
    try Office(allocation: "volume=10 eenheid=04 frequentie=4").expect(
      """
      dag=2024-01-01 2023-01-01..2023-01-10 volume=6 ->
      dag=2024-01-02 2023-01-11..2023-01-20 volume=4 ->
      dag=2024-01-03 2023-01-21..2023-01-31 volume=0.01 -> R208
      dag=2024-01-04 2023-01-21..2023-01-30 volume=0 -> R208
      dag=2024-01-05 2023-01-21..2023-01-31 volume=0.01 dc=C ->
      dag=2024-01-06 2023-01-21..2023-01-29 volume=0 ->
      dag=2024-01-07 2023-01-21..2023-01-28 volume=0.01 -> R208
      """
    )
  }

  @Test func `the canonical order decides, not that of the file`() throws {
    try Office(allocation: "volume=10 eenheid=04 frequentie=4").expect(
      """
      dag=2024-01-02 2023-01-01..2023-01-10 volume=6 -> R208
      dag=2024-01-01 2023-01-11..2023-01-20 volume=6 ->
      """
    )
    // On one day the period that begins first goes first, then a debit before a credit.
    try Office(allocation: "volume=10 eenheid=04 frequentie=4").expect(
      """
      2023-01-11..2023-01-20 volume=6 -> R208
      2023-01-01..2023-01-10 volume=6 ->
      2023-01-11..2023-01-20 volume=6 dc=C ->
      """
    )
    // A credit whose period begins earlier goes before the debits of the day.
    try Office(allocation: "volume=10 eenheid=04 frequentie=4").expect(
      """
      2023-01-11..2023-01-20 volume=11 -> R207
      2023-01-01..2023-01-10 volume=1 dc=C bedrag=1.00 ->
      """
    )
  }

  @Test func `a placement is an allocation's product at one provider`() throws {
    try Office(allocation: "volume=10 eenheid=04 frequentie=4").expect(
      """
      2023-01-01..2023-01-10 volume=10 ->
      2023-01-11..2023-01-20 volume=10 product=30A ->
      2023-01-21..2023-01-31 volume=10 aanbieder=22222222 -> R206
      2023-01-21..2023-01-31 volume=0.01 product=30A -> R208
      """
    )
  }

  @Test func `months are apart, and a period over two is divided by days, exactly`() throws {
    // 30 days, 16 of them in January: 18.75 × 16 / 30 = 10 and 18.75 × 14 / 30 = 8.75.
    try Office(allocation: "volume=10 eenheid=04 frequentie=4").expect(
      """
      dag=2024-01-01 2023-01-16..2023-02-14 volume=18.75 ->
      dag=2024-01-02 2023-02-15..2023-02-28 volume=1.25 ->
      dag=2024-01-03 2023-02-15..2023-02-27 volume=0.01 -> R208
      dag=2024-01-04 2023-01-01..2023-01-15 eenheid=01 volume=0.01 -> R208
      """
    )
    // Three thirds of a hundredth are one: no rounding on the way. A credit makes room in February.
    try Office(allocation: "volume=0.01 eenheid=04 frequentie=4").expect(
      """
      dag=2024-01-01 2023-02-01..2023-02-02 volume=9 dc=C ->
      dag=2024-01-02 2023-01-31..2023-02-02 volume=0.01 ->
      dag=2024-01-03 2023-01-31..2023-02-02 volume=0.01 -> R212
      dag=2024-01-04 2023-01-31..2023-02-02 volume=0.01 -> R212
      dag=2024-01-05 2023-01-31..2023-01-31 eenheid=01 volume=0.01 -> R208
      """
    )
  }

  @Test func `weekly volume adds up per month, each with all weeks that it touches`() throws {
    // The worked example: March 2023 touches five weeks, so 15; April touches five as well.
    try Office(allocation: "volume=3 eenheid=84 frequentie=2").expect(
      """
      dag=2024-01-01 eenheid=84 2023-03-01..2023-03-05 volume=3 ->
      dag=2024-01-02 eenheid=84 2023-03-06..2023-03-12 volume=3 ->
      dag=2024-01-03 eenheid=84 2023-03-13..2023-03-19 volume=3 ->
      dag=2024-01-04 eenheid=84 2023-03-20..2023-03-26 volume=3 ->
      dag=2024-01-05 eenheid=84 2023-03-27..2023-03-31 volume=3 ->
      dag=2024-01-06 eenheid=84 2023-04-01..2023-04-02 volume=3 ->
      dag=2024-01-07 eenheid=84 2023-03-01..2023-03-31 volume=0.01 -> R208
      """
    )
  }

  @Test func `Sundays of the month, and the extra one`() throws {
    let lines = """
      dag=2024-01-01 eenheid=82 2023-03-01..2023-03-19 volume=9
      dag=2024-01-02 eenheid=82 2023-03-20..2023-03-26 volume=3
      dag=2024-01-03 eenheid=82 2023-03-26..2023-03-31 volume=3
      """
    let limit = "volume=3 eenheid=82 frequentie=2 einddatum="
    try Office(allocation: limit + "2023-03-31").expect(lines)
    try Office(allocation: limit).expect(lines + " -> R208")
    // Only days inside the allocation: the first Sunday lies before it.
    try Office(allocation: limit + "2023-03-31 ingangsdatum=2023-03-06").expect(
      """
      dag=2024-01-01 eenheid=82 2023-03-06..2023-03-31 volume=12 ->
      dag=2024-01-02 eenheid=82 2023-03-06..2023-03-12 volume=0.01 -> R208
      """
    )
  }

  @Test func `household help has six weeks in every month`() throws {
    try Office(allocation: "volume=2 eenheid=04 frequentie=2 product_categorie=01").expect(
      """
      dag=2024-01-01 2023-02-01..2023-02-14 volume=6 ->
      dag=2024-01-02 2023-02-15..2023-02-28 eenheid=01 volume=360 ->
      dag=2024-01-03 2023-02-15..2023-02-27 eenheid=01 volume=0.01 -> R208
      dag=2024-01-04 2023-03-01..2023-03-31 volume=12 ->
      """
    )
  }

  @Test func `runs of four weeks count from the allocation's first day, backwards too`() throws {
    try Office(allocation: "volume=4 eenheid=04 frequentie=3 ingangsdatum=2023-01-10").expect(
      """
      dag=2024-01-01 2023-01-10..2023-02-06 volume=4 ->
      dag=2024-01-02 2023-02-07..2023-02-07 volume=4 ->
      dag=2024-01-03 2023-02-06..2023-02-06 volume=0.01 -> R208
      dag=2024-01-04 2023-02-08..2023-03-06 volume=0.01 -> R208
      dag=2024-01-05 2023-03-07..2023-03-07 volume=4 ->
      dag=2024-01-06 2023-01-09..2023-01-09 volume=0.01 -> R201 R207 R208
      """
    )
  }

  @Test func `a year is that of the calendar`() throws {
    try Office(allocation: "volume=12 eenheid=04 frequentie=5").expect(
      """
      dag=2024-06-01 2023-01-01..2023-11-30 volume=8 ->
      dag=2024-06-02 2023-12-31..2024-01-01 volume=8 ->
      dag=2024-06-03 2024-01-02..2024-02-29 volume=8 ->
      dag=2024-06-04 2023-12-01..2023-12-31 volume=0.01 -> R208
      dag=2024-06-05 2024-03-01..2024-03-31 volume=0.01 -> R208
      """
    )
  }

  @Test func `a total runs over the whole allocation and beyond`() throws {
    try Office(allocation: "volume=12 eenheid=04 frequentie=6 einddatum=2023-12-31").expect(
      """
      dag=2024-06-01 2023-01-01..2023-06-30 volume=6 ->
      dag=2024-06-02 2024-01-01..2024-01-31 volume=6 -> R202
      dag=2024-06-03 2023-07-01..2023-07-31 eenheid=01 volume=0.01 -> R208
      """
    )
  }

  @Test func `leap February and daily volume`() throws {
    try Office(allocation: "volume=1 eenheid=14 frequentie=1").expect(
      """
      dag=2024-06-01 eenheid=14 2024-02-01..2024-02-28 volume=28 ->
      dag=2024-06-02 eenheid=14 2024-02-29..2024-02-29 volume=1 ->
      dag=2024-06-03 eenheid=14 2024-02-01..2024-02-29 volume=0.01 -> R208
      dag=2024-06-04 eenheid=14 2023-02-01..2023-02-28 volume=28 ->
      dag=2024-06-05 eenheid=14 2023-02-01..2023-02-27 volume=0.01 -> R208
      """
    )
  }

  @Test func `the whole of a period is divided, the days outside the allocation too`() throws {
    // Half of the days lie before the allocation, where nothing is allowed.
    try Office(allocation: "volume=10 eenheid=04 frequentie=4 ingangsdatum=2023-02-01").expectEach(
      """
      2023-01-31..2023-02-01 volume=10 -> R201 R208
      2023-01-31..2023-02-01 volume=0 -> R201
      2023-02-01..2023-02-28 volume=10 ->
      """
    )
  }

  @Test func `a rejected line uses no volume`() throws {
    try Office(allocation: "volume=10 eenheid=04 frequentie=4").expect(
      """
      dag=2024-01-01 ref=a 2023-01-01..2023-01-10 volume=6 ->
      dag=2024-01-02 ref=a 2023-01-11..2023-01-20 volume=6 -> R104
      dag=2024-01-03 ref=b 2023-01-11..2023-01-20 volume=4 ->
      """
    )
  }
}
