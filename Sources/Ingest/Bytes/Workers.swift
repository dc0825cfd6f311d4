import Dispatch
import Synchronization

/// Calls `body` with the numbers from 0 up to, not including, `count`, on at most `workers` threads;
/// with one, on this thread and in order.
public func perform(_ count: Int, workers: Int, _ body: @Sendable (_ index: Int) -> Void) {
  guard workers > 1, count > 1 else {
    for index in 0..<count { body(index) }
    return
  }
  let next = Atomic(0)
  DispatchQueue.concurrentPerform(iterations: min(workers, count)) { _ in
    while true {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      if index >= count { return }
      body(index)
    }
  }
}

/// What `make` gives for as many pieces of the numbers from 0 up to, not including, `count` as there
/// are workers, in their order.
public func results<Value: Sendable>(
  inPiecesOf count: Int, workers: Int, _ make: @Sendable (_ piece: Range<Int>) -> Value
) -> [Value] {
  results(workers, workers: workers) { piece in
    make(count * piece / workers..<count * (piece + 1) / workers)
  }
}

/// What `make` gives for the numbers from 0 up to, not including, `count`, in their order; made on
/// at most `workers` threads.
public func results<Value: Sendable>(
  _ count: Int, workers: Int, _ make: @Sendable (_ index: Int) -> Value
) -> [Value] {
  let made = Mutex([Value?](repeating: nil, count: count))
  perform(count, workers: workers) { index in
    let value = make(index)
    made.withLock { $0[index] = value }
  }
  return made.withLock { $0.compactMap { $0 } }
}

extension Array {
  /// The elements in runs that are long enough for their loads from memory to run side by side.
  var runs: some Sequence<ArraySlice<Element>> {
    stride(from: 0, to: count, by: 32).lazy.map { self[$0..<Swift.min($0 + 32, self.count)] }
  }
}
