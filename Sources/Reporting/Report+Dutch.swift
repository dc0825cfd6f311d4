/// What the workbook says of a report, in the words of the annex: the two lie side by side.
extension Report {
  private static let notation = AnnexNotation(language: .dutch)

  /// `Zoetermeer (0637)`, or what is known of it.
  var municipalityText: String {
    switch (municipality.name, municipality.code) {
    case (let name?, let code?): "\(name) (\(code))"
    case (let name?, nil): name
    case (nil, let code?): "gemeente \(code)"
    case (nil, nil): AnnexPhrase.unnamedMunicipality.dutch
    }
  }

  /// `1 januari 2017 tot en met 15 oktober 2017`.
  var periodText: String {
    period.map { Self.notation.period($0.days) } ?? AnnexPhrase.noPeriod.dutch
  }

  /// Which date of a line counts.
  var basisText: String {
    switch basis {
    case .service: AnnexPhrase.basisService.dutch
    case .declaration: AnnexPhrase.basisDeclaration.dutch
    }
  }

  /// Until small cells are suppressed, every document says this on its cover and on every page.
  static let notForPublication = AnnexPhrase.notice.dutch
}
