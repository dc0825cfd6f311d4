import Foundation

/// How to open a part, as often as is needed.
struct PartOpener {
  /// The bytes as they were delivered, compressed if they are.
  let delivered: () throws -> any ByteSource
  /// The bytes of the CSV text.
  let plain: () throws -> any ByteSource
  /// The size of the CSV text; nil where that takes decompressing.
  let plainSize: Int?

  /// Bytes that are no file.
  init(_ source: @escaping () throws -> any ByteSource) {
    delivered = source
    plain = source
    plainSize = nil
  }

  init(_ part: InputPart) throws {
    let name = part.name
    let file =
      try part.isStandardInput
      ? OpenFile(spooling: STDIN_FILENO, name: name) : OpenFile(path: part.path, name: name)
    let path = part.path
    delivered = { FileSource(file, name: name) }
    plainSize = part.isGzip ? nil : file.size
    if part.isGzip {
      plain = { try GzipSource(path: path, name: name) }
    } else {
      plain = delivered
    }
  }
}
