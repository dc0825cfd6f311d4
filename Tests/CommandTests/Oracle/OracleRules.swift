extension OracleReport {
  /// The rules that reject a line, in the order in which they go before each other.
  enum Rule: String, CaseIterable {
    case total = "R004"
    case unreadable = "R001"
    case missing = "R002"
    case invalid = "R003"
    case negative = "R005"
    case reversedPeriod = "R006"
    case unknownCode = "R007"
    case noAllocation = "R101"
    case otherClient = "R102"
    case deletedAllocation = "R103"
    case unknownProduct = "R105"
    case unknownProvider = "R106"
    case repeatedReference = "R104"

    var title: String {
      switch self {
      case .total: "totaalregel"
      case .unreadable: "onleesbare regel"
      case .missing: "ontbrekende waarde"
      case .invalid: "ongeldige waarde"
      case .negative: "negatief bedrag met debet/credit"
      case .reversedPeriod: "begindatum na einddatum"
      case .unknownCode: "onbekende code"
      case .noAllocation: "geen toewijzing"
      case .otherClient: "andere client"
      case .deletedAllocation: "verwijderde toewijzing"
      case .unknownProduct: "onbekend product"
      case .unknownProvider: "onbekende aanbieder"
      case .repeatedReference: "referentienummer dubbel"
      }
    }
  }

  /// A rejected line.
  struct Rejection {
    let row: Row
    let rule: Rule
    /// Empty for a line that cannot be read as a row.
    let column: String
  }

  /// The accepted lines in canonical order, those declared after the reference date apart, and the
  /// rejections in the order of `rejects.csv`.
  static func judge(
    _ input: Input, until referenceDay: Day?
  ) throws -> (lines: [Line], later: [Line], rejections: [Rejection]) {
    var lines: [Line] = []
    var later: [Line] = []
    var rejections: [Rejection] = []
    for row in input.declarations {
      let declared = Day(row["declaratie_dagtekening"])
      let isLater = referenceDay.map { day in declared.map { $0 > day } ?? false } ?? false
      let allocations = isLater ? input.allAllocations : input.allocations
      if let (rule, column) = objection(to: row, input, allocations) {
        rejections.append(Rejection(row: row, rule: rule, column: column))
      } else if isLater, let line = Line(row, hasDebitCredit: input.hasDebitCredit) {
        later.append(line)
      } else if let line = Line(row, hasDebitCredit: input.hasDebitCredit) {
        lines.append(line)
      } else {
        throw row.unusable("a line without objection has no values")
      }
    }
    lines.sort { $0.comesBefore($1) }

    var accepted: [Line] = []
    var used: Set<[Text]> = []
    for line in lines {
      let reference = line.row["referentie_nummer"]
      if !reference.isEmpty, !used.insert([line.agb, reference]).inserted {
        rejections.append(
          Rejection(row: line.row, rule: .repeatedReference, column: "referentie_nummer")
        )
      } else {
        accepted.append(line)
      }
    }
    rejections.sort {
      (Text($0.row.file.utf8), $0.row.line) < (Text($1.row.file.utf8), $1.row.line)
    }
    return (accepted, later, rejections)
  }

  /// The first rule that rejects a row, the double reference number excepted, and its first column.
  private static func objection(
    to row: Row, _ input: Input, _ allocations: [Text: Allocation]
  ) -> (Rule, String)? {
    if row.isTotal { return (.total, "") }
    if !row.isReadable { return (.unreadable, "") }
    let columns = Schema.declarations.columns
    let needed = Schema.declarations.needed + (input.hasDebitCredit ? ["debet_credit"] : [])
    if let column = columns.first(where: { needed.contains($0) && row[$0].isEmpty }) {
      return (.missing, column)
    }
    let forms = columns.map { (column: $0, form: row[$0].isEmpty ? .valid : form(of: $0, in: row)) }
    if let malformed = forms.first(where: { $0.form == .malformed }) {
      return (.invalid, malformed.column)
    }
    if input.hasDebitCredit {
      for column in ["geleverd_volume", "ingediend_bedrag"] {
        if let number = Number(row[column], decimals: 2), number.value < 0 {
          return (.negative, column)
        }
      }
    }
    if let start = Day(row["product_periode_begindatum"]),
      let end = Day(row["product_periode_einddatum"]), start > end
    {
      return (.reversedPeriod, "product_periode_begindatum")
    }
    if let unknown = forms.first(where: { $0.form == .unknownCode }) {
      return (.unknownCode, unknown.column)
    }
    guard let allocation = allocations[row["toewijzing_nummer"]] else {
      return (.noAllocation, "toewijzing_nummer")
    }
    if allocation.client != row["client_id"] { return (.otherClient, "client_id") }
    if allocation.isDeleted { return (.deletedAllocation, "toewijzing_nummer") }
    if input.products[row["product_code"]] == nil { return (.unknownProduct, "product_code") }
    if input.providers[row["aanbieder_agb"]] == nil { return (.unknownProvider, "aanbieder_agb") }
    return nil
  }

  private enum Form {
    case valid, malformed, unknownCode
  }

  /// Whether a value that is given has the form of its column's type.
  private static func form(of column: String, in row: Row) -> Form {
    let value = row[column]
    if row.isFlawed(column) { return .malformed }
    switch column {
    case "referentie_nummer", "vorig_referentie_nummer", "toewijzing_nummer":
      return value.scalarCount <= 20 ? .valid : .malformed
    case "product_code":
      return value.scalarCount <= 5 ? .valid : .malformed
    case "declaratie_dagtekening", "product_periode_begindatum", "product_periode_einddatum":
      guard let day = Day(value) else { return .malformed }
      return ("2000-01-01"..."2099-12-30").contains(day) ? .valid : .malformed
    case "aanbieder_agb":
      return value.isAGB ? .valid : .malformed
    case "geleverd_volume", "ingediend_bedrag":
      let isMoney = column == "ingediend_bedrag"
      return Number(value, decimals: 2, isMoney: isMoney) == nil ? .malformed : .valid
    case "product_tarief":
      return Number(value, decimals: 4) == nil ? .malformed : .valid
    case "product_categorie", "eenheid":
      let list = column == "eenheid" ? Codes.units : Codes.categories
      switch Codes.read(value, in: list) {
      case .code: return .valid
      case .unknown: return .unknownCode
      case .malformed: return .malformed
      }
    case "debet_credit":
      let isCredit = Signs.isCredit(value, asksForCredit: row.asksForCredit)
      return isCredit == nil ? .malformed : .valid
    default:
      return .valid
    }
  }
}
