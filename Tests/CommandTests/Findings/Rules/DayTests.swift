import Testing

/// R215–R218: days and clients.
@Suite struct DayTests {
  @Test func `five years to the day are not too old`() throws {
    try Office(allocation: "ingangsdatum=2010-01-01").expectEach(
      """
      dag=2022-03-31 2017-03-01..2017-03-31 ->
      dag=2022-04-01 2017-03-01..2017-03-31 -> R215
      dag=2022-03-30 2017-03-01..2017-03-31 ->
      dag=2021-02-28 2016-02-01..2016-02-28 ->
      dag=2021-03-01 2016-02-01..2016-02-28 -> R215
      dag=2021-03-01 2016-02-01..2016-02-29 ->
      dag=2021-03-02 2016-02-01..2016-02-29 -> R215
      dag=2024-02-28 2019-02-01..2019-02-28 ->
      dag=2024-02-29 2019-02-01..2019-02-28 -> R215
      dag=2024-12-31 2019-12-01..2019-12-31 ->
      dag=2025-01-01 2019-12-01..2019-12-31 -> R215
      """
    )
  }

  @Test func `a period may begin on the day of death`() throws {
    try Office().with(clients: "ann,2023-02-28").expectEach(
      """
      2023-02-28..2023-03-31 ->
      2023-02-01..2023-03-31 ->
      2023-03-01..2023-03-31 -> R216
      """
    )
  }

  @Test func `without a date of death, or the file, R216 is not assessed`() throws {
    let line = "2023-03-01..2023-03-31"
    #expect(try Office().denominator("R216", line) == nil)
    #expect(try Office().with(clients: "ann,").denominator("R216", line) == 0)
    #expect(try Office().with(clients: "ann,9999-12-31").denominator("R216", line) == 0)
    #expect(try Office().with(clients: "ann,2023-03-01").denominator("R216", line) == 1)
  }

  @Test func `a declaration may be of the period's first day, not earlier`() throws {
    try Office().expectEach(
      """
      dag=2023-03-01 2023-03-01..2023-03-31 ->
      dag=2023-02-28 2023-03-01..2023-03-31 -> R217
      dag=2023-03-15 2023-03-01..2023-03-31 ->
      """
    )
  }

  @Test func `a client must be in clienten.csv where it is given`() throws {
    let others = "toewijzing_nummer=A2 client_id=Ann"
    try Office(others: others).with(clients: "ann,").expect(
      """
      client=ann ->
      client=Ann toewijzing=A2 -> R218
      """
    )
    try Office(others: others).expect("client=Ann toewijzing=A2 ->")
    #expect(try Office().denominator("R218", "client=ann") == nil)
    #expect(try Office().with(clients: "bob,").denominator("R218", "client=ann") == 1)
  }
}
