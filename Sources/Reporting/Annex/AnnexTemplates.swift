import Mustache

/// The templates of the annex. They stand here and not in files of their own because the program
/// is a single file.
///
/// A name that the page does not have renders as nothing; the golden tests see to that.
enum AnnexTemplates {
  /// By name; `page` is the whole.
  static let texts = [
    "page": page, "section": section, "theme": theme, "figure": figure, "table": table,
    "card": card, "rules": rules,
  ]

  /// Throws a parser error, which is a defect of this file.
  static func library() throws -> MustacheLibrary {
    var library = MustacheLibrary()
    for (name, text) in texts {
      library.register(try CleanMarkup.template(text), named: name)
    }
    return library
  }

  private static let page = """
    <!DOCTYPE html>
    <html lang="{{language}}">
    <head>
    \(PageTemplate.metadata)
    <meta name="generator" content="wmo-etl {{version}}">
    <title>{{title}} – {{municipality}}</title>
    <style>{{{style}}}</style>
    </head>
    <body>
    <a class="skip" href="#inhoud">{{skipLabel}}</a>
    <header>
    <p class="notice">{{notice}}</p>
    <h1>{{title}} <span class="place">{{municipality}}</span></h1>
    <p class="subtitle">{{subtitle}}</p>
    {{#warnings}}
    <p class="warning">{{.}}</p>
    {{/warnings}}
    \(PageTemplate.facts)
    </header>
    <nav aria-label="{{contentsLabel}}">
    <ol>
    {{#sections}}
    <li><a href="#{{sectionID}}">{{heading}}</a></li>
    {{/sections}}
    </ol>
    </nav>
    <main id="inhoud">
    {{#sections}}
    {{> section}}
    {{/sections}}
    </main>
    <footer>
    <p class="notice">{{notice}}</p>
    <p>{{made}}</p>
    </footer>
    </body>
    </html>

    """

  private static let section = """
    <section id="{{sectionID}}" aria-labelledby="{{sectionID}}-kop">
    <h2 id="{{sectionID}}-kop">{{heading}}</h2>
    {{#paragraphs}}
    <p>{{.}}</p>
    {{/paragraphs}}
    {{^empty(sentences)}}
    <ol class="brief">
    {{#sentences}}
    <li>{{sentence}} <a href="#{{target}}">{{targetName}}</a></li>
    {{/sentences}}
    </ol>
    {{/empty(sentences)}}
    {{^empty(common)}}
    <div class="card">
    <p>{{commonLabel}}</p>
    <dl>
    {{#common}}
    <div><dt>{{term}}</dt><dd>{{detail}}</dd></div>
    {{/common}}
    </dl>
    </div>
    {{/empty(common)}}
    {{#blocks}}
    {{#theme}}
    {{> theme}}
    {{/theme}}
    {{#figure}}
    {{> figure}}
    {{/figure}}
    {{#table}}
    {{> table}}
    {{/table}}
    {{#rules}}
    {{> rules}}
    {{/rules}}
    {{/blocks}}
    </section>

    """

  private static let theme = """
    <h3>{{themeTitle}}</h3>
    {{#themeTexts}}
    <p>{{.}}</p>
    {{/themeTexts}}

    """

  private static let figure = """
    <figure id="{{figureID}}">
    <div class="wide">{{{wide}}}</div>
    <div class="narrow">{{{narrow}}}</div>
    <figcaption><b>{{figureName}}</b> {{figureTitle}} <span>{{figureNote}}</span> \
    <span class="spoken">{{figureDescription}}</span></figcaption>
    </figure>

    """

  private static let table = """
    <div class="table" id="{{tableID}}">
    <div class="scroll" role="region" tabindex="0" aria-labelledby="{{tableID}}-titel">
    <table>
    <caption id="{{tableID}}-titel"><span><b>{{tableName}}</b> {{caption}}</span></caption>
    <thead>
    <tr>{{#columns}}<th scope="col"{{#isNumeric}} class="n"{{/isNumeric}}>{{label}}</th>\
    {{/columns}}</tr>
    </thead>
    <tbody>
    {{#rows}}
    <tr{{#isTotal}} class="total"{{/isTotal}}><th scope="row">{{rowHeading}}</th>\
    {{#values}}{{#isHidden}}<td class="verborgen"><span aria-hidden="true">{{value}}</span> \
    <span class="unseen">{{hiddenLabel}}</span></td>{{/isHidden}}{{^isHidden}}\
    <td{{#isNumber}} class="n"{{/isNumber}}>{{value}}</td>{{/isHidden}}{{/values}}</tr>
    {{/rows}}
    </tbody>
    </table>
    </div>
    {{#note}}
    <p class="note">{{.}}</p>
    {{/note}}
    {{^empty(card)}}
    {{> card}}
    {{/empty(card)}}
    </div>

    """

  private static let card = """
    <div class="card">
    <p>{{cardLabel}}</p>
    <dl>
    {{#card}}
    <div><dt>{{term}}</dt><dd>{{detail}}</dd></div>
    {{/card}}
    </dl>
    </div>

    """

  private static let rules = """
    <h3>{{rulesTitle}}</h3>
    <ul lang="{{rulesLanguage}}">
    {{#lines}}
    <li>{{.}}</li>
    {{/lines}}
    </ul>

    """
}

/// What the templates of all pages have in common: the annex and the letters.
enum PageTemplate {
  /// The first lines of the head: nothing is loaded, run or sent, and the style sheet is held to its
  /// hash (`styleHash`).
  static let metadata = """
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
    style-src '{{{styleHash}}}'; base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="robots" content="noindex">
    <meta name="referrer" content="no-referrer">
    """

  /// The list of `facts`, each a ``AnnexPage/Fact``.
  static let facts = """
    <dl class="facts">
    {{#facts}}
    <div><dt>{{term}}</dt><dd>{{detail}}</dd></div>
    {{/facts}}
    </dl>
    """
}

/// How templates of pages write what is filled in: clean and escaped, as charts do.
///
/// The library's own escaping goes by whole characters and lets `<` with an accent on it through.
struct CleanMarkup: MustacheContentType {
  func escapeText(_ text: String) -> String { text.escapedForXML }

  /// The template, which names the way of writing itself: a partial forgets that of its caller.
  static func template(_ text: String) throws -> MustacheTemplate {
    _ = registered
    return try MustacheTemplate(string: "{{% CONTENT_TYPE: \(name)}}" + text)
  }

  private static let name = "CLEAN_MARKUP"
  private static let registered: Void = MustacheContentTypes.register(CleanMarkup(), named: name)
}
