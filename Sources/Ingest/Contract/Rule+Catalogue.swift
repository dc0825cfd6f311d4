/// The rules of the contract, in the order of their codes.
extension Rule {
  public static let all: [Rule] = [
    .unreadable, .missingValue, .invalidValue, .totalRow, .negativeAmount, .endBeforeBegin,
    .unknownCode, .noAllocation, .otherClient, .deletedAllocation, .duplicateReference,
    .unknownProduct, .unknownProvider, .beforeAllocation, .afterAllocation, .otherCategory,
    .otherProduct, .otherUnit, .otherProvider, .lineVolume, .accumulatedVolume, .budget, .rate,
    .volumeTimesRate, .doubleDebit, .creditWithoutDebit, .creditedTwice, .olderThanFiveYears,
    .afterDeath, .declaredBeforeDelivery, .unknownClient, .concernBelowZero, .euroOrCent,
    .tooManyRejects,
  ]

  public static var findings: [Rule] { all.filter { $0.level == .finding } }

  /// The rule of a code, such as `R208`; nil where there is none.
  public init?(code: String) {
    guard let rule = Self.all.first(where: { $0.code == code }) else { return nil }
    self = rule
  }

  public static let unreadable = Rule(
    code: "R001", level: .reject, returnCode: "", standardRule: "",
    title: "onleesbare regel",
    explanation: "record cannot be parsed: wrong number of fields or broken quoting")
  public static let missingValue = Rule(
    code: "R002", level: .reject, returnCode: "", standardRule: "",
    title: "ontbrekende waarde",
    explanation: "a needed field is empty")
  public static let invalidValue = Rule(
    code: "R003", level: .reject, returnCode: "", standardRule: "",
    title: "ongeldige waarde",
    explanation: "a field does not have the form of its type")
  public static let totalRow = Rule(
    code: "R004", level: .reject, returnCode: "", standardRule: "",
    title: "totaalregel",
    explanation: "a total row at the end of an export")
  public static let negativeAmount = Rule(
    code: "R005", level: .reject, returnCode: "", standardRule: "",
    title: "negatief bedrag met debet/credit",
    explanation: "an unsigned amount or volume is negative although a D/C column exists")
  public static let endBeforeBegin = Rule(
    code: "R006", level: .reject, returnCode: "", standardRule: "",
    title: "begindatum na einddatum",
    explanation: "the product period ends before it begins")
  public static let unknownCode = Rule(
    code: "R007", level: .reject, returnCode: "", standardRule: "WMO020",
    title: "onbekende code",
    explanation: "a code that is not in its code list (unit or category)")
  public static let noAllocation = Rule(
    code: "R101", level: .reject, returnCode: "9338", standardRule: "TR338",
    title: "geen toewijzing",
    explanation: "no allocation with this number")
  public static let otherClient = Rule(
    code: "R102", level: .reject, returnCode: "8187", standardRule: "TR304",
    title: "andere client",
    explanation: "the client differs from that of the allocation")
  public static let deletedAllocation = Rule(
    code: "R103", level: .reject, returnCode: "9384", standardRule: "TR384",
    title: "verwijderde toewijzing",
    explanation: "the allocation was deleted (reden_wijziging 13)",
    needs: [.allocations("reden_wijziging")])
  public static let duplicateReference = Rule(
    code: "R104", level: .reject, returnCode: "8021", standardRule: "TR314",
    title: "referentienummer dubbel",
    explanation: "the reference number was used before by this provider",
    needs: [.declarations("referentie_nummer")])
  public static let unknownProduct = Rule(
    code: "R105", level: .reject, returnCode: "", standardRule: "",
    title: "onbekend product",
    explanation: "the product code is not in producten.csv")
  public static let unknownProvider = Rule(
    code: "R106", level: .reject, returnCode: "", standardRule: "",
    title: "onbekende aanbieder",
    explanation: "the AGB code is not in aanbieders.csv")
  public static let beforeAllocation = Rule(
    code: "R201", level: .finding, returnCode: "9307", standardRule: "TR307",
    title: "begin voor toewijzing",
    explanation: "the product period begins before the allocation does")
  public static let afterAllocation = Rule(
    code: "R202", level: .finding, returnCode: "9308", standardRule: "TR308",
    title: "einde na toewijzing",
    explanation: "the product period ends after the allocation does",
    needs: [.allocations("einddatum")])
  public static let otherCategory = Rule(
    code: "R203", level: .finding, returnCode: "9339", standardRule: "TR339",
    title: "andere categorie",
    explanation: "the category differs from that of the allocation",
    needs: [.declarations("product_categorie"), .allocations("product_categorie")])
  public static let otherProduct = Rule(
    code: "R204", level: .finding, returnCode: "9340", standardRule: "TR340",
    title: "ander product",
    explanation: "the product differs from that of the allocation",
    needs: [.allocations("product_code")])
  public static let otherUnit = Rule(
    code: "R205", level: .finding, returnCode: "9341", standardRule: "TR341",
    title: "eenheid past niet",
    explanation:
      "the unit differs from that of the allocation; minutes on an hour allocation fit, the "
      + "other way round they do not",
    needs: [.allocations("eenheid")])
  public static let otherProvider = Rule(
    code: "R206", level: .finding, returnCode: "", standardRule: "",
    title: "andere aanbieder",
    explanation: "the provider differs from that of the allocation")
  public static let lineVolume = Rule(
    code: "R207", level: .finding, returnCode: "9321", standardRule: "TR321",
    title: "volume boven toewijzing (regel)",
    explanation: "one debit line's volume exceeds what its product period allows",
    needs: [.allocations("volume"), .allocations("eenheid"), .allocations("frequentie")])
  public static let accumulatedVolume = Rule(
    code: "R208", level: .finding, returnCode: "9322", standardRule: "TR322",
    title: "volume boven toewijzing (opgeteld)",
    explanation: "the accumulated volume exceeds the allowance of its period",
    needs: [.allocations("volume"), .allocations("eenheid"), .allocations("frequentie")])
  public static let budget = Rule(
    code: "R209", level: .finding, returnCode: "9369", standardRule: "TR369",
    title: "bedrag boven budget",
    explanation:
      "in canonical order the running net of the allocation; each debit that ends above its "
      + "budget",
    needs: [.allocations("budget")])
  public static let rate = Rule(
    code: "R210", level: .finding, returnCode: "0611", standardRule: "TR418",
    title: "tarief wijkt af",
    explanation:
      "the rate differs from the contract rate on the first day of the product period; the "
      + "provider's own rate goes before the general one, then the latest geldig_vanaf, then "
      + "a row with a unit (which holds for that unit only), then the greater rate; no rate "
      + "found: not assessed",
    needs: [.declarations("product_tarief")])
  public static let volumeTimesRate = Rule(
    code: "R211", level: .finding, returnCode: "9346", standardRule: "TR346",
    title: "bedrag is niet volume maal tarief",
    explanation:
      "amount and volume times rate (exact fraction) differ by more than one cent; unit 83 "
      + "excepted; without a rate not assessed; minutes on an hour allocation "
      + "may also be paid by the contract rate of an hour, rounded to the cent",
    needs: [.declarations("product_tarief")])
  public static let doubleDebit = Rule(
    code: "R212", level: .finding, returnCode: "9389", standardRule: "TR389",
    title: "dubbele debetregel",
    explanation:
      "per allocation, product and product period, one declaration day after another: "
      + "debits minus credits up to and including that day; by as many as the excess over one "
      + "grows on a day, that day's last debits in canonical order are findings (only lines "
      + "declared on or after regels.R212.vanaf, default 2022-04-01)")
  public static let creditWithoutDebit = Rule(
    code: "R213", level: .finding, returnCode: "8017", standardRule: "TR323",
    title: "credit zonder debet",
    explanation:
      "a credit whose vorig_referentie_nummer names no accepted debit of the same AGB code; "
      + "without a number not assessed",
    needs: [.declarations("vorig_referentie_nummer")])
  public static let creditedTwice = Rule(
    code: "R214", level: .finding, returnCode: "9390", standardRule: "TR390",
    title: "twee keer gecrediteerd",
    explanation:
      "in canonical order each credit that takes the sum of the credits naming one debit "
      + "above the amount of that debit",
    needs: [.declarations("vorig_referentie_nummer")])
  public static let olderThanFiveYears = Rule(
    code: "R215", level: .finding, returnCode: "", standardRule: "TR335",
    title: "ouder dan vijf jaar",
    explanation:
      "the product period ended more than five calendar years before the declaration date "
      + "(29 February counts as 1 March)")
  public static let afterDeath = Rule(
    code: "R216", level: .finding, returnCode: "", standardRule: "",
    title: "na overlijden",
    explanation: "the product period begins after the client's date of death",
    needs: [.clients("overlijdensdatum")])
  public static let declaredBeforeDelivery = Rule(
    code: "R217", level: .finding, returnCode: "", standardRule: "",
    title: "declaratie voor levering",
    explanation: "the declaration date lies before the product period begins")
  public static let unknownClient = Rule(
    code: "R218", level: .finding, returnCode: "", standardRule: "",
    title: "client onbekend",
    explanation: "the client is not in clienten.csv (assessed when that file is given)")
  public static let concernBelowZero = Rule(
    code: "R219", level: .finding, returnCode: "", standardRule: "",
    title: "concern onder nul",
    explanation:
      "a line in the window whose concern's net is below 0 in at least one of its three "
      + "markets of concentratie; each line once")
  public static let euroOrCent = Rule(
    code: "R301", level: .stop, returnCode: "", standardRule: "",
    title: "euro of cent",
    explanation:
      "of at least 100 accepted lines with a rate more than half have an amount between 90 "
      + "and 110 times, or between 1/110 and 1/90 of, volume times rate (both together, "
      + "bounds included, volume times rate 0 counts as a line but not as a hit): the money "
      + "unit of the dialect is wrong",
    needs: [.declarations("product_tarief")])
  public static let tooManyRejects = Rule(
    code: "R302", level: .stop, returnCode: "", standardRule: "",
    title: "te veel afkeur",
    explanation: "rejected lines exceed afkeur.maximaal_aandeel times records")

  /// The codes of the rules that no line can be assessed by where a file lacks a column.
  static func codes(lacking column: String, of file: FileKind) -> [String] {
    all.filter { $0.needs.contains(RuleColumn(file: file, column: column)) }.map(\.code)
  }
}
