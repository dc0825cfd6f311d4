import Foundation
import Ingest

/// Sentences that several tables share in their counting rules (telregels), in Dutch.
enum CountingRule {
  static let net = """
    Bedragen zijn netto: debet min credit van de goedgekeurde regels. Afgekeurde regels tellen in \
    geen enkele tabel mee.
    """
  static let placement = """
    Een voorziening is een combinatie van toewijzing, product en aanbieder. Zij telt mee als haar \
    netto bedrag in de periode niet nul is, ook als het negatief is. Regels buiten de periode \
    beslissen niets.
    """
  static let client = "Een cliënt is een uniek client_id met minstens één voorziening die meetelt."
  static let indication = """
    Een indicatie is een beschikking, of de toewijzing zelf als die geen beschikkingnummer heeft. \
    Eén beschikking kan over meer producten gaan.
    """
  static let provider = "Een aanbieder is een AGB-code."
  static let concern = """
    AGB-codes met hetzelfde concern tellen als één; zonder concern geldt de naam van de aanbieder.
    """
  static let recounted = """
    Aantallen zijn uniek binnen hun rij. Totalen zijn opnieuw geteld en kunnen kleiner zijn dan de \
    som van de rijen.
    """
  static let group = """
    Producten met dezelfde productgroep tellen als één; zonder productgroep geldt de omschrijving.
    """
  /// When a client uses a product group in a month.
  static let activeMonth = """
    Een cliënt gebruikt een productgroep in een maand als minstens één voorziening (toewijzing, \
    product en aanbieder) in die maand een netto bedrag heeft dat niet nul is.
    """
  static let district = """
    Het gebied is dat van de wijk van de cliënt, in het laatste peiljaar dat niet na het laatste \
    jaar van de periode ligt, en anders in het eerste peiljaar.
    """
  static let age = """
    De leeftijd is die in hele jaren op de laatste dag van de periode. Wie op 29 februari is \
    geboren, is jarig op 1 maart. Is alleen het geboortejaar bekend, dan is de leeftijd het laatste \
    jaar van de periode min het geboortejaar.
    """
  static let rounding = """
    Aandelen, bedragen per eenheid en verhoudingen zijn één keer afgerond, uit hele centen en \
    aantallen. Een deling door nul blijft leeg.
    """
  /// What is not true of a publication edition, with what that says instead.
  static let reworded = [
    net: "Bedragen zijn netto: debet min credit van de goedgekeurde regels.",
    rounding: """
    Aandelen, bedragen per eenheid en verhoudingen zijn berekend uit de getoonde cijfers, en één \
    keer afgerond. Een deling door nul blijft leeg.
    """,
  ]
  static let personalBudgets = """
    Persoonsgebonden budgetten staan in geen enkel cijfer van declaraties.
    """
  static let estimate = """
    Schattingen zijn met dubbele precisie berekend en één keer afgerond; een ander programma kan in \
    de laatste decimaal één verschillen.
    """
  static let subsidyYears = """
    Subsidies tellen voor hele kalenderjaren: alle jaren die de periode raakt. Het vastgestelde \
    bedrag gaat voor het verleende.
    """
}

extension CountingParameters {
  /// Which date of a line counts.
  var basisRule: String {
    switch basis {
    case .service:
      "Een regel telt op de begindatum van de prestatie (product_periode_begindatum)."
    case .declaration:
      "Een regel telt op de dagtekening van de declaratie (declaratie_dagtekening)."
    }
  }

  /// The month in which a line counts.
  var monthRule: String {
    "\(basisRule) Een regel over meer maanden telt in zijn geheel in de maand van die datum."
  }

  /// Up to when what was delivered counts, where that is declared.
  var referenceRules: [String] {
    guard let referenceDay else { return [] }
    return [
      """
      De peildatum is \(referenceDay.iso): regels met een latere dagtekening en toewijzingen met een \
      latere toewijzingsdatum tellen niet mee.
      """
    ]
  }

  /// The reporting window.
  var windowRule: String {
    Self.rule(of: "De periode", from: windowFrom, to: windowTo)
  }

  /// The window in which sequences are looked for.
  var sequenceRule: String {
    Self.rule(of: "De periode voor opvolging", from: sequenceFrom, to: sequenceTo)
  }

  /// The window in which sequences are looked for, and what counts in it.
  var sequenceMonthRule: String {
    "\(CountingRule.activeMonth) Alleen regels binnen de periode voor opvolging tellen."
  }

  /// The period that the window is compared with.
  var comparisonRule: String {
    guard let comparison else {
      return "Er is geen vergelijkingsperiode: daarvoor is een begin en een einde nodig."
    }
    return "De vergelijkingsperiode loopt van \(comparison.lowerBound.iso) tot en met "
      + "\(comparison.upperBound.iso)."
  }

  private static func rule(of window: String, from: Day?, to: Day?) -> String {
    let first = from?.iso ?? "de eerste datum in de gegevens"
    let last = to?.iso ?? "de laatste datum in de gegevens"
    let rule = "\(window) loopt van \(first) tot en met \(last)."
    if from != nil, to != nil { return rule }
    let missing =
      from == nil && to == nil
      ? "Begin en einde zijn" : from == nil ? "Het begin is" : "Het einde is"
    return "\(rule) \(missing) niet opgegeven en uit de goedgekeurde regels genomen."
  }
}

/// `99,5 %`.
func inPercent(_ share: Share) -> String { inPercent(billionths: share.billionths) }

/// Of one.
func inPercent(billionths: Int64) -> String {
  let percent = Double(billionths) / 1e7
  return percent.formatted(.number.locale(Locale(identifier: "nl_NL"))) + " %"
}

/// `12,5 %` of a share in ten-thousandths.
func inPercent(tenThousandths: Int64) -> String {
  "\(inDutch(Decimal(tenThousandths) / 100)) %"
}

/// `2,5 %` of millionths of a percent.
func inPercent(millionths: Int64) -> String {
  "\(inDutch(Decimal(millionths) / 1_000_000, to: 6)) %"
}

/// `1.234,50 euro`
func inEuros(_ cents: Int64) -> String {
  "\(inDutch(Decimal(cents) / 100, from: 2)) euro"
}

/// With so many decimals.
private func inDutch(_ number: Decimal, from least: Int = 0, to most: Int = 2) -> String {
  number.formatted(
    .number.precision(.fractionLength(least...most))
      .locale(Locale(identifier: "nl_NL")))
}

/// `1 maand`, `2 maanden`.
func inMonths(_ count: Int) -> String {
  count == 1 ? "1 maand" : "\(count) maanden"
}
