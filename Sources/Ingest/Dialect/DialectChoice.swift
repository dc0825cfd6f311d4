/// Chooses among the readings of one sample.
struct DialectChoice {
  /// In the order of the contract.
  let presets: [DialectReading]
  let generic: [DialectReading]
  /// Readings whose decimal character is the separator; they need a reason.
  let quoted: [DialectReading]
  /// Whether eurocents stand behind euros in order: nothing but whole amounts speaks for them.
  let centsNeedProof: Bool
  /// Whether a column debet_credit speaks for eurocents.
  let centsAreProven: Bool

  enum Verdict {
    case one(DialectReading)
    case ambiguous(DialectReading, DialectReading)
    case none
  }

  /// The share of amounts that eurocents must read to stay possible beside a euro reading: a slip
  /// in one amount must not multiply all others by a hundred.
  private static let suspiciousShare = 99
  /// The share of values that a reading of a file with errors must reach, in percent.
  private static let sufficientShare = 90

  var verdict: Verdict {
    let verdict = strictVerdict ?? tolerantVerdict
    guard case .one(let winner) = verdict, winner.dialect.money == .euro, centsAreProven,
      let cents = presets.first(where: { $0.dialect.money == .eurocent }),
      !cents.agrees(with: winner)
    else { return verdict }
    let money = cents.money
    let isSuspicious = money.total > 0 && money.readable * 100 >= money.total * Self.suspiciousShare
    return isSuspicious && cents.readable * 2 >= winner.readable
      ? .ambiguous(winner, cents) : verdict
  }

  /// Of readings without any unreadable value; nil when there are none.
  private var strictVerdict: Verdict? {
    let fitting = presets.filter(\.readsAll)
    if centsAreProven, let cents = fitting.first(where: { $0.dialect.money == .eurocent }),
      cents.money.total > 0
    {
      return .one(cents)
    }
    let known = centsNeedProof ? fitting.filter { $0.dialect.money == .euro } : fitting
    let unproven = centsNeedProof ? fitting.filter { $0.dialect.money == .eurocent } : []
    return Self.distinct(known + generic.filter(\.readsAll) + unproven)
      ?? Self.distinct(quoted.filter(\.readsAll))
  }

  /// The first reading, unless another one differs from it.
  private static func distinct(_ readings: [DialectReading]) -> Verdict? {
    guard let first = readings.first else { return nil }
    let other = readings.first { !$0.agrees(with: first) }
    return other.map { .ambiguous(first, $0) } ?? .one(first)
  }

  /// Of a file with errors: the reading with the most readable values, if it reads nearly all or
  /// clearly more than any that contradicts it.
  private var tolerantVerdict: Verdict {
    let plain = presets + generic
    let plainMost = plain.map(\.readable).max() ?? 0
    let all = plain + quoted.filter { $0.readable > plainMost }
    guard let most = all.map(\.readable).max(), most > 0 else { return .none }
    let leaders = all.filter { $0.readable == most }
    if centsAreProven, let cents = leaders.first(where: { $0.dialect.money == .eurocent }) {
      return .one(cents)
    }
    guard let best = leaders.first else { return .none }
    if let other = leaders.first(where: { !best.covers($0) }) { return .ambiguous(best, other) }
    if best.readable * 100 >= best.total * Self.sufficientShare { return .one(best) }
    let rivals = all.filter { !best.covers($0) }
    guard let rival = rivals.max(by: { $0.readable < $1.readable }) else { return .one(best) }
    return best.readable >= 2 * rival.readable ? .one(best) : .ambiguous(best, rival)
  }
}

/// The dialects that a part may have, in the order in which they are preferred.
struct DialectCandidates {
  let presets: [Dialect]
  /// Other combinations, with a decimal character that is not the separator.
  let generic: [Dialect]
  /// Other combinations in which amounts with decimals are quoted.
  let quoted: [Dialect]

  /// `declared` overrules every candidate.
  init(kind: FileKind, separator: UInt8, encoding: EncodingEvidence, declared: DialectDeclaration) {
    func settled(_ dialect: Dialect) -> Dialect? {
      var dialect = dialect
      if case .proven(let encoding) = encoding { dialect.encoding = encoding }
      dialect = declared.overruling(dialect)
      let isPossible =
        dialect.separator == separator && dialect.separator != dialect.quote
        && (dialect.decimal == nil || dialect.decimal != dialect.thousands)
      return isPossible ? dialect : nil
    }
    presets = Self.distinct(
      Dialect.presets.compactMap { name, dialect in
        if name == "statline" && kind != .districts { return nil }
        let mayBeCents = kind.mayHoldEurocents || declared.money != nil
        if dialect.money == .eurocent && !mayBeCents { return nil }
        return settled(dialect)
      })
    let combinations = Self.numberMarks.flatMap { decimal, thousands in
      DateForm.allCases.compactMap { form in
        settled(
          Dialect(
            separator: separator, decimal: decimal, thousands: thousands, dates: [form],
            encoding: encoding.encoding, money: .euro))
      }
    }
    let known = Set(presets)
    let others = Self.distinct(combinations).filter { !known.contains($0) }
    generic = others.filter { $0.decimal != separator }
    quoted = others.filter { $0.decimal == separator }
  }

  private static let point = UInt8(ascii: ".")
  private static let comma = UInt8(ascii: ",")
  /// Where no sampled number has points between its thousands, those of other rows may.
  private static let numberMarks: [(decimal: UInt8, thousands: UInt8?)] = [
    (point, nil), (comma, point), (comma, nil), (point, comma),
  ]

  private static func distinct(_ dialects: [Dialect]) -> [Dialect] {
    var seen: Set<Dialect> = []
    return dialects.filter { seen.insert($0).inserted }
  }
}
