import Ingest

/// Writes `declaraties` in a dialect, with all columns of the contract that the dialect has.
struct DeclarationWriter {
  let writer: RecordWriter
  private let dialect: OutputDialect
  private let products: [ProductText]
  private let agbCodes: [[UInt8]]

  private struct ProductText {
    var code: [UInt8]
    var category: [UInt8]
    var unit: [UInt8]
    var piecesPerUnit: Int
  }

  /// The columns in the order of the contract; `debet_credit` where the dialect has it.
  static func columns(_ dialect: OutputDialect) -> [String] {
    let columns = [
      "referentie_nummer", "vorig_referentie_nummer", "declaratie_nummer",
      "declaratie_dagtekening", "aanbieder_agb", "client_id", "toewijzing_nummer",
      "product_categorie", "product_code", "product_periode_begindatum",
      "product_periode_einddatum", "geleverd_volume", "eenheid", "product_tarief",
      "ingediend_bedrag",
    ]
    return dialect.hasDebitCredit ? columns + ["debet_credit"] : columns
  }

  init(_ writer: RecordWriter, dialect: OutputDialect, municipality: Municipality)
    throws(RunFailure)
  {
    self.writer = writer
    self.dialect = dialect
    products = municipality.products.map { product in
      ProductText(
        code: Array(product.code.utf8), category: Array(product.category.utf8),
        unit: Array(product.unit.declaredCode(dialect).utf8),
        piecesPerUnit: product.unit.piecesPerDeclared(dialect))
    }
    agbCodes = municipality.providers.map { Array($0.agb.utf8) }
    for column in Self.columns(dialect) { writer.text(column) }
    try writer.endRecord()
  }

  /// Writes one line; `client` and `allocation` are the numbers behind their identifiers.
  @inline(__always)
  func write(_ line: DeclaredLine, client: Int, allocation: Int) throws(RunFailure) {
    writeFields(line, client, allocation)
    try writer.endRecord()
  }

  /// Writes one line with a change that breaks a rule.
  func write(
    _ line: DeclaredLine, client: Int, allocation: Int, edit: RecordEdit
  ) throws(RunFailure) {
    writeFields(line, client, allocation)
    writer.edit { fields in edit.apply(to: &fields, columns: Self.columns(dialect)) }
    try writer.endRecord()
  }

  @inline(__always)
  private func writeFields(_ line: DeclaredLine, _ client: Int, _ allocation: Int) {
    let product = products[line.product]
    let sign = dialect.hasDebitCredit && line.pieces < 0 ? -1 : 1
    reference(line.reference)
    if let previous = line.previous { reference(previous) } else { writer.empty() }
    invoice(line.declared, line.provider)
    writer.day(line.declared)
    writer.bytes(agbCodes[line.provider])
    writer.pseudonym(client)
    writer.numbered(UInt8(ascii: "T"), allocation)
    writer.bytes(product.category)
    writer.bytes(product.code)
    writer.day(line.begin)
    writer.day(line.end)
    writer.hundredths(sign * line.pieces * 100 / product.piecesPerUnit)
    writer.bytes(product.unit)
    writer.money(line.rate * product.piecesPerUnit)
    writer.money(sign * line.cents)
    if dialect.hasDebitCredit {
      writer.field { writer.put(UInt8(ascii: line.pieces < 0 ? "C" : "D")) }
    }
  }

  @inline(__always)
  private func reference(_ number: Int) {
    writer.numbered(UInt8(ascii: "R"), number)
  }

  /// One invoice per provider and day: `F17181-0012`, the day's number and the provider.
  @inline(__always)
  private func invoice(_ day: Day, _ provider: Int) {
    writer.field {
      writer.put(UInt8(ascii: "F"))
      writer.digits(Int(day.number), width: 5)
      writer.put(UInt8(ascii: "-"))
      writer.digits(provider, width: 4)
    }
  }
}

extension RecordWriter {
  /// A letter and a number of at least seven digits: never the form of a citizen service number.
  @inline(__always)
  func numbered(_ letter: UInt8, _ number: Int) {
    field {
      put(letter)
      digits(number, width: 7)
    }
  }

  /// `C` and six letters or digits, scattered so that neighbours in a file do not look related.
  @inline(__always)
  func pseudonym(_ number: Int) {
    field {
      put(UInt8(ascii: "C"))
      // A prime as factor that does not divide 28 to the sixth: different numbers stay different.
      var rest = (number &* 275_604_541 &+ 90_017) % 481_890_304
      for _ in 0..<6 {
        put(pseudonymAlphabet[rest % 28])
        rest /= 28
      }
    }
  }
}

/// No vowels, so that no words appear, and no signs that are easily taken for one another.
private let pseudonymAlphabet = Array("BCDFGHJKLMNPQRSTVWXZ23456789".utf8)

/// A change to one written record that makes it break a rule about single lines.
enum RecordEdit {
  case replace(column: String, with: String)
  case dropLastField
  case addField
  /// The row of totals that an export ends with: a word and the amount.
  case totalRow

  func apply(to fields: inout [String], columns: [String]) {
    switch self {
    case .replace(let column, let text):
      if let index = columns.firstIndex(of: column) { fields[index] = text }
    case .dropLastField:
      fields.removeLast()
    case .addField:
      fields.append("x")
    case .totalRow:
      let amount = columns.firstIndex(of: "ingediend_bedrag")
      for index in fields.indices where index != amount { fields[index] = "" }
      fields[0] = "Totaal"
    }
  }
}
