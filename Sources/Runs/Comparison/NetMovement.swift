import Ingest

/// From the net of OLD to that of NEW, by the lines and the net of each basis month in both ladders.
///
/// What happened within a month nobody can see from its sums: more lines than before are new ones,
/// fewer are gone, and as many with another net are restated, each with the whole difference of the
/// month. So the sums reconcile exactly.
struct NetMovement: Equatable {
  let was: Int64
  let new: Part
  /// Of the new lines, those of months that OLD has: from its first basis month to its last.
  let newInKnownMonths: Part
  /// The lines that are gone, with the net that went with them.
  let gone: Part
  /// The months in which nothing but the net differs, and by how much in all.
  let restated: Restated
  let now: Int64

  /// Lines with their net in cents.
  struct Part: Equatable {
    var lines = 0
    var net: Int64 = 0
  }

  struct Restated: Equatable {
    var months = 0
    var net: Int64 = 0
  }

  /// Nil where a run is of an earlier version, whose ladder has no months.
  ///
  /// Throws 70 where the sums do not reconcile, and 65 where those of a manifest do not add up.
  init?(_ old: RunManifest, _ new: RunManifest, names: Changed<String>) throws(RunFailure) {
    guard let before = old.ladder.months, let after = new.ladder.months else { return nil }
    guard before.net == old.ladder.net else { throw .monthsDoNotAddUp(names.was) }
    guard after.net == new.ladder.net else { throw .monthsDoNotAddUp(names.now) }
    let (former, latter) = (before.byMonth, after.byMonth)
    var (added, known, lost) = (Part(), Part(), Part())
    var restated = Restated()
    for month in Set(former.keys).union(latter.keys) {
      let (old, new) = (former[month] ?? Part(), latter[month] ?? Part())
      let lines = new.lines - old.lines
      let net = new.net - old.net
      if lines > 0 {
        added.add(lines, net)
        if former[month] != nil { known.add(lines, net) }
      } else if lines < 0 {
        lost.add(-lines, -net)
      } else if net != 0 {
        restated.months += 1
        restated.net += net
      }
    }
    (was, self.new, newInKnownMonths) = (old.ladder.net, added, known)
    (gone, self.restated, now) = (lost, restated, new.ladder.net)
    guard now == was + added.net - lost.net + restated.net else { throw .notReconciled }
  }

  var differs: Bool { new.lines != 0 || gone.lines != 0 || restated.months != 0 }
}

extension NetMovement.Part {
  fileprivate mutating func add(_ lines: Int, _ net: Int64) {
    self.lines += lines
    self.net += net
  }
}

extension [RunManifest.Ladder.Month] {
  fileprivate var net: Int64 { reduce(0) { $0 + $1.net } }

  fileprivate var byMonth: [String: NetMovement.Part] {
    Dictionary(map { ($0.month, NetMovement.Part(lines: $0.lines, net: $0.net)) }) { first, _ in
      first
    }
  }
}

extension RunFailure {
  fileprivate static func monthsDoNotAddUp(_ run: String) -> RunFailure {
    RunFailure(
      .unusableInput,
      "the months in the ladder of \(run) do not add up to its net, so its manifest is not what was "
        + "published; wmo-etl verify tells more")
  }

  fileprivate static let notReconciled = RunFailure(
    .internalError,
    "the net of OLD, what is new, gone and restated do not come to the net of NEW; please report this"
  )
}
