import ArgumentParser
import Foundation
import Ingest
import Reporting

/// The flags that say which files are made of a report, shared by `run` and `report`.
struct FormatOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What to make, with commas between: "
        + Self.knownNames.joined(separator: ", ") + ".",
      valueName: "formats"
    )
  )
  var format: String?

  @Option(
    help: ArgumentHelp(
      "nl-excel adds tables-excel/, with tables that a Dutch Excel shows right on a double click.",
      valueName: "profile"
    )
  )
  var csvProfile: String?

  @Option(help: ArgumentHelp("The language of the annex, nl or en.", valueName: "taal"))
  var taal = AnnexLanguage.dutch.rawValue

  @Flag(help: "Print the annex as bijlage.pdf, too; needs WeasyPrint.")
  var pdf = false

  /// The PDF is printed from another format by a program of its own, so it stands beside the list.
  private static let pdfName = "pdf"
  private static let knownNames = PublishedFormat.all().map(\.name) + [pdfName]

  private var language: AnnexLanguage { AnnexLanguage(rawValue: taal) ?? .dutch }

  private var names: [String]? {
    format?.split(separator: ",", omittingEmptySubsequences: false).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
  }

  func validate() throws {
    for name in names ?? [] where !Self.knownNames.contains(name) {
      throw ValidationError(
        "there is no format '\(name)'; the formats are "
          + Self.knownNames.joined(separator: ", ")
      )
    }
    guard AnnexLanguage(rawValue: taal) != nil else {
      throw ValidationError("--taal is '\(taal)'; give nl or en")
    }
    if let csvProfile, CSVFormat.Profile(rawValue: csvProfile) == nil {
      throw ValidationError(
        "there is no profile '\(csvProfile)'; the profiles are "
          + CSVFormat.Profile.allCases.map(\.rawValue).joined(separator: ", ")
      )
    }
  }

  /// The formats that were asked for, or else those by default; each once, in the list's order.
  private func formats(where isDefault: (PublishedFormat) -> Bool) -> [any ReportFormat] {
    let wanted = PublishedFormat.all(language: language).filter {
      names?.contains($0.name) ?? isDefault($0)
    }
    let profile = csvProfile.flatMap(CSVFormat.Profile.init(rawValue:))
    // The plain tables are a format of the list; any other profile stands beside them.
    let added = profile.flatMap { $0 == .plain ? nil : CSVFormat(profile: $0) }
    return wanted.map(\.format) + (added.map { [$0] } ?? [])
  }

  /// The files of these formats, made on at most `workers` threads.
  func files(
    of report: Report, workers: Int = ProcessInfo.processInfo.activeProcessorCount,
    where isDefault: (PublishedFormat) -> Bool
  ) throws -> [ReportFile] {
    let formats = formats(where: isDefault)
    let made = results(formats.count, workers: workers) { index in
      Result { try formats[index].files(of: report) }
    }
    return try made.flatMap { try $0.get() }
  }

  /// Prints the annex and hands it to `write`, when a PDF was asked for.
  ///
  /// Returns why it could not be printed, to be told once all the rest is published.
  func printPDF(of report: Report, _ write: (ReportFile) throws -> Void) throws -> RunFailure? {
    guard pdf || names?.contains(Self.pdfName) == true else { return nil }
    do {
      for file in try AnnexFormat(language: language).files(of: report) {
        let bytes = Array(try PDFPrinter.pdf(of: file.bytes))
        try write(ReportFile(path: PDFPrinter.fileName, bytes: bytes))
      }
      return nil
    } catch let failure as RunFailure where failure.status == .unavailable {
      return failure
    }
  }
}

/// `SOURCE_DATE_EPOCH`: the time that files name as that of their making, for builds that must
/// give the same bytes (reproducible-builds.org).
enum SourceDate {
  /// Seconds since 1970; nil when it is not set. Throws 64.
  static func fromEnvironment() throws -> Int? {
    guard let text = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"], !text.isEmpty else {
      return nil
    }
    // Up to the year 9999, the last that Excel knows.
    guard let seconds = Int(text), (0..<253_402_300_800).contains(seconds) else {
      throw RunFailure(
        .usage,
        "SOURCE_DATE_EPOCH is no number of seconds since 1970; unset it or give a number"
      )
    }
    return seconds
  }
}
