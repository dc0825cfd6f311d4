extension OracleReport {
  /// A number with a decimal point and what the contract allows around it.
  struct Number {
    /// The value in steps of `10^-decimals`.
    let value: Int

    /// An amount in cents (`decimals` 2), a rate in ten-thousandths (4), a volume in hundredths (2);
    /// nil for anything that is not one. Only money has a euro sign.
    init?(_ text: Text, decimals: Int, isMoney: Bool = true) {
      let scalars = Array(text.description.unicodeScalars)
      guard let first = scalars.firstIndex(where: { ("0"..."9").contains($0) }) else { return nil }
      var end = first
      while end < scalars.count, scalars[end] == "." || ("0"..."9").contains(scalars[end]) {
        end += 1
      }
      var number = scalars[first..<end]
      var behind = scalars[end...]
      // `12.-` and `12.--` are written without cents, and without a sign behind them.
      if number.last == ".", behind.first == "-" {
        number.removeLast()
        behind = behind.dropFirst(behind.starts(with: ["-", "-"]) ? 2 : 1)
        if number.contains(".") || behind.contains(where: Self.minuses.contains) { return nil }
      }
      guard let value = Self.plain(number, decimals: decimals),
        let before = Marks(scalars[..<first], parenthesis: "("),
        let after = Marks(behind, parenthesis: ")")
      else { return nil }
      let currencies = before.currencies + after.currencies
      guard before.parentheses == after.parentheses, before.parentheses <= 1,
        currencies <= (isMoney ? 1 : 0)
      else { return nil }
      let signs = before.minuses + after.minuses + before.parentheses
      guard signs <= 1 else { return nil }
      self.value = signs == 1 ? -value : value
    }

    fileprivate static let minuses: [Unicode.Scalar] = ["-", "\u{2212}"]

    /// What stands on one side of a number: nothing, or signs and such with blanks around them.
    private struct Marks {
      var minuses = 0
      var currencies = 0
      var parentheses = 0

      init?(_ scalars: ArraySlice<Unicode.Scalar>, parenthesis: Unicode.Scalar) {
        let blanks: [Unicode.Scalar] = [" ", "\u{A0}", "\u{202F}"]
        var rest = scalars.filter { !blanks.contains($0) }
        if rest.isEmpty, !scalars.isEmpty { return nil }
        while let first = rest.first {
          var length = 1
          if Number.minuses.contains(first) {
            minuses += 1
          } else if first == "€" {
            currencies += 1
          } else if first == parenthesis {
            parentheses += 1
          } else if String(String.UnicodeScalarView(rest.prefix(3))).lowercased() == "eur" {
            currencies += 1
            length = 3
          } else {
            return nil
          }
          rest.removeFirst(length)
        }
      }
    }

    /// Digits, or digits, a point and one or more digits; nil where there are too many decimals.
    private static func plain(_ scalars: ArraySlice<Unicode.Scalar>, decimals: Int) -> Int? {
      let parts = scalars.split(separator: ".", omittingEmptySubsequences: false)
      guard (1...2).contains(parts.count) else { return nil }
      for part in parts where part.isEmpty || !part.allSatisfy({ ("0"..."9").contains($0) }) {
        return nil
      }
      let fraction = parts.count == 2 ? parts[1].map(String.init).joined() : ""
      guard fraction.count <= decimals else { return nil }
      let zeros = String(repeating: "0", count: decimals - fraction.count)
      return Int(parts[0].map(String.init).joined() + fraction + zeros)
    }
  }
}
