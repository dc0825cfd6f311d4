import Ingest
import Mustache

extension ProviderLetter {
  /// The letter as a page that needs nothing but itself: no script, and a policy that holds its
  /// style sheet to its hash. Throws a parser error, a defect of the template.
  public func html() throws -> String {
    try CleanMarkup.template(LetterTemplate.text).render(page)
  }

  /// What the template shows; its names are those of the template.
  var page: Page {
    Page(
      title: title,
      recipient: providerName,
      style: AnnexStyle.css,
      styleHash: AnnexFormat.styleHash,
      facts: facts.map { AnnexPage.Fact(term: $0.term, detail: $0.detail) },
      summary: summary,
      sections: sections.map { section in
        Page.Section(
          code: section.rule.code,
          heading: heading(section),
          meaning: meaning(section),
          request: request(section),
          total: total(section),
          lines: section.hits.map { hit in
            Page.Line(
              file: CleanText.line(hit.file),
              line: String(hit.line),
              reference: CleanText.line(hit.reference),
              amount: FigureNotation.dutch.digits(hit.cents, decimals: 2)
            )
          }
        )
      },
      notes: notes
    )
  }

  struct Page {
    let title: String
    let recipient: String
    let style: String
    let styleHash: String
    let facts: [AnnexPage.Fact]
    let summary: String
    let sections: [Section]
    let notes: [String]

    struct Section {
      let code: String
      let heading: String
      let meaning: String
      let request: String
      let total: String
      let lines: [Line]
    }

    struct Line {
      let file: String
      let line: String
      let reference: String
      let amount: String
    }
  }
}
