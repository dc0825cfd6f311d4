/// Why a line is rejected, in the order in which the rules of the contract apply.
///
/// ``LineDecoder`` finds that a line breaks one of R001–R007, ``LineDiagnosis`` which; R101–R106 are
/// found by ``LineResolver``, and R104 by ``DuplicateSearch``.
public enum RejectRule: Int, CaseIterable, Sendable {
  case totalRow, unreadable, missingValue, invalidValue, negativeAmount, endBeforeBegin, unknownCode
  case noAllocation, otherClient, deletedAllocation, unknownProduct, unknownProvider
  case duplicateReference

  public var rule: Rule { Self.rules[rawValue] }

  /// In the order of their codes.
  public static let all = rules.sorted { $0.code < $1.code }

  /// By case.
  private static let rules = allCases.map(\.described)

  private var described: Rule {
    switch self {
    case .totalRow:
      Rule(
        .reject, "R004", "totaalregel",
        explanation: "a total row at the end of an export",
        dutch:
          "Een totaalregel uit een export; zo'n regel is geen prestatie. Een volledige regel "
          + "waarvan het eerste veld zo begint, is een gewone regel.",
        example: "Een laatste regel die met Totaal begint.",
        advice: "Niets: de regel telt nergens mee.")
    case .unreadable:
      Rule(
        .reject, "R001", "onleesbare regel",
        explanation: "record cannot be parsed: wrong number of fields or broken quoting",
        dutch:
          "De regel is niet te lezen: een ander aantal velden dan de kop, of gebroken "
          + "aanhalingstekens. Slokt een los aanhalingsteken hele regels op, dan stopt de run.",
        example: "Veertien velden onder een kop van vijftien kolommen.",
        advice: "Exporteer het bestand opnieuw; let op scheidingstekens in omschrijvingen.")
    case .missingValue:
      Rule(
        .reject, "R002", "ontbrekende waarde",
        explanation: "a needed field is empty",
        dutch: "Een verplicht veld is leeg.",
        columns: ["elke verplichte kolom"],
        example: "Geen toewijzing_nummer.",
        advice: "Vul het veld aan in het bronsysteem.")
    case .invalidValue:
      Rule(
        .reject, "R003", "ongeldige waarde",
        explanation: "a field does not have the form of its type",
        dutch:
          "Een veld heeft niet de vorm van zijn type. Ook een fout van een rekenblad (#N/B, "
          + "#VERW!), een nummer dat een rekenblad als macht van tien schreef (2,01701E+11) en "
          + "een stuurteken.",
        columns: ["elke kolom"],
        example: "1234.56 als bedrag in een bestand met decimale komma's.",
        advice: "Controleer het dialect in de configuratie, en anders de bron.")
    case .negativeAmount:
      Rule(
        .reject, "R005", "negatief bedrag met debet/credit",
        explanation: "an unsigned amount or volume is negative although a D/C column exists",
        dutch: "Bedrag of volume is negatief terwijl er een kolom debet_credit is.",
        columns: ["geleverd_volume", "ingediend_bedrag", "debet_credit"],
        example: "C met een bedrag van -10,00.",
        advice: "Lever bedragen zonder teken aan, of laat de kolom debet_credit weg.")
    case .endBeforeBegin:
      Rule(
        .reject, "R006", "begindatum na einddatum",
        explanation: "the product period ends before it begins",
        dutch: "De productperiode eindigt voordat zij begint.",
        columns: ["product_periode_begindatum", "product_periode_einddatum"],
        example: "Van 31 maart tot en met 1 maart.",
        advice: "Laat de aanbieder de periode herstellen.")
    case .unknownCode:
      Rule(
        .reject, "R007", "onbekende code", standardRule: "WMO020",
        explanation: "a code that is not in its code list (unit or category)",
        dutch: "Een code staat niet in de codelijst van de iWmo-standaard.",
        columns: ["product_categorie", "eenheid"],
        example: "Eenheid 05.",
        advice: "Gebruik een code van de lijst, of meld dat de lijst verouderd is.")
    case .noAllocation:
      Rule(
        .reject, "R101", "geen toewijzing", returnCode: "9338", standardRule: "TR338",
        explanation: "no allocation with this number",
        dutch: "Er is geen toewijzing met dit nummer.",
        columns: ["toewijzing_nummer", "toewijzingen.toewijzing_nummer"],
        example: "Een declaratie op een toewijzing van een andere gemeente.",
        advice: "Vraag na of de toewijzing ontbreekt in de export; keur de regel anders af.")
    case .otherClient:
      Rule(
        .reject, "R102", "andere client", returnCode: "8187", standardRule: "TR304",
        explanation: "the client differs from that of the allocation",
        dutch: "De cliënt is een andere dan die van de toewijzing.",
        columns: ["client_id", "toewijzingen.client_id"],
        example: "Een toewijzing van de ene partner, gedeclareerd voor de andere.",
        advice: "Keur de regel af; de aanbieder declareert op de juiste toewijzing.")
    case .deletedAllocation:
      Rule(
        .reject, "R103", "verwijderde toewijzing", returnCode: "9384", standardRule: "TR384",
        explanation: "the allocation was deleted (reden_wijziging 13)",
        dutch: "De toewijzing is verwijderd (reden_wijziging 13).",
        columns: ["toewijzing_nummer", "toewijzingen.reden_wijziging"],
        needs: ["toewijzingen.reden_wijziging"],
        example: "Een declaratie na het verwijderen van een dubbele toewijzing.",
        advice: "Keur de regel af.")
    case .unknownProduct:
      Rule(
        .reject, "R105", "onbekend product",
        explanation: "the product code is not in producten.csv",
        dutch: "De productcode staat niet in producten.csv.",
        columns: ["product_code", "producten.product_code"],
        example: "Een code die pas dit jaar is ingevoerd.",
        advice: "Werk de productenlijst bij, of keur de regel af.")
    case .unknownProvider:
      Rule(
        .reject, "R106", "onbekende aanbieder",
        explanation: "the AGB code is not in aanbieders.csv",
        dutch: "De AGB-code staat niet in aanbieders.csv.",
        columns: ["aanbieder_agb", "aanbieders.aanbieder_agb"],
        example: "Een onderaannemer die zelf declareert.",
        advice: "Werk de lijst van aanbieders bij, of keur de regel af.")
    case .duplicateReference:
      Rule(
        .reject, "R104", "referentienummer dubbel", returnCode: "8021", standardRule: "TR314",
        explanation: "the reference number was used before by this provider",
        dutch:
          "De aanbieder heeft dit referentienummer al gebruikt; de eerste regel in canonieke "
          + "volgorde houdt het nummer. Zonder kolom referentie_nummer is de regel niet "
          + "beoordeeld; een waarschuwing zegt dat.",
        columns: ["referentie_nummer", "aanbieder_agb"],
        needs: ["referentie_nummer"],
        example: "Een bestand dat twee keer is ingelezen.",
        advice: "Keur de latere regel af.")
    }
  }
}

extension Rule {
  /// What stops a run with too many lines that break one of ``RejectRule``.
  public static let tooManyRejects = Rule(
    .stop, "R302", "te veel afkeur",
    explanation: "rejected lines exceed afkeur.maximaal_aandeel times records",
    dutch:
      "Er zijn meer afgekeurde regels dan afkeur.maximaal_aandeel toelaat (zonder opgave een "
      + "tiende).",
    example: "Een export van toewijzingen waarin een jaar ontbreekt.",
    advice: "Lees rejects.csv; herstel de bron of verhoog de grens bewust.")
}
