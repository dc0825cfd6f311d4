import ArgumentParser
import Foundation
import Ingest
import Reporting

/// The flags that say which files are made of a report, shared by `run` and `report`.
struct FormatOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What to make, with commas between: "
        + (PublishedFormat.all.map(\.name) + [PDFPrinter.format]).joined(separator: ", ") + ".",
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

  @OptionGroup var annex: AnnexOptions

  private var names: [String]? {
    format?.split(separator: ",", omittingEmptySubsequences: false).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
  }

  func validate() throws {
    for name in names ?? [] 
    where PublishedFormat.named(name) == nil && name != PDFPrinter.format {
      throw ValidationError(
        "there is no format '\(name)'; the formats are "
          + (PublishedFormat.all.map(\.name) + [PDFPrinter.format]).joined(separator: ", ")
      )
    }
    if let csvProfile, CSVFormat.Profile(rawValue: csvProfile) == nil {
      throw ValidationError(
        "there is no profile '\(csvProfile)'; the profiles are "
          + CSVFormat.Profile.allCases.map(\.rawValue).joined(separator: ", ")
      )
    }
  }

  /// The formats that were asked for, or else those by default; each once, in the list's order.
  func formats(where isDefault: (PublishedFormat) -> Bool) -> [any ReportFormat] {
    let wanted = PublishedFormat.all.filter { names?.contains($0.name) ?? isDefault($0) }
    let profile = csvProfile.flatMap(CSVFormat.Profile.init(rawValue:))
    // The plain tables are a format of the list; any other profile stands beside them.
    let added = profile.flatMap { $0 == .plain ? nil : CSVFormat(profile: $0) }
    return wanted.map { $0.format is AnnexFormat ? annex.format : $0.format } + (added.map { [$0] } ?? [])
  }

  /// The annex as PDF, when it is wanted, or why it cannot be made; the rest is published first.
  func printed(_ report: Report) throws -> (files: [ReportFile], failure: RunFailure?) {
    guard annex.pdf || names?.contains(PDFPrinter.format) == true else { return ([], nil) }
    do {
      let pages = try annex.format.files(of: report)
      let files = try pages.map { page in
        ReportFile(path: PDFPrinter.fileName, bytes: Array(try PDFPrinter.pdf(of: page.bytes)))
      }
      return (files, nil)
    } catch let failure as RunFailure where failure.status == .unavailable {
      return ([], failure)
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
