extension AnnexPhrase {
  var english: String {
    switch self {
    case .title: "Use and cost of social support (Wmo)"
    case .notice: "Internal – not for publication"
    case .skip: "Skip to content"
    case .contents: "Contents"
    case .facts: "About this annex"
    case .made: "Made with wmo-etl {version} from run {run}. {period}."
    case .period: "Period"
    case .noPeriod: "none: there are no accepted lines"
    case .basis: "Date that counts"
    case .basisService: "first day of the service"
    case .basisDeclaration: "date of the declaration"
    case .run: "Run"
    case .dataDate: "State of the data"
    case .dataThrough: "declarations up to and including {month}"
    case .noData: "no declarations"
    case .version: "Version"
    case .unnamedMunicipality: "municipality not given"
    case .subtitle: "Annex with tables, {period}"
    case .wholeMunicipality: "whole municipality"
    case .table: "Table {number}."
    case .figure: "Figure {number}."
    case .inTable: "The figures are in table {number}."
    case .total: "Total"
    case .unknown: "unknown"
    case .yes: "yes"
    case .no: "no"
    case .firstOf: "The {shown} largest of {all} rows; all of them are in {file}."
    case .brief: "In brief"
    case .briefUse:
      "{clients} clients used a provision that was invoiced in the period. Together that cost "
        + "{amount}, on average {perClient} per client."
    case .briefMonths:
      "The amount invoiced per month went from {firstAmount} in {firstMonth} to {lastAmount} in "
        + "{lastMonth}, the number of clients from {firstClients} to {lastClients}."
    case .briefGroups:
      "{share} of the clients used one kind of provision; the most frequent combination was "
        + "{combination} ({combinationShare})."
    case .briefDistrict:
      "{district} has the most clients for its size: {rate} per 1,000 inhabitants, against "
        + "{whole} in the whole municipality."
    case .briefConcentration:
      "Of the five products with the highest amounts, {product} is the most concentrated: "
        + "{share} of the amount went to the three largest providers."
    case .briefSpending:
      "Of all spending, subsidies included, {share} went to {kind}: {amount}."
    case .briefNothing: "There are no figures for the period."
    case .use: "Use and cost"
    case .useNote:
      "Amounts are in whole euros, each rounded on its own from exact cents. Rows may differ by "
        + "a euro from their total."
    case .freeTable: "Freely accessible provisions (VIV): invoiced use and amount per product"
    case .tailoredTable: "Tailored provisions (maatwerk): invoiced use and amount per product"
    case .generalTable: "Invoiced general provisions: use and amount per product"
    case .subsidyTable: "Subsidies for general provisions, {years}"
    case .spendingTable: "Spending per kind of provision"
    case .spendingFigure: "Shares of spending per kind of provision"
    case .spendingDescription: "One bar, divided into {parts}."
    case .general: "General provisions"
    case .tailored: "Tailored provisions"
    case .free: "Freely accessible provisions"
    case .kindTable: "Invoiced use and amount per kind of provision"
    case .tableTotal: "All provisions"
    case .distinctNote:
      "Counts are distinct within their row. The total is counted again and may be smaller than "
        + "the sum of the rows."
    case .months: "Months"
    case .monthsNote:
      "The months do not depend on the period above: they run from the first to the last month "
        + "with declarations."
    case .monthTable: "Use, inflow, outflow and amount per month"
    case .amountFigure: "Amount invoiced per month"
    case .clientFigure: "Clients with an invoiced provision per month"
    case .flowFigure: "Inflow and outflow of clients per month"
    case .lineDescription: "A line from {first} in {firstMonth} to {last} in {lastMonth}."
    case .flowDescription:
      "Two lines. Inflow from {firstIn} in {firstMonth} to {lastIn} in {lastMonth}; outflow from "
        + "{firstOut} to {lastOut}."
    case .inflow: "Inflow"
    case .outflow: "Outflow"
    case .firstMonthLeftOut:
      "The first month is left out: its inflow holds those who were clients before, too."
    case .districts: "Districts"
    case .districtTable: "Clients and amount per district"
    case .districtRateFigure: "Clients per 1,000 inhabitants, by district"
    case .districtCostFigure: "Amount invoiced per inhabitant, by district"
    case .barDescription: "Bars: {parts}."
    case .combinations: "Combinations and sequences"
    case .combinationTable: "Combinations of kinds of provisions"
    case .combinationFigure: "The most frequent combinations, share of clients"
    case .groupTable: "Number of kinds of provisions per client"
    case .sequenceTable: "Kinds of provisions that followed each other"
    case .providers: "Providers and concentration"
    case .providersNote:
      "CR3 is the share of the three largest providers. The HHI runs from nearly 0 (many small "
        + "providers) to 10,000 (a single one). Providers of one concern count as one."
    case .concentrationTable: "Concentration per market"
    case .largestTable: "The three largest providers per product"
    case .marketFigure: "Amount by provider in the five largest markets"
    case .marketDescription: "A bar per product: {parts}."
    case .rankFirst: "Largest"
    case .rankSecond: "Second"
    case .rankThird: "Third"
    case .rankOther: "Others"
    case .ages: "Ages"
    case .ageTable: "Clients per kind of provision and age"
    case .ageFigure: "Age of clients per kind of provision"
    case .ageDescription: "A bar per kind of provision. All clients: {parts}."
    case .accounting: "Accounting"
    case .accountingNote:
      "From the lines read to the tables every step balances exactly; otherwise nothing would "
        + "have been published."
    case .ladderTable: "From lines read to the amount in the period"
    case .step: "Step"
    case .lines: "Lines"
    case .amount: "Amount"
    case .rejectTable: "Rejected lines per check"
    case .rule: "Check"
    case .meaning: "Meaning"
    case .noRejects: "No line was rejected."
    case .findingsTable: "Findings on accepted lines"
    case .findingsNote:
      "Lines with a finding count in all tables. A check without figures could not be assessed."
    case .noFindings: "No checks were made on accepted lines."
    case .bytesRead:
      "Read: {bytes} bytes of declarations. All files together: {fileBytes} bytes and {lines} lines, "
        + "of which {inner} go on inside a value."
    case .warnings: "Warnings"
    case .seeWarnings: "These figures come with warnings; see the account."
    case .records: "Lines in the files"
    case .headerLines: "of which headers"
    case .blankLines: "of which blank"
    case .rejected: "of which rejected"
    case .accepted: "Accepted declaration lines"
    case .debit: "of which debit"
    case .credit: "of which credit"
    case .net: "Net of the accepted lines"
    case .insideWindow: "of which in the period"
    case .outsideWindow: "of which outside the period"
    case .counting: "How we count"
    case .countingNote:
      "The same rules, in Dutch, stand beside the exact figures in report.json. The tables to "
        + "which a rule applies stand in brackets."
    case .sharedRules: "Rules for several tables"
    case .card: "Counting card"
    case .cardBasis: "Date that counts"
    case .cardWindow: "Period"
    case .cardClient: "Client"
    case .cardLeftOut: "Left out"
    case .cardImmature: "Provisional months"
    case .cardData: "State of the data"
    case .cardRun: "Run"
    case .cardSource: "Source"
    case .yearsBasis: "year of the subsidy"
    case .noClient: "does not apply"
    case .clientInWindow: "distinct client_id with a net amount other than zero in the period"
    case .clientInMonth: "distinct client_id with a net amount other than zero in the month"
    case .clientInSequence: "distinct client_id with an active month in the sequence period"
    case .leftOut: "{rejected} rejected lines; {outside} lines outside the period"
    case .leftOutMonths: "{rejected} rejected lines"
    case .leftOutBelowZero:
      "{rejected} rejected lines; {outside} lines outside the period; concerns below zero"
    case .leftOutNothing: "subsidies of other years"
    case .immatureNone: "none marked; declarations that arrive later are missing"
    case .immatureMonths: "inflow of {first}; outflow of {from} up to and including {to}"
    case .immatureFirst: "inflow of {first}"
    case .allMonths: "{from} up to and including {to}, all accepted lines"
    case .sequenceWindow: "{from} up to and including {to} (period for sequences)"
    case .fromData: "{period}; not declared, taken from the data"
    case .wholeYears: "whole calendar years: {years}"
    }
  }

  static let englishColumns = [
    "omschrijving": "Product", "indicaties": "Invoiced indications", "clienten": "Clients",
    "aanbieders": "Providers", "bedrag": "Invoiced amount",
    "bedrag_per_client": "Amount per client", "ontvanger_naam": "Recipient",
    "aandeel": "Share", "voorzieningsoort": "Kind of provision", "maand": "Month",
    "aanwezig": "Present", "instroom": "Inflow", "uitstroom": "Outflow",
    "gebied": "District", "inwoners": "Inhabitants",
    "clienten_per_1000": "Clients per 1,000 inhabitants",
    "bedrag_per_inwoner": "Amount per inhabitant", "combinatie": "Combination",
    "gelijktijdig": "At the same time", "aantal_groepen": "Number of kinds", "van": "First",
    "naar": "Then", "clienten_van": "Clients with the first", "gevolgd": "Followed",
    "gelijktijdig_gestart": "Started in the same month", "cr1": "CR1", "cr3": "CR3",
    "hhi": "HHI", "effectief_aantal": "Effective number",
    "clienten_cr3": "Clients with the three largest", "concern": "Provider", "rang": "Rank",
    "aandeel_clienten": "Share of clients", "product_groep": "Kind of provision",
    "regelcode": "Check", "titel": "Finding", "beoordeeld": "Assessed", "regels": "Lines",
    "noemer": "Of lines", "subsidie": "Subsidy",
  ]
}
