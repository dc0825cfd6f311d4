/// A language in which the annex can be written.
public enum AnnexLanguage: String, CaseIterable, Sendable {
  case dutch = "nl"
  case english = "en"

  /// All wording of the annex in this language.
  func text(_ phrase: AnnexPhrase) -> String {
    switch self {
    case .dutch: phrase.dutch
    case .english: phrase.english
    }
  }

  /// A phrase with its `{placeholders}` filled in.
  func text(_ phrase: AnnexPhrase, _ values: KeyValuePairs<String, String>) -> String {
    values.reduce(text(phrase)) { text, value in
      text.replacing("{\(value.key)}", with: value.value)
    }
  }

  /// The heading of a table's column.
  func column(_ name: String) -> String {
    switch self {
    case .dutch: AnnexPhrase.dutchColumns[name] ?? name.replacing("_", with: " ")
    case .english: AnnexPhrase.englishColumns[name] ?? name.replacing("_", with: " ")
    }
  }
}
