import TOMLKit

extension ConfigurationReader {
  /// What a configuration file says, as JSON, to be compared with another by keys: no key and no
  /// value is checked, as it may be of another version. Days are texts. Nil when it is no TOML.
  public static func json(of text: String) -> String? {
    try? TOMLTable(string: text).convert(
      to: .json, options: [.quoteDateAndTimes, .quoteInfinitesAndNaNs, .allowUnicodeStrings])
  }
}
