import Analytics

/// A piece of wording of the annex in both languages; those of a section stand beside it.
///
/// Words in braces are filled in: `{amount}`.
struct AnnexPhrase: Sendable, Equatable {
  let dutch: String
  let english: String

  init(_ dutch: String, _ english: String) {
    assert(Self.places(in: dutch) == Self.places(in: english), "other places in \(english)")
    self.dutch = dutch
    self.english = english
  }

  private static func places(in text: String) -> Set<Substring> {
    Set(text.matches(of: /\{\w+\}/).map(\.output))
  }
}

/// A language in which the annex can be written.
public enum AnnexLanguage: String, CaseIterable, Sendable {
  case dutch = "nl"
  case english = "en"

  /// All wording of the annex in this language.
  func text(_ phrase: AnnexPhrase) -> String {
    switch self {
    case .dutch: phrase.dutch
    case .english: phrase.english
    }
  }

  /// A phrase with its `{placeholders}` filled in; those in a name that is filled in stay.
  func text(_ phrase: AnnexPhrase, _ values: KeyValuePairs<String, String>) -> String {
    text(phrase).replacing(/\{(\w+)\}/) { place in
      values.first { $0.key == place.output.1 }?.value ?? String(place.output.0)
    }
  }

  /// The heading of a table's column.
  func column(_ name: ColumnName) -> String {
    ColumnName.headings[name].map(text) ?? name.text.replacing("_", with: " ")
  }
}

extension AnnexPhrase {
  static let title = AnnexPhrase(
    "Gebruik en kosten van Wmo-voorzieningen", "Use and cost of social support (Wmo)")
  static let notice = AnnexPhrase("Intern – niet voor publicatie", "Internal – not for publication")
  static let skip = AnnexPhrase("Naar de inhoud", "Skip to content")
  static let contents = AnnexPhrase("Inhoud", "Contents")
  static let facts = AnnexPhrase("Over deze bijlage", "About this annex")
  static let made = AnnexPhrase(
    "Gemaakt met wmo-etl {version} uit run {run}. {period}.",
    "Made with wmo-etl {version} from run {run}. {period}.")
  static let period = AnnexPhrase("Periode", "Period")
  static let noPeriod = AnnexPhrase(
    "geen: er zijn geen goedgekeurde regels", "none: there are no accepted lines")
  static let basis = AnnexPhrase("Datum die telt", "Date that counts")
  static let basisService = AnnexPhrase("begindatum van de prestatie", "first day of the service")
  static let basisDeclaration = AnnexPhrase(
    "dagtekening van de declaratie", "date of the declaration")
  static let run = AnnexPhrase("Run", "Run")
  static let dataDate = AnnexPhrase("Stand van de gegevens", "State of the data")
  static let dataThrough = AnnexPhrase(
    "declaraties tot en met {month}", "declarations up to and including {month}")
  static let noData = AnnexPhrase("geen declaraties", "no declarations")
  static let unnamedMunicipality = AnnexPhrase("gemeente niet opgegeven", "municipality not given")
  static let subtitle = AnnexPhrase("Bijlage met tabellen, {period}", "Annex with tables, {period}")
  static let wholeMunicipality = AnnexPhrase("hele gemeente", "whole municipality")
  static let table = AnnexPhrase("Tabel {number}.", "Table {number}.")
  static let figure = AnnexPhrase("Figuur {number}.", "Figure {number}.")
  static let inTable = AnnexPhrase(
    "De cijfers staan in tabel {number}.", "The figures are in table {number}.")
  static let total = AnnexPhrase("Totaal", "Total")
  static let unknown = AnnexPhrase("onbekend", "unknown")
  static let yes = AnnexPhrase("ja", "yes")
  static let no = AnnexPhrase("nee", "no")
}

extension ColumnName {
  /// The headings of columns in the annex; a section's table may have others.
  static let headings: [ColumnName: AnnexPhrase] = [
    .description: AnnexPhrase("Product", "Product"),
    .indications: AnnexPhrase("Gefactureerde indicaties", "Invoiced indications"),
    .clients: AnnexPhrase("Cliënten", "Clients"),
    .providers: AnnexPhrase("Aanbieders", "Providers"),
    .amount: AnnexPhrase("Gefactureerd bedrag", "Invoiced amount"),
    .amountPerClient: AnnexPhrase("Bedrag per cliënt", "Amount per client"),
    .recipient: AnnexPhrase("Ontvanger", "Recipient"),
    .share: AnnexPhrase("Aandeel", "Share"),
    .kind: AnnexPhrase("Soort voorziening", "Kind of provision"),
    .month: AnnexPhrase("Maand", "Month"),
    .present: AnnexPhrase("Aanwezig", "Present"),
    .inflow: AnnexPhrase("Instroom", "Inflow"),
    .outflow: AnnexPhrase("Uitstroom", "Outflow"),
    .district: AnnexPhrase("Gebied", "District"),
    .inhabitants: AnnexPhrase("Inwoners", "Inhabitants"),
    .clientsPerThousand: AnnexPhrase(
      "Cliënten per 1.000 inwoners", "Clients per 1,000 inhabitants"),
    .amountPerInhabitant: AnnexPhrase("Bedrag per inwoner", "Amount per inhabitant"),
    .combination: AnnexPhrase("Combinatie", "Combination"),
    .simultaneous: AnnexPhrase("Gelijktijdig", "At the same time"),
    .groupCount: AnnexPhrase("Aantal soorten", "Number of kinds"),
    .from: AnnexPhrase("Eerst", "First"),
    .to: AnnexPhrase("Daarna", "Then"),
    .clientsFrom: AnnexPhrase("Cliënten met de eerste", "Clients with the first"),
    .followed: AnnexPhrase("Gevolgd", "Followed"),
    .startedTogether: AnnexPhrase("Zelfde maand gestart", "Started in the same month"),
    .largestShare: AnnexPhrase("CR1", "CR1"),
    .threeLargestShare: AnnexPhrase("CR3", "CR3"),
    .hhi: AnnexPhrase("HHI", "HHI"),
    .effectiveNumber: AnnexPhrase("Effectief aantal", "Effective number"),
    .threeLargestClients: AnnexPhrase(
      "Cliënten bij de drie grootste", "Clients with the three largest"),
    .concern: AnnexPhrase("Aanbieder", "Provider"),
    .rank: AnnexPhrase("Rang", "Rank"),
    .clientShare: AnnexPhrase("Aandeel cliënten", "Share of clients"),
    .productGroup: AnnexPhrase("Soort voorziening", "Kind of provision"),
    .rule: AnnexPhrase("Controle", "Check"),
    .ruleTitle: AnnexPhrase("Bevinding", "Finding"),
    .isAssessed: AnnexPhrase("Beoordeeld", "Assessed"),
    .lines: AnnexPhrase("Regels", "Lines"),
    .denominator: AnnexPhrase("Van de regels", "Of lines"),
    .serviceMonth: AnnexPhrase("Prestatiemaand", "Service month"),
    .delay: AnnexPhrase("Vertraging", "Delay"),
    .months: AnnexPhrase("Maanden waarop het berust", "Months that it rests on"),
    .declared: AnnexPhrase("Gedeclareerd", "Declared"),
    .developed: AnnexPhrase("Deel gedeclareerd", "Share declared"),
    .expected: AnnexPhrase("Verwacht", "Expected"),
    .stillToCome: AnnexPhrase("Nog te verwachten", "Still to come"),
    .standardError: AnnexPhrase("Standaardfout", "Standard error"),
    .monthsBack: AnnexPhrase("Hoe lang geleden", "How long ago"),
    .lastMonth: AnnexPhrase("Met declaraties tot en met", "With declarations through"),
    .arrived: AnnexPhrase("Gekomen", "Arrived"),
    .difference: AnnexPhrase("Verschil", "Difference"),
    .withinTwo: AnnexPhrase("Binnen twee standaardfouten", "Within two standard errors"),
    .amountBefore: AnnexPhrase("Bedrag eerder", "Amount before"),
    .mixEffect: AnnexPhrase("Mix", "Mix"),
    .volumeEffect: AnnexPhrase("Volume", "Volume"),
    .priceEffect: AnnexPhrase("Prijs", "Price"),
    .begun: AnnexPhrase("Nieuw", "New"),
    .ended: AnnexPhrase("Beëindigd", "Ended"),
    .path: AnnexPhrase("Traject", "Path"),
    .steps: AnnexPhrase("Stappen", "Steps"),
    .fromStart: AnnexPhrase("Al bij het begin", "From the start"),
    .withoutAge: AnnexPhrase("Zonder leeftijd", "Without age"),
    .crudeRate: AnnexPhrase("Per 1.000, zonder correctie", "Per 1,000, not adjusted"),
    .directRate: AnnexPhrase("Per 1.000, gecorrigeerd", "Per 1,000, adjusted"),
    .directFrom: AnnexPhrase("Ondergrens", "Lower limit"),
    .directTo: AnnexPhrase("Bovengrens", "Upper limit"),
    .indirectRate: AnnexPhrase("Indirect gecorrigeerd", "Indirectly adjusted"),
    .allocations: AnnexPhrase("Toewijzingen", "Allocations"),
    .started: AnnexPhrase("Gestart", "Started"),
    .inForce: AnnexPhrase("Lopend", "In force"),
    .deleted: AnnexPhrase("Verwijderd", "Deleted"),
    .endReason: AnnexPhrase("Code", "Code"),
    .endReasonLabel: AnnexPhrase("Reden", "Reason"),
    .unit: AnnexPhrase("Eenheid", "Unit"),
    .withDeclaration: AnnexPhrase("Met declaratie", "With a declaration"),
    .withoutDeclaration: AnnexPhrase("Zonder declaratie", "Without a declaration"),
    .allocatedVolume: AnnexPhrase("Toegewezen", "Allocated"),
    .deliveryForm: AnnexPhrase("Leveringsvorm", "Form of delivery"),
    .budgetGranted: AnnexPhrase("Toegekend pgb", "Budget granted"),
    .budgetSpent: AnnexPhrase("Besteed pgb", "Budget spent"),
    .lot: AnnexPhrase("Perceel", "Lot"),
    .contractForm: AnnexPhrase("Contractvorm", "Form of contract"),
    .funding: AnnexPhrase("Bekostiging", "Funding"),
    .contracts: AnnexPhrase("Contracten", "Contracts"),
    .mainContractors: AnnexPhrase("Hoofdaannemers", "Main contractors"),
    .subcontractors: AnnexPhrase("Onderaannemers", "Subcontractors"),
    .members: AnnexPhrase("Leden", "Members"),
    .ceiling: AnnexPhrase("Plafond", "Ceiling"),
    .activeParties: AnnexPhrase("Met gebruik", "With use"),
    .shareOfLargest: AnnexPhrase("Aandeel van de grootste", "Share of the largest"),
    .amountWithoutContract: AnnexPhrase("Bedrag zonder contract", "Amount without a contract"),
    .year: AnnexPhrase("Jaar", "Year"),
    .isWhole: AnnexPhrase("Volledig", "Whole"),
    .entrants: AnnexPhrase("Toetreders", "Entrants"),
    .leavers: AnnexPhrase("Uittreders", "Leavers"),
    .stayers: AnnexPhrase("Blijvers", "Stayers"),
    .entrantClients: AnnexPhrase("Cliënten van toetreders", "Clients of entrants"),
    .leaverClients: AnnexPhrase("Cliënten van uittreders", "Clients of leavers"),
    .entrantAmount: AnnexPhrase("Bedrag van toetreders", "Amount of entrants"),
    .leaverAmount: AnnexPhrase("Bedrag van uittreders", "Amount of leavers"),
    .entrantShare: AnnexPhrase("Aandeel van toetreders", "Share of entrants"),
    .moment: AnnexPhrase("Moment", "Moment"),
    .withOneClient: AnnexPhrase("Aanbieders met één cliënt", "Providers with one client"),
    .shareWithOneClient: AnnexPhrase("Aandeel met één cliënt", "Share with one client"),
    .withOneProvider: AnnexPhrase("Cliënten met één aanbieder", "Clients with one provider"),
    .shareWithOneProvider: AnnexPhrase("Aandeel met één aanbieder", "Share with one provider"),
    .providersPerClient: AnnexPhrase("Aanbieders per cliënt", "Providers per client"),
    .contractParties: AnnexPhrase("Contractpartijen", "Parties under contract"),
    .withOther: AnnexPhrase("Ook bij een ander", "With another as well"),
    .withoutOther: AnnexPhrase("Alleen bij deze", "With this one alone"),
    .groups: AnnexPhrase("Soorten voorziening", "Kinds of provision"),
    .groupsWithoutOther: AnnexPhrase("Waarvan zonder ander", "Of which without another"),
    .groupsWithOneOther: AnnexPhrase("Waarvan met één ander", "Of which with one other"),
    .districts: AnnexPhrase("Gebieden × soorten", "Districts × kinds"),
    .districtsWithoutOther: AnnexPhrase("Gebieden zonder ander", "Districts without another"),
    .districtsWithOneOther: AnnexPhrase("Gebieden met één ander", "Districts with one other"),
    .inBoth: AnnexPhrase("In beide maanden", "In both months"),
    .municipality: AnnexPhrase("Gemeente", "Municipality"),
    .function: AnnexPhrase("Functie", "Function"),
    .perThousand: AnnexPhrase("Per 1.000 inwoners", "Per 1,000 inhabitants"),
    .also: AnnexPhrase("Ook andere", "Others as well"),
    .provisional: AnnexPhrase("Voorlopig", "Provisional"),
    .definitive: AnnexPhrase("Definitief", "Definitive"),
    .ownIndex: AnnexPhrase("Eigen", "Own"),
    .correction: AnnexPhrase("Correctie", "Correction"),
    .appliedIndex: AnnexPhrase("Toegepast", "Applied"),
    .budget: AnnexPhrase("Budget", "Budget"),
    .order: AnnexPhrase("Volgorde", "Order"),
    .sort: AnnexPhrase("Soort", "Sort"),
    .percentage: AnnexPhrase("Percentage", "Percentage"),
    .budgetLine: AnnexPhrase("Regel", "Line"),
    .originalBudget: AnnexPhrase("Primitief", "Original"),
    .currentBudget: AnnexPhrase("Actueel", "Current"),
    .target: AnnexPhrase("Taakstelling", "Target"),
    .realised: AnnexPhrase("Gerealiseerd", "Realised"),
    .committed: AnnexPhrase("Verplicht", "Committed"),
    .outcome: AnnexPhrase("Prognose", "Forecast"),
    .deviation: AnnexPhrase("Afwijking", "Deviation"),
    .direction: AnnexPhrase("Nadelig of voordelig", "Over or under"),
    .usedUp: AnnexPhrase("Uitputting", "Used up"),
    .monthReached: AnnexPhrase("Bereikt in", "Reached in"),
    .signal: AnnexPhrase("Signaal", "Signal"),
    .granted: AnnexPhrase("Verleend", "Granted"),
    .advance: AnnexPhrase("Voorschot", "Advance"),
    .costs: AnnexPhrase("Kosten", "Costs"),
    .result: AnnexPhrase("Resultaat", "Result"),
    .openingReserve: AnnexPhrase("Reserve begin", "Opening reserve"),
    .reserveChange: AnnexPhrase("Mutatie", "Change"),
    .closingReserve: AnnexPhrase("Reserve eind", "Closing reserve"),
    .maximumReserve: AnnexPhrase("Maximum van de reserve", "Maximum of the reserve"),
    .aboveMaximum: AnnexPhrase("Boven het maximum", "Above the maximum"),
    .declarations: AnnexPhrase("Declaraties", "Declarations"),
    .subsidies: AnnexPhrase("Subsidies", "Subsidies"),
    .pricePerUnit: AnnexPhrase("Prijs per eenheid", "Price per unit"),
    .amountIndex: AnnexPhrase("Index van het bedrag", "Index of the amount"),
    .clientIndex: AnnexPhrase("Index van de cliënten", "Index of clients"),
    .constantAmount: AnnexPhrase("Bedrag in vaste prijzen", "Amount at constant prices"),
    .constantIndex: AnnexPhrase("Index in vaste prijzen", "Index at constant prices"),
    .paidByMunicipality: AnnexPhrase("Betaalt de gemeente meer", "More for the municipality"),
    .carriedByProviders: AnnexPhrase("Dragen de aanbieders", "Carried by providers"),
    .spreadOverMonths: AnnexPhrase("Spreiding over maanden", "Spread over months"),
    .spreadOverDistricts: AnnexPhrase("Spreiding over gebieden", "Spread over districts"),
    .weight: AnnexPhrase("Gewicht", "Weight"),
    .perInhabitant: AnnexPhrase("Budget per inwoner", "Budget per inhabitant"),
    .lowestRate: AnnexPhrase("Laagste tarief", "Lowest rate"),
    .median: AnnexPhrase("Mediaan", "Median"),
    .weightedRate: AnnexPhrase("Gewogen tarief", "Weighted rate"),
    .highestRate: AnnexPhrase("Hoogste tarief", "Highest rate"),
    .contractRate: AnnexPhrase("Contracttarief", "Contract rate"),
    .aboveContract: AnnexPhrase("Boven het contract", "Above the contract"),
  ]
}
