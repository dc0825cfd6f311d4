import Foundation
import Ingest

extension SignalParameters {
  /// How signals are counted, in Dutch.
  func countingRules(
    _ counting: CountingParameters, _ months: SignalMonths, areWeightedByInhabitants: Bool
  ) -> [String] {
    [
      counting.monthRule, CountingRule.net, CountingRule.group, CountingRule.activeMonth,
      """
      Nieuw is een cliënt in de maand waarin zijn gebruik van een productgroep begint; maanden met \
      gebruik met hoogstens \(inMonths(counting.gapMonths)) ertussen zijn één aaneengesloten \
      gebruik, uit alle goedgekeurde regels. Wie in een productgroep twee keer begint, telt twee \
      keer.
      """,
      """
      Een gebied is \(areaText) in clienten.csv. Cliënten zonder gebied, of zonder regel in \
      clienten.csv, tellen niet mee.
      """,
      monthsRule(months),
      """
      Verwacht is het grootste van twee aantallen: eerder, teruggerekend naar evenveel maanden als \
      nieuw, en het deel van het gebied in alle nieuwe cliënten van de productgroep. Een signaal \
      is dus geen groei van de hele gemeente, en niet wat in dit gebied gewoon is.
      """,
      areWeightedByInhabitants
        ? "Het deel van een gebied is zijn aandeel in de inwoners volgens gebieden.csv."
        : """
        Het deel van een gebied is zijn aandeel in de cliënten van clienten.csv met een gebied: niet \
        van elk gebied met nieuwe cliënten is het aantal inwoners bekend.
        """,
      """
      Getoetst is elk gebied met een deel, bij elke productgroep met nieuwe cliënten; p is de kans \
      op zoveel nieuwe cliënten of meer, als hun aantal Poisson verdeeld is met verwacht als \
      gemiddelde. q is p, gecorrigeerd voor het aantal toetsen (Benjamini en Hochberg).
      """,
      """
      Een signaal heeft minstens \(minimum) nieuwe cliënten en een p van hoogstens \
      \(threshold.dutchText). Rijen zijn er vanaf \(minimum) nieuwe cliënten, signaal of niet.
      """,
      """
      Vals_verwacht is het aantal signalen dat te verwachten is als alleen het toeval werkt. \
      Verwacht is een schatting; de fout daarin zit niet in p, q en vals_verwacht.
      """,
      """
      Wat nog niet is gedeclareerd, ontbreekt in nieuw. De laatste maanden kunnen dus nog meer \
      nieuwe cliënten krijgen.
      """,
      "Aanbieders zijn de concerns bij wie de nieuwe cliënten in hun eerste maand gebruik hebben.",
      """
      Het bestand gaat over weinig mensen en blijft binnen de organisatie: een signaal is een \
      reden om te kijken, geen oordeel.
      """,
    ]
  }

  private var areaText: String {
    switch area {
    case .buurt: "de buurt (buurt_code) van de cliënt"
    case .wijk: "de wijk van de cliënt"
    case .postcode4: "het gebied van de eerste vier cijfers van de postcode van de cliënt"
    case .postcode6: "het gebied van de hele postcode van de cliënt"
    }
  }

  private func monthsRule(_ months: SignalMonths) -> String {
    let recent = "Nieuw telt in \(text(months.recent))"
    let certain = """
      Vóór \(months.firstCertain.iso) kan gebruik ook van vóór de gegevens zijn; die maanden tellen \
      niet mee.
      """
    guard let earlier = months.earlier else {
      return "\(recent). Eerdere maanden om mee te vergelijken zijn er niet. \(certain)"
    }
    return "\(recent), eerder in \(text(earlier)). \(certain)"
  }

  /// `de 3 maanden van 2017-07 tot en met 2017-09`
  private func text(_ months: ClosedRange<Month>) -> String {
    let count = Int(months.upperBound.number - months.lowerBound.number) + 1
    guard count > 1 else { return "de maand \(months.lowerBound.iso)" }
    return "de \(inMonths(count)) van \(months.lowerBound.iso) tot en met "
      + months.upperBound.iso
  }
}

extension Double {
  /// `0,001`, in as many digits as it has.
  fileprivate var dutchText: String {
    formatted(
      .number.locale(Locale(identifier: "nl_NL")).precision(.significantDigits(1...17)))
  }
}
