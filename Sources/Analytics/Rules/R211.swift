import Ingest

/// Amount and volume times rate differ by more than a cent (iWmo TR346, volume-rules.md).
enum R211: FindingRule {
  static let rule = Rule(
    .finding, "R211", "bedrag is niet volume maal tarief",
    returnCode: "9346", standardRule: "TR346",
    explanation:
      "amount and volume times rate (exact fraction) differ by more than one cent; unit 83 "
      + "excepted; without a rate not assessed; minutes on an hour allocation may also be paid "
      + "by the contract rate of an hour, rounded to the cent",
    dutch:
      "Bedrag en volume maal tarief verschillen meer dan een cent. Bij minuten op een toewijzing "
      + "in uren mag het bedrag ook het uurtarief maal minuten gedeeld door zestig zijn.",
    columns: [
      "ingediend_bedrag", "geleverd_volume", "product_tarief", "eenheid", "tarieven.tarief",
    ],
    needs: ["product_tarief"],
    example: "Twee uur van 31,00 voor 62,02.",
    advice: "Laat de aanbieder het bedrag herstellen.",
    request: "crediteer de regel en declareer een bedrag dat volume maal tarief is.")

  @inline(__always)
  static func judge(
    _ line: DeclarationLine, _ allocation: Allocation, _ context: RuleContext
  ) -> Verdict {
    if line.rate == DeclarationLine.noRate || line.unit == Unit.euro.rawValue {
      return .notApplied
    }
    if isAmount(line) { return .fits }
    return Verdict(hit: !isHourAmount(line, allocation, context))
  }

  /// A cent in hundredths of a unit times ten-thousandths of a euro.
  private static let cent: Int64 = 10_000

  /// Whether the amount is volume times rate, give or take a cent.
  @inline(__always)
  private static func isAmount(_ line: DeclarationLine) -> Bool {
    let (product, overflow) = line.volume.multipliedReportingOverflow(by: line.rate)
    // Nearly all are exact, and an amount of eleven whole digits overflows nothing.
    return !overflow && line.cents &* cent == product || isNearlyAmount(line)
  }

  @inline(never)
  private static func isNearlyAmount(_ line: DeclarationLine) -> Bool {
    let difference = Int128(line.cents) * Int128(cent) - Int128(line.volume) * Int128(line.rate)
    return difference.magnitude <= cent.magnitude
  }

  /// Whether minutes on an hour allocation cost the contract's rate per hour, rounded half away
  /// from zero to a cent, give or take one: the rate per minute on the line is itself rounded.
  @inline(never)
  private static func isHourAmount(
    _ line: DeclarationLine, _ allocation: Allocation, _ context: RuleContext
  ) -> Bool {
    guard allocation.takesMinutes(line),
      let rate = context.rates?.rate(line, unit: Unit.hour.rawValue)
    else { return false }
    let product = Int128(line.volume) * Int128(rate)
    let divisor: Int128 = 60 * 10_000
    let (quotient, rest) = product.quotientAndRemainder(dividingBy: divisor)
    var cents = quotient
    if 2 * rest.magnitude >= divisor.magnitude { cents += product < 0 ? -1 : 1 }
    return (Int128(line.cents) - cents).magnitude <= 1
  }
}
