import Foundation
import Testing

/// Captions that other programs give to the columns of the sample, in the order of its files.
struct Vocabulary: Sendable, CustomTestStringConvertible {
  let name: String
  /// Per file, divided by `|`; nil: headers that say nothing.
  private let captions: [String: String]?

  var testDescription: String { name }

  /// The headers of a file of so many columns.
  func headers(of file: String, count: Int) -> [String] {
    guard let captions else { return (1...count).map { "Kolom \($0)" } }
    return (captions[file] ?? "").split(separator: "|").map(String.init)
  }

  static let forms = Vocabulary(
    name: "captions of a form",
    captions: [
      "declaraties":
        "Regelnummer|Vorige regel|Factuurnr|Factuurdatum|AGB-code zorgaanbieder|"
        + "Cliëntnummer|Toewijzingsnr|Productcategorie|Productcode|Begindatum prestatie|"
        + "Einddatum prestatie|Aantal|Eenheid|Tarief|Gedeclareerd bedrag",
      "toewijzingen":
        "Toewijzingsnr|Cliëntnummer|AGB-code zorgaanbieder|Beschikkingsnr|Categorie|"
        + "Productcode|Datum besluit|Begindatum|Einddatum|Aantal|Eenheid|Frequentie|Budget|"
        + "Reden wijziging|Leveringsvorm|Stopdatum levering|Reden beëindiging",
      "producten":
        "Productcode|Productnaam|Categorie|Soort voorziening|Productgroep|Eenheid|Perceel",
      "aanbieders":
        "AGB-code|Naam aanbieder|Moederorganisatie",
      "clienten":
        "Cliëntnummer|Geboortejaar|Geslacht|Buurtcode|Datum overlijden",
      "gebieden":
        "Wijkcode|Jaar|Wijknaam|Aantal inwoners|0 tot 15 jaar|15 tot 25 jaar|"
        + "25 tot 45 jaar|45 tot 65 jaar|65 jaar of ouder|Stadsdeel",
      "subsidies":
        "Organisatie|Subsidiejaar|Verleend|Werkelijke kosten",
      "tarieven":
        "Productcode|AGB-code|Prijs per eenheid|Eenheid|Geldig vanaf|Geldig t/m",
      "begroting":
        "Begrotingsjaar|Voorziening|Productgroep|Begroot bedrag|Schaal|Soort begroting|"
        + "Begrotingspost",
      "contracten":
        "Perceel|AGB-code|Naam|Rol|Soort contract|Bekostigingsvorm|Ingangsdatum contract|"
        + "Einddatum contract|Budgetplafond",
      "pgb":
        "Cliëntnummer|Jaar|Categorie|Productgroep|Toegekend budget|Besteed bedrag",
      "bouwstenen":
        "Budget|Jaar|Volgorde|Soort|Toelichting|Bedrag in euro|Percentage|Grondslag",
      "indexcijfers":
        "Indexcijfer|Jaar|Status|Percentage|Vastgesteld op|Bron",
    ])

  static let words = Vocabulary(
    name: "other words",
    captions: [
      "declaraties":
        "Prestatie-ID|Oorspronkelijke regel|Declaratienr.|Datum factuur|"
        + "Leveranciersnummer (AGB)|Klantnr|Nr. toewijzing|Cat.|Artikel|"
        + "Startdatum levering|Stopdatum levering|Geleverde eenheden|Tijdseenheid|"
        + "Prijs per stuk|Bedrag in euro",
      "toewijzingen":
        "Indicatienummer|Burger|Zorgaanbieder AGB|Besluitnr|Product categorie|"
        + "Artikelcode|Toewijzing d.d.|Ingang toewijzing|Afloopdatum|Omvang|Meeteenheid|"
        + "Periodiciteit|Maximaal budget|Wijzigingsreden|Vorm|Einde levering|Reden stop",
      "producten":
        "Artikelnummer|Benaming|Categorie iWmo|Type voorziening|Cluster|Rekeneenheid|Kavel",
      "aanbieders":
        "Crediteurnr|Handelsnaam|Holding",
      "clienten":
        "Pseudoniem|Jaar van geboorte|M/V|CBS-buurt|Overleden op",
      "gebieden":
        "Gebiedscode|Peildatum (jaar)|Naam wijk|Bevolking|Inw 0-14|Inw 15-24|Inw 25-44|"
        + "Inw 45-64|Inw 65+|Sociaal team",
      "subsidies":
        "Naam instelling|Boekjaar|Toegekend bedrag|Kosten",
      "tarieven":
        "Artikel|Crediteur|Contracttarief|Tijdseenheid|Ingangsdatum|Einddatum",
      "begroting":
        "Kalenderjaar|Soort voorziening|Hoofdgroep|Raming|Factor|Versie|Post",
      "contracten":
        "Kavel|AGB|Aanbieder|Rol aanbieder|Vorm contract|Financiering|Start|Eind|Maximum",
      "pgb":
        "Klantnr|Kalenderjaar|Cat.|Groep|Budget pgb|Uitgaven pgb",
      "bouwstenen":
        "Begroting|Kalenderjaar|Volgnr|Type|Omschrijving|Bedrag|Perc.|Over",
      "indexcijfers":
        "Reeks|Kalenderjaar|Stand|Waarde index|Datum vastgesteld|Bron",
    ])

  static let abbreviations = Vocabulary(
    name: "abbreviations in English",
    captions: [
      "declaraties":
        "line_ref|prev_line|inv_no|inv_date|prov_no|cl_no|auth_no|cat|prod_cd|svc_from|"
        + "svc_to|qty|uom|unit_price|amt",
      "toewijzingen":
        "auth_no|cl_no|prov_no|decision_no|cat|prod_cd|decision_date|valid_from|valid_to|"
        + "qty|uom|freq|max_budget|chg_reason|delivery_form|care_stop_date|end_reason",
      "producten":
        "prod_cd|prod_descr|cat|provision|prod_group|uom|lot",
      "aanbieders":
        "prov_no|prov_name|parent_org",
      "clienten":
        "cl_no|yob|sex|nbh_cd|dod",
      "gebieden":
        "distr_cd|year|distr_name|pop_total|pop_0_14|pop_15_24|pop_25_44|pop_45_64|"
        + "pop_65_up|area_name",
      "subsidies":
        "grantee|yr|grant_amount|costs_amt",
      "tarieven":
        "prod_cd|prov_no|unit_price|uom|date_from|date_to",
      "begroting":
        "yr|provision|prod_group|budget_amt|scale|budget_kind|line_item",
      "contracten":
        "lot|prov_no|prov_name|role|contract_type|funding|date_from|date_to|ceiling",
      "pgb":
        "cl_no|yr|cat|prod_group|granted_amt|spent_amt",
      "bouwstenen":
        "budget_name|yr|seq_no|kind|descr|amt|pct|base",
      "indexcijfers":
        "index|yr|state|value|fixed_on|source",
    ])

  static let nothing = Vocabulary(name: "headers that say nothing", captions: nil)
}
