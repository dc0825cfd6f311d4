import Foundation

/// One file of the input folder, or standard input: a kind of file may come in several parts.
public struct InputPart: Sendable, Hashable {
  public let kind: FileKind
  /// The name as in the folder, `-` for standard input: how rejects and messages name the part.
  public let name: String
  /// Where to open it; empty for standard input.
  public let path: String
  /// Whether the name says that the part is compressed with gzip.
  public let isGzip: Bool
  public let isStandardInput: Bool

  public init(
    kind: FileKind, name: String, path: String, isGzip: Bool = false, isStandardInput: Bool = false
  ) {
    self.kind = kind
    self.name = name
    self.path = path
    self.isGzip = isGzip
    self.isStandardInput = isStandardInput
  }

  /// The declarations that come from standard input.
  public static let standardInput = InputPart(
    kind: .declarations, name: "-", path: "", isStandardInput: true)
}

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

  /// A file that a pattern of the configuration claims for a kind, whatever it is called.
  init(_ fileName: String, claimedFor kind: FileKind) {
    let name = Self.comparable(fileName)
    self.kind = kind
    acceptedName = kind.name
    isGzip = name.hasSuffix(".gz")
    stem = isGzip ? String(name.dropLast(3)) : name
  }

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

/// How to open a part, as often as is needed.
struct PartOpener {
  /// The bytes as they were delivered, compressed if they are.
  let delivered: () throws -> any ByteSource
  /// The CSV text of bytes as they were delivered.
  private let decompressed: (any ByteSource) throws -> any ByteSource
  /// The size of the CSV text; nil where that takes decompressing.
  let plainSize: Int?
  /// The size, by now, of what was delivered; nil where it is no file.
  let deliveredSize: () -> Int?
  /// Whether anybody has written to what was delivered since it was opened.
  let isChanged: () -> Bool

  /// The CSV text; what is read of the delivery for it is digested by `digesting`.
  func plain(digesting: DigestingSource? = nil) throws -> any ByteSource {
    try decompressed(digesting ?? delivered())
  }

  /// Bytes that are no file.
  init(_ source: @escaping () throws -> any ByteSource) {
    delivered = source
    decompressed = { $0 }
    plainSize = nil
    deliveredSize = { nil }
    isChanged = { false }
  }

  init(_ part: InputPart) throws {
    let name = part.name
    let file =
      try part.isStandardInput
      ? OpenFile(spooling: STDIN_FILENO, name: name) : OpenFile(path: part.path, name: name)
    delivered = { FileSource(file, name: name) }
    decompressed = part.isGzip ? { try GzipSource($0, name: name) } : { $0 }
    plainSize = part.isGzip ? nil : file.size
    deliveredSize = { file.size }
    isChanged = { file.isChanged }
  }
}
