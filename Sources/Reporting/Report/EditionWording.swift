import Ingest

/// What an edition says of itself in place of ``AnnexPhrase/notice``, and of its hidden figures.
extension AnnexLanguage {
  /// The mark of a report: `Intern – niet voor publicatie`, or how an edition was made.
  func notice(of report: Report) -> String {
    guard let publication = report.publication else { return text(.notice) }
    return text(.editionNotice, ["rounding": rounding(publication)])
  }

  /// `Aantallen zijn afgerond op vijftallen, bedragen op honderden euro's`.
  func rounding(_ parameters: PublicationParameters) -> String {
    let counts = countSteps(parameters.countBase)
    let amounts = amountSteps(parameters.amountBaseEuros)
    return switch (counts, amounts) {
    case (let counts?, let amounts?):
      text(.roundedBoth, ["counts": counts, "amounts": amounts])
    case (let counts?, nil): text(.roundedCounts, ["counts": counts])
    case (nil, let amounts?): text(.roundedAmounts, ["amounts": amounts])
    case (nil, nil): text(.roundedNone)
    }
  }

  /// The multiples to which counts are rounded; nil where they are exact.
  private func countSteps(_ base: Int64) -> String? {
    switch base {
    case ...1: nil
    case 5: text(.fives)
    case 10: text(.tens)
    case 100: text(.hundreds)
    default: text(.multiples, ["base": AnnexNotation(language: self).count(base)])
    }
  }

  /// The multiples to which amounts are rounded; nil where they are exact to the cent.
  private func amountSteps(_ euros: Int64) -> String? {
    switch euros {
    case ...0: nil
    case 1: text(.wholeEuros)
    case 10: text(.tensOfEuros)
    case 100: text(.hundredsOfEuros)
    case 1000: text(.thousandsOfEuros)
    default: text(.multiplesOfEuros, ["base": AnnexNotation(language: self).count(euros)])
    }
  }
}

extension AnnexPhrase {
  static let edition = AnnexPhrase("Publicatie-uitgave", "Publication edition")
  static let editionNotice = AnnexPhrase(
    "Publicatie-uitgave. {rounding}; x = verborgen om herleiding tot personen te voorkomen.",
    "Publication edition. {rounding}; x = hidden to prevent tracing to persons.")
  static let legend = AnnexPhrase(
    "x = verborgen om herleiding tot personen te voorkomen",
    "x = hidden to prevent tracing to persons")
  static let hidden = AnnexPhrase("verborgen", "hidden")
  static let roundedBoth = AnnexPhrase(
    "Aantallen zijn afgerond op {counts}, bedragen op {amounts}",
    "Counts are rounded to {counts}, amounts to {amounts}")
  static let roundedCounts = AnnexPhrase(
    "Aantallen zijn afgerond op {counts}, bedragen niet",
    "Counts are rounded to {counts}, amounts are not")
  static let roundedAmounts = AnnexPhrase(
    "Bedragen zijn afgerond op {amounts}, aantallen niet",
    "Amounts are rounded to {amounts}, counts are not")
  static let roundedNone = AnnexPhrase(
    "Aantallen en bedragen zijn niet afgerond", "Counts and amounts are not rounded")
  static let fives = AnnexPhrase("vijftallen", "multiples of 5")
  static let tens = AnnexPhrase("tientallen", "multiples of 10")
  static let hundreds = AnnexPhrase("honderdtallen", "multiples of 100")
  static let multiples = AnnexPhrase("veelvouden van {base}", "multiples of {base}")
  static let wholeEuros = AnnexPhrase("hele euro's", "whole euros")
  static let tensOfEuros = AnnexPhrase("tientallen euro's", "tens of euros")
  static let hundredsOfEuros = AnnexPhrase("honderden euro's", "hundreds of euros")
  static let thousandsOfEuros = AnnexPhrase("duizenden euro's", "thousands of euros")
  static let multiplesOfEuros = AnnexPhrase(
    "veelvouden van {base} euro", "multiples of {base} euros")
}

/// The rules by which an edition hides and rounds, without formulas.
extension AnnexLanguage {
  func editionRules(_ parameters: PublicationParameters, _ account: PublicationAccount) -> [String]
  {
    let notation = AnnexNotation(language: self)
    let threshold = notation.count(parameters.threshold)
    let percent = notation.count(parameters.percent)
    let rounded = text(.ruleRounding, ["rounding": rounding(parameters)])
    let isExact = parameters.countBase <= 1 && parameters.amountBaseEuros <= 0
    return [
      text(
        .ruleSmall,
        ["most": notation.count(parameters.threshold - 1), "threshold": threshold]),
      account.hasDominance
        ? text(.ruleDominance, ["percent": percent]) : text(.ruleNoDominance),
      text(.ruleOthers, ["percent": percent]),
      text(.ruleZero),
      isExact ? rounded : "\(rounded) \(text(.ruleParts))",
      text(.ruleDerived),
      text(.ruleRemainder),
    ] + (parameters.providerNames == .rank ? [text(.ruleRank)] : []) + [text(.rulePublic)]
  }

  /// `drempel 10, afronden_aantal 5, …`: the keys of the configuration are Dutch everywhere.
  func settings(_ parameters: PublicationParameters) -> String {
    parameters.settings.map { "\($0.key) \($0.text)" }.joined(separator: ", ")
  }
}

extension AnnexPhrase {
  static let ruleSmall = AnnexPhrase(
    "Een aantal cliënten of indicaties van 1 tot en met {most} is verborgen, en een bedrag van minder "
      + "dan {threshold} cliënten ook.",
    "A count of clients or indications from 1 to {most} is hidden, and so is an amount of fewer "
      + "than {threshold} clients.")
  static let ruleDominance = AnnexPhrase(
    "Een bedrag van meer cliënten is ook verborgen als één van hen het overheerst: als de op één na "
      + "grootste het deel van de grootste tot op {percent} procent zou kunnen schatten.",
    "An amount of more clients is hidden, too, where one of them dominates it: where the second "
      + "largest could estimate the part of the largest to within {percent} percent.")
  static let ruleNoDominance = AnnexPhrase(
    "Of één cliënt een bedrag van meer cliënten overheerst, is niet nagegaan: van deze run is dat "
      + "niet bewaard.",
    "Whether one client dominates an amount of more clients was not examined: this run did not "
      + "keep it.")
  static let ruleOthers = AnnexPhrase(
    "Andere cijfers zijn verborgen waar daaruit een verborgen aantal te berekenen of nauw te schatten "
      + "was, of een verborgen bedrag tot op {percent} procent. Welk cijfer om welke reden verborgen "
      + "is, staat nergens.",
    "Other figures are hidden where a hidden count could be computed or closely estimated from them, "
      + "or a hidden amount to within {percent} percent. Nothing says which figure is hidden for "
      + "which reason.")
  static let ruleZero = AnnexPhrase(
    "Een nul is zichtbaar: daar hoort niemand bij.", "A zero is shown: nobody is behind it.")
  static let ruleRounding = AnnexPhrase(
    "{rounding}, elk cijfer apart.", "{rounding}, each figure by itself.")
  static let ruleParts = AnnexPhrase(
    "Delen tellen daardoor niet altijd op tot hun totaal.",
    "Parts therefore do not always add up to their total.")
  static let ruleDerived = AnnexPhrase(
    "Aandelen, gemiddelden en andere verhoudingen zijn berekend uit de getoonde cijfers, en "
      + "verborgen waar een daarvan verborgen is.",
    "Shares, averages and other ratios are computed from the figures shown, and hidden where one "
      + "of these is.")
  static let ruleRemainder = AnnexPhrase(
    "Combinaties en aanbieders met verborgen cijfers zijn samengenomen als overige. Volgorde en "
      + "rang gaan over de getoonde cijfers.",
    "Combinations and providers with hidden figures are taken together as others (overige). Order "
      + "and rank are of the figures shown.")
  static let ruleRank = AnnexPhrase(
    "Aanbieders heten naar hun rang in de markt: aanbieder 1, aanbieder 2.",
    "Providers are called by their rank in the market: aanbieder 1, aanbieder 2.")
  static let rulePublic = AnnexPhrase(
    "Subsidies, inwoners en getoonde aantallen aanbieders zijn niet afgerond.",
    "Subsidies, inhabitants and the numbers of providers that are shown are not rounded.")
}
