extension OracleReport {
  /// The rules for accepted lines, R201–R219.
  enum Finding: String, CaseIterable {
    case startsEarly = "R201"
    case endsLate = "R202"
    case otherCategory = "R203"
    case otherProduct = "R204"
    case otherUnit = "R205"
    case otherProvider = "R206"
    case lineVolume = "R207"
    case totalVolume = "R208"
    case overBudget = "R209"
    case otherRate = "R210"
    case otherAmount = "R211"
    case doubleDebit = "R212"
    case creditWithoutDebit = "R213"
    case creditedTwice = "R214"
    case overFiveYears = "R215"
    case afterDeath = "R216"
    case declaredEarly = "R217"
    case unknownClient = "R218"
    case concernBelowZero = "R219"

    /// The return code of iWmo, where there is one, and the title.
    var wording: (returnCode: String, title: String) {
      switch self {
      case .startsEarly: ("9307", "begin voor toewijzing")
      case .endsLate: ("9308", "einde na toewijzing")
      case .otherCategory: ("9339", "andere categorie")
      case .otherProduct: ("9340", "ander product")
      case .otherUnit: ("9341", "eenheid past niet")
      case .otherProvider: ("", "andere aanbieder")
      case .lineVolume: ("9321", "volume boven toewijzing (regel)")
      case .totalVolume: ("9322", "volume boven toewijzing (opgeteld)")
      case .overBudget: ("9369", "bedrag boven budget")
      case .otherRate: ("0611", "tarief wijkt af")
      case .otherAmount: ("9346", "bedrag is niet volume maal tarief")
      case .doubleDebit: ("9389", "dubbele debetregel")
      case .creditWithoutDebit: ("8017", "credit zonder debet")
      case .creditedTwice: ("9390", "twee keer gecrediteerd")
      case .overFiveYears: ("", "ouder dan vijf jaar")
      case .afterDeath: ("", "na overlijden")
      case .declaredEarly: ("", "declaratie voor levering")
      case .unknownClient: ("", "client onbekend")
      case .concernBelowZero: ("", "concern onder nul")
      }
    }
  }

  /// The lines to which a rule could be applied, and those of them that it finds fault with.
  struct Assessment {
    var applied: [Line] = []
    var hits: [Line] = []
  }

  /// What a rule says of the accepted lines; nil without the file that it needs.
  func assess(_ finding: Finding) -> Assessment? {
    switch finding {
    case .lineVolume: assessLineVolume()
    case .totalVolume: assessTotalVolume()
    case .overBudget: assessBudgets()
    case .doubleDebit: assessDoubleDebits()
    case .creditWithoutDebit: assessCreditsWithoutDebit()
    case .creditedTwice: assessCreditedTwice()
    case .concernBelowZero: assessConcerns()
    case .otherRate where input.rates == nil: nil
    case .afterDeath where input.clients == nil: nil
    case .unknownClient where input.clients == nil: nil
    default: assessLineByLine(finding)
    }
  }

  /// The text of `bevindingen.csv`.
  var findings: String {
    var rows = [
      [
        "regelcode", "retourcode", "titel", "beoordeeld", "regels", "noemer", "bedrag",
        "aanbieders",
      ]
    ]
    for finding in Finding.allCases {
      let start = [finding.rawValue, finding.wording.returnCode, finding.wording.title]
      guard let assessment = assess(finding) else {
        rows.append(start + ["nee", "", "", "", ""])
        continue
      }
      let hits = assessment.hits
      rows.append(
        start + [
          "ja", String(hits.count), String(assessment.applied.count),
          Format.money(hits.map(\.amount).reduce(0, +)), String(Set(hits.map(\.agb)).count),
        ]
      )
    }
    return Format.csv(rows)
  }

  /// The text of `bevindingen-regels.csv`.
  var findingLines: String {
    var hits: [(finding: Finding, line: Line)] = []
    for finding in Finding.allCases {
      hits += (assess(finding)?.hits ?? []).map { (finding, $0) }
    }
    hits.sort {
      let (a, b) = ($0.line.row, $1.line.row)
      return (Text(a.file.utf8), a.line, $0.finding.rawValue)
        < (Text(b.file.utf8), b.line, $1.finding.rawValue)
    }
    var rows = [
      [
        "bestand", "regel", "byte", "regelcode", "aanbieder_agb", "referentie_nummer", "bedrag",
      ]
    ]
    for (finding, line) in hits {
      rows.append([
        line.row.file, String(line.row.line), String(line.row.byte), finding.rawValue,
        line.agb.description, line.row["referentie_nummer"].description,
        Format.money(line.amount),
      ])
    }
    return Format.csv(rows)
  }
}
