import Foundation

/// Standard input, which may be opened again as long as little of it was read: that is kept.
///
/// ``OpenPart`` opens a file anew once it has seen a UTF-16 byte order mark; a pipe gives its bytes
/// only once, and it is not stored whole.
final class ReplaySource: ByteSource {
  /// The beginning of the input, shared by all openings.
  final class Beginning {
    static let limit = 4096
    fileprivate var bytes: [UInt8] = []
  }

  private let beginning: Beginning
  private let descriptor: Int32
  private let name: String
  private var replayed = 0

  init(_ beginning: Beginning, descriptor: Int32, name: String) {
    self.beginning = beginning
    self.descriptor = descriptor
    self.name = name
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    var filled = min(buffer.count, beginning.bytes.count - replayed)
    buffer.copyBytes(from: beginning.bytes[replayed..<replayed + filled])
    replayed += filled
    while filled < buffer.count {
      let count = Glibc.read(
        descriptor,
        buffer.baseAddress.map { $0 + filled },
        buffer.count - filled
      )
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw RunFailure.cannotRead(name, errno) }
      if count == 0 { break }
      if beginning.bytes.count + count <= Beginning.limit {
        beginning.bytes += buffer[filled..<filled + count]
        replayed += count
      }
      filled += count
    }
    return filled
  }
}
