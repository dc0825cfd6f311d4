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
    kind: FileKind,
    name: String,
    path: String,
    isGzip: Bool = false,
    isStandardInput: Bool = false
  ) {
    self.kind = kind
    self.name = name
    self.path = path
    self.isGzip = isGzip
    self.isStandardInput = isStandardInput
  }

  /// The declarations that come from standard input.
  public static let standardInput = InputPart(
    kind: .declarations,
    name: "-",
    path: "",
    isStandardInput: true
  )
}

/// What a file's name says: `NAME.csv` or `NAME-anything.csv`, with or without `.gz`.
struct InputName {
  let kind: FileKind
  /// The accepted name that stands in front, as in ``FileKind/acceptedNames``.
  let acceptedName: String
  /// Lower-cased and without its extensions: two files of one stem are one file twice.
  let stem: String
  let isGzip: Bool

  /// Nil for a file that is none of the contract's.
  init?(_ fileName: String) {
    let lowered = fileName.lowercased()
    guard let ending = [".csv", ".csv.gz"].first(where: lowered.hasSuffix) else { return nil }
    let stem = String(lowered.dropLast(ending.count))
    for kind in FileKind.allCases {
      for name in kind.acceptedNames where stem == name || stem.hasPrefix(name + "-") {
        self.kind = kind
        self.acceptedName = name
        self.stem = stem
        self.isGzip = ending == ".csv.gz"
        return
      }
    }
    return nil
  }
}
