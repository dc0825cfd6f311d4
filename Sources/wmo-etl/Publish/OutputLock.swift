import Foundation
import Ingest

/// The right to publish into an output folder, held by one process at a time.
///
/// The lock is the kernel's (`flock`): it ends with its holder, however that ends. Its file stays,
/// because removing it would let two runs hold locks on two files of one name.
final class OutputLock {
  static let fileName = ".wmo-etl.lock"

  private let descriptor: Int32

  /// Throws 75 when another run holds the lock and 73 when the folder cannot be written to.
  init(folder: String) throws(RunFailure) {
    let path = "\(folder)/\(Self.fileName)"
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .cannotCreate(path, code: errno) }
    var code: Int32
    repeat {
      code = flock(descriptor, LOCK_EX | LOCK_NB) == 0 ? 0 : errno
    } while code == EINTR
    guard code == 0 else {
      // The descriptor is closed by deinit: every stored property has its value here.
      throw code == EWOULDBLOCK ? .outputLocked(folder) : .cannotWrite(path, code: code)
    }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }
}
