import Ingest

/// What the lines of a batch put on account.
struct CreditEntries: Sendable {
  struct Entry {
    /// Hash of the number that a debit has or a credit names.
    let name: UInt64
    let place: LinePlace
    /// Net, credits negative.
    let cents: Int64
    let isCredit: Bool
    let mayBeDouble: Bool
    fileprivate let key: Range<Int>
  }

  private(set) var entries: [Entry] = []
  private var keys: [UInt8] = []
  private var text: [UInt8] = []

  var isEmpty: Bool { entries.isEmpty }

  /// Provider and number, ended by a zero byte.
  func key(_ entry: Entry) -> ArraySlice<UInt8> { keys[entry.key] }

  /// `name`: the hash of the number that a debit has or a credit names.
  mutating func append(_ batch: LineBatch, _ index: Int, name: UInt64, mayBeDouble: Bool) {
    let line = batch.lines[index]
    text.removeAll(keepingCapacity: true)
    batch.appendText(of: index, line.isCredit ? .references : .reference, to: &text)
    append(
      name: name, number: line.isCredit ? text.drop { $0 != 0 }.dropFirst() : text[...], line,
      batch.place(of: index), mayBeDouble: mayBeDouble)
  }

  /// `number`: the text behind `name`, ended by a zero byte.
  mutating func append(
    name: UInt64, number: ArraySlice<UInt8>, _ line: DeclarationLine, _ place: LinePlace,
    mayBeDouble: Bool
  ) {
    let start = keys.count
    withUnsafeBytes(of: line.provider) { keys += $0 }
    keys += number
    entries.append(
      Entry(
        name: name, place: place, cents: line.cents, isCredit: line.isCredit,
        mayBeDouble: mayBeDouble, key: start..<keys.count))
  }

  mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    keys.removeAll(keepingCapacity: true)
  }
}
