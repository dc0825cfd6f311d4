/// The words of the files about districts and money.
extension Captions {
  static let districtCaptions = [
    "wijk_code":
      "wijk code|wijk nummer|wijk nr|gebied code|gebieds code|code|district code|district no|distr~wijk district ct",
    "peiljaar": "peil jaar|jaar|peil datum|year|yr|ref year~referentie kerncijfers",
    "wijk_naam": "wijk naam|naam wijk|wijk|naam|district name|district|name|distr name~en buurt ct",
    "inwoners":
      "inwoners|bevolking|inhabitants|population|pop~aantal totaal totale total number of",
    "inwoners_0_14":
      "014|0tot15|0t15|0tm14~inwoners inw aantal jaar jarigen leeftijd inh pop yr age",
    "inwoners_15_24":
      "1524|15tot25|15t25|15tm24~inwoners inw aantal jaar jarigen leeftijd inh pop yr age",
    "inwoners_25_44":
      "2544|25tot45|25t45|25tm44~inwoners inw aantal jaar jarigen leeftijd inh pop yr age",
    "inwoners_45_64":
      "4564|45tot65|45t65|45tm64~inwoners inw aantal jaar jarigen leeftijd inh pop yr age",
    "inwoners_65_plus":
      "65~inwoners inw aantal jaar jarigen leeftijd plus + of en ouder oo inh pop yr age up",
    "huishoudens": "huishouden|household~aantal totaal holds",
    "gebied": "gebied|stadsdeel|sociaal team|wijkteam|regio|cluster|area~naam name indeling",
  ]

  static let subsidyCaptions = [
    "ontvanger_naam":
      "ontvanger|organisatie|instelling|aanvrager|naam|recipient|grantee~naam subsidie ontvanger name instelling organisatie",
    "verleend_bedrag":
      "verleend|toegekend|beschikt|subsidie bedrag|bedrag|granted|grant~bedrag subsidie amount amt",
    "vastgesteld_bedrag": "vastgesteld|vaststelling|settled~bedrag subsidie amount amt",
    "activiteit": "activiteit|doel|activity~en subsidie omschrijving",
    "voorschot_bedrag": "voorschot|bevoorschot|advance~bedrag ten amt",
    "kosten_bedrag": "kosten|verantwoord|costs~bedrag werkelijke amt",
    "reserve_begin": "reserve~begin stand egalisatie opening",
  ]

  static let rateCaptions = [
    "product_code":
      "product code|product nummer|product nr|product|artikel|code|prod|item~zorg uct",
    "tarief": "tarief|prijs|rate|price|tariff~per eenheid bedrag euro eur contract uur unit",
    "geldig_vanaf":
      "vanaf|begin|ingang|start|van datum|from|valid from~geldig datum tarief date dt valid",
    "geldig_tot":
      "tot|eind|end|until|valid to|date to|to date|dt to~geldig datum en met tm tarief date dt valid",
  ]

  static let budgetCaptions = [
    "voorzieningsoort": "voorziening|soort voorziening|provision~soort kind en",
    "bedrag_begroot": "begroot|begroting|budget|raming|geraamd|bedrag~bedrag amount amt",
    "bedrag_schaal": "schaal|factor|scale~bedrag",
    "soort": "soort|versie|kind~begroting budget",
    "regel": "regel|post|line~begroting budget item",
  ]

  static let contractCaptions = [
    "naam": "naam|aanbieder|prov name|name|provider~zorg zorgaanbieder leverancier aanbieder",
    "rol": "rol|role~aanbieder",
    "contractvorm": "contract vorm|vorm|soort contract|contract form|contract type~soort",
    "bekostiging": "bekostiging|financiering|funding~svorm wijze vorm",
    "geldig_vanaf": "vanaf|begin|ingang|start|from~geldig datum contract date dt valid",
    "geldig_tot":
      "tot|eind|end|until|date to|to date|valid to~geldig datum contract en met tm date dt valid",
    "plafond": "plafond|maximum|ceiling~bedrag budget",
  ]

  static let personalBudgetCaptions = [
    "toegekend": "toegekend|budget|verleend|granted~bedrag pgb amount amt",
    "besteed": "besteed|uitgaven|uitgegeven|verbruikt|spent~bedrag pgb amount amt",
  ]

  static let buildingBlockCaptions = [
    "budget": "budget|begroting|budget name~naam regel",
    "volgorde": "volgorde|volg|seq|order|rang~uence",
    "soort": "soort|type|kind~bouwsteen block stap",
    "omschrijving": "omschrijving|toelichting|naam|description|descr~bouwsteen",
    "bedrag": "bedrag|amount|amt~euro eur",
    "percentage": "percentage|perc|pct~",
    "over": "over|grondslag|base~",
  ]

  static let indexCaptions = [
    "reeks": "reeks|indexcijfer|index|series~naam",
    "status": "status|stand|state~cijfer",
    "waarde": "waarde|percentage|value~index",
    "vastgesteld_op": "vastgesteld|publicatie|datum|fixed~op datum",
    "bron": "bron|source~",
  ]
}
