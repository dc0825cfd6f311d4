extension AnnexPhrase {
  static let years = AnnexPhrase("Jaar op jaar", "Year by year")
  static let noYears = AnnexPhrase(
    "Er zijn geen declaraties en geen subsidies om jaren van te vergelijken.",
    "There are no declarations and no subsidies of which years could be compared.")
  static let noWholeYear = AnnexPhrase(
    "Van geen enkel jaar zijn alle maanden gedeclareerd. Daarom zijn er geen indexcijfers.",
    "Of no year all months were declared. So there are no indices.")
  static let singleYear = AnnexPhrase(
    "In {year} was het bedrag {amount}, subsidies meegerekend. Er is geen ander volledig basisjaar om dat "
      + "mee te vergelijken.",
    "In {year} the amount was {amount}, subsidies included. There is no other whole base year to compare "
      + "that with.")
  static let yearAmounts = AnnexPhrase(
    "In {last} was het bedrag {after}, subsidies meegerekend, tegen {before} in {base}: {change}. Het "
      + "ging om {clients}, tegen {clientsBefore}.",
    "In {last} the amount was {after}, subsidies included, against {before} in {base}: {change}. It "
      + "was for {clients}, against {clientsBefore}.")
  static let subsidiesOfOneYear = AnnexPhrase(
    "Van {year} zijn geen subsidies bekend; declaraties alleen gingen van {before} naar {after}.",
    "No subsidies of {year} are known; declarations alone went from {before} to {after}.")
  static let yearPrices = AnnexPhrase(
    "Volgens de indexcijfers zijn de prijzen van {base} tot {last} veranderd: {prices}. In prijzen "
      + "van {base} is het bedrag van {last} {change}.",
    "By the indices, prices changed from {base} to {last}: {prices}. At prices of {base}, the amount "
      + "of {last} is {change}.")
  static let noPrices = AnnexPhrase(
    "Welk deel daarvan van prijzen komt, is niet bekend: niet voor elk jaar van {base} tot {last} is "
      + "er een indexcijfer.",
    "Which part of it comes from prices is not known: there is not an index for every year from "
      + "{base} to {last}.")
  static let percentMore = AnnexPhrase("{percent} meer", "{percent} more")
  static let percentLess = AnnexPhrase("{percent} minder", "{percent} less")
  static let asMuch = AnnexPhrase("evenveel", "as much")
  static let yearTable = AnnexPhrase("Gebruik en kosten per jaar", "Use and costs per year")
  static let amountOfYear = AnnexPhrase("Bedrag", "Amount")
  static let yearNote = AnnexPhrase(
    "Bedrag is declaraties en subsidies samen; het bedrag per cliënt is dat van declaraties. Wie in "
      + "meer jaren gebruik had, telt in elk ervan.",
    "The amount is declarations and subsidies together; the amount per client is that of "
      + "declarations. Those with use in several years count in each of them.")
  static let yearFigure = AnnexPhrase(
    "Bedrag, cliënten en prijzen per volledig jaar ({base} = 100)",
    "Amount, clients and prices per whole year ({base} = 100)")
  static let indexLine = AnnexPhrase(
    "{name} van {first} naar {last}", "{name} from {first} to {last}")
  static let indexDescription = AnnexPhrase(
    "Lijnen van {first} tot {last}. {parts}.", "Lines from {first} to {last}. {parts}.")
  static let indexOfAmount = AnnexPhrase("Bedrag", "Amount")
  static let indexOfClients = AnnexPhrase("Cliënten", "Clients")
  static let indexOfPrices = AnnexPhrase("Prijzen", "Prices")
  static let amountConstant = AnnexPhrase("Bedrag in vaste prijzen", "Amount at constant prices")
  static let indexConstant = AnnexPhrase("Daarvan de index", "Its index")
  static let yearIndexTable = AnnexPhrase(
    "Bedrag, cliënten en prijzen als indexcijfers ({base} = 100)",
    "Amount, clients and prices as indices ({base} = 100)")
  static let yearIndexNote = AnnexPhrase(
    "Prijzen volgt uit de toegepaste indexcijfers. Het bedrag in vaste prijzen is het bedrag zonder "
      + "die stijging.",
    "Prices follows from the indices that were applied. The amount at constant prices is the amount "
      + "without that rise.")
  static let yearGroupTable = AnnexPhrase(
    "Kosten, cliënten en prijs per soort voorziening, {base} en {last}",
    "Costs, clients and price per kind of provision, {base} and {last}")
  static let amountIn = AnnexPhrase("Bedrag in {year}", "Amount in {year}")
  static let priceIn = AnnexPhrase("Prijs in {year}", "Price in {year}")
  static let yearGroupNote = AnnexPhrase(
    "Bedrag en cliënten in het midden zijn indexcijfers van het tweede jaar (eerste jaar = 100). De "
      + "prijs is die per eenheid, en staat er alleen waar alles in één eenheid is gedeclareerd.",
    "Amount and clients in the middle are indices of the second year (first year = 100). The price "
      + "is that per unit, and stands only where all was declared in one unit.")
}
