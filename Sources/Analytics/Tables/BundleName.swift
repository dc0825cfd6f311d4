/// The name of figures that a publication edition shows or hides together, as the contract spells it:
/// `markt/maatwerk/02A11`, `wijk/Centrum/`, `maand/2017-03/instroom`. Names are compared by bytes.
public struct BundleName: Sendable, Hashable, Comparable {
  public let text: String

  public init(_ text: String) {
    self.text = text
  }

  /// A product; a kind where the code is empty; the municipality where both are.
  public static func market(_ kind: String, _ code: String) -> BundleName {
    BundleName("markt/\(kind)/\(code)")
  }

  /// - Parameter month: `2017-03`
  public static func month(_ month: String) -> BundleName { BundleName("maand/\(month)") }
  public static func present(_ month: String) -> BundleName {
    BundleName("maand/\(month)/aanwezig")
  }
  public static func inflow(_ month: String) -> BundleName {
    BundleName("maand/\(month)/instroom")
  }
  public static func outflow(_ month: String) -> BundleName {
    BundleName("maand/\(month)/uitstroom")
  }
  public static func combination(_ name: String) -> BundleName { BundleName("combi/\(name)") }
  public static func simultaneous(_ name: String) -> BundleName {
    BundleName("combi/\(name)/gelijktijdig")
  }

  /// - Parameter label: `1` … `6+`
  public static func groupCount(_ label: String) -> BundleName { BundleName("aantal/\(label)") }
  public static func group(_ group: String) -> BundleName { BundleName("groep/\(group)") }
  public static func age(_ group: String, _ ageClass: String) -> BundleName {
    BundleName("leeftijd/\(group)/\(ageClass)")
  }

  /// - Parameter kind: Empty for all kinds.
  public static func district(_ district: String, _ kind: String) -> BundleName {
    BundleName("wijk/\(district)/\(kind)")
  }

  public static func care(_ kind: String, _ code: String, _ concern: String) -> BundleName {
    BundleName("zorg/\(kind)/\(code)/\(concern)")
  }

  public static func threeLargest(_ kind: String, _ code: String) -> BundleName {
    BundleName("cr3/\(kind)/\(code)")
  }

  public static func from(_ group: String) -> BundleName { BundleName("van/\(group)") }
  public static func follows(_ from: String, _ to: String) -> BundleName {
    BundleName("volgt/\(from)/\(to)")
  }

  /// One for both orders.
  public static func together(_ a: String, _ b: String) -> BundleName {
    let (first, second) = ByteWise(b) < ByteWise(a) ? (b, a) : (a, b)
    return BundleName("samen/\(first)/\(second)")
  }

  public static func == (a: BundleName, b: BundleName) -> Bool {
    ByteWise(a.text) == ByteWise(b.text)
  }
  public static func < (a: BundleName, b: BundleName) -> Bool {
    ByteWise(a.text) < ByteWise(b.text)
  }
  public func hash(into hasher: inout Hasher) { ByteWise(text).hash(into: &hasher) }
}
