extension AnnexBuilder {
  /// A chapter in whose head stands once what all its cards have in common, so that a card says what
  /// is its own. The card of a single table says all.
  func withCommonCard(_ section: AnnexPage.Section) -> AnnexPage.Section {
    let cards = section.blocks.compactMap(\.table?.card)
    guard let first = cards.first, cards.count > 1 else { return section }
    var section = section
    section.common = first.filter { fact in cards.allSatisfy { $0.contains(fact) } }
    guard !section.common.isEmpty else { return section }
    section.commonLabel = text(.commonCard)
    for index in section.blocks.indices {
      section.blocks[index].table?.cardLabel = text(.ownCard)
      section.blocks[index].table?.card.removeAll(where: section.common.contains)
    }
    return section
  }
}
