import Foundation

/// A shell's pattern, as `[bestanden]`, `[invoer] negeren` and `[bewaking] verwacht_delen` have them.
package enum FilePattern {
  /// Whether a name is one of those that a pattern means; case ignored.
  ///
  /// A file system may keep `é` as one character or as two, which are one name for its users.
  package static func matches(_ fileName: String, _ pattern: String) -> Bool {
    fnmatch(comparable(pattern), comparable(fileName), 0) == 0
  }

  private static func comparable(_ text: String) -> String {
    text.lowercased().precomposedStringWithCanonicalMapping
  }
}

/// A pattern of `[bestanden]` that a file's name fits.
struct FileClaim: Equatable {
  let kind: FileKind
  let pattern: String
}

/// A file that patterns of several kinds claim.
struct ClaimedTwice: Equatable {
  let name: String
  /// At least two, in the order of the kinds.
  let claims: [FileClaim]
}
