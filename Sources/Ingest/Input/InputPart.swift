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
