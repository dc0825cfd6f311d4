import Synchronization

/// What all workers of a pass add to, until it is taken or given up.
final class SharedCollector<Value: Sendable>: Sendable {
  private let collected: Mutex<Value?>
  private let bytes: Atomic<Int>

  /// `byteCount`: what the value takes, or will.
  init(_ value: Value, byteCount: Int = 0) {
    collected = Mutex(value)
    bytes = Atomic(byteCount)
  }

  /// Of the value; the greatest number once it was given up.
  var byteCount: Int { bytes.load(ordering: .relaxed) }

  /// Lets `add` change the value and tell how many bytes it takes then; does nothing where it is
  /// not there any more.
  func add(_ add: (inout Value) -> Int) {
    collected.withLock { collected in
      guard var value = collected.take() else { return }
      bytes.store(max(byteCount, add(&value)), ordering: .relaxed)
      collected = value
    }
  }

  /// Lets go of the value, and of all that is still to come.
  func giveUp() {
    collected.withLock { $0 = nil }
    bytes.store(.max, ordering: .relaxed)
  }

  /// The value, of which it lets go; nil where it was given up.
  func take() -> Value? {
    collected.withLock { $0.take() }
  }
}
