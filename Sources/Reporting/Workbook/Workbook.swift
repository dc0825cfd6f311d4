import CXlsxwriter
import Foundation
import Ingest

/// An Excel file in the making; with ``Sheet``, ``WorkbookStyles``, ``ChartSheets`` and
/// ``ChartDrawing`` the only code that calls libxlsxwriter.
///
/// The library writes files only, so the workbook is made in a file in memory and read back.
final class Workbook {
  let styles: WorkbookStyles
  private let pointer: UnsafeMutablePointer<lxw_workbook>
  private let file: MemoryFile
  private var isClosed = false

  /// - Parameter isConstantMemory: Rows become text as soon as they are complete, which takes half
  ///   the memory, and charts hold no copy of their figures.
  init(isConstantMemory: Bool) throws {
    file = try MemoryFile()
    var options = lxw_workbook_options()
    options.constant_memory = isConstantMemory ? 1 : 0
    guard let created = workbook_new_opt(file.path, &options) else {
      throw RunFailure.workbook(LXW_ERROR_MEMORY_MALLOC_FAILED)
    }
    pointer = created
    styles = WorkbookStyles(created)
  }

  deinit {
    // Closing is the only way to free it.
    if !isClosed { _ = workbook_close(pointer) }
  }

  /// Sets what Excel shows under File > Information.
  func setProperties(title: String, subject: String, author: String, moment: Int) throws {
    var properties = lxw_doc_properties()
    let texts = [title, subject, author].map { text in strdup(ExcelText.title(text)) }
    defer { for text in texts { free(text) } }
    properties.title = texts[0]
    properties.subject = texts[1]
    properties.author = texts[2]
    // The library takes 0 for now.
    properties.created = max(moment, 1)
    try RunFailure.check(workbook_set_properties(pointer, &properties))
  }

  func addSheet(_ name: String) throws -> Sheet {
    let sheet = try RunFailure.expect(workbook_add_worksheet(pointer, name))
    return Sheet(sheet, name: name, styles: styles)
  }

  func addChart(_ kind: lxw_chart_type) throws -> UnsafeMutablePointer<lxw_chart> {
    try RunFailure.expect(workbook_add_chart(pointer, UInt8(kind.rawValue)))
  }

  /// Finishes the file and returns its bytes; nothing can be added afterwards.
  func close() throws -> [UInt8] {
    isClosed = true
    try RunFailure.check(workbook_close(pointer))
    return try file.bytes()
  }
}

/// The wording of a workbook that cannot be made, and what the library returns as such a failure.
extension RunFailure {
  static func workbook(_ error: lxw_error) -> RunFailure {
    let reason = lxw_strerror(error).map { String(cString: $0) } ?? "error \(error.rawValue)"
    return RunFailure(
      .readOrWriteFailed,
      "rapport.xlsx cannot be made: \(reason) Give the program more memory, or leave xlsx out of "
        + "--format")
  }

  static func check(_ error: lxw_error) throws {
    guard error == LXW_NO_ERROR else { throw workbook(error) }
  }

  static func expect<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw workbook(LXW_ERROR_MEMORY_MALLOC_FAILED) }
    return value
  }
}
