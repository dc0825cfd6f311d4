import Foundation
import Ingest

/// Files and folders that survive a power cut: written, then forced to the disk.
enum DurableFile {
  /// Creates the file, or empties it, and writes `bytes` to the disk. Throws 73 or 74.
  static func write(_ bytes: some ContiguousBytes, to path: String) throws(RunFailure) {
    try write(pieces: CollectionOfOne(bytes), to: path)
  }

  /// The same for a file that comes in pieces, which `seeing` gets too.
  static func write(
    pieces: some Sequence<some ContiguousBytes>, to path: String,
    seeing: (UnsafeRawBufferPointer) -> Void = { _ in }
  ) throws(RunFailure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .cannotCreate(path, code: errno) }
    var code: Int32 = 0
    for piece in pieces {
      code = piece.withUnsafeBytes { bytes in
        seeing(bytes)
        return writeAll(bytes, to: descriptor)
      }
      if code != 0 { break }
    }
    if code == 0, fsync(descriptor) != 0 { code = errno }
    // A network file system may report a full disk only here.
    let closed = close(descriptor) == 0 ? 0 : errno
    guard code == 0 && closed == 0 else {
      throw .cannotWrite(path, code: code == 0 ? closed : code)
    }
  }

  /// Writes `bytes` to the disk under a name of its own and renames it: a reader sees the former
  /// file or the whole new one. Throws 73 or 74.
  static func replace(_ bytes: some ContiguousBytes, at path: String) throws(RunFailure) {
    let staged = "\(path).\(getpid()).tmp"
    do throws(RunFailure) {
      try write(bytes, to: staged)
      guard rename(staged, path) == 0 else { throw .cannotCreate(path, code: errno) }
    } catch {
      unlink(staged)
      throw error
    }
  }

  /// Forces the entries of a folder to the disk. Throws 74.
  static func synchronise(folder path: String) throws(RunFailure) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotWrite(path, code: errno) }
    defer { close(descriptor) }
    // Some file systems cannot synchronise folders, and say so.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw .cannotWrite(path, code: errno) }
  }

  /// Creates the folder and those above it, as far as they do not exist; `mode` is that of the folder
  /// itself. Throws 73.
  static func createFolder(_ path: String, mode: mode_t = 0o777) throws(RunFailure) {
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else { throw .cannotCreate(path, code: ENOTDIR) }
      return
    }
    if let parent = parent(of: path) { try createFolder(parent) }
    guard mkdir(path, mode) == 0 || errno == EEXIST else {
      throw .cannotCreate(path, code: errno)
    }
  }

  /// A new folder that nobody else can read, for the caller to remove. Throws 74.
  static func temporaryFolder() throws(RunFailure) -> String {
    let parent = FileManager.default.temporaryDirectory.path
    var template = Array("\(parent)/wmo-etl-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw .noTemporaryFolder(parent, code: errno) }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The folder above, or nil where there is none to create. Foundation's
  /// `deletingLastPathComponent` stops the program for a name of one character.
  private static func parent(of path: String) -> String? {
    var rest = path.utf8[...]
    while rest.last == UInt8(ascii: "/") { rest.removeLast() }
    guard let slash = rest.lastIndex(of: UInt8(ascii: "/")), slash > rest.startIndex else {
      return nil
    }
    return String(rest[..<slash])
  }

  /// Whether anything stands there, a dangling link included.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// 0, or the error's number.
  private static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: rest)
      let count = Foundation.write(descriptor, part.baseAddress, part.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { return errno }
      rest = rest.dropFirst(count)
    }
    return 0
  }
}

/// The right to publish into an output folder, held by one process at a time.
///
/// The lock is the kernel's (`flock`): it ends with its holder, however that ends. Its file stays,
/// because removing it would let two runs hold locks on two files of one name.
package final class OutputLock {
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
