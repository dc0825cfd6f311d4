import Testing

/// R219: lines of a concern that is below zero in one of their three markets: product, kind of
/// provision, everything.
@Suite struct ConcernTests {
  @Test func `every line of the market is found, once`() throws {
    try Office().expect(
      """
      dag=2024-01-01 bedrag=10.00 -> R219
      dag=2024-01-02 bedrag=10.01 dc=C -> R219
      """
    )
  }

  @Test func `a net of exactly zero is not below it`() throws {
    try Office().expect(
      """
      dag=2024-01-01 bedrag=10.00 ->
      dag=2024-01-02 bedrag=10.00 dc=C ->
      """
    )
  }

  @Test func `only the lines of the markets that are below zero`() throws {
    // 10A is below zero; its kind (with 20A) is not, and neither is the whole.
    try Office().expect(
      """
      dag=2024-01-01 product=10A bedrag=0.01 dc=C -> R219
      dag=2024-01-02 product=20A bedrag=0.01 ->
      dag=2024-01-03 product=30A bedrag=0.00 ->
      """
    )
    // 10A and 20A are one kind, which is below zero; 30A is of another.
    try Office().expect(
      """
      dag=2024-01-01 product=10A bedrag=5.00 dc=C -> R219
      dag=2024-01-02 product=20A bedrag=4.99 -> R219
      dag=2024-01-03 product=30A bedrag=9.00 ->
      """
    )
    try Office().expect(
      """
      dag=2024-01-01 product=10A bedrag=5.00 dc=C -> R219
      dag=2024-01-02 product=30A bedrag=4.99 -> R219
      """
    )
  }

  @Test func `a concern is all its AGB codes together`() throws {
    try Office().expect(
      """
      dag=2024-01-01 aanbieder=22222222 bedrag=10.00 dc=C -> R206
      dag=2024-01-02 aanbieder=33333333 bedrag=10.00 -> R206
      """
    )
    try Office().expect(
      """
      dag=2024-01-01 aanbieder=22222222 bedrag=10.01 dc=C -> R206 R219
      dag=2024-01-02 aanbieder=33333333 bedrag=10.00 -> R206 R219
      dag=2024-01-03 aanbieder=11111111 bedrag=1.00 ->
      """
    )
  }

  @Test func `what R104 takes away can put a concern below zero`() throws {
    try Office().expect(
      """
      ref=a dag=2024-01-01 bedrag=5.00 -> R219
      ref=a dag=2024-01-02 bedrag=5.00 -> R104
      ref=b dag=2024-01-03 bedrag=9.00 dc=C -> R219
      """
    )
  }
}
