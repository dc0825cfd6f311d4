/// How exports call the columns of the contract: words that stand in a header, in Dutch and English.
///
/// A header is measured by how much of it the words of a column explain: `Begindatum prestatie` is
/// wholly that of `product_periode_begindatum`, `Begindatum toewijzing` only by half.
struct Captions: Sendable {
  /// Words that all stand in the header, one list for each way of saying it.
  private let ways: [[String]]
  /// Words that may stand beside them.
  private let fillers: [String]

  /// `ways` divided by `|`, and behind `~` what may stand beside each of them.
  init(_ vocabulary: String) {
    let halves = vocabulary.split(separator: "~", maxSplits: 1)
    func words(_ text: Substring) -> [String] { text.split(separator: " ").map(String.init) }
    ways = (halves.first ?? "").split(separator: "|").map(words)
    fillers = Self.everywhere + (halves.count > 1 ? words(halves[1]) : [])
  }

  private static let everywhere = [
    "nummer", "num", "nr", "no", "code", "cd", "id", "van", "de", "het", "wmo", "cbs", "iwmo",
  ]

  /// The share of a header's letters that the words explain, and how many of them the necessary ones
  /// are; nil where no way of saying it fits.
  func measure(_ header: HeaderName) -> (share: Double, letters: Int)? {
    let text = Array(header.normalised.utf8)
    guard !text.isEmpty else { return nil }
    var best: (share: Double, letters: Int)?
    for way in ways {
      var isExplained = [Bool](repeating: false, count: text.count)
      var letters = 0
      let fits = way.allSatisfy { word in
        letters += word.utf8.count
        return Self.mark(Array(word.utf8), in: text, &isExplained, isOnce: true)
      }
      guard fits else { continue }
      for filler in fillers {
        _ = Self.mark(Array(filler.utf8), in: text, &isExplained, isOnce: false)
      }
      let found = (Self.share(isExplained), letters)
      if let best, (best.share, best.letters) >= found { continue }
      best = found
    }
    return best
  }

  /// A single letter between two words, as in `toewijzingsnummer`, is explained with them.
  private static func share(_ isExplained: [Bool]) -> Double {
    let last = isExplained.count - 1
    let count = isExplained.indices.count { index in
      isExplained[index]
        || (index > 0 && isExplained[index - 1] && (index == last || isExplained[index + 1]))
    }
    return Double(count) / Double(isExplained.count)
  }

  /// Marks where a word stands that is not all marked already; whether it does.
  private static func mark(
    _ word: [UInt8], in text: [UInt8], _ isExplained: inout [Bool], isOnce: Bool
  ) -> Bool {
    guard word.count <= text.count else { return false }
    var isFound = false
    for start in 0...(text.count - word.count)
    where text[start..<start + word.count].elementsEqual(word)
      && (!isOnce || !isExplained[start..<start + word.count].contains(true))
    {
      for index in start..<start + word.count { isExplained[index] = true }
      isFound = true
      if isOnce { break }
    }
    return isFound
  }

  /// Of a column, or nil where exports have no other word for it.
  static func of(_ column: String, in kind: FileKind) -> Captions? {
    byColumn[kind]?[column] ?? shared[column]
  }

  private static let byColumn: [FileKind: [String: Captions]] = [
    .declarations: declarationCaptions, .allocations: allocationCaptions,
    .products: productCaptions, .providers: providerCaptions, .districts: districtCaptions,
    .subsidies: subsidyCaptions, .budget: budgetCaptions, .rates: rateCaptions,
    .contracts: contractCaptions, .personalBudgets: personalBudgetCaptions,
    .buildingBlocks: buildingBlockCaptions, .indices: indexCaptions,
  ].mapValues { $0.mapValues { Captions($0) } }

  private static let shared = sharedCaptions.mapValues { Captions($0) }
}
