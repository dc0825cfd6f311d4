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
