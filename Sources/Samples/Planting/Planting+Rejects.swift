import Ingest

extension Planting {
  /// Plants one rejected line; what is wrong with it varies with `index`.
  mutating func plantReject(_ rule: PlantedRule, _ index: Int) {
    let allocation = host(deleted: rule == .deletedAllocation)
    let month = RandomStay.month(random.between(3...24))
    var line = line(allocation, month.firstDay, month.lastDay, pieces: random.between(1...20))
    switch rule {
    case .reversedPeriod:
      (line.begin, line.end) = (line.end, line.begin)
    case .otherClient:
      // Hosts have clients of their own: the first client is always another.
      line.client = 0
    case .repeatedReference:
      add(line)
      line.declared = Day(number: line.declared.number + 1 + Int32(index % 40))
    default:
      break
    }
    hit(rule, line, edit(rule, index, line))
  }

  private func edit(_ rule: PlantedRule, _ index: Int, _ line: DeclaredLine) -> RecordEdit? {
    switch rule {
    case .unreadable:
      let quote = RecordEdit.replace(column: "declaratie_nummer", with: "F17\"1")
      return [.dropLastField, .addField, quote][index % 3]
    case .missing:
      let text = ["", "NULL", "n.v.t."][index % 3]
      return .replace(column: neededColumns[index % neededColumns.count], with: text)
    case .invalid:
      let (column, text) = invalidValues[index % invalidValues.count]
      return .replace(column: column, with: text)
    case .totalRow:
      return .totalRow
    case .negativeWithCode:
      return .replace(column: "ingediend_bedrag", with: "-\(line.cents)")
    case .unknownCode:
      let column = index.isMultiple(of: 2) ? "eenheid" : "product_categorie"
      return .replace(column: column, with: "99")
    case .noAllocation:
      return .replace(column: "toewijzing_nummer", with: "T99\(index)X")
    case .unknownProduct:
      return .replace(column: "product_code", with: "ZZ999")
    case .unknownProvider:
      return .replace(column: "aanbieder_agb", with: "79999999")
    default:
      return nil
    }
  }
}

private let neededColumns = [
  "declaratie_dagtekening", "aanbieder_agb", "client_id", "toewijzing_nummer", "product_code",
  "product_periode_begindatum", "product_periode_einddatum", "geleverd_volume", "eenheid",
  "ingediend_bedrag",
]

/// Values that have the form of their type in no dialect.
private let invalidValues = [
  ("ingediend_bedrag", "12x40"), ("declaratie_dagtekening", "2017-13-45"),
  ("aanbieder_agb", "7588"), ("geleverd_volume", "veel"), ("eenheid", "1"),
  ("product_periode_einddatum", "31-02-17"), ("referentie_nummer", "R000000000000000000000"),
]
