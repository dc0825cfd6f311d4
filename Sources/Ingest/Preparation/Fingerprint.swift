import Crypto
import Dispatch
import Foundation
import Synchronization

/// What the manifest says of a part's bytes as they were delivered (compressed, if it was).
public struct Fingerprint: Sendable, Equatable {
  /// The part's name.
  public let name: String
  public let byteCount: Int
  /// In lower-case hex digits.
  public let sha256: String
}

extension Preparation {
  /// The fingerprints of all parts, in the order of kinds and parts; several are taken at once.
  public func fingerprints() throws -> [Fingerprint] {
    let parts = FileKind.allCases.flatMap { self.parts[$0] ?? [] }
    let results = Mutex([Result<Fingerprint, any Error>?](repeating: nil, count: parts.count))
    DispatchQueue.concurrentPerform(iterations: parts.count) { index in
      let result = Result { try parts[index].open.fingerprint() }
      results.withLock { $0[index] = result }
    }
    return try results.withLock { try $0.compactMap { try $0?.get() } }
  }
}

extension OpenPart {
  fileprivate func fingerprint() throws -> Fingerprint {
    let source = try delivered()
    var hash = SHA256()
    var count = 0
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 64)
    defer { buffer.deallocate() }
    while true {
      let read = try source.read(into: buffer)
      hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: buffer[..<read]))
      count += read
      if read < buffer.count { break }
    }
    return Fingerprint(name: name, byteCount: count, sha256: hash.finalize().hexadecimal)
  }
}

extension Sequence<UInt8> {
  /// Two lower-case hex digits a byte.
  public var hexadecimal: String {
    map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

/// The first eight hex digits of the SHA-256 of a text: short, and the same in every run.
public func shortHash(of text: String) -> String {
  String(SHA256.hash(data: Data(text.utf8)).hexadecimal.prefix(8))
}
