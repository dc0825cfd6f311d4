import Ingest

extension AnnexChapter {
  /// Its heading.
  var title: AnnexPhrase {
    switch self {
    case .use: .use
    case .months: .months
    case .districts: .districts
    case .combinations: .combinations
    case .providers: .providers
    case .ages: .ages
    case .course: .course
    case .granted: .granted
    case .supply: .supply
    case .money: .money
    }
  }
}

extension AnnexBuilder {
  /// A chapter with its tables and charts; without them where the run has none.
  mutating func section(of chapter: AnnexChapter) -> AnnexPage.Section {
    switch chapter {
    case .use: useSection()
    case .months: monthSection()
    case .districts: districtSection()
    case .combinations: combinationSection()
    case .providers: providerSection()
    case .ages: ageSection()
    case .course: courseSection()
    case .granted: grantedSection()
    case .supply: supplySection()
    case .money: moneySection()
    }
  }

  /// A chapter with its name and heading, still to be filled.
  func begin(_ chapter: AnnexChapter) -> AnnexPage.Section {
    .init(sectionID: chapter.rawValue, heading: text(chapter.title))
  }

  /// The headings of the chapters that were not chosen.
  var chaptersLeftOut: [String] {
    AnnexChapter.allCases.filter { !report.account.chapters.contains($0) }
      .map { text($0.title) }
  }
}
