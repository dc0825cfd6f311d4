import Ingest

/// Two figures of one thing, of OLD and of NEW.
struct Changed<Value: Equatable & Sendable>: Equatable, Sendable {
  let was: Value
  let now: Value

  var differs: Bool { was != now }
}

/// An input file that only one of two runs read, or whose bytes differ.
struct InputComparison: Equatable {
  let name: String
  let change: Change
  /// Records that are neither header nor blank; nil for a run that did not read the file.
  let rows: Changed<Int?>
  let bytes: Changed<Int?>

  enum Change: String, CaseIterable {
    case added, gone, changed
  }

  /// Those that were added, then those that are gone, then those that changed, each in the order of
  /// its run. A file that was renamed was added and is gone.
  static func all(_ old: RunManifest, _ new: RunManifest) -> [InputComparison] {
    let (former, latter) = (old.inputs, new.inputs)
    func same(_ input: RunManifest.Input, in inputs: [RunManifest.Input]) -> RunManifest.Input? {
      inputs.first { $0.name.utf8.elementsEqual(input.name.utf8) }
    }
    let added = latter.filter { same($0, in: former) == nil }
      .map { InputComparison($0.name, .added, nil, $0) }
    let gone = former.filter { same($0, in: latter) == nil }
      .map { InputComparison($0.name, .gone, $0, nil) }
    let changed = latter.compactMap { input -> InputComparison? in
      guard let before = same(input, in: former), before.sha256 != input.sha256 else { return nil }
      return InputComparison(input.name, .changed, before, input)
    }
    return added + gone + changed
  }

  private init(
    _ name: String, _ change: Change, _ old: RunManifest.Input?, _ new: RunManifest.Input?
  ) {
    (self.name, self.change) = (name, change)
    rows = Changed(was: old?.rows, now: new?.rows)
    bytes = Changed(was: old?.bytes, now: new?.bytes)
  }
}
