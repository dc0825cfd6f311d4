import Testing

/// R213 and R214: credits and the debits that they name.
///
/// Every table has a large debit that keeps the concern above zero (R219).
@Suite struct CreditTests {
  private let large = "ref=z 2023-12-01..2023-12-31 bedrag=999.00 ->\n"

  @Test func `a credit needs an accepted debit of the same provider`() throws {
    try Office().expect(
      large + """
        ref=a ->
        ref=b vorig=a dc=C dag=2024-01-06 ->
        ref=c vorig=q dc=C dag=2024-01-07 -> R213
        ref=d vorig=a dc=C dag=2024-01-08 aanbieder=22222222 -> R206 R213 R219
        ref=e vorig= dc=C dag=2024-01-09 ->
        """
    )
  }

  @Test func `a rejected debit does not count`() throws {
    try Office().expect(
      large + """
        ref=a client=bob -> R102
        ref=b vorig=a dc=C dag=2024-01-06 -> R213
        """
    )
  }

  @Test func `a credit is no debit, and letters are compared as they are`() throws {
    try Office().expect(
      large + """
        ref=a ->
        ref=b vorig=a dc=C dag=2024-01-06 bedrag=1.00 ->
        ref=c vorig=b dc=C dag=2024-01-07 bedrag=1.00 -> R213
        ref=d vorig=A dc=C dag=2024-01-08 bedrag=1.00 -> R213
        ref=e vorig=e dc=C dag=2024-01-09 bedrag=1.00 -> R213
        """
    )
  }

  @Test func `the debit may come later, and lie with another allocation`() throws {
    try Office(others: "toewijzing_nummer=A2").expect(
      large + """
        ref=b vorig=a dc=C dag=2024-01-01 ->
        ref=a dag=2024-01-02 toewijzing=A2 ->
        """
    )
  }

  @Test func `of a doubled reference the accepted debit is named`() throws {
    // The second a is rejected; the credit takes all of the first.
    try Office().expect(
      large + """
        ref=a dag=2024-01-01 bedrag=10.00 ->
        ref=a dag=2024-01-02 bedrag=99.00 -> R104
        ref=b vorig=a dc=C dag=2024-01-03 bedrag=10.00 ->
        ref=c vorig=a dc=C dag=2024-01-04 bedrag=0.01 -> R214
        """
    )
  }

  @Test func `a debit whose number a credit had before is rejected, and so unknown`() throws {
    try Office().expect(
      large + """
        ref=a dc=C dag=2024-01-01 bedrag=1.00 ->
        ref=a dag=2024-01-02 -> R104
        ref=b vorig=a dc=C dag=2024-01-03 bedrag=1.00 -> R213
        """
    )
  }

  @Test func `credits may take all of a debit, to the cent`() throws {
    try Office().expect(
      large + """
        ref=a bedrag=10.00 ->
        ref=b vorig=a dc=C dag=2024-01-06 bedrag=4.00 ->
        ref=c vorig=a dc=C dag=2024-01-07 bedrag=6.00 ->
        ref=d vorig=a dc=C dag=2024-01-08 bedrag=0.01 -> R214
        ref=e vorig=a dc=C dag=2024-01-09 bedrag=0.00 -> R214
        """
    )
  }

  @Test func `one credit may be too large, and a second full one is always so`() throws {
    try Office().expect(large + "ref=a ->\nref=b vorig=a dc=C dag=2024-01-06 bedrag=10.01 -> R214")
    try Office().expect(
      large + """
        ref=a ->
        ref=b vorig=a dc=C dag=2024-01-07 -> R214
        ref=c vorig=a dc=C dag=2024-01-06 ->
        """
    )
  }

  @Test func `equal declaration days are parted by the canonical order`() throws {
    // The period that begins first, then the reference number.
    try Office().expect(
      large + """
        ref=a dag=2024-01-01 ->
        ref=c vorig=a dc=C ->
        ref=d vorig=a dc=C -> R214
        ref=e vorig=a dc=C 2022-12-31..2023-01-31 bedrag=0.00 -> R201
        """
    )
  }

  @Test func `the denominators are the credits that name a number, and a known debit`() throws {
    let lines =
      large + """
        ref=a ->
        ref=b vorig=a dc=C dag=2024-01-06 bedrag=1.00 ->
        ref=c vorig=q dc=C dag=2024-01-07 bedrag=1.00 -> R213
        ref=d dc=C dag=2024-01-08 bedrag=1.00 ->
        ref=e vorig=a 2023-02-01..2023-02-28 ->
        """
    try Office().expect(lines)
    #expect(try Office().denominator("R213", lines) == 2)
    #expect(try Office().denominator("R214", lines) == 1)
  }
}
