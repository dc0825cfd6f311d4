import Foundation

/// What a file's name says: `NAME.csv` or `NAME-anything.csv`, with or without `.gz`; an underscore, a
/// point or a space may stand for the hyphen.
struct InputName {
  let kind: FileKind
  /// The accepted name that stands in front, as in ``FileKind/acceptedNames``.
  let acceptedName: String
  /// Compared as ``comparable(_:)`` and without its extensions: two files of one stem are one file
  /// twice.
  let stem: String
  let isGzip: Bool

  /// Nil for a file that is none of the contract's, and for a copy as file managers name them.
  init?(_ fileName: String) {
    let name = Self.comparable(fileName)
    guard let ending = Self.ending(of: fileName) else { return nil }
    let stem = String(name.dropLast(ending.count))
    guard !Self.isCopy(stem), let found = Self.acceptedName(before: stem, separators) else {
      return nil
    }
    kind = found.kind
    acceptedName = found.name
    self.stem = stem
    isGzip = ending == ".csv.gz"
  }

  /// The accepted name that a text is, or that stands in it before one of the separators.
  private static func acceptedName(
    before stem: String, _ separators: Set<Character>
  ) -> (kind: FileKind, name: String)? {
    for kind in FileKind.allCases {
      for name in kind.acceptedNames where stem.hasPrefix(name) {
        let next = stem.dropFirst(name.count).first
        if next.map(separators.contains) ?? true { return (kind, name) }
      }
    }
    return nil
  }

  /// The ending of a CSV file, compressed or not; nil for any other.
  static func ending(of fileName: String) -> String? {
    [".csv", ".csv.gz"].first(where: comparable(fileName).hasSuffix)
  }

  /// Whether a file of another name may be CSV, for all that its name says.
  static func mayBeText(_ fileName: String) -> Bool {
    if ending(of: fileName) != nil { return true }
    let parts = comparable(fileName).split(separator: ".")
    return parts.count < 2 || ["txt", "tsv", "dat", "asc"].contains(parts[parts.count - 1])
  }

  /// Lower-cased and without diacritics: `Cliënten.CSV` is `clienten.csv`.
  static func comparable(_ fileName: String) -> String {
    let scalars = fileName.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars.filter {
      $0.properties.generalCategory != .nonspacingMark
    }
    return String(String.UnicodeScalarView(scalars))
  }

  /// Whether a stem ends as file managers name a second copy: `declaraties (1)`,
  /// `declaraties - kopie`.
  static func isCopy(_ stem: String) -> Bool {
    stem.firstMatch(of: /([ _-]*\([0-9]+\)|[ _-]+(kopie|copy)( *\([0-9]+\))?)$/) != nil
  }
}

/// What may stand between an accepted name and the rest of a part's name.
private let separators: Set<Character> = ["-", "_", ".", " "]
