import Ingest

extension ColumnName {
  public static let fundingForm = ColumnName("vorm")
  public static let paidByMunicipality = ColumnName("gemeente")
  public static let carriedByProviders = ColumnName("aanbieder")
  public static let spreadOverMonths = ColumnName("spreiding_maanden")
  public static let spreadOverDistricts = ColumnName("spreiding_gebieden")
}

extension Analysis {
  private static func groups(of column: ColumnName) -> Balance {
    Balance(
      nil, [RowSum(.level(.productGroup), to: .level(.total), by: [.fundingForm])], of: column)
  }

  /// What other forms of funding would have cost, and who would have carried the difference.
  public static let fundingComparison = Analysis(
    name: "bekostiging-vergelijking",
    title: "Vormen van bekostiging vergeleken",
    columns: [
      .key(.fundingForm), .key(.level), .key(.productGroup), .amount(.amount),
      .derived(.difference, .amount, from: .amount), .amount(.paidByMunicipality),
      .amount(.carriedByProviders),
      .derived(.spreadOverMonths, .ratio(decimals: 2), from: .productGroup),
      .derived(.spreadOverDistricts, .ratio(decimals: 2), from: .productGroup),
    ],
    coverage: .comparison,
    needs: [.lines, .comparison],
    countingRules: { parameters in
      [
        parameters.basisRule, parameters.windowRule, parameters.comparisonRule, CountingRule.net,
        CountingRule.placement, CountingRule.client, CountingRule.group,
        """
        Het bedrag is wat de gemeente in de periode betaald zou hebben. inspanning: wat is gedeclareerd. \
        taak-gebied: de kosten van de vergelijkingsperiode per inwoner maal de inwoners nu, per gebied. \
        taak-groep: die kosten per cliënt maal de cliënten nu. traject: die kosten per begonnen gebruik \
        maal wat nu begon. beschikbaarheid: die kosten. Behalve inspanning is alles geïndexeerd.
        """,
        """
        Het verschil is bedrag min wat is gedeclareerd. gemeente is bedrag min de geïndexeerde kosten van \
        de vergelijkingsperiode: wat de gemeente meer betaalt dan toen. aanbieder is wat is gedeclareerd \
        min bedrag: wat aanbieders dragen. Samen zijn zij de groei van de kosten boven de index.
        """,
        """
        Gebruik begint in de maand van zijn eerste declaratie: maanden met gebruik met hoogstens \
        \(inMonths(parameters.gapMonths)) ertussen zijn één aaneengesloten gebruik van een cliënt in een \
        productgroep, over alle goedgekeurde regels.
        """, CountingRule.district,
        """
        Elke periode heeft haar eigen peiljaar. Voor een gebied zonder inwoners in een van beide, en voor \
        onbekend, telt bij taak-gebied wat is gedeclareerd. Is er om door te delen niets in de \
        vergelijkingsperiode, dan is het bedrag ook wat is gedeclareerd.
        """,
        """
        spreiding_maanden is het hoogste bedrag van een hele maand gedeeld door het gemiddelde; \
        spreiding_gebieden het hoogste bedrag per inwoner van een gebied gedeeld door dat van alle \
        gebieden met inwoners.
        """,
        """
        Bedragen zijn per productgroep (en bij taak-gebied per gebied) één keer afgerond op centen; het \
        totaal telt die op. Er is niet gecorrigeerd voor wat nog te declareren is.
        """, CountingRule.personalBudgets,
      ]
    },
    datedRules: { ledger in
      let years = FundingDistricts(ledger).map { [$0.yearRule] } ?? []
      return [ledger.fundingIndexRule] + years
    },
    balances: [
      Balance(
        .netInWindow,
        [
          RowSum(
            .level(.productGroup).and(.fundingForm, .effort),
            to: .level(.total).and(.fundingForm, .effort))
        ]),
      groups(of: .amount), groups(of: .difference), groups(of: .paidByMunicipality),
      groups(of: .carriedByProviders),
    ],
    laws: [
      TableLaw("gemeente and aanbieder add up to one sum in every form, and verschil is -aanbieder")
      {
        table, _ in
        var growth: [Cell: Int64] = [:]
        return table.rows.allSatisfy { row in
          let group = table.cell(row, .productGroup)
          let carried = table.number(row, .carriedByProviders) ?? 0
          let sum = (table.number(row, .paidByMunicipality) ?? 0) + carried
          let known = growth.updateValue(sum, forKey: group) ?? sum
          return known == sum && table.number(row, .difference) == -carried
        }
      },
      TableLaw("of beschikbaarheid, gemeente is 0.00") { table, _ in
        table.rows(.fundingForm, FundingForm.availability.rawValue).allSatisfy {
          table.number($0, .paidByMunicipality) == 0
        }
      },
    ],
    remarks: { FundingUse($0).remarks },
    rows: { ledger in FundingUse(ledger).rows })
}
