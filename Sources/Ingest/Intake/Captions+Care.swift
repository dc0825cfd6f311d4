/// The words of the files about care: declarations, allocations, and whom and what they name.
extension Captions {
  static let declarationCaptions = [
    "referentie_nummer":
      "referentie|regel|prestatie id|prestatie nummer|prestatie nr|line ref|ref line|line id|line no|ref no~prestatie declaratie factuur regel product uniek intern inv invoice line",
    "vorig_referentie_nummer":
      "vorig|oorspronkelijk|gecrediteerd|previous|prev~referentie regel prestatie declaratie nr te crediteren ref line",
    "declaratie_nummer":
      "declaratie nummer|declaratie nr|declaratie id|factuur nummer|factuur nr|factuur id|nota nummer|nota nr|inv no|inv num|inv nr|inv id~invoice bill",
    "declaratie_dagtekening":
      "factuur datum|declaratie datum|nota datum|dagtekening|boek datum|ingediend datum|datum indiening|inv date|invoice date|inv dt|bill date|billed on~op ontvangst factuur declaratie",
    "product_periode_begindatum":
      "begin|start|van|vanaf|ingang|from|first day|aanvang~datum prestatie periode product levering geleverd zorg dienst uitvoering svc service care date dt del delivery dat",
    "product_periode_einddatum":
      "eind|stop|tot|tm|until|last day|thru|through|end|svc to|date to|to date|dt to|service to|care to~datum prestatie periode product levering geleverd zorg dienst uitvoering en met to svc service care date dt del delivery dat",
    "geleverd_volume":
      "volume|aantal|hoeveelheid|omvang|qty|quantity|vol|units|geleverd|afgenomen uren~geleverd geleverde gedeclareerd gedeclareerde eenheden uren declared delivered del dagdelen prestatie",
    "product_tarief":
      "tarief|prijs|rate|price|tariff~per eenheid stuks stuk product gehanteerd gedeclareerd uur unit eur euro bedrag",
    "ingediend_bedrag":
      "bedrag|amount|amt|total~gedeclareerd gedeclareerde ingediend ingediende declaratie factuur gefactureerd gefactureerde regel totaal netto euro eur inclbtw exclbtw claimed billed declared net line",
    "debet_credit":
      "debet credit|credit debet|debit credit|dc ind|dc|boekings teken|af bij|credit ind|deb cre~indicatie indicator kenmerk soort boeking aanduiding",
  ].merging(careCaptions) { own, _ in own }

  static let allocationCaptions = [
    "beschikking_nummer": "beschikking|besluit nummer|besluit nr|decision|dec no|zaak~",
    "toewijzingsdatum":
      "toewijzing datum|toewijzing dd|datum toewijzing|datum besluit|besluit datum|beschikking datum|datum beschikking|afgifte datum|alloc date|auth date|decision date|dec date~afgifte op",
    "ingangsdatum":
      "begin|start|vanaf|van|ingang|from|aanvang~datum geldig geldigheid toewijzing toegewezen indicatie beschikking product zorg periode date dt valid auth alloc",
    "einddatum":
      "eind|tot|afloop|until|expiry|end|to date|date to|auth to|alloc to|valid to~datum en met tm geldig geldigheid toewijzing toegewezen indicatie beschikking product zorg periode date dt valid auth alloc",
    "start_datum_levering":
      "start levering|begin levering|aanvang levering|start zorg|aanvang zorg|delivery start|care start~datum feitelijke werkelijke",
    "stop_datum_levering":
      "stop levering|eind levering|einde levering|stop zorg|delivery stop|care stop|delivery end~date datum feitelijke werkelijke",
    "volume":
      "volume|aantal|hoeveelheid|omvang|qty|quantity|vol|units~toegewezen geindiceerd geindiceerde eenheden uren allocated auth",
    "budget": "budget|maximum bedrag|max bedrag|toegewezen bedrag~euro eur maximaal maximum max",
    "reden_wijziging": "reden wijziging|wijziging reden|wijzigings reden|change reason|chg reason~",
    "reden_beeindiging":
      "reden beeindiging|reden stop|reden einde|stop reden|beeindigings reden|end reason~zorg levering",
    "leveringsvorm": "leverings vorm|vorm levering|zin pgb|verstrekkings vorm|delivery form~van",
  ].merging(careCaptions) { own, _ in own }

  /// Whom and what declarations and allocations name.
  static let careCaptions = [
    "aanbieder_agb":
      "agb|aanbieder|leverancier|crediteur|provider|prov|vendor|supplier~zorg zorgaanbieder zorgverlener instelling aanbieder praktijk organisatie leverancier",
    "client_id":
      "client|klant|burger|inwoner|persoon|pseudoniem|pseudo|patient|customer|cust|cl no|cl id|person~gepseudonimiseerd pseudoniem pseudo sleutel ref key zorg",
    "toewijzing_nummer":
      "toewijzing|indicatie|toegewezen product|alloc|auth|order|opdracht~product ation orisation orization zorg ref regel",
    "product_categorie": "categorie|cat|category~product zorg wmo egory prod",
    "product_code":
      "product code|product nummer|product nr|product|artikel|prestatie code|dienst code|voorziening code|prod|item|service code|svc code~zorg code gemeentelijk gemeentelijke uct",
    "eenheid": "eenheid|unit|uom|meeteenheid~tijds tijd reken volume meet soort of measure product",
    "frequentie": "frequentie|periodiciteit|frequency|freq|per periode~volume toewijzing",
  ]

  static let productCaptions = [
    "product_code":
      "product code|product nummer|product nr|product|artikel|code|prod|item~zorg gemeentelijk gemeentelijke uct",
    "omschrijving":
      "omschrijving|benaming|product naam|naam product|naam|titel|description|descr|desc|prod name|name~product korte prestatie uct dienst voorziening prod artikel",
    "product_categorie": "categorie|cat|category~product zorg wmo egory prod",
    "voorzieningsoort":
      "type|vorm|soort voorziening|voorzieningsoort|voorzieningensoort|voorziening|provision|prov kind|kind|soort~type vorm kind en",
    "product_groep": "groep|hoofdgroep|cluster|group|grp~product voorziening prod uct en",
    "eenheid": "eenheid|unit|uom~tijds tijd reken meet standaard of measure",
    "uitvoeringsvariant": "variant|uitvoering~",
  ]

  static let providerCaptions = [
    "aanbieder_agb":
      "agb|aanbieder code|aanbieder nummer|aanbieder nr|leverancier nr|leverancier nummer|leverancier code|crediteur nr|crediteur nummer|prov no|prov id|provider no|vendor no|provider code~zorg zorgaanbieder zorgverlener instelling aanbieder vestiging",
    "naam":
      "naam|aanbieder|instelling|organisatie|name|provider~zorg zorgaanbieder leverancier aanbieder handels statutaire volledige bedrijfs prov crediteur vendor instelling organisatie",
    "concern": "concern|moeder|holding|koepel|parent|groep~organisatie maatschappij org company",
    "type_aanbieder": "type|soort~aanbieder instelling zorg",
  ]

  /// What has one name in every file.
  static let sharedCaptions = [
    "client_id":
      "client|klant|burger|persoon|pseudoniem|pseudo|patient|customer|cust|cl no|cl id|person~gepseudonimiseerd pseudoniem pseudo sleutel ref key zorg",
    "aanbieder_agb":
      "agb|aanbieder|leverancier|crediteur|provider|prov|vendor~zorg zorgaanbieder instelling aanbieder organisatie",
    "geboortejaar": "geboorte jaar|jaar geboorte|birth year|yob|birth yr|geb jaar~client van year",
    "geboortedatum":
      "geboorte datum|datum geboorte|birth date|dob|geb datum|geboren~client op date",
    "geslacht": "geslacht|sekse|sex|gender|mv~client",
    "wijk_code": "wijk|district|wk~code cbs woon client distr",
    "buurt_code": "buurt|neighbourhood|nbh|bu~code cbs woon client",
    "overlijdensdatum": "overlijden|overleden|death|dod~datum op date",
    "gemeente_code": "gemeente|municipality|muni~code cbs woonplaats woon",
    "postcode": "postcode|postal|zip~code woonadres adres",
    "jaar": "jaar|year|yr~boek begroting subsidie kalender budget",
    "product_groep": "groep|hoofdgroep|cluster|group|grp~product voorziening prod",
    "product_categorie": "categorie|category|cat~product",
    "perceel": "perceel|kavel|lot~naam",
    "eenheid": "eenheid|unit|uom~tijds tijd",
  ]
}
