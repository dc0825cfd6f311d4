import CXlsxwriter
import Foundation
import Ingest

/// An Excel file in the making; with ``Sheet``, ``WorkbookStyles``, ``ChartSheets`` and
/// ``ChartDrawing`` the only code that calls libxlsxwriter.
///
/// The library writes files only, so the workbook is made in a folder of its own and read back.
final class Workbook {
  let styles: WorkbookStyles
  private let pointer: UnsafeMutablePointer<lxw_workbook>
  private let folder: String
  private let path: String
  private var isClosed = false

  /// - Parameter isConstantMemory: Rows go to a temporary file as soon as they are complete, and
  ///   charts hold no copy of their figures.
  init(isConstantMemory: Bool) throws {
    let folder = try Self.temporaryFolder()
    let path = folder + "/rapport.xlsx"
    let created = folder.withCString { folder in
      var options = lxw_workbook_options()
      options.constant_memory = isConstantMemory ? 1 : 0
      options.tmpdir = UnsafeMutablePointer(mutating: folder)
      return workbook_new_opt(path, &options)
    }
    guard let created else { throw RunFailure.workbook(LXW_ERROR_MEMORY_MALLOC_FAILED) }
    self.folder = folder
    self.path = path
    pointer = created
    styles = WorkbookStyles(created)
  }

  deinit {
    // Closing is the only way to free it.
    if !isClosed { _ = workbook_close(pointer) }
    try? FileManager.default.removeItem(atPath: folder)
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
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw RunFailure.workbook(LXW_ERROR_CREATING_XLSX_FILE)
    }
    return Array(bytes)
  }

  /// A folder that only this user can open.
  private static func temporaryFolder() throws -> String {
    var template = Array((NSTemporaryDirectory() + "/wmo-etl-workbook-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw RunFailure.noWorkbookFolder(NSTemporaryDirectory(), code: errno)
    }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

/// The wording of a workbook that cannot be made, and what the library returns as such a failure.
extension RunFailure {
  static func workbook(_ error: lxw_error) -> RunFailure {
    let reason = lxw_strerror(error).map { String(cString: $0) } ?? "error \(error.rawValue)"
    return RunFailure(
      .readOrWriteFailed,
      "rapport.xlsx cannot be made: \(reason) TMPDIR needs space; or leave xlsx out of --format")
  }

  static func noWorkbookFolder(_ folder: String, code: Int32) -> RunFailure {
    RunFailure(
      .readOrWriteFailed,
      "no folder for the workbook can be made in \(folder): "
        + "\(String(cString: strerror(code))); set TMPDIR to one with space")
  }

  static func check(_ error: lxw_error) throws {
    guard error == LXW_NO_ERROR else { throw workbook(error) }
  }

  static func expect<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw workbook(LXW_ERROR_MEMORY_MALLOC_FAILED) }
    return value
  }
}
