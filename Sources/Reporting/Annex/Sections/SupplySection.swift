import Analytics

extension AnnexBuilder {
  /// Who is contracted for what, who came and went, who would be hard to replace, who switches, and
  /// the municipalities of a region; nothing without a period.
  mutating func supplySection() -> AnnexPage.Section {
    var section = begin(.supply)
    let analyses: [Analysis] = [
      .lots, .providerTurnover, .landscape, .concernExits, .switches, .region, .overlap,
    ]
    guard hasRows(in: analyses) else { return section }
    section.paragraphs = [text(.supplyNote)]
    section.blocks =
      lotTheme() + turnoverTheme() + landscapeTheme() + exitTheme() + switchTheme()
      + regionTheme()
    return section
  }
}

extension AnnexPhrase {
  static let supply = AnnexPhrase("Aanbieders en contracten", "Providers and contracts")
  static let supplyNote = AnnexPhrase(
    "Aanbieders van hetzelfde concern tellen hier als één. Een aanbieder telt mee als er voor hem een "
      + "bedrag is gefactureerd.",
    "Providers of one concern count as one here. A provider counts if an amount was invoiced for it."
  )
}
