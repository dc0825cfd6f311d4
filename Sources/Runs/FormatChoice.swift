import Foundation
import Ingest
package import Reporting

/// Which files are made of a report.
package struct FormatChoice {
  /// Those that were asked for; nil for the formats by default.
  private let names: [String]?
  private let profile: CSVFormat.Profile?
  private let language: AnnexLanguage
  private let hasPDF: Bool

  /// The PDF is printed from another format by a program of its own, so it stands beside the list.
  private static let pdfName = "pdf"
  package static let knownNames = PublishedFormat.all().map(\.name) + [pdfName]

  package init(names: [String]?, profile: CSVFormat.Profile?, language: AnnexLanguage, pdf: Bool) {
    (self.names, self.profile, self.language) = (names, profile, language)
    hasPDF = pdf || names?.contains(Self.pdfName) == true
  }

  /// Makes all files on at most `workers` threads and hands them to `write`, the PDF last;
  /// `isDefault` tells which formats are made where none was asked for.
  ///
  /// Returns why a PDF that was asked for could not be printed, to be told once all the rest is
  /// published.
  func make(
    of report: Report, workers: Int, orElse isDefault: (PublishedFormat) -> Bool,
    _ write: (ReportFile) throws -> Void
  ) throws -> RunFailure? {
    let formats = formats(orElse: isDefault)
    let made = results(formats.count, workers: workers) { index in
      Result { try formats[index].files(of: report) }
    }
    for file in try made.flatMap({ try $0.get() }) { try write(file) }
    guard hasPDF else { return nil }
    do {
      for file in try AnnexFormat(language: language).files(of: report) {
        let bytes = try PDFPrinter.pdf(of: file.bytes)
        try write(ReportFile(path: PDFPrinter.fileName, bytes: bytes))
      }
      return nil
    } catch let failure as RunFailure where failure.status == .unavailable {
      return failure
    }
  }

  /// Each once, in the list's order.
  private func formats(orElse isDefault: (PublishedFormat) -> Bool) -> [any ReportFormat] {
    let wanted = PublishedFormat.all(language: language).filter {
      names?.contains($0.name) ?? isDefault($0)
    }
    // The plain tables are a format of the list; any other profile stands beside them.
    let added = profile.flatMap { $0 == .plain ? nil : CSVFormat(profile: $0) }
    return wanted.map(\.format) + (added.map { [$0] } ?? [])
  }
}

/// Prints an HTML page as PDF/UA with WeasyPrint, run as a program beside this one.
///
/// Page and PDF are files in memory, its standard input and output: no killed run leaves figures in a
/// temporary folder. The page is not fetched from anywhere: `bijlage.html` needs nothing but itself.
enum PDFPrinter {
  static let fileName = "bijlage.pdf"
  static let program = "weasyprint"

  /// The bytes of the PDF. Throws 69 when WeasyPrint is absent or fails, 74 without memory.
  static func pdf(of html: [UInt8]) throws(RunFailure) -> [UInt8] {
    guard let path = executable(in: ProcessInfo.processInfo.environment["PATH"] ?? "") else {
      throw .printerMissing
    }
    let (page, printed) = (try MemoryFile(), try MemoryFile())
    try page.write(html)
    let status = try run(
      path, ["--quiet", "--pdf-variant", "pdf/ua-1", "-", "-"], input: page, output: printed)
    let bytes = try printed.bytes()
    guard status == 0, !bytes.isEmpty else { throw .printerFailed(status: status) }
    return bytes
  }

  /// The first executable file of its name in the folders of a search path.
  static func executable(in searchPath: String) -> String? {
    searchPath.split(separator: ":").map { "\($0)/\(program)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private static func run(
    _ path: String, _ arguments: [String], input: MemoryFile, output: MemoryFile
  ) throws(RunFailure) -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.standardInput = FileHandle(fileDescriptor: input.descriptor)
    process.standardOutput = FileHandle(fileDescriptor: output.descriptor)
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      throw .printerMissing
    }
    process.waitUntilExit()
    return process.terminationStatus
  }
}
