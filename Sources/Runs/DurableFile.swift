import Foundation
import Ingest

/// Files and folders that survive a power cut: written, then forced to the disk.
enum DurableFile {
  /// Creates the file, or empties it, and writes `bytes` to the disk. Throws 73 or 74.
  /// A message names the file by `name` where that is not its path.
  static func write(
    _ bytes: some ContiguousBytes, to path: String, called name: String? = nil
  ) throws(RunFailure) {
    try write(pieces: CollectionOfOne(bytes), to: path, called: name)
  }

  /// The same for a file that comes in pieces, which `seeing` gets too.
  static func write(
    pieces: some Sequence<some ContiguousBytes>, to path: String, called name: String? = nil,
    seeing: (UnsafeRawBufferPointer) -> Void = { _ in }
  ) throws(RunFailure) {
    let descriptor = uninterrupted {
      open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    }
    guard descriptor >= 0 else { throw .cannotCreate(name ?? path, code: errno) }
    var code: Int32 = 0
    for piece in pieces {
      code = piece.withUnsafeBytes { bytes in
        seeing(bytes)
        return writeAll(bytes, to: descriptor)
      }
      if code != 0 { break }
    }
    if code == 0, uninterrupted({ fsync(descriptor) }) != 0 { code = errno }
    // A network file system may report a full disk only here. An interrupted one is done, and what
    // was written is on the disk by now.
    let closed = close(descriptor) == 0 || errno == EINTR ? 0 : errno
    guard code == 0 && closed == 0 else {
      throw .cannotWrite(name ?? path, code: code == 0 ? closed : code)
    }
  }

  /// Writes `bytes` to the disk under a name of its own and renames it: a reader sees the former
  /// file or the whole new one. Throws 73 or 74.
  ///
  /// What a killed process has left of such a write is removed.
  static func replace(_ bytes: some ContiguousBytes, at path: String) throws(RunFailure) {
    let staged = "\(path).\(getpid()).tmp"
    clearLeavings(of: path)
    do throws(RunFailure) {
      try write(bytes, to: staged, called: path)
      try rename(staged, to: path)
    } catch {
      unlink(staged)
      throw error
    }
  }

  /// Staged files of `path` whose process is gone. What cannot be removed does no harm.
  private static func clearLeavings(of path: String) {
    let folder = container(of: path)
    let start = (path as NSString).lastPathComponent + "."
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    where name.hasPrefix(start) && name.hasSuffix(".tmp") {
      let owner = pid_t(name.dropFirst(start.count).dropLast(4))
      if let owner, owner > 0, kill(owner, 0) != 0, errno == ESRCH { unlink("\(folder)/\(name)") }
    }
  }

  /// Throws 73.
  static func rename(_ path: String, to new: String) throws(RunFailure) {
    guard uninterrupted({ Foundation.rename(path, new) }) == 0 else {
      throw .cannotCreate(new, code: errno)
    }
  }

  /// Whether something stands there that is no file: ``replace(_:at:)`` would take the place of a link
  /// or a device.
  static func isSpecial(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
  }

  /// Forces the entries of a folder to the disk. Throws 74.
  static func synchronise(folder path: String) throws(RunFailure) {
    let descriptor = uninterrupted { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw .cannotWrite(path, code: errno) }
    defer { close(descriptor) }
    // Some file systems cannot synchronise folders, and say so.
    guard uninterrupted({ fsync(descriptor) }) == 0 || errno == EINVAL else {
      throw .cannotWrite(path, code: errno)
    }
  }

  /// Creates the folder and those above it, as far as they do not exist; `mode` is that of the folder
  /// itself. They are there after a power cut, too. Throws 73 or 74.
  static func createFolder(_ path: String, mode: mode_t = 0o777) throws(RunFailure) {
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else { throw .cannotCreate(path, code: ENOTDIR) }
      return
    }
    if let parent = parent(of: path) { try createFolder(parent) }
    guard uninterrupted({ mkdir(path, mode) }) == 0 || errno == EEXIST else {
      throw .cannotCreate(path, code: errno)
    }
    let container = container(of: path)
    // One that is closed to us for reading, as /home may be, cannot be synchronised.
    if access(container, R_OK) == 0 { try synchronise(folder: container) }
  }

  /// The folder in which a path stands.
  private static func container(of path: String) -> String {
    parent(of: path) ?? (path.utf8.first == UInt8(ascii: "/") ? "/" : ".")
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

  /// Whether anything stands there, or may: only of what is certainly not there nothing is lost.
  static func mayExist(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 || (errno != ENOENT && errno != ENOTDIR)
  }

  /// Whether anything stands there, a dangling link included.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Whether a folder stands there, not a link to one.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// 0, or the error's number.
  private static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: rest)
      let count = uninterrupted { Foundation.write(descriptor, part.baseAddress, part.count) }
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
  private static let attempts = 5

  /// Throws 75 when another run holds the lock and 73 when the folder cannot be written to.
  init(folder: String) throws(RunFailure) {
    let path = "\(folder)/\(Self.fileName)"
    let descriptor = uninterrupted { open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666) }
    self.descriptor = descriptor
    guard descriptor >= 0 else { throw .cannotCreate(path, code: errno) }
    // Who only looks holds it for a moment.
    var (code, attempts): (Int32, Int) = (EWOULDBLOCK, 0)
    while code == EWOULDBLOCK && attempts < Self.attempts {
      if attempts > 0 { usleep(20_000) }
      code = uninterrupted({ flock(descriptor, LOCK_EX | LOCK_NB) }) == 0 ? 0 : errno
      attempts += 1
    }
    guard code == 0 else {
      // The descriptor is closed by deinit: every stored property has its value here.
      throw code == EWOULDBLOCK ? .outputLocked(folder) : .cannotWrite(path, code: code)
    }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Whether a process holds the lock on a folder, for who only looks.
  static func isHeld(in folder: String) -> Bool {
    let descriptor = open("\(folder)/\(fileName)", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    // A run that begins in this very moment tries again (`init`).
    return flock(descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
  }
}
