import Analytics
import Ingest

extension AnnexBuilder {
  /// Five sentences, each from the rows of one table; what a run has no figures for is replaced by
  /// the next that it has.
  func briefSection() -> AnnexPage.Section {
    let sentences = [
      useSentence(), monthSentence(), groupSentence(), districtSentence(), concentrationSentence(),
      spendingSentence(),
    ].compactMap { $0 }.prefix(5)
    return .init(
      sectionID: "kort",
      heading: text(.brief),
      paragraphs: sentences.isEmpty ? [text(.briefNothing)] : [],
      sentences: Array(sentences)
    )
  }

  private func sentence(
    _ phrase: AnnexPhrase,
    _ values: KeyValuePairs<String, String>,
    table: String
  ) -> AnnexPage.Sentence? {
    guard let number = tableNumbers[table] else { return nil }
    // A line must not break between the sign and the amount.
    let sentence = text(phrase, values).replacing("€ ", with: "€\u{A0}")
    let name = text(.table, ["number": String(number)]).dropLast()
    return .init(sentence: sentence, target: "tabel-\(table)", targetName: String(name))
  }

  private func useSentence() -> AnnexPage.Sentence? {
    guard let products = report.table("product-gebruik"),
      let total = products.rows("niveau", "totaal").first,
      let clients = products.number(total, "clienten"), clients > 0
    else { return nil }
    return sentence(
      .briefUse,
      [
        "clients": notation.count(clients),
        "amount": notation.text(products.cell(total, "bedrag"), .amount),
        "perClient": notation.text(products.cell(total, "bedrag_per_client"), .amount),
      ],
      table: "alle"
    )
  }

  /// The first and the last month that lie in the window as a whole.
  private func monthSentence() -> AnnexPage.Sentence? {
    guard let months = report.table("maandverloop"), let days = report.period?.days else {
      return nil
    }
    let inside = months.rows.filter { row in
      let month = Month(number: Int32(months.number(row, "maand") ?? 0))
      return month.firstDay >= days.lowerBound && month.lastDay <= days.upperBound
    }
    guard let first = inside.first, let last = inside.last, inside.count > 1 else { return nil }
    return sentence(
      .briefMonths,
      [
        "firstAmount": notation.text(months.cell(first, "bedrag"), .amount),
        "firstMonth": notation.text(months.cell(first, "maand"), .month),
        "lastAmount": notation.text(months.cell(last, "bedrag"), .amount),
        "lastMonth": notation.text(months.cell(last, "maand"), .month),
        "firstClients": notation.text(months.cell(first, "clienten"), .count),
        "lastClients": notation.text(months.cell(last, "clienten"), .count),
      ],
      table: "maanden"
    )
  }

  private func groupSentence() -> AnnexPage.Sentence? {
    guard let groups = report.table("aantal-voorzieningen"),
      let one = groups.rows("aantal_groepen", "1").first,
      let combinations = report.table("combinaties"),
      let most = combinations.rows.first(where: { combinations.number($0, "aantal_groepen") != 1 })
    else { return nil }
    return sentence(
      .briefGroups,
      [
        "share": notation.text(groups.cell(one, "aandeel"), .share),
        "combination": combinations.text(most, "combinatie"),
        "combinationShare": notation.text(combinations.cell(most, "aandeel"), .share),
      ],
      table: "combinaties"
    )
  }

  private func districtSentence() -> AnnexPage.Sentence? {
    guard let districts = report.table("wijken") else { return nil }
    let rows = districts.rows("niveau", "totaal")
    let named = rows.filter { districts.text($0, "gebied") != "totaal" }
    guard let whole = rows.last, districts.text(whole, "gebied") == "totaal", named.count > 1,
      let most = named.max(by: { first, second in
        (districts.number(first, "clienten_per_1000") ?? -1)
          < (districts.number(second, "clienten_per_1000") ?? -1)
      }), (districts.number(most, "clienten_per_1000") ?? 0) > 0
    else { return nil }
    return sentence(
      .briefDistrict,
      [
        "district": districts.text(most, "gebied"),
        "rate": notation.text(districts.cell(most, "clienten_per_1000"), .ratio(decimals: 4)),
        "whole": notation.text(districts.cell(whole, "clienten_per_1000"), .ratio(decimals: 4)),
      ],
      table: "wijken"
    )
  }

  /// Only among markets with more than three providers: else the three have everything.
  private func concentrationSentence() -> AnnexPage.Sentence? {
    guard let markets = report.table("concentratie") else { return nil }
    let candidates = largestMarkets(markets).filter { (markets.number($0, "aanbieders") ?? 0) > 3 }
    guard
      let most = candidates.max(by: { first, second in
        (markets.number(first, "cr3") ?? 0) < (markets.number(second, "cr3") ?? 0)
      })
    else { return nil }
    return sentence(
      .briefConcentration,
      [
        "product": markets.text(most, "omschrijving"),
        "share": notation.text(markets.cell(most, "cr3"), .share),
      ],
      table: "concentratie"
    )
  }

  private func spendingSentence() -> AnnexPage.Sentence? {
    guard let shares = report.table("uitgaven-verhouding"),
      let most = shares.rows.max(by: { first, second in
        (shares.number(first, "aandeel") ?? 0) < (shares.number(second, "aandeel") ?? 0)
      }), shares.number(most, "aandeel") != nil
    else { return nil }
    return sentence(
      .briefSpending,
      [
        "share": notation.text(shares.cell(most, "aandeel"), .share),
        "kind": kind(shares.text(most, "voorzieningsoort")).lowercased(),
        "amount": notation.text(shares.cell(most, "bedrag"), .amount),
      ],
      table: "uitgaven"
    )
  }
}
