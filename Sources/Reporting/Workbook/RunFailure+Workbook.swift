import CXlsxwriter
import Foundation
import Ingest

/// The wording of a workbook that cannot be made, and what the library returns as such a failure.
extension RunFailure {
  static func workbook(_ error: lxw_error) -> RunFailure {
    let reason = lxw_strerror(error).map { String(cString: $0) } ?? "error \(error.rawValue)"
    return RunFailure(
      .readOrWriteFailed,
      "rapport.xlsx cannot be made: \(reason) TMPDIR needs space; or leave xlsx out of --format"
    )
  }

  static func noWorkbookFolder(_ folder: String, code: Int32) -> RunFailure {
    RunFailure(
      .readOrWriteFailed,
      "no folder for the workbook can be made in \(folder): "
        + "\(String(cString: strerror(code))); set TMPDIR to one with space"
    )
  }

  static func check(_ error: lxw_error) throws {
    guard error == LXW_NO_ERROR else { throw workbook(error) }
  }

  static func expect<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw workbook(LXW_ERROR_MEMORY_MALLOC_FAILED) }
    return value
  }
}
