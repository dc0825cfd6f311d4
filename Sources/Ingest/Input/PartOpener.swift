import Foundation

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
  }
}
