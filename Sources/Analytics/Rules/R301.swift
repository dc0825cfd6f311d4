import Ingest

/// R301, the gate before publishing: whether amounts are about a hundred times, or a hundredth of,
/// volume times rate, so that euros were read as cents or the other way round.
public struct RateGate: Sendable {
  static let rule = Rule(
    .stop, "R301", "euro of cent",
    explanation:
      "of at least 100 accepted lines with a rate more than half have an amount between 90 and "
      + "110 times, or between 1/110 and 1/90 of, volume times rate (both together, bounds "
      + "included, volume times rate 0 counts as a line but not as a hit): the money unit of the "
      + "dialect is wrong",
    dutch:
      "Van de regels met een tarief (ten minste honderd) ligt bij meer dan de helft het bedrag "
      + "rond honderd keer, of een honderdste van, volume maal tarief: de geldeenheid van het "
      + "dialect klopt niet.",
    columns: ["geleverd_volume", "product_tarief", "ingediend_bedrag"],
    needs: ["product_tarief"],
    example: "Bedragen in eurocenten, gelezen als euro's.",
    advice: "Stel geld, decimaal of duizendtal van declaraties in de configuratie in.")

  /// Accepted lines with a rate.
  public private(set) var lines = 0
  /// Those whose amount is about a hundred times volume times rate.
  public private(set) var tooLarge = 0
  /// Those whose amount is about a hundredth of it.
  public private(set) var tooSmall = 0

  static let fewestLines = 100

  @inline(__always)
  mutating func add(_ line: DeclarationLine, sign: Int) {
    guard line.rate != DeclarationLine.noRate else { return }
    lines += sign
    // Amounts have at most eleven whole digits, so only the product may be too large.
    let (product, overflow) = line.volume.multipliedReportingOverflow(by: line.rate)
    let amount = line.cents &* 10_000
    if !overflow, product > 0, amount >= product / 2, amount / 2 <= product { return }
    addUnusual(line, sign: sign)
  }

  @inline(never)
  private mutating func addUnusual(_ line: DeclarationLine, sign: Int) {
    let (amount, expected) = Self.sides(line)
    // An amount within a factor of two, as nearly all are, is neither.
    if expected > 0, 2 * amount >= expected, amount <= 2 * expected { return }
    if expected > 0, 90 * expected <= amount, amount <= 110 * expected { tooLarge += sign }
    if expected > 0, 90 * amount <= expected, expected <= 110 * amount { tooSmall += sign }
  }

  mutating func merge(_ other: RateGate) {
    lines += other.lines
    tooLarge += other.tooLarge
    tooSmall += other.tooSmall
  }

  /// Whether the run has to stop.
  public var isClosed: Bool { lines >= Self.fewestLines && 2 * (tooLarge + tooSmall) > lines }

  /// Amount and volume times rate in one unit; with the sign of the latter taken off both.
  @inline(__always)
  private static func sides(_ line: DeclarationLine) -> (amount: Int128, expected: Int128) {
    let amount = Int128(line.cents) * 10_000
    let expected = Int128(line.volume) * Int128(line.rate)
    return expected < 0 ? (-amount, -expected) : (amount, expected)
  }
}
