import ArgumentParser
import Reporting

/// The flags that say how the annex is made.
struct AnnexOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The language of the annex, nl or en.", valueName: "taal"))
  var taal = AnnexLanguage.dutch.rawValue

  @Flag(help: "Print the annex as bijlage.pdf, too; needs WeasyPrint.")
  var pdf = false

  func validate() throws {
    guard AnnexLanguage(rawValue: taal) != nil else {
      throw ValidationError("--taal is '\(taal)'; give nl or en")
    }
  }

  /// The annex in the language that was asked for.
  var format: AnnexFormat { AnnexFormat(language: AnnexLanguage(rawValue: taal) ?? .dutch) }
}
