extension ConfigurationReader {
  /// `[bijlage]`: what the annex shows.
  mutating func readAnnex(_ table: ConfigurationTable) {
    let key = "hoofdstukken"
    table.refuseKeys(otherThan: [key])
    guard let names = table.texts(key) else { return }
    let known = AnnexChapter.allCases.map(\.rawValue)
    if names.isEmpty { table.note(.emptyList(of: known), at: key) }
    var chapters: [AnnexChapter] = []
    for name in names {
      guard let chapter = AnnexChapter(rawValue: name) else {
        let nearest = nearestName(to: name, among: known)
        table.note(.unknownChoice(name, noun: "chapter", nearest: nearest), at: key)
        continue
      }
      if chapters.contains(chapter) { table.note(.repeated(name), at: key) }
      chapters.append(chapter)
    }
    configuration.annexChapters = chapters
  }
}
