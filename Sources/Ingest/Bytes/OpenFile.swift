import Foundation

/// An open file descriptor, closed when nobody needs it any more.
final class OpenFile: Sendable {
  let descriptor: Int32

  init(path: String, name: String) throws {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw RunFailure.cannotRead(name, errno) }
  }

  /// Standard input as an unlinked temporary file: a line may have to be read twice (R104), and a
  /// pipe gives it once.
  init(spooling input: Int32, name: String) throws {
    let folder = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
    var template = Array((folder + "/wmo-etl-XXXXXX").utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw RunFailure.cannotSpool(folder, errno) }
    unlink(template)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 64)
    defer { buffer.deallocate() }
    while true {
      let count = Glibc.read(input, buffer.baseAddress, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw RunFailure.cannotRead(name, errno) }
      if count == 0 { return }
      var written = 0
      while written < count {
        let more = write(descriptor, buffer.baseAddress.map { $0 + written }, count - written)
        if more < 0, errno == EINTR { continue }
        guard more > 0 else { throw RunFailure.cannotSpool(folder, errno) }
        written += more
      }
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// In bytes, now.
  var size: Int {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  }
}
