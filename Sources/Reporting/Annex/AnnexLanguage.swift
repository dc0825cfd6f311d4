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

  /// A phrase with its `{placeholders}` filled in; those in a name that is filled in stay.
  func text(_ phrase: AnnexPhrase, _ values: KeyValuePairs<String, String>) -> String {
    text(phrase).replacing(/\{(\w+)\}/) { place in
      values.first { $0.key == place.output.1 }?.value ?? String(place.output.0)
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
