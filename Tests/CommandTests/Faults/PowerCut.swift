import Foundation

/// What a power cut would show that is not on the disk yet, from the calls of a run.
///
/// A killed process leaves everything in the memory of the kernel, a power cut may leave a name without
/// its content. So before anything gets the name that readers see, its bytes and the entries of its
/// folders are forced to the disk, and before the link leads to a run, the run's name is.
enum PowerCut {
  private static let staged = "/.wmo-etl-staging-"

  static func flaws(of calls: [TracedCall]) -> [String] {
    var flaws: [String] = []
    /// Files with bytes, and folders with entries, that may not be on the disk.
    var unsettled: Set<String> = []
    /// Folders in which a visible name may not be on the disk.
    var unnamed: Set<String> = []
    for call in calls
    where ["output", "around"].contains(call.area) && Int(call.result).map({ $0 >= 0 }) ?? false {
      let folder = (call.path as NSString).deletingLastPathComponent
      switch call.kind {
      case "create", "mkdir", "symlink":
        unsettled.insert(folder)
        if call.kind == "create" { unsettled.insert(call.path) }
        if call.kind == "mkdir", !call.path.contains(staged) { unnamed.insert(folder) }
      case "write": unsettled.insert(call.path)
      case "fsync":
        unsettled.remove(call.path)
        unnamed.remove(call.path)
      case "rename":
        guard let target = call.target, !target.contains(staged) else { continue }
        let parent = (target as NSString).deletingLastPathComponent
        let open = unsettled.filter { $0 == call.path || $0.hasPrefix(call.path + "/") }
        flaws += open.sorted().map { "\($0) becomes visible before it is on the disk" }
        if target.hasSuffix("/latest"), unnamed.contains(parent) {
          flaws.append("\(target) leads to a name that is not on the disk")
        }
        unnamed.insert(parent)
      default: break
      }
    }
    return flaws + unnamed.sorted().map { "\($0) has names at the end that are not on the disk" }
  }
}
