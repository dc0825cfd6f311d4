import Foundation

@testable import Samples

/// Which faults are injected into which command.
struct FaultPlan {
  struct Step: Sendable {
    let faultCase: FaultCase
    let fault: Fault
  }

  /// Those that every campaign has: a run that is killed at every write, rename, fsync and close in
  /// turn, and meets each error at each of them.
  private(set) var steps: [Step] = []

  /// At least `count` faults, or with nil a few dozen of all kinds.
  init(_ cases: [FaultCase], count: Int?, random: inout SplitMix) {
    var others: [Step] = []
    for faultCase in cases {
      for call in faultCase.calls {
        for action in Self.actions(at: call, isFirst: call.number == 1) {
          let fault = Fault(area: call.area, kind: call.kind, number: call.number, action: action)
          let step = Step(faultCase: faultCase, fault: fault)
          let isNeeded = faultCase.name == "run" && Self.isNeeded(fault)
          if isNeeded && count != nil { steps.append(step) } else { others.append(step) }
        }
      }
    }
    // Every command has its share, however few calls it makes.
    let byCase = Dictionary(grouping: others, by: \.faultCase.name).sorted { $0.key < $1.key }
    var shuffled = byCase.map { random.shuffled($0.value) }
    let wanted = max(0, (count ?? 24) - steps.count)
    var taken: [Step] = []
    while taken.count < wanted, shuffled.contains(where: { !$0.isEmpty }) {
      for index in shuffled.indices where taken.count < wanted {
        if let step = shuffled[index].popLast() { taken.append(step) }
      }
    }
    steps += taken
  }

  private static func isNeeded(_ fault: Fault) -> Bool {
    switch fault.action {
    case .lastingError, .lastingShort, .stop: false
    default:
      fault.area == "output" && ["write", "rename", "fsync", "close"].contains(fault.kind)
        || fault.kind == "read"
    }
  }

  private static func actions(at call: TracedCall, isFirst: Bool) -> [Fault.Action] {
    let errors: [Fault.Action] = [ENOSPC, EIO, EDQUOT, EROFS, EINTR].map { .error($0) }
    let kills: [Fault.Action] = [.killBefore, .killAfter]
    guard call.area == "output" else {
      if call.area != "input" { return [] }
      switch call.kind {
      case "open": return [.error(EIO), .error(EACCES), .error(EINTR), .killBefore]
      case "read":
        return [.error(EIO), .error(EINTR), .short, .killAfter] + (isFirst ? [.lastingShort] : [])
      case "list", "close", "stat": return [.error(EIO)]
      default: return []
      }
    }
    switch call.kind {
    case "write":
      let lasting: [Fault.Action] = [ENOSPC, EIO, EDQUOT, EROFS].map { .lastingError($0) }
      return kills + errors + lasting + [.short] + (isFirst ? [.lastingShort] : [])
    case "rename", "fsync": return kills + errors + [.lastingError(EROFS)]
    case "close": return kills + errors
    case "create", "mkdir", "symlink": return kills + errors + [.lastingError(ENOSPC)]
    case "unlink": return kills + [.error(EIO), .error(EROFS)]
    case "open", "list": return [.error(EIO), .killBefore]
    case "read": return [.error(EIO), .error(EINTR), .short, .killBefore]
    case "lock": return [.error(ENOLCK), .error(EINTR), .killAfter]
    case "stat": return [.error(EIO), .killBefore]
    default: return []
    }
  }
}
