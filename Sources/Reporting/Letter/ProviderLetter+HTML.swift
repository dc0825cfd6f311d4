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
              file: CleanText.line(hit.file), line: String(hit.line),
              reference: CleanText.line(hit.reference),
              amount: FigureNotation.dutch.digits(hit.cents, decimals: 2))
          })
      },
      notes: notes)
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

/// The template of a letter in HTML, in the style of the annex.
///
/// A name that the page does not have renders as nothing; the golden case sees to that.
enum LetterTemplate {
  static let text = """
    <!DOCTYPE html>
    <html lang="nl">
    <head>
    \(PageTemplate.metadata)
    <title>{{title}} – {{recipient}}</title>
    <style>{{{style}}}</style>
    </head>
    <body>
    <header>
    <h1>{{title}} <span class="place">{{recipient}}</span></h1>
    \(PageTemplate.facts)
    </header>
    <main>
    <p>{{summary}}</p>
    {{#sections}}
    <section aria-labelledby="{{code}}">
    <h2 id="{{code}}">{{heading}}</h2>
    <p>{{meaning}}</p>
    <p>{{request}}</p>
    <div class="scroll" role="region" tabindex="0" aria-labelledby="{{code}}">
    <table>
    <caption>{{total}}</caption>
    <thead>
    <tr><th scope="col">bestand</th><th scope="col" class="n">regel</th>\
    <th scope="col">referentie_nummer</th><th scope="col" class="n">bedrag</th></tr>
    </thead>
    <tbody>
    {{#lines}}
    <tr><th scope="row">{{file}}</th><td class="n">{{line}}</td><td>{{reference}}</td>\
    <td class="n">{{amount}}</td></tr>
    {{/lines}}
    </tbody>
    </table>
    </div>
    </section>
    {{/sections}}
    </main>
    <footer>
    {{#notes}}
    <p>{{.}}</p>
    {{/notes}}
    </footer>
    </body>
    </html>

    """
}
