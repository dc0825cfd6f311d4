import Dispatch
import Foundation
import Synchronization

/// On a terminal, how many steps of a longer work are done, and a line at its end; silence elsewhere.
final class StepLine: Sendable {
  private let title: String
  private let isShown: Bool
  /// When it was last written, in nanoseconds.
  private let moment = Mutex<UInt64>(0)

  /// `isWanted` false keeps quiet, on a terminal too.
  init(_ title: String, isWanted: Bool) {
    self.title = title
    isShown = isWanted && isatty(STDERR_FILENO) == 1
  }

  /// To be given to the work, on any thread; nil where nobody looks.
  var progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? {
    guard isShown else { return nil }
    return { done, total in self.show(done, of: total) }
  }

  /// At most five times a second.
  private func show(_ done: Int, of total: Int) {
    moment.withLock { last in
      let now = DispatchTime.now().uptimeNanoseconds
      guard now - last >= 200_000_000 else { return }
      last = now
      StandardError.write("\r\u{1B}[K\(title): \(done) of \(total)")
    }
  }

  /// Takes the line away; then `text`, if any, has one of its own.
  func end(_ text: String? = nil) {
    guard isShown else { return }
    StandardError.write("\r\u{1B}[K" + (text.map { $0 + "\n" } ?? ""))
  }
}
