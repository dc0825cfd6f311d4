import ArgumentParser
import Foundation
import Ingest
import Reporting
import Runs

/// The flags that say which files are made of a report, shared by `run` and `report`.
struct FormatOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What to make, with commas between: "
        + FormatChoice.knownNames.joined(separator: ", ") + ".",
      valueName: "formats"))
  var format: String?

  @Option(
    help: ArgumentHelp(
      "nl-excel adds tables-excel/, with tables that a Dutch Excel shows right on a double click.",
      valueName: "profile"))
  var csvProfile: String?

  @Option(help: ArgumentHelp("The language of the annex, nl or en.", valueName: "taal"))
  var taal = AnnexLanguage.dutch.rawValue

  @Flag(
    inversion: .prefixedNo,
    help: "Print the annex as bijlage.pdf, too; needs WeasyPrint. Editions have it by default.")
  var pdf: Bool?

  private var names: [String]? {
    format?.split(separator: ",", omittingEmptySubsequences: false).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
  }

  func validate() throws {
    for name in names ?? [] where !FormatChoice.knownNames.contains(name) {
      throw ValidationError(
        "there is no format '\(name)'; the formats are "
          + FormatChoice.knownNames.joined(separator: ", "))
    }
    guard AnnexLanguage(rawValue: taal) != nil else {
      throw ValidationError("--taal is '\(taal)'; give nl or en")
    }
    if let csvProfile, CSVFormat.Profile(rawValue: csvProfile) == nil {
      throw ValidationError(
        "there is no profile '\(csvProfile)'; the profiles are "
          + CSVFormat.Profile.allCases.map(\.rawValue).joined(separator: ", "))
    }
  }

  var choice: FormatChoice {
    FormatChoice(
      names: names, profile: csvProfile.flatMap(CSVFormat.Profile.init(rawValue:)),
      language: language, pdf: pdf == true)
  }

  var language: AnnexLanguage { AnnexLanguage(rawValue: taal) ?? .dutch }

  /// Whether the tables are made in the form that `publish` reads.
  var hasJSON: Bool { names?.contains("json") ?? true }
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
        "SOURCE_DATE_EPOCH is no number of seconds since 1970; unset it or give a number")
    }
    return seconds
  }
}
