/// Why a run stops: an exit status that scripts can act on and a message for a person.
///
/// The wording of each topic stands in one extension (`RunFailure+Topic.swift`): lower case, what
/// was found, what was expected, what to do; names of columns, never values.
public struct RunFailure: Error, Sendable, Equatable {
  public let status: ExitStatus
  public let message: String

  public init(_ status: ExitStatus, _ message: String) {
    self.status = status
    self.message = message
  }
}

/// The exit statuses of the program, after BSD's `sysexits.h`.
public enum ExitStatus: Int32, Sendable {
  case published = 0
  case usage = 64
  case unusableInput = 65
  case inputNotFound = 66
  /// A program that was asked for is not there; everything else was published.
  case unavailable = 69
  case internalError = 70
  case cannotCreateOutput = 73
  case readOrWriteFailed = 74
  case locked = 75
  case configuration = 78
}
