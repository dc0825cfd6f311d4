import Foundation

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

/// The exit statuses of the program, after BSD's `sysexits.h`; 1 is that of `diff`.
public enum ExitStatus: Int32, Sendable {
  case published = 0
  /// No failure: the runs that were compared differ.
  case different = 1
  case usage = 64
  case unusableInput = 65
  case inputNotFound = 66
  /// A program that was asked for is not there; everything else was published.
  case unavailable = 69
  case internalError = 70
  case cannotCreateOutput = 73
  case readOrWriteFailed = 74
  case locked = 75
  /// Published complete, but not as the latest run: the guard wants a person to look.
  case held = 76
  case configuration = 78
}

/// What reading a file's bytes can come to.
extension RunFailure {
  static func cannotRead(_ name: String, _ code: Int32) -> RunFailure {
    code == ENOENT
      ? RunFailure(.inputNotFound, "\(name): not found")
      : RunFailure(
        .readOrWriteFailed, "\(name): cannot be read: \(String(cString: strerror(code)))")
  }

  static func cannotSpool(_ folder: String, _ code: Int32) -> RunFailure {
    RunFailure(
      .readOrWriteFailed,
      "standard input cannot be kept in \(folder): \(String(cString: strerror(code))); set TMPDIR to a "
        + "folder with room for it")
  }

  static func damagedGzip(_ name: String) -> RunFailure {
    RunFailure(
      .readOrWriteFailed,
      "\(name): not a complete gzip file; it is damaged or cut off, so deliver it again")
  }

  static func bytesBehindGzip(_ name: String) -> RunFailure {
    RunFailure(
      .readOrWriteFailed,
      "\(name): bytes that are no gzip follow the last compressed part and would be lost; compress "
        + "the whole file anew, or deliver it again")
  }

  static func undecodable(
    _ name: String, encoding: TextEncoding, line: Int, byte: Int
  ) -> RunFailure {
    RunFailure(
      .unusableInput,
      "\(name):\(line): byte \(byte) is not \(encoding.rawValue); declare the file's encoding under "
        + "[invoer] with codering, or write the file anew")
  }

  static func openQuote(_ name: String, line: Int, byte: Int) -> RunFailure {
    RunFailure(
      .unusableInput,
      "\(name):\(line): the quote at byte \(byte) is never closed, so the rest of the file would be "
        + "one value; close it, or remove it")
  }

  static func swallowedRecords(_ name: String, line: Int, lastLine: Int) -> RunFailure {
    RunFailure(
      .unusableInput,
      "\(name):\(line): the quote that opens on this line closes on line \(lastLine), and the value "
        + "between them holds whole lines of the file; a stray quote has swallowed them, so remove "
        + "it, or double it and quote the whole value")
  }

  static func standardInputCut(line: Int) -> RunFailure {
    RunFailure(
      .unusableInput,
      "standard input ends within line \(line), before a line end; the program that writes it may have "
        + "stopped early (in a shell, set -o pipefail shows that)")
  }

  static func endlessRecord(_ name: String, line: Int, limit: Int) -> RunFailure {
    RunFailure(
      .unusableInput,
      "\(name):\(line): a record of more than \(limit >> 20) MiB begins here; a quote may be missing, "
        + "or the file may not be a CSV file")
  }

  static func changedInput(_ name: String) -> RunFailure {
    RunFailure(
      .readOrWriteFailed,
      "\(name): changed while it was read; run again when it is complete")
  }

  static func outOfMemory(_ name: String) -> RunFailure {
    RunFailure(.internalError, "\(name): out of memory while its records were read")
  }
}

/// Ends the program as ``RunFailure/outOfMemory(_:)`` does, from where nothing can be thrown: in what
/// is done for every line.
///
/// At once, as other threads are still at work.
public func outOfMemory(_ name: String) -> Never {
  let failure = RunFailure.outOfMemory(name)
  let line = Array("wmo-etl: \(failure.message)\n".utf8)
  _ = write(STDERR_FILENO, line, line.count)
  _exit(failure.status.rawValue)
}
