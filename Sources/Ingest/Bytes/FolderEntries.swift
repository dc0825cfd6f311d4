import Foundation

/// The names in a folder that do not begin with a point, in no order; nil where it cannot be read to
/// its end, with the reason in `errno`. (Foundation takes an error for the end.)
package func visibleEntryNames(in folder: String) -> [String]? {
  guard let stream = uninterrupted({ opendir(folder) }) else { return nil }
  var names: [String] = []
  var code: Int32 = 0
  while true {
    errno = 0
    guard let entry = readdir(stream) else {
      code = errno
      break
    }
    let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
      let capacity = MemoryLayout.size(ofValue: field.pointee)
      return field.withMemoryRebound(to: CChar.self, capacity: capacity) { String(cString: $0) }
    }
    if !name.hasPrefix(".") { names.append(name) }
  }
  closedir(stream)
  errno = code
  return code == 0 ? names : nil
}
