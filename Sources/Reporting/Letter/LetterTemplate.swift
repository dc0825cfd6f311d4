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
