import Analytics
import Ingest

extension DisclosureDeclaration {
  /// The counting rules of a table in an edition, with how its figures are rounded and hidden.
  func editionRules(of table: Table, _ parameters: PublicationParameters) -> [String] {
    let figures = table.rows.flatMap { self.figures(in: $0, of: table) }
    guard !figures.isEmpty else { return countingRules(of: table) }
    let standing = Set(
      figures.filter { $0.holding != .numerator && $0.holding != .denominator }
        .compactMap(\.measure))
    return countingRules(of: table) + rowRules(of: table, parameters)
      + [roundingRule(of: standing, parameters)].compactMap(\.self) + [Self.hidingRule]
  }

  private static let hidingRule = """
    x: verborgen, om herleiding tot personen te voorkomen. Een cijfer dat uit een verborgen cijfer \
    volgt is ook verborgen.
    """

  private func rowRules(of table: Table, _ parameters: PublicationParameters) -> [String] {
    switch table.name {
    case Analysis.combinations.name:
      [
        """
        De rijen staan op volgorde van hun getoonde aantal cliënten, en bij gelijke aantallen op \
        naam. Combinaties met verborgen cijfers zijn samen de overige combinaties: de getoonde \
        totalen min de getoonde rijen, en x als er minder dan \(parameters.threshold) cliënten \
        overblijven, het bedrag niet boven nul ligt of een totaal verborgen is.
        """
      ]
    case Analysis.providers.name where parameters.providerNames == .rank:
      [
        """
        Aanbieders heten naar hun rang in de markt van hun rij; dezelfde naam kan in een andere \
        markt een ander concern zijn.
        """
      ]
    default: []
    }
  }

  /// Nil where nothing is rounded.
  private func roundingRule(
    of measures: Set<Measure>, _ parameters: PublicationParameters
  ) -> String? {
    let (base, euros) = (parameters.countBase, parameters.amountBaseEuros)
    let hasCounts = measures.contains(.clients) && base > 1
    let hasAmounts = measures.contains(.amount) && euros > 0
    let counts =
      measures.contains(.indications)
      ? "Aantallen cliënten en indicaties" : "Aantallen cliënten"
    let amounts = euros == 1 ? "hele euro's" : "veelvouden van \(euros) euro"
    let sentence: String
    switch (hasCounts, hasAmounts) {
    case (true, true):
      sentence =
        "\(counts) zijn elk apart afgerond op veelvouden van \(base), bedragen op \(amounts)"
    case (true, false):
      sentence = "\(counts) zijn elk apart afgerond op veelvouden van \(base)"
    case (false, true): sentence = "Bedragen zijn elk apart afgerond op \(amounts)"
    case (false, false): return nil
    }
    return "\(sentence); delen tellen daarom niet altijd op tot hun totaal."
  }
}
