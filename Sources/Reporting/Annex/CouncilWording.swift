import Analytics
import Ingest

/// Counting rules as a council reads them: without the names of columns and keys.
///
/// The rules themselves, which stand in `report.json`, name what they are about.
enum CouncilWording {
  /// A counting rule or a warning. Names that no wording knows lose their underscores.
  static func text(_ rule: String) -> String {
    let worded = fragments.reduce(rule) { text, fragment in
      text.contains(fragment.rule) ? text.replacing(fragment.rule, with: fragment.council) : text
    }
    let withoutKeys = worded.replacing(#/ \(schoonmaanden: [0-9]+\)/#, with: "")
    return withoutKeys.replacing(/[a-z0-9]+(?:_[a-z0-9]+)+/) { match in
      let name = String(match.output)
      return names.contains(name) ? name.replacing("_", with: " ") : name
    }
  }

  /// The names of columns with an underscore: of the input and of the tables.
  static let names = Set(
    (FileKind.allCases.flatMap(\.columns).map(\.name)
      + (Analysis.all.flatMap(\.columns)).map(\.name.text)).filter { $0.contains("_") })

  /// Parts of rules with what a council reads instead, in the order in which they are replaced.
  static let fragments: [(rule: String, council: String)] = [
    (" (product_periode_begindatum)", ""), (" (declaratie_dagtekening)", ""),
    ("een uniek client_id met", "één persoon, met"),
    (
      "de maand van product_periode_begindatum, de verloopmaand de latere van die maand en die van "
        + "declaratie_dagtekening",
      "de maand van de begindatum van de prestatie, de verloopmaand de latere van die maand en die "
        + "van de dagtekening van de declaratie"
    ),
    // concentratie
    ("cr1, cr2 en cr3 zijn", "CR1, CR2 en CR3 zijn"), ("De hhi is", "De HHI is"),
    ("gedeeld door de hhi", "gedeeld door de HHI"),
    ("clienten_cr3 is het aandeel", "Cliënten bij de drie grootste is het aandeel"),
    // opvolging, opvolging-in-de-tijd
    (
      "Gevolgd: de eerste maand van naar ligt na de eerste maand van van. Gelijktijdig gestart",
      "Gevolgd: de eerste maand van de tweede soort ligt na die van de eerste soort. Zelfde maand "
        + "gestart"
    ),
    ("gedeeld door alle cliënten van van.", "gedeeld door alle cliënten met de eerste soort."),
    (
      "Alle cliënten met van tellen. Naar volgt als de eerste maand van naar na de eerste maand van "
        + "van ligt",
      "Alle cliënten met de eerste soort tellen. De tweede soort volgt als haar eerste maand na die "
        + "van de eerste soort ligt"
    ),
    (
      "van de eerste maand van van tot de maand waarin naar volgt. Wie naar nog niet gebruikte",
      "van de eerste maand van de eerste soort tot de maand waarin de tweede volgt. Wie de tweede "
        + "nog niet gebruikte"
    ),
    ("bij wie naar nog niet eerder kwam", "bij wie de tweede soort nog niet eerder kwam"),
    ("bij wie naar binnen dat", "bij wie de tweede soort binnen dat"),
    ("tenzij naar bij iedereen al volgde", "tenzij de tweede soort bij iedereen al volgde"),
    (
      "maand van van begint, en naar in die",
      "maand van de eerste soort begint, en de tweede in die"
    ),
    (
      "Naar volgt in de eerste maand van naar daarna", "De tweede volgt in haar eerste maand daarna"
    ),
    // trajecten
    (" (overlap_maanden)", ""), ("Vanaf begin zijn", "Al bij het begin zijn"),
    // toewijzingen
    (" (reden_wijziging 13)", ""), (" (reden_beeindiging 20)", ""),
    (
      "van einddatum en stop_datum_levering",
      "van de einddatum en de dag waarop de levering stopt"
    ),
    ("De reden is reden_beeindiging volgens", "De reden van het einde is die volgens"),
    // percelen
    ("aandeel_grootste is cr1 van", "Het aandeel van de grootste is CR1 van"),
    ("zonder_contract is het netto bedrag van", "Het bedrag zonder contract is dat van"),
    // landschap
    (
      "een_client telt de aanbieders met precies één cliënt in de rij, een_aanbieder de cliënten met",
      "Aanbieders met één cliënt hebben er in de rij precies één, cliënten met één aanbieder hebben"
    ),
    // uitstap
    ("met_ander zijn zijn cliënten", "Ook bij een ander zijn de cliënten"),
    ("groepen zijn de productgroepen", "Soorten voorziening zijn de productgroepen"),
    (". gebieden zijn zijn paren van gebied", ". Gebieden × soorten zijn zijn paren van gebied"),
    // overstap
    ("in_beide zijn de cliënten", "In beide maanden zijn de cliënten"),
    ("dat in in_beide", "in de cliënten van beide maanden"),
    // regio, overlap
    ("zonder gemeente_code. Heeft", "zonder code van een gemeente. Heeft"),
    ("geen enkele cliënt een gemeente_code", "geen enkele cliënt zo’n code"),
    (" (product_groep)", ""), (" (product_categorie)", ""),
    ("vrij_inzetbaar", "vrij inzetbaar"), ("; ook zijn daarvan de", "; ook andere zijn daarvan de"),
  ]
}
