import ArgumentParser
import Ingest
import Reporting

/// The flags that say how the annex is made.
struct AnnexOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The language of the annex, nl or en.", valueName: "taal"))
  var taal = AnnexLanguage.dutch.rawValue

  @Flag(help: "Print the annex as bijlage.pdf, too; needs WeasyPrint.")
  var pdf = false

  var language: AnnexLanguage { AnnexLanguage(rawValue: taal) ?? .dutch }

  func validate() throws {
    guard AnnexLanguage(rawValue: taal) != nil else {
      throw ValidationError("--taal is '\(taal)'; give nl or en")
    }
  }

  /// Prints the annex into the publication when it is wanted.
  ///
  /// Returns why it could not be printed, for the end of the run: all the rest is published.
  func publishPDF(of report: Report, in publication: Publication) throws -> RunFailure? {
    guard pdf else { return nil }
    do {
      for file in try AnnexFormat(language: language).files(of: report) {
        let bytes = try PDFPrinter.pdf(of: file.bytes)
        try publication.write(name: PDFPrinter.fileName, bytes: bytes)
      }
      return nil
    } catch let failure as RunFailure where failure.status == .unavailable {
      return failure
    }
  }
}
