/// What an edition is and why, for somebody who has to answer for it.
package enum EditionExplanation {
  /// What `explain` calls it.
  package static let name = "publicatie"
  package static let title = "Wat een uitgave die naar buiten mag verbergt, en waarom"

  package static let text = """
    publicatie: \(title)

    Raadsstukken zijn openbaar. De tabellen van een run zijn dat niet: wie leest dat in een wijk twee
    cliënten samen 300 euro kostten, weet van de ene genoeg als hij de andere kent. `wmo-etl publish`
    maakt van een run een uitgave die naar buiten mag, in OUTPUT/publicatie.

    wat er verborgen wordt (een x)
      - Elk aantal cliënten of indicaties van 1 tot en met 9, en elk bedrag van zo weinig cliënten. De
        grens is de drempel, standaard 10. Ook wat uit twee getoonde aantallen zou volgen, zoals wie
        van een combinatie de voorzieningen niet tegelijk had.
      - Een bedrag van meer cliënten als één van hen het overheerst: de op één na grootste, die zijn
        eigen deel kent, zou dat van de grootste dan bijna precies kunnen uitrekenen.
      - Andere cijfers, voor zover nodig: anders waren de eerste terug te rekenen.
      Een nul blijft staan: daar hoort niemand bij. Wat bij elkaar hoort (cliënten, indicaties en bedrag
      van een rij) is samen verborgen, want een gemiddelde zou het andere deel verraden.

    een voorbeeld
                     cliënten                 cliënten
      Centrum              40                       40
      Noord                25                        x
      Oost                  5                        x
      samen                70                       70
      Links de run, rechts de uitgave. Alleen Oost verbergen helpt niet: wie 40 en 25 van 70 aftrekt,
      houdt 5 over. Daarom is ook Noord verborgen. Nu weet een lezer dat Noord en Oost samen ongeveer
      30 zijn, en niet meer.

    wat er verder anders is
      - Aantallen zijn afgerond op vijftallen, bedragen op honderden euro's, elk apart. Delen tellen dus
        niet altijd op tot hun totaal.
      - Aandelen en gemiddelden zijn opnieuw berekend, uit wat er staat.
      - Combinaties en aanbieders met verborgen cijfers zijn samengenomen als overige. Volgorde en rang
        gaan alleen over wat er staat.
      - Bevindingen, afgekeurde regels en alles over bestanden ontbreken.

    hoe zeker het is
      Het programma gaat na wat iemand kan uitrekenen die alle tabellen heeft, alle optellingen ertussen
      kent en deze regels kent. Voor elk cijfer dat geheim moet blijven bewaart het bewijs dat er
      andere, heel verschillende waarden bij dezelfde uitgave passen. Zonder dat bewijs verschijnt er
      niets. Wie buiten de tabellen om al iets van personen weet, weet dat nog steeds.

    eerdere uitgaven
      Wie twee uitgaven heeft, kan ze van elkaar aftrekken. Daarom bewaart OUTPUT/publicatie-intern van
      elke uitgave wat verborgen is, en houdt een volgende er rekening mee: een verbeterde uitgave van
      dezelfde periode toont niets dat eerder verborgen was. Publiceer afgesloten perioden: kwartalen,
      en daarna het jaar. Een periode die een eerdere maar deels overlapt wordt geweigerd. Geef
      publicatie-intern nooit weg en gooi het niet weg.

    te veel x-en?
      Voeg voor de run kleine wijken, leeftijdsklassen of productgroepen samen, of neem een langere
      periode. Een lagere drempel kan ook ([publicatie] in wmo-etl.toml; 3 is het minste), maar wie de
      uitgave leest weet dan meer van minder mensen.

    zie ook: wmo-etl publish --help

    """
}
