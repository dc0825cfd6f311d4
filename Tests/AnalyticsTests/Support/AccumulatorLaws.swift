import Testing

/// What every partial state must obey so that no figure depends on workers, chunks or order.
///
/// Written once: a state says how a run uses it, and what is seen of it in the end.
struct AccumulatorLaws<State, Batch, Sight: Equatable> {
  /// The state of a new run; no worker adds to it.
  let make: () -> State
  /// A state for a worker of the run.
  let state: (State) -> State
  let add: (inout State, Batch) -> Void
  let merge: (inout State, State) -> Void
  /// Nil where nothing is ever taken out.
  var remove: ((inout State, Batch) -> Void)?
  /// All that is read of a state when a run is over; `without` was removed. The state is of no use
  /// afterwards.
  let sight: (State, _ without: [Batch]) -> Sight
  /// Whether the sight of what was added and removed is right, beside that of what never was.
  var isAsNeverAdded: (_ removed: Sight, _ never: Sight) -> Bool = { $0 == $1 }

  /// Checks all laws; `others` are added and removed.
  func check(_ batches: [Batch], _ others: [Batch], seed: UInt64) {
    var dice = Dice(seed: seed)
    let empty = sight(make(), [])
    var alone = state(make())
    for batch in batches { add(&alone, batch) }
    let all = sight(alone, [])
    #expect(all != empty, "something is seen, seed \(seed)")
    #expect(sight(state(make()), []) == empty, "a state starts empty, seed \(seed)")

    for workers in [1, 2, 3, 8] {
      let state = accumulator(batches, workers, &dice)
      #expect(
        sight(state, []) == all, "whoever adds and merges what, \(workers) workers, seed \(seed)")
    }
    var busy = accumulator(batches, 2, &dice)
    merge(&busy, state(busy))
    #expect(sight(busy, []) == all, "an idle worker changes nothing, seed \(seed)")
    let run = make()
    var (idle, other) = (state(run), state(run))
    for batch in batches { add(&other, batch) }
    merge(&idle, other)
    #expect(sight(idle, []) == all, "merged into an idle worker it is the same, seed \(seed)")
    checkRemoving(batches, others, all, &dice, seed)
  }

  private func checkRemoving(
    _ batches: [Batch], _ others: [Batch], _ all: Sight, _ dice: inout Dice, _ seed: UInt64
  ) {
    guard let remove else { return }
    for workers in [1, 3] {
      var state = accumulator(batches + others, workers, &dice)
      for batch in others.shuffled(using: &dice) { remove(&state, batch) }
      #expect(
        isAsNeverAdded(sight(state, others), all),
        "removing undoes adding, \(workers) workers, seed \(seed)")
    }
    let run = make()
    var (early, late) = (state(run), state(run))
    for batch in batches { add(&early, batch) }
    for batch in others { remove(&early, batch) }
    for batch in others { add(&late, batch) }
    merge(&early, late)
    #expect(
      isAsNeverAdded(sight(early, others), all), "removing before the merge, seed \(seed)")
  }

  /// Deals the batches to the workers of a new run, in any order, and merges their states in any
  /// order and grouping.
  private func accumulator(_ batches: [Batch], _ workers: Int, _ dice: inout Dice) -> State {
    let run = make()
    var states = (0..<workers).map { _ in state(run) }
    for batch in batches.shuffled(using: &dice) {
      add(&states[Int.random(in: states.indices, using: &dice)], batch)
    }
    while states.count > 1 {
      let merged = states.remove(at: Int.random(in: states.indices, using: &dice))
      merge(&states[Int.random(in: states.indices, using: &dice)], merged)
    }
    return states[0]
  }
}
