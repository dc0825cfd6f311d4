import ArgumentParser
import Ingest
import Reporting

/// The flags of `check` that make a list for one provider.
struct LetterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Print nothing but the findings on the lines of the provider with this AGB code, in Dutch.",
      valueName: "agb"))
  var letter: String?

  @Option(help: ArgumentHelp("How --letter is written; default: text.", valueName: "format"))
  var letterFormat: LetterFormat?

  func validate() throws {
    guard let letter else {
      if letterFormat != nil { throw ValidationError("--letter-format needs --letter") }
      return
    }
    let isCode = letter.utf8.count == 8 && letter.utf8.allSatisfy { 48...57 ~= $0 }
    if !isCode {
      throw ValidationError("--letter is '\(letter)'; give an AGB code, which has 8 digits")
    }
  }

  /// The letter in the format that was asked for.
  func written(_ letter: ProviderLetter) throws -> String {
    switch letterFormat ?? .text {
    case .text: letter.text
    case .html: try letter.html()
    }
  }

  /// The letter of a run; nil where none was asked for. Throws 65 for an unknown AGB code.
  func made(of result: Pipeline.Result) throws(RunFailure) -> ProviderLetter? {
    guard let letter, let findings = result.findings else { return nil }
    let made = ProviderLetter(
      agb: letter, findings: findings, providers: result.ledger.registers.providers,
      municipality: result.configuration.municipalityName)
    guard let made else { throw .noProvider(letter) }
    return made
  }
}

/// How a letter is written.
enum LetterFormat: String, CaseIterable, ExpressibleByArgument {
  case text, html
}

/// The wording of letters that cannot be written.
extension RunFailure {
  /// `agb` is what the user gave, not what a file holds.
  static func noProvider(_ agb: String) -> RunFailure {
    RunFailure(
      .unusableInput,
      "aanbieders has no provider with AGB code \(agb); --letter takes one of its column "
        + "aanbieder_agb, leading zeros included")
  }
}
