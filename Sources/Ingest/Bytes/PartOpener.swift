import Foundation

/// How to open a part, as often as is needed.
struct PartOpener {
  /// The bytes as they were delivered, compressed if they are.
  let delivered: () throws -> any ByteSource
  /// The bytes of the CSV text.
  let plain: () throws -> any ByteSource
  /// Whether the CSV text is not as it was delivered.
  let isCompressed: Bool
  /// The size of the CSV text; nil where that takes decompressing.
  let plainSize: Int?

  /// Bytes that are no file.
  init(_ source: @escaping () throws -> any ByteSource) {
    delivered = source
    plain = source
    isCompressed = false
    plainSize = nil
  }

  init(_ part: InputPart) throws {
    let name = part.name
    let file =
      try part.isStandardInput
      ? OpenFile(spooling: STDIN_FILENO, name: name) : OpenFile(path: part.path, name: name)
    delivered = { FileSource(file, name: name) }
    isCompressed = part.isGzip
    plainSize = part.isGzip ? nil : file.size
    plain = part.isGzip ? { try GzipSource(file, name: name) } : delivered
  }
}
