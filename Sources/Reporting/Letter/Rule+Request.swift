public import Ingest

extension Rule {
  /// What a provider is asked to do about a finding, in Dutch; nil for a rule of another level.
  ///
  /// ``RuleGuide/advice`` is for the municipality, which pays; this is for those who are paid.
  public var requestToProvider: String? { Self.requests[code] }

  private static let requests = [
    "R201": """
    crediteer de regel en declareer alleen wat op of na de ingangsdatum van de toewijzing is \
    geleverd.
    """,
    "R202": """
    crediteer de regel en declareer alleen wat tot en met de einddatum van de toewijzing is \
    geleverd.
    """,
    "R203": "crediteer de regel en declareer met de productcategorie van de toewijzing.",
    "R204": "crediteer de regel en declareer het product dat is toegewezen.",
    "R205": "crediteer de regel en declareer in de eenheid van de toewijzing.",
    "R206": "laat de aanbieder van de toewijzing declareren, of meld dat de toewijzing niet klopt.",
    "R207": """
    crediteer de regel en declareer het toegewezen volume, of meld waarom er meer is geleverd.
    """,
    "R208": """
    crediteer wat boven het toegewezen volume ligt, of meld waarom er meer is geleverd.
    """,
    "R209": "crediteer wat boven het budget van de toewijzing ligt.",
    "R210": """
    crediteer de regel en declareer het tarief dat op de eerste dag van de productperiode gold.
    """,
    "R211": "crediteer de regel en declareer een bedrag dat volume maal tarief is.",
    "R212": "crediteer een van de debetregels over deze productperiode.",
    "R213": """
    ga na welke debetregel is bedoeld: er is geen goedgekeurde met het nummer in \
    vorig_referentie_nummer.
    """,
    "R214": "ga na welke credit te veel is; de debetregel was al geheel gecrediteerd.",
    "R215": "ga na of de datums kloppen; na vijf jaar is een vordering verjaard.",
    "R216": "ga na of de datums kloppen, en crediteer wat niet is geleverd.",
    "R217": "ga na of de datums kloppen; declareer pas na levering.",
    "R218": "u hoeft niets te doen; de gemeente vult haar gegevens aan.",
    "R219": """
    ga na of de debetregels bij deze credits zijn ingediend; over de periode is het saldo \
    negatief.
    """,
  ]
}
