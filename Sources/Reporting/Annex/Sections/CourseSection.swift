import Analytics
import Ingest

extension AnnexBuilder {
  /// What is still to come, why costs changed, how long use lasts, what follows what, and districts
  /// as if their inhabitants had the same ages: a subheading each, without those that a run has no
  /// figures for.
  mutating func courseSection() -> AnnexPage.Section {
    var section = begin(.course)
    section.blocks =
      toComeTheme() + costChangeTheme() + stayTheme() + flowTheme() + followingTheme()
      + ageRateTheme()
    return section
  }

  /// A subheading with sentences.
  func theme(_ title: AnnexPhrase, _ texts: [String?]) -> AnnexPage.Block {
    .init(
      theme: .init(
        themeTitle: text(title),
        // A line must not break between the sign and the amount.
        themeTexts: texts.compactMap { $0?.replacing("€ ", with: "€\u{A0}") }))
  }
}

extension AnnexPhrase {
  static let course = AnnexPhrase("Verloop en verwachting", "Course and expectation")
}
