extension AnnexPhrase {
  var dutch: String {
    switch self {
    case .title: "Gebruik en kosten van Wmo-voorzieningen"
    case .notice: "Intern – niet voor publicatie"
    case .skip: "Naar de inhoud"
    case .contents: "Inhoud"
    case .facts: "Over deze bijlage"
    case .made: "Gemaakt met wmo-etl {version} uit run {run}. {period}."
    case .period: "Periode"
    case .noPeriod: "geen: er zijn geen goedgekeurde regels"
    case .basis: "Peildatum"
    case .basisService: "begindatum van de prestatie"
    case .basisDeclaration: "dagtekening van de declaratie"
    case .run: "Run"
    case .dataDate: "Stand van de gegevens"
    case .dataThrough: "declaraties tot en met {month}"
    case .noData: "geen declaraties"
    case .version: "Versie"
    case .unnamedMunicipality: "gemeente niet opgegeven"
    case .subtitle: "Bijlage met tabellen, {period}"
    case .wholeMunicipality: "hele gemeente"
    case .table: "Tabel {number}."
    case .figure: "Figuur {number}."
    case .inTable: "De cijfers staan in tabel {number}."
    case .total: "Totaal"
    case .unknown: "onbekend"
    case .yes: "ja"
    case .no: "nee"
    case .firstOf: "De {shown} grootste van {all} rijen; alle staan in {file}."
    case .brief: "In het kort"
    case .briefUse:
      "{clients} cliënten gebruikten in de periode een voorziening die gefactureerd is. Samen "
        + "kostte dat {amount}, gemiddeld {perClient} per cliënt."
    case .briefMonths:
      "Het gefactureerde bedrag per maand ging van {firstAmount} in {firstMonth} naar "
        + "{lastAmount} in {lastMonth}, het aantal cliënten van {firstClients} naar "
        + "{lastClients}."
    case .briefGroups:
      "{share} van de cliënten gebruikte één soort voorziening; de combinatie {combination} kwam "
        + "het meest voor ({combinationShare})."
    case .briefDistrict:
      "{district} telt naar verhouding de meeste cliënten: {rate} per 1.000 inwoners, tegen "
        + "{whole} in de hele gemeente."
    case .briefConcentration:
      "Van de vijf producten met het hoogste bedrag is {product} het sterkst geconcentreerd: "
        + "{share} van het bedrag ging naar de drie grootste aanbieders."
    case .briefSpending:
      "Van alle uitgaven, subsidies meegerekend, ging {share} naar {kind}: {amount}."
    case .briefNothing: "Er zijn geen cijfers over de periode."
    case .use: "Gebruik en kosten"
    case .useNote:
      "Bedragen staan in hele euro’s, elk apart afgerond uit hele centen. Rijen kunnen daardoor "
        + "een euro van hun totaal afwijken."
    case .freeTable: "Vrij inzetbare voorzieningen: gefactureerd gebruik en bedrag per product"
    case .tailoredTable: "Maatwerkvoorzieningen: gefactureerd gebruik en bedrag per product"
    case .generalTable: "Gefactureerde algemene voorzieningen: gebruik en bedrag per product"
    case .subsidyTable: "Subsidies voor algemene voorzieningen, {years}"
    case .spendingTable: "Uitgaven per soort voorziening"
    case .spendingFigure: "Verhouding van de uitgaven per soort voorziening"
    case .spendingDescription: "Eén balk, verdeeld in {parts}."
    case .general: "Algemene voorzieningen"
    case .tailored: "Maatwerkvoorzieningen"
    case .free: "Vrij inzetbare voorzieningen"
    case .kindTable: "Gefactureerd gebruik en bedrag per soort voorziening"
    case .tableTotal: "Alle voorzieningen"
    case .distinctNote:
      "Aantallen zijn uniek binnen hun rij. Het totaal is opnieuw geteld en kan kleiner zijn dan "
        + "de som van de rijen."
    case .months: "Verloop per maand"
    case .monthsNote:
      "De maanden staan los van de periode hierboven: zij lopen van de eerste tot en met de "
        + "laatste maand met declaraties."
    case .monthTable: "Gebruik, instroom, uitstroom en bedrag per maand"
    case .amountFigure: "Gefactureerd bedrag per maand"
    case .clientFigure: "Cliënten met een gefactureerde voorziening per maand"
    case .flowFigure: "Instroom en uitstroom van cliënten per maand"
    case .lineDescription: "Een lijn van {first} in {firstMonth} naar {last} in {lastMonth}."
    case .flowDescription:
      "Twee lijnen. Instroom van {firstIn} in {firstMonth} naar {lastIn} in {lastMonth}; "
        + "uitstroom van {firstOut} naar {lastOut}."
    case .inflow: "Instroom"
    case .outflow: "Uitstroom"
    case .firstMonthLeftOut:
      "De eerste maand staat er niet in: haar instroom bevat ook wie al eerder gebruik had."
    case .districts: "Wijken"
    case .districtTable: "Cliënten en bedrag per gebied"
    case .districtRateFigure: "Cliënten per 1.000 inwoners, per gebied"
    case .districtCostFigure: "Gefactureerd bedrag per inwoner, per gebied"
    case .barDescription: "Balken: {parts}."
    case .combinations: "Combinaties en opvolging"
    case .combinationTable: "Combinaties van soorten voorzieningen"
    case .combinationFigure: "De meest gebruikte combinaties, aandeel van de cliënten"
    case .groupTable: "Aantal soorten voorzieningen per cliënt"
    case .sequenceTable: "Soorten voorzieningen die op elkaar volgden"
    case .providers: "Aanbieders en concentratie"
    case .providersNote:
      "CR3 is het aandeel van de drie grootste aanbieders. De HHI loopt van bijna 0 (veel kleine "
        + "aanbieders) tot 10.000 (één aanbieder). Aanbieders van hetzelfde concern tellen als één."
    case .concentrationTable: "Concentratie per markt"
    case .largestTable: "De drie grootste aanbieders per product"
    case .marketFigure: "Verdeling van het bedrag over aanbieders, de vijf grootste markten"
    case .marketDescription: "Een balk per product: {parts}."
    case .rankFirst: "Grootste"
    case .rankSecond: "Tweede"
    case .rankThird: "Derde"
    case .rankOther: "Overige"
    case .ages: "Leeftijd"
    case .ageTable: "Cliënten per soort voorziening en leeftijd"
    case .ageFigure: "Leeftijd van cliënten per soort voorziening"
    case .ageDescription: "Een balk per soort voorziening. Alle cliënten: {parts}."
    case .accounting: "Verantwoording"
    case .accountingNote:
      "Van de gelezen regels tot de tabellen sluit elke stap precies; anders was er niets "
        + "gepubliceerd."
    case .ladderTable: "Van gelezen regels tot bedrag in de periode"
    case .step: "Stap"
    case .lines: "Regels"
    case .amount: "Bedrag"
    case .rejectTable: "Afgekeurde regels per controle"
    case .rule: "Controle"
    case .meaning: "Betekenis"
    case .noRejects: "Geen enkele regel is afgekeurd."
    case .findingsTable: "Bevindingen bij goedgekeurde regels"
    case .findingsNote:
      "Regels met een bevinding tellen mee in alle tabellen. Een controle zonder cijfers kon niet "
        + "worden beoordeeld."
    case .noFindings: "Er zijn geen controles op goedgekeurde regels uitgevoerd."
    case .bytesRead:
      "Gelezen: {bytes} bytes met declaraties. Alle bestanden samen: {fileBytes} bytes en {lines} "
        + "regels, waarvan {inner} vervolgregels binnen een waarde."
    case .warnings: "Waarschuwingen"
    case .seeWarnings: "Bij deze cijfers horen waarschuwingen; zie de verantwoording."
    case .records: "Regels in de bestanden"
    case .headerLines: "waarvan kopregels"
    case .blankLines: "waarvan leeg"
    case .rejected: "waarvan afgekeurd"
    case .accepted: "Goedgekeurde declaratieregels"
    case .debit: "waarvan debet"
    case .credit: "waarvan credit"
    case .net: "Netto van de goedgekeurde regels"
    case .insideWindow: "waarvan in de periode"
    case .outsideWindow: "waarvan buiten de periode"
    case .counting: "Hoe wij tellen"
    case .countingNote:
      "Dezelfde regels staan bij de exacte cijfers in report.json. Tussen haakjes staat voor "
        + "welke tabellen een regel geldt."
    case .sharedRules: "Regels voor meer tabellen"
    case .card: "Telkaart"
    case .cardBasis: "Peildatum"
    case .cardWindow: "Periode"
    case .cardClient: "Cliënt"
    case .cardLeftOut: "Niet meegeteld"
    case .cardImmature: "Voorlopige maanden"
    case .cardData: "Stand van de gegevens"
    case .cardRun: "Run"
    case .cardSource: "Bron"
    case .yearsBasis: "jaar van de subsidie"
    case .noClient: "niet van toepassing"
    case .clientInWindow: "uniek client_id met een netto bedrag dat in de periode niet nul is"
    case .clientInMonth: "uniek client_id met een netto bedrag dat in de maand niet nul is"
    case .clientInSequence:
      "uniek client_id met een actieve maand in de periode voor opvolging"
    case .leftOut: "{rejected} afgekeurde regels; {outside} regels buiten de periode"
    case .leftOutMonths: "{rejected} afgekeurde regels"
    case .leftOutBelowZero:
      "{rejected} afgekeurde regels; {outside} regels buiten de periode; concerns onder nul"
    case .leftOutNothing: "subsidies van andere jaren"
    case .immatureNone: "geen aangewezen; declaraties die later binnenkomen ontbreken"
    case .immatureMonths: "instroom van {first}; uitstroom van {from} tot en met {to}"
    case .immatureFirst: "instroom van {first}"
    case .allMonths: "{from} tot en met {to}, alle goedgekeurde regels"
    case .sequenceWindow: "{from} tot en met {to} (periode voor opvolging)"
    case .fromData: "{period}; niet opgegeven, uit de gegevens"
    case .wholeYears: "hele kalenderjaren: {years}"
    }
  }

  static let dutchColumns = [
    "omschrijving": "Product", "indicaties": "Gefactureerde indicaties", "clienten": "Cliënten",
    "aanbieders": "Aanbieders", "bedrag": "Gefactureerd bedrag",
    "bedrag_per_client": "Bedrag per cliënt", "ontvanger_naam": "Ontvanger",
    "aandeel": "Aandeel", "voorzieningsoort": "Soort voorziening", "maand": "Maand",
    "aanwezig": "Aanwezig", "instroom": "Instroom", "uitstroom": "Uitstroom",
    "gebied": "Gebied", "inwoners": "Inwoners", "clienten_per_1000": "Cliënten per 1.000 inwoners",
    "bedrag_per_inwoner": "Bedrag per inwoner", "combinatie": "Combinatie",
    "gelijktijdig": "Gelijktijdig", "aantal_groepen": "Aantal soorten", "van": "Eerst",
    "naar": "Daarna", "clienten_van": "Cliënten met de eerste", "gevolgd": "Gevolgd",
    "gelijktijdig_gestart": "Zelfde maand gestart", "cr1": "CR1", "cr3": "CR3", "hhi": "HHI",
    "effectief_aantal": "Effectief aantal", "clienten_cr3": "Cliënten bij de drie grootste",
    "concern": "Aanbieder", "rang": "Rang", "aandeel_clienten": "Aandeel cliënten",
    "product_groep": "Soort voorziening", "regelcode": "Controle", "titel": "Bevinding",
    "beoordeeld": "Beoordeeld", "regels": "Regels", "noemer": "Van de regels",
    "subsidie": "Subsidie",
  ]
}
