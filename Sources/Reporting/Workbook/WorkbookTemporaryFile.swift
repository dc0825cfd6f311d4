import Foundation

/// What libxlsxwriter calls for the file in which it makes each part of a workbook: a symbol of the
/// program comes before the library's own.
///
/// The library writes parts with `fprintf` and asks nobody whether that went well: on a full disk its
/// own temporary files would lose cells, and the workbook be published without them. Memory does
/// not run full in the middle of a write. Returns a `FILE *`, or null where there is none to be had,
/// which the library reports.
@_cdecl("lxw_tmpfile")
public func temporaryFileOfWorkbook(
  _ folder: UnsafePointer<CChar>?
) -> UnsafeMutableRawPointer? {
  let descriptor = MemoryFile.open()
  guard descriptor >= 0 else { return nil }
  guard let file = fdopen(descriptor, "w+b") else {
    close(descriptor)
    return nil
  }
  return UnsafeMutableRawPointer(file)
}
