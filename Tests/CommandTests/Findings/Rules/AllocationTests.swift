import Testing

/// R201–R206: the line against what its allocation names.
@Suite struct AllocationTests {
  @Test func `a period may begin on the allocation's first day, not earlier`() throws {
    try Office(allocation: "ingangsdatum=2024-02-29").expectEach(
      """
      dag=2024-06-01 2024-02-29..2024-03-31 ->
      dag=2024-06-01 2024-03-01..2024-03-31 ->
      dag=2024-06-01 2024-02-28..2024-03-31 -> R201
      dag=2024-06-01 2023-02-28..2023-02-28 -> R201
      """
    )
  }

  @Test func `a period may end on the allocation's last day, not later`() throws {
    try Office(allocation: "einddatum=2024-02-29").expectEach(
      """
      dag=2024-06-01 2024-02-01..2024-02-29 ->
      dag=2024-06-01 2024-02-01..2024-02-28 ->
      dag=2024-06-01 2024-02-01..2024-03-01 -> R202
      dag=2024-06-01 2024-03-01..2024-03-31 -> R202
      """
    )
  }

  @Test func `a period around the allocation breaks both its ends`() throws {
    try Office(allocation: "einddatum=2023-12-31").expectEach(
      """
      dag=2024-06-01 2023-01-01..2023-12-31 ->
      dag=2024-06-01 2022-12-31..2024-01-01 -> R201 R202
      """
    )
  }

  @Test(arguments: ["", "einddatum=9999-12-31", "einddatum=2099-12-31", "einddatum=1900-01-01"])
  func `an open end is never passed`(end: String) throws {
    let line = "dag=2099-12-30 2099-12-01..2099-12-30 ->"
    try Office(allocation: end).expect(line)
    #expect(try Office(allocation: end).denominator("R202", line) == 0)
  }

  @Test func `categories are compared where both are given`() throws {
    let office = Office(allocation: "product_categorie=02")
    try office.expectEach(
      """
      categorie=02 ->
      categorie=03 -> R203
      categorie= ->
      """
    )
    try Office().expect("categorie=03 ->")
    #expect(try office.denominator("R203", "categorie=02\n categorie=03\n categorie=") == 2)
  }

  @Test func `products are compared where the allocation names one`() throws {
    try Office(allocation: "product_code=10A").expectEach(
      """
      product=10A ->
      product=20A -> R204
      """
    )
    try Office(allocation: "product_code=99Z").expect("product=10A -> R204")
    try Office().expect("product=20A ->")
    #expect(try Office().denominator("R204", "product=20A") == 0)
  }

  @Test func `minutes fit hours, but not the other way round`() throws {
    try Office(allocation: "eenheid=04").expectEach(
      """
      eenheid=04 ->
      eenheid=01 ->
      eenheid=uur ->
      eenheid=14 -> R205
      eenheid=83 -> R205
      """
    )
    try Office(allocation: "eenheid=01").expect("eenheid=04 -> R205")
    try Office(allocation: "eenheid=82").expect("eenheid=84 -> R205")
    try Office().expect("eenheid=84 ->")
    #expect(try Office().denominator("R205", "eenheid=84") == 0)
  }

  @Test func `another provider is found, also one of the same concern`() throws {
    try Office(allocation: "aanbieder_agb=22222222").expectEach(
      """
      aanbieder=22222222 ->
      aanbieder=33333333 -> R206
      aanbieder=11111111 -> R206
      """
    )
    // The allocation's provider need not be known.
    try Office(allocation: "aanbieder_agb=99999999").expect("aanbieder=11111111 -> R206")
  }
}
