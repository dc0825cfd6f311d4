import Analytics

extension AnnexBuilder {
  /// What was granted, what of it was used, how it ends, and who has a personal budget; nothing
  /// without a period.
  mutating func grantedSection() -> AnnexPage.Section {
    var section = begin(.granted)
    let analyses: [Analysis] = [
      .allocationCourse, .allocationUptake, .allocationEndings, .expiringAllocations,
      .deliveryForms,
    ]
    guard hasRows(in: analyses) else { return section }
    section.paragraphs = [text(.grantedNote)]
    section.blocks =
      allocationTheme() + uptakeTheme() + endingTheme() + expiryTheme() + deliveryFormTheme()
    return section
  }

  /// Whether a table of these has a row.
  func hasRows(in analyses: [Analysis]) -> Bool {
    analyses.contains { !(report.table($0)?.rows.isEmpty ?? true) }
  }
}

extension AnnexPhrase {
  static let granted = AnnexPhrase("Toegekend en gebruikt", "Granted and used")
  static let grantedNote = AnnexPhrase(
    "Met een toewijzing vraagt de gemeente een aanbieder om een cliënt een voorziening te leveren. "
      + "Zij zegt wat is toegekend; declaraties zeggen wat ervan is geleverd.",
    "By an allocation the municipality asks a provider to deliver a provision to a client. It says "
      + "what was granted; declarations say what of it was delivered.")
}
