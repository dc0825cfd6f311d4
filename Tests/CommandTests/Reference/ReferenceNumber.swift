extension ReferenceReport {
  /// A number with a decimal point and what the contract allows around it.
  struct Number {
    /// The value in steps of `10^-decimals`.
    let value: Int

    /// An amount in cents (`decimals` 2), a rate in ten-thousandths (4), a volume in hundredths (2);
    /// nil for anything that is not one. Only money has a euro sign.
    init?(_ text: Text, decimals: Int, isMoney: Bool = true) {
      let spaces: [Unicode.Scalar] = [" ", "\u{A0}", "\u{202F}"]
      let minuses: [Unicode.Scalar] = ["-", "\u{2212}"]
      var rest = Array(text.description.unicodeScalars)[...]
      var signs = 0
      var euros = 0

      // In front: at most one euro sign, one minus and one opening parenthesis, in any order.
      var parentheses = 0
      while let first = rest.first, !("0"..."9").contains(first) {
        if minuses.contains(first) {
          signs += 1
        } else if first == "€", isMoney {
          euros += 1
        } else if first == "(" {
          parentheses += 1
          signs += 1
        } else if !spaces.contains(first) || (signs == 0 && euros == 0) {
          return nil
        }
        rest.removeFirst()
      }
      // Behind: the closing parenthesis, or a minus. `12.-` means no cents.
      if parentheses == 1 {
        guard rest.last == ")" else { return nil }
        rest.removeLast()
      } else if let last = rest.last, minuses.contains(last), !Self.endsWithoutCents(rest) {
        signs += 1
        rest.removeLast()
      }
      if signs > 0 {
        while let last = rest.last, spaces.contains(last) { rest.removeLast() }
      }
      guard signs <= 1, euros <= 1 else { return nil }
      if Self.endsWithoutCents(rest) { rest.removeLast(2) }
      guard let value = Self.plain(rest, decimals: decimals) else { return nil }
      self.value = signs == 1 ? -value : value
    }

    private static func endsWithoutCents(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
      scalars.suffix(2).elementsEqual([".", "-"])
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
