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
