extension OracleReport {
  /// The text of `risico.json`.
  var risks: String {
    let uses = windowUses
    let products = Dictionary(grouping: uses, by: \.product.code)
    let groups = products.keys.sorted().compactMap { code in
      products[code]?.first.map { "\(Self.quoted(code)): \(Self.quoted($0.product.group))" }
    }
    var nets: [Text: [Int]] = [:]
    for (name, own) in marketParts + monthParts + combinationParts + ageParts + districtParts {
      nets[Text(name.utf8), default: []] += own.clients.map { client in
        abs(own.filter { $0.client == client }.net)
      }
    }
    let lines = nets.keys.sorted().map { name in
      let own = (nets[name] ?? []).sorted(by: >)
      let largest = (own + [0, 0]).prefix(2).map(String.init).joined(separator: ", ")
      return "    \(Self.quoted(name)): [\(largest), \(own.reduce(0, +))]"
    }
    return """
      {
        "productgroepen": {\(groups.joined(separator: ", "))},
        "bedragen": {
      \(lines.joined(separator: ",\n"))
        }
      }

      """
  }

  /// What belongs to a bundle's amount, by the bundle's name.
  private typealias Cell = (name: String, uses: [Use])

  /// `markt` and `zorg`
  private var marketParts: [Cell] {
    markets.flatMap { market -> [Cell] in
      let concerns = Set(market.uses.map(\.concern))
      return [("markt/\(market.kind)/\(market.code)", market.uses)]
        + concerns.map { concern in
          let own = market.uses.filter { $0.concern == concern }
          return ("zorg/\(market.kind)/\(market.code)/\(concern)", own)
        }
    }
  }

  /// `maand`
  private var monthParts: [Cell] {
    let uses = usesByMonth(of: lines)
    return allMonths.map { ("maand/\($0.iso)", uses[$0] ?? []) }
  }

  /// `combi` and `aantal`
  private var combinationParts: [Cell] {
    let labels = ["1", "2", "3", "4", "5", "6+"]
    let clients = Dictionary(grouping: windowUses, by: \.client)
    return labels.map { ("aantal/\($0)", []) }
      + clients.values.flatMap { uses -> [Cell] in
        let groups = Set(uses.map(\.product.group)).sorted()
        return [
          ("combi/\(Text.joined(groups, by: " + "))", uses),
          ("aantal/\(labels[min(groups.count, 6) - 1])", uses),
        ]
      }
  }

  /// `groep` and `leeftijd`
  private var ageParts: [Cell] {
    guard let clients = input.clients else { return [] }
    func ages(_ group: Text, _ uses: [Use]) -> [Cell] {
      ageClasses.map { ageClass in
        let own = uses.filter { ageClass == self.ageClass(of: clients[$0.client]) }
        return ("leeftijd/\(group)/\(ageClass)", own)
      }
    }
    return ages("totaal", windowUses)
      + Set(windowUses.map(\.product.group)).flatMap { group -> [Cell] in
        let own = windowUses.filter { $0.product.group == group }
        return ages(group, own) + [("groep/\(group)", own)]
      }
  }

  /// `wijk`
  private var districtParts: [Cell] {
    guard let clients = input.clients, let districts = input.districts else { return [] }
    let areas = areasByWijk(districts, referenceYear(of: districts))
    let byArea = Dictionary(grouping: windowUses) { use -> Text in
      clients[use.client]?.wijk.flatMap { areas[$0] } ?? "onbekend"
    }
    return Set(areas.values).union(byArea.keys).flatMap { area in
      ["" as Text, "maatwerk", "algemeen", "vrij_inzetbaar"].map { kind -> Cell in
        let own = (byArea[area] ?? []).filter { kind.isEmpty || $0.product.kind == kind }
        return ("wijk/\(area)/\(kind)", own)
      }
    }
  }

  /// A text between quotes, as JSON writes it.
  private static func quoted(_ text: Text) -> String {
    let escapes: [Unicode.Scalar: String] = [
      "\"": "\\\"", "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t",
    ]
    return "\"" + text.description.unicodeScalars.map { escapes[$0] ?? String($0) }.joined() + "\""
  }
}
