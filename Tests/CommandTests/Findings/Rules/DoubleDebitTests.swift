import Testing

/// R212: one product period debited twice.
@Suite struct DoubleDebitTests {
  @Test func `the later debit is found`() throws {
    try Office().expect(
      """
      dag=2024-01-02 -> R212
      dag=2024-01-01 ->
      """
    )
  }

  @Test func `another day, product or allocation is another period`() throws {
    let other = "toewijzing_nummer=A2"
    try Office(others: other).expect(
      """
      2023-01-01..2023-01-31 ->
      2023-01-01..2023-01-30 ->
      2023-01-02..2023-01-31 ->
      2023-01-01..2023-01-31 product=30A ->
      2023-01-01..2023-01-31 toewijzing=A2 ->
      """
    )
    // The provider is no part of it.
    try Office().expect(
      """
      dag=2024-01-01 ->
      dag=2024-01-02 aanbieder=22222222 -> R206 R212
      """
    )
  }

  @Test func `a credit in between makes room for one debit`() throws {
    try Office().expect(
      """
      dag=2024-01-01 ->
      dag=2024-01-02 dc=C ->
      dag=2024-01-03 ->
      dag=2024-01-04 -> R212
      """
    )
    // On one day the order does not count, only the balance at its end.
    try Office().expect(
      """
      dag=2024-01-01 ->
      dag=2024-01-02 ->
      dag=2024-01-02 dc=C ->
      """
    )
  }

  @Test func `of one day its last debits in canonical order are found`() throws {
    try Office().expect(
      """
      ref=c -> R212
      ref=b -> R212
      ref=a ->
      """
    )
    try Office().expect(
      """
      dag=2024-01-01 ref=a ->
      dag=2024-01-02 ref=c -> R212
      dag=2024-01-02 ref=b ->
      dag=2024-01-02 ref=d dc=C bedrag=1.00 ->
      """
    )
  }

  @Test func `a triple debit is found twice, and stays so after credits`() throws {
    try Office().expect(
      """
      dag=2024-01-01 ->
      dag=2024-01-02 -> R212
      dag=2024-01-03 -> R212
      dag=2024-01-04 dc=C bedrag=1.00 ->
      dag=2024-01-05 -> R212
      """
    )
  }

  @Test func `a credit before its debit makes room, too`() throws {
    try Office().expect(
      """
      dag=2024-01-01 dc=C bedrag=1.00 ->
      dag=2024-01-02 ->
      dag=2024-01-03 ->
      dag=2024-01-04 -> R212
      """
    )
  }

  @Test func `before iWmo 3.1 double debits were legal`() throws {
    let lines = """
      dag=2022-03-30 2022-01-01..2022-01-31 -> R201
      dag=2022-03-31 2022-01-01..2022-01-31 -> R201
      dag=2022-04-01 2022-01-01..2022-01-31 -> R201 R212
      """
    try Office().expect(lines)
    #expect(try Office().denominator("R212", lines) == 1)
  }

  @Test func `regels.R212.vanaf moves that day`() throws {
    var office = Office(allocation: "ingangsdatum=2022-01-01")
    let days = ["2022-03-30", "2022-03-31", "2022-04-01"]
    func lines(_ codes: [String]) -> String {
      zip(days, codes).map { "dag=\($0) 2022-01-01..2022-01-31 -> \($1)" }.joined(separator: "\n")
    }
    office.doubleDebitsFrom = "2022-03-31"
    try office.expect(lines(["", "R212", "R212"]))
    #expect(try office.denominator("R212", lines(["", "", ""])) == 2)
    office.doubleDebitsFrom = "2022-04-02"
    try office.expect(lines(["", "", ""]))
    #expect(try office.denominator("R212", lines(["", "", ""])) == 0)
  }

  @Test func `a rejected debit is none`() throws {
    try Office().expect(
      """
      dag=2024-01-01 ref=a ->
      dag=2024-01-02 ref=a -> R104
      dag=2024-01-03 ref=b dc=C bedrag=1.00 ->
      dag=2024-01-04 ref=c ->
      """
    )
  }
}
