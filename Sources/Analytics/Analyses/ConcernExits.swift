import Ingest

extension ColumnName {
  public static let withOther = ColumnName("met_ander")
  public static let withoutOther = ColumnName("zonder_ander")
  public static let groups = ColumnName("groepen")
  public static let groupsWithoutOther = ColumnName("groepen_geen_ander")
  public static let groupsWithOneOther = ColumnName("groepen_een_ander")
  public static let districts = ColumnName("gebieden")
  public static let districtsWithoutOther = ColumnName("gebieden_geen_ander")
  public static let districtsWithOneOther = ColumnName("gebieden_een_ander")
}

extension Analysis {
  /// What would stand without each of the concerns.
  public static let concernExits = Analysis(
    name: "uitstap",
    title: "Wat er zonder een aanbieder nog staat",
    columns: [
      .key(.concern), .count(.clients), .count(.withOther), .count(.withoutOther), .count(.groups),
      .count(.groupsWithoutOther), .count(.groupsWithOneOther), .count(.districts),
      .count(.districtsWithoutOther), .count(.districtsWithOneOther), .amount(.amount),
      .derived(.share, .share, from: .amount),
    ],
    needs: [.window],
    countingRules: { parameters in
      [
        parameters.basisRule, parameters.windowRule, CountingRule.net, CountingRule.placement,
        CountingRule.client, CountingRule.concern, CountingRule.group,
        """
        Per concern met gebruik, van groot naar klein; bij gelijke bedragen gaat de naam voor. \
        met_ander zijn zijn cliënten die in de periode ook gebruik hebben bij een ander concern, van \
        welke productgroep ook.
        """,
        """
        groepen zijn de productgroepen van het concern, en daarvan die waarin geen, en precies één, \
        ander concern gebruik heeft. gebieden zijn zijn paren van gebied en productgroep, en daarvan \
        die waarin geen, en precies één, ander concern gebruik heeft van een cliënt uit dat gebied.
        """, CountingRule.district,
        """
        Cliënten zonder wijk, met een wijk die niet in gebieden.csv staat, of die zelf niet in \
        clienten.csv staan, hebben geen gebied. Zonder clienten.csv of gebieden.csv zijn de kolommen \
        van gebieden leeg.
        """,
        """
        Het aandeel is dat in het netto bedrag van de periode. Of andere concerns ruimte hebben voor \
        de cliënten, is niet bekend.
        """, CountingRule.rounding,
      ]
    },
    datedRules: { ledger in
      ledger.registers.clients == nil ? [] : DistrictAssignment(ledger).map { [$0.yearRule] } ?? []
    },
    balances: [Balance(.netInWindow)],
    laws: [
      TableLaw("met_ander and zonder_ander are clienten") { table, _ in
        table.rows.allSatisfy { row in
          (table.number(row, .withOther) ?? 0) + (table.number(row, .withoutOther) ?? 0)
            == table.number(row, .clients)
        }
      }
    ],
    rows: { ledger in
      let names = ledger.registers.concerns
      let whole = ledger.invoicedPlacements(into: 1) { _ in 0 }
      var counter = ConcernCounter(ledger)
      let use = counter.shares(of: whole[0])
      let withOther = ledger.clientsWithOtherConcerns()
      let groupOfProduct = ledger.registers.products.map(\.group)
      let groupCount = ledger.registers.productGroups.count
      let groups = ledger.rivals(
        in: ledger.invoicedPlacements(into: groupCount) { groupOfProduct[Int($0.product)] })
      let districts = ledger.groupsOfDistricts().map(ledger.rivals(in:))
      return use.shares.map { share in
        let concern = share.concern
        let ofDistricts = districts.map { $0[concern].cells } ?? Array(repeating: .empty, count: 3)
        return [
          .text(names[concern]), .count(share.clients), .count(withOther[concern]),
          .count(share.clients - withOther[concern]),
        ] + groups[concern].cells + ofDistricts
          + [.number(share.cents), .share(share.cents, of: use.cents)]
      }
    })
}

/// In how many sets of placements a concern has use, and with how many others.
private struct Rivals {
  var sets = 0
  var withoutOther = 0
  var withOneOther = 0

  var cells: [Cell] { [.count(sets), .count(withoutOther), .count(withOneOther)] }
}

extension Ledger {
  /// Per concern, its clients in the window that have use at another one as well.
  fileprivate func clientsWithOtherConcerns() -> [Int] {
    let concernOfProvider = registers.providers.map(\.concern)
    var counts = [Int](repeating: 0, count: registers.concerns.count)
    var concerns: [Int] = []
    forEachClient { placements in
      concerns.removeAll(keepingCapacity: true)
      for placement in placements where placement.isInvoiced {
        concerns.insertSorted(concernOfProvider[Int(placement.provider)])
      }
      guard concerns.count > 1 else { return }
      for concern in concerns { counts[concern] += 1 }
    }
    return counts
  }

  /// The placements invoiced in the window per pair of district and product group; nil without
  /// districts.
  fileprivate func groupsOfDistricts() -> Grouping? {
    guard let clients = registers.clients, let assignment = DistrictAssignment(self) else {
      return nil
    }
    let districtOfClient = assignment.districts(of: clients)
    let groupOfProduct = registers.products.map(\.group)
    let (known, groupCount) = (assignment.names.count, registers.productGroups.count)
    return Grouping(placements, into: known * groupCount) { placement in
      let district = districtOfClient[Int(placement.client)]
      guard placement.isInvoiced, district < known else { return nil }
      return district * groupCount + groupOfProduct[Int(placement.product)]
    }
  }

  /// Per concern.
  fileprivate func rivals(in sets: Grouping) -> [Rivals] {
    let concernOfProvider = registers.providers.map(\.concern)
    var rivals = Array(repeating: Rivals(), count: registers.concerns.count)
    var latestSet = Array(repeating: -1, count: rivals.count)
    var present: [Int] = []
    for set in 0..<sets.count {
      present.removeAll(keepingCapacity: true)
      for position in sets[set] {
        let concern = concernOfProvider[Int(placements[Int(position)].provider)]
        guard latestSet[concern] != set else { continue }
        latestSet[concern] = set
        present.append(concern)
      }
      for concern in present {
        rivals[concern].sets += 1
        if present.count == 1 { rivals[concern].withoutOther += 1 }
        if present.count == 2 { rivals[concern].withOneOther += 1 }
      }
    }
    return rivals
  }
}
