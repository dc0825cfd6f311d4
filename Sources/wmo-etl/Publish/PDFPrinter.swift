import Foundation
import Ingest

/// Prints an HTML page as PDF/UA with WeasyPrint, run as a program beside this one.
///
/// The page reaches it through files of a folder that nobody else can read, and is not fetched from
/// anywhere: `bijlage.html` needs nothing but itself.
enum PDFPrinter {
  static let fileName = "bijlage.pdf"
  static let program = "weasyprint"

  /// The bytes of the PDF. Throws 69 when WeasyPrint is absent or fails, 74 for the files.
  static func pdf(of html: [UInt8]) throws(RunFailure) -> Data {
    guard let path = executable(in: ProcessInfo.processInfo.environment["PATH"] ?? "") else {
      throw .printerMissing
    }
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (page, printed) = ("\(folder)/bijlage.html", "\(folder)/\(fileName)")
    try DurableFile.write(html, to: page)
    let status = try run(path, ["--quiet", "--pdf-variant", "pdf/ua-1", page, printed])
    guard status == 0, let bytes = FileManager.default.contents(atPath: printed), !bytes.isEmpty
    else { throw .printerFailed(status: status) }
    return bytes
  }

  /// The first executable file of its name in the folders of a search path.
  static func executable(in searchPath: String) -> String? {
    searchPath.split(separator: ":").map { "\($0)/\(program)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private static func run(_ path: String, _ arguments: [String]) throws(RunFailure) -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      throw .printerMissing
    }
    process.waitUntilExit()
    return process.terminationStatus
  }

  private static func temporaryFolder() throws(RunFailure) -> String {
    let template = FileManager.default.temporaryDirectory.path + "/wmo-etl-XXXXXX"
    var characters = Array(template.utf8CString)
    guard mkdtemp(&characters) != nil else { throw .cannotWrite(template, code: errno) }
    return String(decoding: characters.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
