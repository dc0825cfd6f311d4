import Synchronization

/// The recheck of lines whose reference number may have come twice (R104).
///
/// Of the lines of one provider with one number the first in canonical order keeps it; the others
/// are rejected. So the order of rows and files decides nothing but which of two equal lines is
/// named.
///
/// It holds one line of each number, the first so far, and names the loser whenever it meets
/// another: a number may have any number of lines. All workers of a pass share it.
final class DuplicateSearch: Sendable {
  private let suspects: SuspectNumbers
  /// By hash, so that the workers seldom wait for each other.
  private let buckets: [Bucket]

  /// Bytes that it holds of a number, as a rule: its line, a text in an array of its own, and its
  /// place in a table.
  static let bytesPerNumber = 256
  private static let bucketCount = 64

  init(_ suspects: SuspectNumbers) {
    self.suspects = suspects
    buckets = (0..<Self.bucketCount).map { _ in Bucket() }
  }

  /// A line that is rejected.
  struct Loser {
    let line: DeclarationLine
    let place: LinePlace
  }

  /// Appends the lines that have lost their number to a line of the batch, or with it.
  func take(_ batch: LineBatch, losers: inout [Loser]) {
    var text: [UInt8] = []
    for index in batch.lines.indices where batch.referenceHashes[index] != 0 {
      let hash = suspects.truncatedHash(batch.referenceHashes[index])
      guard suspects.hashes.contains(hash) else { continue }
      text.removeAll(keepingCapacity: true)
      batch.appendText(of: index, .full, to: &text)
      let candidate = Candidate(
        line: batch.lines[index], place: batch.place(of: index), text: text)
      if let loser = buckets[Int(hash % UInt64(Self.bucketCount))].meet(candidate, hash) {
        losers.append(loser)
      }
    }
  }

  /// A line that has its number, so far.
  private struct Candidate {
    let line: DeclarationLine
    let place: LinePlace
    /// Begins with the reference number, and ends it with a zero byte.
    let text: [UInt8]
    /// Index of another holder with the same hash.
    var previous: Int32?

    func hasNumber(of other: Candidate) -> Bool {
      line.provider == other.line.provider
        && text.prefix { $0 != 0 } == other.text.prefix { $0 != 0 }
    }

    func precedes(_ other: Candidate) -> Bool {
      let (own, theirs) = (CanonicalDate(line), CanonicalDate(other.line))
      if own != theirs { return own < theirs }
      if text != other.text { return text.lexicographicallyPrecedes(other.text) }
      return place < other.place
    }
  }

  /// The numbers of some hashes.
  private final class Bucket: Sendable {
    private struct Numbers {
      var holders: [Candidate] = []
      /// Index of the last holder of each hash. More than one number for a hash is chance.
      var last: [UInt64: Int32] = [:]
    }

    private let numbers = Mutex(Numbers())

    func meet(_ candidate: Candidate, _ hash: UInt64) -> Loser? {
      numbers.withLock { numbers in
        let last = numbers.last[hash]
        var next = last
        while let index = next.map(Int.init) {
          let holder = numbers.holders[index]
          next = holder.previous
          guard candidate.hasNumber(of: holder) else { continue }
          if holder.precedes(candidate) {
            return Loser(line: candidate.line, place: candidate.place)
          }
          numbers.holders[index] = candidate
          numbers.holders[index].previous = next
          return Loser(line: holder.line, place: holder.place)
        }
        numbers.last[hash] = Int32(numbers.holders.count)
        numbers.holders.append(candidate)
        numbers.holders[numbers.holders.count - 1].previous = last
        return nil
      }
    }
  }
}
