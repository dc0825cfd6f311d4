/// An iWmo code list: two-digit codes and their labels. Source: iWmo 3.2, istandaarden.nl.
struct CodeList: Sendable {
  /// Code → label, in the order of the standard.
  let entries: [(code: UInt8, label: String)]
  /// Whether each of the codes 0–99 is in the list.
  private let isListed: [Bool]

  private init(entries: [(code: UInt8, label: String)]) {
    self.entries = entries
    isListed = (0..<100).map { code in entries.contains { $0.code == code } }
  }

  /// What a value turned out to be.
  enum Outcome: Equatable {
    case code(UInt8)
    /// Not as wide as a code and no label: R003.
    case malformed
    /// As wide as a code, but not in the list: R007.
    case unknown
  }

  /// The code of a value, which may be the code or, case ignored, its label.
  ///
  /// `restoringZeros`: a single digit is a code that lost its zero in a spreadsheet.
  @inline(__always)
  func outcome(_ value: Bytes, restoringZeros: Bool) -> Outcome {
    if value.count == 2 {
      let tens = value[0] &- 0x30
      let ones = value[1] &- 0x30
      guard tens <= 9, ones <= 9 else { return unusual(value, restoringZeros: restoringZeros) }
      return outcome(code: tens * 10 + ones)
    }
    return unusual(value, restoringZeros: restoringZeros)
  }

  @inline(__always)
  private func outcome(code: UInt8) -> Outcome {
    isListed[Int(code)] ? .code(code) : .unknown
  }

  @inline(never)
  private func unusual(_ value: Bytes, restoringZeros: Bool) -> Outcome {
    if restoringZeros, value.count == 1, value[0] &- 0x30 <= 9 {
      return outcome(code: value[0] &- 0x30)
    }
    let lowered = value.string.lowercased()
    for entry in entries where entry.label.lowercased() == lowered { return .code(entry.code) }
    return value.scalarCount == 2 ? .unknown : .malformed
  }
}

extension CodeList {
  /// `eenheid`
  static let unit = CodeList(entries: [
    (1, "Minuut"), (4, "Uur"), (14, "Etmaal"), (16, "Dagdeel (4 uur)"), (82, "Stuks (output)"),
    (83, "Euro's"), (84, "Stuks (inspanning)"),
  ])

  /// `product_categorie`
  static let category = CodeList(entries: [
    (1, "Hulp bij het huishouden"), (2, "Begeleiding"), (3, "Persoonlijke verzorging"),
    (4, "Kortdurend verblijf"), (5, "Woondiensten"),
    (6, "Overige ondersteuning gericht op het individu of huishouden/gezin"), (7, "Dagbesteding"),
    (8, "Vervoerdiensten"), (9, "Overige groepsgerichte ondersteuning"),
    (10, "Overige maatwerk arrangementen"), (11, "Rolstoelen"), (12, "Vervoervoorzieningen"),
    (13, "Woonvoorzieningen"), (14, "Overige hulpmiddelen"), (15, "Beschermd wonen"),
    (16, "Opvang"), (17, "Spoedopvang"), (18, "Overige beschermd wonen en opvang"),
  ])

  /// `reden_beeindiging`
  static let endReason = CodeList(entries: [
    (2, "Overlijden"), (19, "Levering volgens plan beeindigd"),
    (20, "Levering is tijdelijk beeindigd"), (21, "Levering is eenzijdig door client beeindigd"),
    (22, "Levering is eenzijdig door aanbieder beeindigd"),
    (23, "Levering is in overeenstemming voortijdig beeindigd"),
    (31, "Verhuizing naar een andere gemeente"), (36, "Geinitieerd door de gemeente"),
    (37, "In verband met wijzigingsverzoek"), (38, "Overstap naar andere aanbieder"),
    (39, "Uitstroom naar ander domein"),
  ])

  /// `frequentie`; codes 3 and 5 were part of iWmo 2.x only.
  static let frequencies: ClosedRange<UInt8> = 1...6
}

/// The labels of the national code lists, as tables write them.
public enum CodeLabel {
  /// Of a `product_categorie`, 1–18; nil where the list has no such code.
  public static func category(_ code: UInt8) -> String? { label(code, CodeList.category) }

  /// Of a `reden_beeindiging`; nil where the list has no such code.
  public static func endReason(_ code: UInt8) -> String? { label(code, CodeList.endReason) }

  private static func label(_ code: UInt8, _ list: CodeList) -> String? {
    list.entries.first { $0.code == code }?.label
  }
}
