import Foundation

/// The result of a call of the system that is made again while a signal interrupts it, as on network
/// file systems and those of other programs.
public func uninterrupted<Result: SignedInteger>(_ call: () -> Result) -> Result {
  while true {
    let result = call()
    if result != -1 || errno != EINTR { return result }
  }
}

/// The same for calls that give null where they fail.
func uninterrupted<Result>(_ call: () -> Result?) -> Result? {
  while true {
    let result = call()
    if result != nil || errno != EINTR { return result }
  }
}
