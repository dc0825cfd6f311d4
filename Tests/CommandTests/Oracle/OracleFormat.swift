extension OracleReport {
  /// How figures and rows are written.
  enum Format {
    /// `numerator / denominator`, rounded half away from zero; empty over 0, and never `-0.00`.
    static func quotient(_ numerator: Int128, _ denominator: Int128, decimals: Int) -> String {
      guard denominator != 0 else { return "" }
      var scale: Int128 = 1
      for _ in 0..<decimals { scale *= 10 }
      let top = abs(numerator) * scale
      let bottom = abs(denominator)
      var steps = top / bottom
      if 2 * (top % bottom) >= bottom { steps += 1 }
      let sign = (numerator < 0) != (denominator < 0) && steps != 0 ? "-" : ""
      guard decimals > 0 else { return sign + String(steps) }
      let fraction = String(steps % scale)
      let zeros = String(repeating: "0", count: decimals - fraction.count)
      return sign + String(steps / scale) + "." + zeros + fraction
    }

    /// Cents in euros, `1234.50`.
    static func money(_ cents: Int) -> String {
      quotient(Int128(cents), 100, decimals: 2)
    }

    /// Cents per head in euros, rounded to the cent; empty where there is no head or none is known.
    static func money(_ cents: Int, per count: Int?) -> String {
      quotient(Int128(cents), Int128(count ?? 0) * 100, decimals: 2)
    }

    /// A fraction of one with six decimals.
    static func share(_ part: Int, of whole: Int) -> String {
      quotient(Int128(part), Int128(whole), decimals: 6)
    }

    /// A figure rounded half away from zero; empty where it is nil, or more than anything is.
    static func decimal(_ value: Double?, decimals: Int) -> String {
      guard let value else { return "" }
      var scale = 1.0
      for _ in 0..<decimals { scale *= 10 }
      let steps = (value * scale).rounded(.toNearestOrAwayFromZero)
      guard abs(steps) < 0x1p63 else { return "" }
      return quotient(Int128(steps), Int128(scale), decimals: decimals)
    }

    /// Whole cents; nil where they are more than money can be.
    static func cents(_ value: Double) -> Int? {
      let cents = value.rounded(.toNearestOrAwayFromZero)
      return abs(cents) < 1e15 ? Int(cents) : nil
    }

    /// Rows with commas and line feeds; quotes only where a field needs them.
    static func csv(_ rows: [[String]]) -> String {
      var text = ""
      for row in rows {
        text += row.map(field).joined(separator: ",") + "\n"
      }
      return text
    }

    private static func field(_ value: String) -> String {
      let special: [Unicode.Scalar] = [",", "\"", "\r", "\n"]
      guard value.unicodeScalars.contains(where: special.contains) else { return value }
      var quoted = "\""
      for scalar in value.unicodeScalars {
        quoted += scalar == "\"" ? "\"\"" : String(scalar)
      }
      return quoted + "\""
    }
  }
}
