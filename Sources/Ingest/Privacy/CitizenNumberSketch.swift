/// Whether the values of one column look like citizen service numbers (burgerservicenummer, BSN).
///
/// It keeps distinct values with small hashes, each as its hash and one bit: whether the value passes
/// the eleven-test. Up to ``limit`` values that is all of them; beyond, those below the greatest
/// power of two that has no more of them, a sample that does not depend on the order of rows, files
/// or merges. No value itself is kept.
struct CitizenNumberSketch: Sendable {
  /// Distinct values that are kept at most.
  static let limit = 4096
  /// Fewer distinct values prove nothing: one in eleven numbers passes by chance.
  static let leastDistinct = 20

  /// Hash with the second bit set and the lowest replaced by the verdict; 0 is an empty slot.
  private var slots: [UInt64]
  private var used = 0
  /// Greater hashes are not kept; a power of two less one.
  private var bound = UInt64.max

  init() {
    slots = Array(repeating: 0, count: 64)
  }

  /// Takes in a trimmed value; the empty one counts for nothing.
  @inline(__always)
  mutating func add(_ value: Bytes) {
    if !value.isEmpty { add(value, hash: value.hash()) }
  }

  /// Takes in a trimmed value that is not empty, whose hash is known.
  @inline(__always)
  mutating func add(_ value: Bytes, hash: UInt64) {
    if mayLack(hash) { insert(value, hash: hash) }
  }

  /// Whether a value with this hash may change the sketch: soon hardly any does.
  @inline(__always)
  func mayLack(_ hash: UInt64) -> Bool { (hash | 2) & ~1 <= bound }

  @inline(never)
  private mutating func insert(_ value: Bytes, hash: UInt64) {
    let key = (hash | 2) & ~1
    // The smallest hashes differ in their low bits only.
    var position = Int(truncatingIfNeeded: key >> 2) & (slots.count - 1)
    while slots[position] != 0 {
      if slots[position] & ~1 == key { return }
      position = (position + 1) & (slots.count - 1)
    }
    insert(key | (value.passesElevenTest ? 1 : 0), at: position)
  }

  /// Takes in all that another sketch has seen.
  mutating func merge(_ other: CitizenNumberSketch) {
    if other.bound < bound { keep(upTo: other.bound) }
    for entry in other.slots where entry != 0 { add(entry) }
  }

  /// The kept values as hashes, smallest first; the lowest bit tells whether one passes.
  var kept: [UInt64] { slots.filter { $0 != 0 }.sorted() }

  /// At least twenty distinct values, of which 90 % have the form of a citizen service number; with
  /// more than ``limit`` values, by a sample of 2000 or more.
  var isSuspect: Bool {
    let passing = slots.count { $0 & 1 == 1 }
    return used >= Self.leastDistinct && passing * 10 >= used * 9
  }

  private mutating func add(_ entry: UInt64) {
    if entry & ~1 > bound { return }
    var position = Int(truncatingIfNeeded: entry >> 2) & (slots.count - 1)
    while slots[position] != 0 {
      if slots[position] | 1 == entry | 1 { return }
      position = (position + 1) & (slots.count - 1)
    }
    insert(entry, at: position)
  }

  @inline(never)
  private mutating func insert(_ entry: UInt64, at position: Int) {
    slots[position] = entry
    used += 1
    while used > Self.limit { keep(upTo: bound >> 1) }
    if used * 2 > slots.count { keep(upTo: bound, slotCount: slots.count * 2) }
  }

  /// Forgets greater hashes, and gives the others new slots.
  private mutating func keep(upTo greatest: UInt64, slotCount: Int? = nil) {
    let entries = slots
    slots = Array(repeating: 0, count: slotCount ?? slots.count)
    bound = greatest
    used = 0
    for entry in entries where entry != 0 { add(entry) }
  }
}

extension Bytes {
  /// Eight or nine digits whose weighted sum is divisible by eleven; eight get a leading zero.
  var passesElevenTest: Bool {
    guard count == 8 || count == 9 else { return false }
    var sum = 0
    for index in 0..<count {
      let digit = Int(self[index]) - 0x30
      guard digit >= 0, digit <= 9 else { return false }
      let remaining = count - index
      sum += digit * (remaining == 1 ? -1 : remaining)
    }
    return sum % 11 == 0
  }
}

/// The wording of the refusal of citizen service numbers.
extension RunFailure {
  /// Columns of one file.
  static func citizenNumbers(file: String, columns: [String]) -> RunFailure {
    citizenNumbers(columns.map { (file, $0) })
  }

  /// Columns whose values pass the eleven-test, by file.
  static func citizenNumbers(_ columns: [(file: String, column: String)]) -> RunFailure {
    let lines = columns.map {
      "\($0.file): column '\($0.column)' looks like citizen service numbers (BSN): at least "
        + "90 % of its values have 8 or 9 digits and pass the eleven-test; deliver a pseudonym in "
        + "its place, the same one in every file"
    }
    return RunFailure(.unusableInput, lines.joined(separator: "\n"))
  }
}
