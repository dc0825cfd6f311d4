import Synchronization

/// Takes chunks one at a time; each worker is touched by one thread.
protocol ChunkWorker: AnyObject, SendableMetatype {
  /// Where the reader puts the bytes of the next chunk.
  var buffer: ChunkBuffer { get }

  func process(_ chunk: Chunk) throws
}

extension ChunkReader {
  /// Hands every chunk to one of the workers, which work at the same time.
  ///
  /// Throws what failed earliest in the order of the file, whichever thread found it.
  func distribute<Worker: ChunkWorker>(among workers: [Worker]) throws {
    let team = Team(workers: workers)
    let failures = Mutex<[(index: Int, error: any Error)]>([])
    perform(workers.count, workers: workers.count) { number in
      let worker = team.workers[number]
      var index = Int.max  // the reader's failure comes after every chunk that it has handed out
      do {
        while let chunk = try next(into: worker.buffer) {
          index = chunk.index
          try worker.process(chunk)
          index = .max
        }
      } catch {
        stop()
        failures.withLock { [index] in $0.append((index, error)) }
      }
    }
    // Chunks are handed out in order, so every chunk before a failed one was finished.
    if let earliest = failures.withLock({ $0.min { $0.index < $1.index } }) { throw earliest.error }
  }
}

private struct Team<Worker>: @unchecked Sendable {
  let workers: [Worker]
}
