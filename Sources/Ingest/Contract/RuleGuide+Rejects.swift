extension RuleGuide {
  /// The rules of level `afkeur`, by code.
  static let rejects: [String: RuleGuide] = [
    "R001": RuleGuide(
      "De regel is niet te lezen: een ander aantal velden dan de kop, of gebroken aanhalingstekens. "
        + "Slokt een los aanhalingsteken hele regels op, dan stopt de run.",
      columns: [],
      example: "Veertien velden onder een kop van vijftien kolommen.",
      advice: "Exporteer het bestand opnieuw; let op scheidingstekens in omschrijvingen."),
    "R002": RuleGuide(
      "Een verplicht veld is leeg.",
      columns: ["elke verplichte kolom"],
      example: "Geen toewijzing_nummer.",
      advice: "Vul het veld aan in het bronsysteem."),
    "R003": RuleGuide(
      "Een veld heeft niet de vorm van zijn type. Ook een fout van een rekenblad (#N/B, #VERW!), een "
        + "nummer dat een rekenblad als macht van tien schreef (2,01701E+11) en een stuurteken.",
      columns: ["elke kolom"],
      example: "1234.56 als bedrag in een bestand met decimale komma's.",
      advice: "Controleer het dialect in de configuratie, en anders de bron."),
    "R004": RuleGuide(
      "Een totaalregel uit een export; zo'n regel is geen prestatie. Een volledige regel waarvan het "
        + "eerste veld zo begint, is een gewone regel.",
      columns: [],
      example: "Een laatste regel die met Totaal begint.",
      advice: "Niets: de regel telt nergens mee."),
    "R005": RuleGuide(
      "Bedrag of volume is negatief terwijl er een kolom debet_credit is.",
      columns: ["geleverd_volume", "ingediend_bedrag", "debet_credit"],
      example: "C met een bedrag van -10,00.",
      advice: "Lever bedragen zonder teken aan, of laat de kolom debet_credit weg."),
    "R006": RuleGuide(
      "De productperiode eindigt voordat zij begint.",
      columns: ["product_periode_begindatum", "product_periode_einddatum"],
      example: "Van 31 maart tot en met 1 maart.",
      advice: "Laat de aanbieder de periode herstellen."),
    "R007": RuleGuide(
      "Een code staat niet in de codelijst van de iWmo-standaard.",
      columns: ["product_categorie", "eenheid"],
      example: "Eenheid 05.",
      advice: "Gebruik een code van de lijst, of meld dat de lijst verouderd is."),
    "R101": RuleGuide(
      "Er is geen toewijzing met dit nummer.",
      columns: ["toewijzing_nummer", "toewijzingen.toewijzing_nummer"],
      example: "Een declaratie op een toewijzing van een andere gemeente.",
      advice: "Vraag na of de toewijzing ontbreekt in de export; keur de regel anders af."),
    "R102": RuleGuide(
      "De cliënt is een andere dan die van de toewijzing.",
      columns: ["client_id", "toewijzingen.client_id"],
      example: "Een toewijzing van de ene partner, gedeclareerd voor de andere.",
      advice: "Keur de regel af; de aanbieder declareert op de juiste toewijzing."),
    "R103": RuleGuide(
      "De toewijzing is verwijderd (reden_wijziging 13).",
      columns: ["toewijzing_nummer", "toewijzingen.reden_wijziging"],
      example: "Een declaratie na het verwijderen van een dubbele toewijzing.",
      advice: "Keur de regel af."),
    "R104": RuleGuide(
      "De aanbieder heeft dit referentienummer al gebruikt; de eerste regel in canonieke volgorde "
        + "houdt het nummer. Zonder kolom referentie_nummer is de regel niet beoordeeld; een "
        + "waarschuwing zegt dat.",
      columns: ["referentie_nummer", "aanbieder_agb"],
      example: "Een bestand dat twee keer is ingelezen.",
      advice: "Keur de latere regel af."),
    "R105": RuleGuide(
      "De productcode staat niet in producten.csv.",
      columns: ["product_code", "producten.product_code"],
      example: "Een code die pas dit jaar is ingevoerd.",
      advice: "Werk de productenlijst bij, of keur de regel af."),
    "R106": RuleGuide(
      "De AGB-code staat niet in aanbieders.csv.",
      columns: ["aanbieder_agb", "aanbieders.aanbieder_agb"],
      example: "Een onderaannemer die zelf declareert.",
      advice: "Werk de lijst van aanbieders bij, of keur de regel af."),
  ]

  /// The rules of level `stop`, by code.
  static let stops: [String: RuleGuide] = [
    "R301": RuleGuide(
      "Van de regels met een tarief (ten minste honderd) ligt bij meer dan de helft het bedrag "
        + "rond honderd keer, of een honderdste van, volume maal tarief: de geldeenheid van het "
        + "dialect klopt niet.",
      columns: ["geleverd_volume", "product_tarief", "ingediend_bedrag"],
      example: "Bedragen in eurocenten, gelezen als euro's.",
      advice: "Stel geld, decimaal of duizendtal van declaraties in de configuratie in."),
    "R302": RuleGuide(
      "Er zijn meer afgekeurde regels dan afkeur.maximaal_aandeel toelaat (zonder opgave een tiende).",
      columns: [],
      example: "Een export van toewijzingen waarin een jaar ontbreekt.",
      advice: "Lees rejects.csv; herstel de bron of verhoog de grens bewust."),
  ]
}
