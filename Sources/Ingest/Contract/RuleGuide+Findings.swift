extension RuleGuide {
  /// The rules of level `bevinding` that look at one line, by code.
  static let findings: [String: RuleGuide] = [
    "R201": RuleGuide(
      "De productperiode begint voordat de toewijzing ingaat.",
      columns: ["product_periode_begindatum", "toewijzingen.ingangsdatum"],
      example: "Hulp vanaf 1 maart op een toewijzing die 2 maart ingaat.",
      advice: "Betaal alleen wat binnen de toewijzing valt; laat de periode herstellen."),
    "R202": RuleGuide(
      "De productperiode eindigt na de einddatum van de toewijzing.",
      columns: ["product_periode_einddatum", "toewijzingen.einddatum"],
      example: "Hulp tot en met 31 maart op een toewijzing die 30 maart eindigt.",
      advice: "Betaal alleen wat binnen de toewijzing valt, of verleng de toewijzing."),
    "R203": RuleGuide(
      "De productcategorie is een andere dan die van de toewijzing.",
      columns: ["product_categorie", "toewijzingen.product_categorie"],
      example: "Begeleiding (02) op een toewijzing voor hulp bij het huishouden (01).",
      advice: "Keur de regel af of herstel de toewijzing."),
    "R204": RuleGuide(
      "Het product is een ander dan de toewijzing noemt.",
      columns: ["product_code", "toewijzingen.product_code"],
      example: "Een zwaarder product dan is toegewezen.",
      advice: "Keur de regel af of wijzig de toewijzing."),
    "R205": RuleGuide(
      "De eenheid past niet bij die van de toewijzing. Minuten op een toewijzing in uren passen, "
        + "uren op een toewijzing in minuten niet.",
      columns: ["eenheid", "toewijzingen.eenheid"],
      example: "Etmalen op een toewijzing in uren.",
      advice: "Laat de aanbieder in de toegewezen eenheid declareren."),
    "R206": RuleGuide(
      "De aanbieder is een andere dan die van de toewijzing.",
      columns: ["aanbieder_agb", "toewijzingen.aanbieder_agb"],
      example: "Een zusterorganisatie die onder eigen AGB-code declareert.",
      advice: "Ga na wie heeft geleverd; wijs opnieuw toe of keur af."),
    "R207": RuleGuide(
      "Het volume van één debetregel is meer dan haar productperiode toelaat.",
      columns: [
        "geleverd_volume", "eenheid", "product_periode_begindatum", "product_periode_einddatum",
        "toewijzingen.volume", "toewijzingen.eenheid", "toewijzingen.frequentie",
        "toewijzingen.ingangsdatum", "toewijzingen.einddatum",
      ],
      example: "Drie uur per week, en zestien uur van 1 tot en met 31 maart 2023: vijf weken "
        + "laten vijftien uur toe.",
      advice: "Betaal het toegestane deel, of wijs meer toe."),
    "R210": RuleGuide(
      "Het tarief is niet het contracttarief op de eerste dag van de productperiode. Het tarief "
        + "van de aanbieder gaat voor het algemene, dan het latere, dan dat voor de eenheid, dan "
        + "het hogere. Zonder tarieven.csv of zonder passend tarief wordt niet beoordeeld.",
      columns: [
        "product_tarief", "product_code", "aanbieder_agb", "eenheid",
        "product_periode_begindatum", "tarieven.tarief", "tarieven.eenheid",
        "tarieven.geldig_vanaf", "tarieven.geldig_tot",
      ],
      example: "Het tarief van dit jaar op een prestatie van vorig jaar.",
      advice: "Betaal het contracttarief; controleer de geldigheid in tarieven.csv."),
    "R211": RuleGuide(
      "Bedrag en volume maal tarief verschillen meer dan een cent. Bij minuten op een toewijzing "
        + "in uren mag het bedrag ook het uurtarief maal minuten gedeeld door zestig zijn.",
      columns: [
        "ingediend_bedrag", "geleverd_volume", "product_tarief", "eenheid", "tarieven.tarief",
      ],
      example: "Twee uur van 31,00 voor 62,02.",
      advice: "Laat de aanbieder het bedrag herstellen."),
    "R215": RuleGuide(
      "De productperiode eindigde meer dan vijf kalenderjaren voor de dagtekening; 29 februari "
        + "telt als 1 maart.",
      columns: ["product_periode_einddatum", "declaratie_dagtekening"],
      example: "Geleverd tot en met 28 februari 2012, gedeclareerd op 1 maart 2017.",
      advice: "De vordering is verjaard: keur de regel af."),
    "R216": RuleGuide(
      "De productperiode begint na de overlijdensdatum van de cliënt.",
      columns: ["product_periode_begindatum", "clienten.overlijdensdatum"],
      example: "Hulp vanaf de dag na het overlijden.",
      advice: "Vorder terug en beëindig de toewijzing."),
    "R217": RuleGuide(
      "De dagtekening ligt voor het begin van de productperiode.",
      columns: ["declaratie_dagtekening", "product_periode_begindatum"],
      example: "Op 31 maart gedeclareerde hulp van april.",
      advice: "Keur de regel af; er wordt na levering betaald."),
    "R218": RuleGuide(
      "De cliënt staat niet in clienten.csv; beoordeeld als dat bestand er is.",
      columns: ["client_id", "clienten.client_id"],
      example: "Een cliënt die sinds de export is verhuisd.",
      advice: "Vul clienten.csv aan; de cliënt telt nu onder onbekend."),
    "R219": RuleGuide(
      "Het concern van de regel staat in de periode onder nul in ten minste één van zijn drie "
        + "markten van concentratie: product, voorzieningsoort of alles.",
      columns: ["ingediend_bedrag", "product_code", "aanbieder_agb", "aanbieders.concern"],
      example: "Een aanbieder die in de periode alleen crediteert.",
      advice: "Ga na waarom; het concern blijft buiten de tabel concentratie."),
  ]

  /// The rules of level `bevinding` that look at lines together, by code.
  static let orders: [String: RuleGuide] = [
    "R208": RuleGuide(
      "Het opgetelde volume is meer dan de toewijzing in haar periode toelaat: per maand, vier "
        + "weken, jaar of in totaal. Een productperiode over meer eenheden wordt naar dagen "
        + "verdeeld; credits geven weer ruimte.",
      columns: [
        "geleverd_volume", "eenheid", "product_periode_begindatum", "product_periode_einddatum",
        "declaratie_dagtekening", "toewijzingen.volume", "toewijzingen.eenheid",
        "toewijzingen.frequentie", "toewijzingen.ingangsdatum", "toewijzingen.einddatum",
      ],
      example: "Tien uur per maand, en twee declaraties van zes uur over januari.",
      advice: "Betaal tot het toegestane volume; vraag de aanbieder te crediteren."),
    "R209": RuleGuide(
      "Na deze debetregel is het netto bedrag op de toewijzing meer dan haar budget.",
      columns: ["ingediend_bedrag", "declaratie_dagtekening", "toewijzingen.budget"],
      example: "Een budget van 100,00 en een tweede declaratie van 60,00.",
      advice: "Betaal tot het budget, of verhoog het."),
    "R212": RuleGuide(
      "Dezelfde productperiode van een toewijzing en product is twee keer gedebiteerd, zonder "
        + "credit ertussen. Voor regels.R212.vanaf (1 april 2022) mocht dat.",
      columns: [
        "toewijzing_nummer", "product_code", "product_periode_begindatum",
        "product_periode_einddatum", "declaratie_dagtekening", "debet_credit",
      ],
      example: "Twee debetregels over januari met verschillende referentienummers.",
      advice: "Keur de latere regel af, of laat de eerste crediteren."),
    "R213": RuleGuide(
      "De credit noemt een referentienummer waarvan geen goedgekeurde debetregel van dezelfde "
        + "aanbieder bestaat.",
      columns: ["vorig_referentie_nummer", "referentie_nummer", "aanbieder_agb"],
      example: "Een credit op een regel die is afgekeurd.",
      advice: "Keur de credit af; de debetregel is niet betaald."),
    "R214": RuleGuide(
      "Met deze credit is op een debetregel meer gecrediteerd dan haar bedrag.",
      columns: ["vorig_referentie_nummer", "ingediend_bedrag", "aanbieder_agb"],
      example: "Twee volledige credits op één debetregel.",
      advice: "Keur de latere credit af."),
  ]
}
