import Ingest

/// What is known of the numbers that credits name.
struct CreditSums {
  /// By slot of the set of names; none before the first line.
  private var accounts: [Account] = []
  /// What tells numbers apart that have one hash, each ended by a zero byte.
  private var keys: [UInt8] = []
  private var doubles: [PossibleDouble] = []

  private struct Account {
    /// Of the number's debit, in cents; less than all credits where there is none.
    var debit = Int64.min
    /// Of the credits that name it, in cents; more than every debit where only its lines can tell.
    var credited: Int64 = 0
    var creditCount: UInt32 = 0
    /// Where its key begins in ``keys``, plus one; 0 before its first line.
    var key: UInt32 = 0

    mutating func stayOpen() { credited = .max }
    var staysOpen: Bool { credited == .max }
    var isOpen: Bool { credited > debit }
  }

  /// A line that R104 may reject in the end.
  private struct PossibleDouble {
    let place: LinePlace
    let slot: Int
  }

  var byteCount: Int {
    accounts.count * MemoryLayout<Account>.stride + keys.count
      + doubles.count * MemoryLayout<PossibleDouble>.stride
  }

  /// Bytes that the sums of some names take, as a rule.
  static func byteCount(of named: HashKeySet) -> Int {
    named.slotCount * MemoryLayout<Account>.stride + named.count * keyLength
  }

  private static let keyLength = 16

  mutating func add(_ entries: CreditEntries, _ named: HashKeySet) {
    if accounts.isEmpty { accounts = Array(repeating: Account(), count: named.slotCount) }
    for entry in entries.entries {
      guard let slot = named.slot(holding: entry.name) else { continue }
      if accounts[slot].staysOpen { continue }
      if entry.mayBeDouble { doubles.append(PossibleDouble(place: entry.place, slot: slot)) }
      let key = entries.key(entry)
      if accounts[slot].key == 0 {
        accounts[slot].key = UInt32(keys.count + 1)
        keys += key
      } else if !isKey(of: accounts[slot], key) {
        accounts[slot].stayOpen()
      }
      if entry.isCredit {
        accounts[slot].creditCount += 1
        let (sum, overflow) = accounts[slot].credited.addingReportingOverflow(-entry.cents)
        accounts[slot].credited = overflow ? .max : sum
      } else if accounts[slot].debit == .min {
        accounts[slot].debit = entry.cents
      } else {
        accounts[slot].stayOpen()
      }
    }
  }

  private func isKey(of account: Account, _ key: ArraySlice<UInt8>) -> Bool {
    let start = Int(account.key) - 1
    return start + key.count <= keys.count && keys[start..<start + key.count] == key
  }

  mutating func settle(_ named: HashKeySet, _ tally: PartTallies) -> CreditSettlement {
    for double in doubles where tally.isRejected(double.place) { accounts[double.slot].stayOpen() }
    var settlement = CreditSettlement()
    named.forEachSlot { slot, hash in
      guard slot < accounts.count else { return }
      let account = accounts[slot]
      if account.isOpen {
        settlement.open.append(
          OpenNumber(hash: hash, isContested: account.staysOpen || account.creditCount > 1))
      } else {
        settlement.creditCount += Int(account.creditCount)
      }
    }
    return settlement
  }
}

/// What has become of the numbers that credits name.
struct CreditSettlement: Sendable {
  /// Credits of the numbers that are settled.
  var creditCount = 0
  var open: [OpenNumber] = []

  mutating func merge(_ other: CreditSettlement) {
    creditCount += other.creditCount
    open += other.open
  }
}

/// A reference number of which lines must be kept to tell which credits are wrong.
struct OpenNumber: Sendable {
  let hash: UInt64
  /// Whether more than one credit may name it, so that their order counts.
  let isContested: Bool
}
