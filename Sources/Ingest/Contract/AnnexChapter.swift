/// A chapter of the annex for a council that a municipality may show or leave out; the raw value is
/// its name in `[bijlage] hoofdstukken`, and the order is that of the page.
///
/// What accounts for the figures belongs to none: it always stands there.
public enum AnnexChapter: String, CaseIterable, Sendable, Decodable {
  case use = "gebruik"
  case months = "maanden"
  case districts = "wijken"
  case combinations = "combinaties"
  case providers = "aanbieders"
  case ages = "leeftijd"
  case course = "verloop-en-verwachting"
  case granted = "toegekend-en-gebruikt"
  case supply = "aanbieders-en-contracten"
  case money = "geld-en-begroting"
}
