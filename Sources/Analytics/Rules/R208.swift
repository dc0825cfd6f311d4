import Ingest

/// The accumulated volume exceeds the allowance of its period (iWmo TR322, volume-rules.md).
enum R208: AllocationRule {
  static let rule = Rule(
    .finding, "R208", "volume boven toewijzing (opgeteld)",
    returnCode: "9322", standardRule: "TR322",
    explanation: "the accumulated volume exceeds the allowance of its period",
    dutch:
      "Het opgetelde volume is meer dan de toewijzing in haar periode toelaat: per maand, vier "
      + "weken, jaar of in totaal. Een productperiode over meer eenheden wordt naar dagen "
      + "verdeeld; credits geven weer ruimte.",
    columns: [
      "geleverd_volume", "eenheid", "product_periode_begindatum", "product_periode_einddatum",
      "declaratie_dagtekening", "toewijzingen.volume", "toewijzingen.eenheid",
      "toewijzingen.frequentie", "toewijzingen.ingangsdatum", "toewijzingen.einddatum",
    ],
    needs: ["toewijzingen.volume", "toewijzingen.eenheid", "toewijzingen.frequentie"],
    example: "Tien uur per maand, en twee declaraties van zes uur over januari.",
    advice: "Betaal tot het toegestane volume; vraag de aanbieder te crediteren.",
    request: "crediteer wat boven het toegewezen volume ligt, of meld waarom er meer is geleverd.")

  @inline(__always)
  static func judge(
    _ line: DeclarationLine, _ allocation: Allocation, _ context: RuleContext
  ) -> Verdict {
    line.isCredit || !allocation.hasLimit || !allocation.fits(line) ? .notApplied : .fits
  }

  /// The sum of a placement in one period unit.
  private struct Key: Hashable {
    let product: Int32
    let provider: Int32
    let unit: Int32
  }

  private struct Account {
    var sum = ExactSum()
    let allowance: Int128
  }

  /// Each debit that ends above the allowance of one of its units is a hit.
  static func judge(
    _ lines: [AllocationLine], _ facts: Allocation, _ context: RuleContext,
    _ hit: (AllocationLine) -> Void
  ) {
    guard facts.hasLimit else { return }
    let units = VolumeUnits(facts)
    var accounts: [Key: Account] = [:]
    for line in lines where line.hasLimit {
      let category = Int(context.categories[Int(line.mention.product)])
      let limit = VolumeLimit(facts, productCategory: category)
      let days = Int64(line.end - line.start) + 1
      var isAbove = false
      for unit in units.unit(of: line.start)...units.unit(of: line.end) {
        let (from, to) = units.days(of: unit)
        let key = Key(product: line.mention.product, provider: line.mention.provider, unit: unit)
        var account =
          accounts.removeValue(forKey: key)
          ?? Account(allowance: limit.sixtieths(from, to))
        let part = Int64(min(to, line.end)) - Int64(max(from, line.start)) + 1
        if part == days {
          account.sum.add(Int128(line.sixtieths), over: 1)
        } else {
          account.sum.add(Int128(line.sixtieths) * Int128(part), over: days)
        }
        if account.sum.exceeds(account.allowance) { isAbove = true }
        accounts[key] = account
      }
      if isAbove, !line.isCredit { hit(line) }
    }
  }
}

/// A sum of fractions of different denominators, exact.
///
/// The numerators of each denominator are added up apart, so that adding never rounds and the order
/// of adding does not matter.
struct ExactSum {
  private var whole: Int128 = 0
  /// Numerator by denominator; most sums have none or one.
  private var parts: [(denominator: Int64, numerator: Int128)] = []

  /// Adds `numerator / denominator`, the latter above 0.
  mutating func add(_ numerator: Int128, over denominator: Int64) {
    if denominator == 1 {
      whole += numerator
    } else if let index = parts.firstIndex(where: { $0.denominator == denominator }) {
      parts[index].numerator += numerator
    } else {
      parts.append((denominator, numerator))
    }
  }

  /// Whether the sum is above a whole number.
  func exceeds(_ limit: Int128) -> Bool {
    var rest = limit - whole
    var fractions: [(denominator: Int64, numerator: Int64)] = []
    for (denominator, numerator) in parts {
      var (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: Int128(denominator))
      if remainder < 0 {
        quotient -= 1
        remainder += Int128(denominator)
      }
      rest -= quotient
      if remainder > 0 { fractions.append((denominator, Int64(remainder))) }
    }
    // The fractions are each at least 0 and below 1.
    if rest < 0 { return true }
    if rest >= Int128(fractions.count) { return false }
    return LongNumber.sum(fractions, exceeds: Int(rest))
  }
}

extension LongNumber {
  /// Whether fractions below 1 add up to more than `limit`.
  ///
  /// Brings them one after another to the product of the denominators; days of a product period are
  /// few enough for 32 bits.
  fileprivate static func sum(
    _ fractions: [(denominator: Int64, numerator: Int64)], exceeds limit: Int
  ) -> Bool {
    var numerator = LongNumber(0)
    var denominator = LongNumber(1)
    for fraction in fractions {
      var term = denominator
      term.multiply(by: UInt32(fraction.numerator))
      numerator.multiply(by: UInt32(fraction.denominator))
      numerator.add(term)
      denominator.multiply(by: UInt32(fraction.denominator))
    }
    denominator.multiply(by: UInt32(limit))
    return numerator > denominator
  }
}
