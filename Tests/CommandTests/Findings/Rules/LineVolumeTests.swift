import Testing

/// R207: one debit line against the allowance of its own product period (volume-rules.md).
///
/// A line that ends above its allowance alone ends above that of its period unit, too, where the
/// product period is the whole of that unit: then R208 stands beside R207.
@Suite struct LineVolumeTests {
  @Test func `effort counts the calendar weeks that a period touches`() throws {
    // The worked example: March 2023 touches five weeks of three hours.
    let limit = "volume=3 frequentie=2 product_categorie=02"
    try Office(allocation: limit + " eenheid=04").expectEach(
      """
      eenheid=04 2023-03-01..2023-03-31 volume=15 ->
      eenheid=04 2023-03-01..2023-03-31 volume=15.01 -> R207 R208
      eenheid=04 2023-03-06..2023-03-12 volume=3 ->
      eenheid=04 2023-03-06..2023-03-12 volume=3.01 -> R207
      eenheid=04 2023-03-12..2023-03-13 volume=6 ->
      eenheid=04 2023-03-12..2023-03-13 volume=6.01 -> R207
      """
    )
    for unit in ["01", "14", "16", "84"] {
      try Office(allocation: limit + " eenheid=\(unit)").expectEach(
        """
        eenheid=\(unit) 2023-03-01..2023-03-31 volume=15 ->
        eenheid=\(unit) 2023-03-01..2023-03-31 volume=15.01 -> R207 R208
        """
      )
    }
  }

  @Test func `output counts Sundays`() throws {
    try Office(allocation: "volume=3 frequentie=2 eenheid=82 product_categorie=02").expectEach(
      """
      eenheid=82 2023-03-01..2023-03-31 volume=12 ->
      eenheid=82 2023-03-01..2023-03-31 volume=12.01 -> R207 R208
      eenheid=82 2023-03-06..2023-03-11 volume=0 ->
      eenheid=82 2023-03-06..2023-03-11 volume=0.01 -> R207
      eenheid=82 2023-03-05..2023-03-05 volume=3 ->
      eenheid=82 2023-03-05..2023-03-05 volume=3.01 -> R207
      """
    )
  }

  @Test func `output has one Sunday more in the month of the allocation's last`() throws {
    let limit = "volume=3 frequentie=2 eenheid=82 product_categorie=02 "
    try Office(allocation: limit + "einddatum=2023-03-31").expectEach(
      """
      eenheid=82 2023-03-01..2023-03-31 volume=15 ->
      eenheid=82 2023-03-01..2023-03-31 volume=15.01 -> R207 R208
      eenheid=82 2023-03-27..2023-03-31 volume=3 ->
      eenheid=82 2023-03-01..2023-03-04 volume=3 ->
      eenheid=82 2023-02-01..2023-02-28 volume=12 ->
      eenheid=82 2023-02-01..2023-02-28 volume=12.01 -> R207 R208
      """
    )
    // The end is a Sunday: no broken week after it.
    try Office(allocation: limit + "einddatum=2023-03-26").expectEach(
      """
      eenheid=82 2023-03-01..2023-03-26 volume=12 ->
      eenheid=82 2023-03-01..2023-03-26 volume=12.01 -> R207 R208
      """
    )
    // The end lies in April, but its last Sunday in March.
    try Office(allocation: limit + "einddatum=2023-04-01").expectEach(
      """
      eenheid=82 2023-03-01..2023-03-31 volume=15 ->
      eenheid=82 2023-04-01..2023-04-01 volume=0 ->
      eenheid=82 2023-04-01..2023-04-01 volume=0.01 -> R207 R208
      """
    )
  }

  @Test func `household help has six times its weekly volume in any month`() throws {
    let help = "volume=2 eenheid=04 frequentie=2 product_categorie=01"
    try Office(allocation: help).expectEach(
      """
      2023-02-01..2023-02-28 volume=12 ->
      2023-02-01..2023-02-28 volume=12.01 -> R207 R208
      2023-03-15..2023-03-15 volume=12 ->
      2023-01-31..2023-02-01 volume=24 ->
      2023-01-31..2023-02-01 volume=24.01 -> R207 R208
      """
    )
    // Pieces are no exception: the category goes before the unit.
    try Office(allocation: "volume=2 eenheid=82 frequentie=2 product_categorie=01").expectEach(
      """
      eenheid=82 2023-02-01..2023-02-28 volume=12 ->
      eenheid=82 2023-02-01..2023-02-28 volume=12.01 -> R207 R208
      """
    )
  }

  @Test func `the category is the allocation's, without one the product's`() throws {
    let limit = "volume=2 eenheid=04 frequentie=2"
    // February 2023 touches five weeks.
    try Office(allocation: limit).expectEach(
      """
      product=20A 2023-02-01..2023-02-28 volume=12 ->
      product=20A 2023-02-01..2023-02-28 volume=12.01 -> R207 R208
      product=10A 2023-02-01..2023-02-28 volume=10 ->
      product=10A 2023-02-01..2023-02-28 volume=10.01 -> R207 R208
      """
    )
    try Office(allocation: limit + " product_categorie=02").expect(
      "product=20A categorie=01 2023-02-01..2023-02-28 volume=10.01 -> R203 R207 R208"
    )
  }

  @Test func `weeks at the turn of a year are those of the calendar`() throws {
    // 30 December 2024 is a Monday; the week runs to Sunday 5 January 2025.
    try Office(allocation: "volume=1 eenheid=04 frequentie=2").expectEach(
      """
      dag=2025-02-01 2024-12-30..2025-01-05 volume=1 ->
      dag=2025-02-01 2024-12-30..2025-01-05 volume=1.01 -> R207
      dag=2025-02-01 2024-12-29..2025-01-05 volume=2 ->
      dag=2025-02-01 2024-12-30..2025-01-06 volume=2 ->
      dag=2025-02-01 2024-12-29..2025-01-06 volume=3.01 -> R207
      """
    )
  }

  @Test func `days, leap February among them`() throws {
    try Office(allocation: "volume=1.5 eenheid=14 frequentie=1").expectEach(
      """
      dag=2024-06-01 eenheid=14 2024-02-01..2024-02-29 volume=43.5 ->
      dag=2024-06-01 eenheid=14 2024-02-01..2024-02-29 volume=43.51 -> R207 R208
      dag=2024-06-01 eenheid=14 2023-02-01..2023-02-28 volume=42 ->
      dag=2024-06-01 eenheid=14 2023-02-01..2023-02-28 volume=42.01 -> R207 R208
      """
    )
  }

  @Test func `four weeks begin anew every 28 days of the period`() throws {
    try Office(allocation: "volume=1 eenheid=04 frequentie=3").expectEach(
      """
      2023-01-01..2023-01-28 volume=1 ->
      2023-01-01..2023-01-28 volume=1.01 -> R207 R208
      2023-01-01..2023-01-29 volume=2 -> R208
      2023-01-02..2023-01-29 volume=1.01 -> R207
      """
    )
  }

  @Test func `months and years are those that the period touches`() throws {
    try Office(allocation: "volume=1 eenheid=04 frequentie=4").expectEach(
      """
      2023-01-31..2023-02-01 volume=2 ->
      2023-01-31..2023-02-01 volume=2.01 -> R207 R208
      2023-01-01..2023-01-31 volume=1 ->
      """
    )
    try Office(allocation: "volume=1 eenheid=04 frequentie=5").expectEach(
      """
      dag=2024-02-01 2023-12-31..2024-01-01 volume=2 ->
      dag=2024-02-01 2023-12-31..2024-01-01 volume=2.01 -> R207 R208
      dag=2024-02-01 2023-01-01..2023-12-31 volume=1.01 -> R207 R208
      """
    )
  }

  @Test func `a total holds wherever the period lies`() throws {
    try Office(allocation: "volume=7.5 eenheid=04 frequentie=6 einddatum=2023-06-30").expectEach(
      """
      2023-01-01..2023-06-30 volume=7.5 ->
      2023-01-01..2023-06-30 volume=7.51 -> R207 R208
      2023-07-01..2023-07-31 volume=7.5 -> R202
      2023-07-01..2023-07-31 volume=7.51 -> R202 R207 R208
      """
    )
  }

  @Test func `only days inside the allocation allow anything`() throws {
    try Office(allocation: "volume=1 eenheid=04 frequentie=1 einddatum=2023-03-15").expectEach(
      """
      2023-03-01..2023-03-31 volume=15 -> R202
      2023-03-01..2023-03-31 volume=15.01 -> R202 R207 R208
      2023-04-01..2023-04-30 volume=0 -> R202
      2023-04-01..2023-04-30 volume=0.01 -> R202 R207 R208
      2022-12-31..2022-12-31 volume=0.01 -> R201 R207 R208
      """
    )
  }

  @Test func `minutes on an hour allocation are sixtieths`() throws {
    try Office(allocation: "volume=1.5 eenheid=04 frequentie=4").expectEach(
      """
      eenheid=01 volume=90 ->
      eenheid=01 volume=90.01 -> R207 R208
      """
    )
    try Office(allocation: "volume=0.01 eenheid=04 frequentie=4").expectEach(
      """
      eenheid=01 volume=0.6 ->
      eenheid=01 volume=0.61 -> R207 R208
      """
    )
  }

  @Test(arguments: [
    "eenheid=04 frequentie=4", "volume=1 frequentie=4", "volume=1 eenheid=04",
    "volume=1 eenheid=83 frequentie=4",
  ])
  func `without volume, unit or frequency, or in euros, there is no limit`(limit: String) throws {
    let unit = limit.contains("83") ? "eenheid=83" : ""
    try Office(allocation: limit).expect("\(unit) volume=999 ->")
    for rule in ["R207", "R208"] {
      #expect(try Office(allocation: limit).denominator(rule, "\(unit) volume=999") == 0)
    }
  }

  @Test func `credits and lines with another unit are not assessed`() throws {
    let office = Office(allocation: "volume=1 eenheid=04 frequentie=4")
    let lines = """
      volume=1 ->
      dag=2024-01-06 volume=9 dc=C bedrag=1.00 ->
      2023-02-01..2023-02-28 eenheid=14 volume=9 -> R205
      """
    try office.expect(lines)
    #expect(try office.denominator("R207", lines) == 1)
    #expect(try office.denominator("R208", lines) == 1)
  }
}
