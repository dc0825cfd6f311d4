import Testing

/// The findings of the oracle, on examples small enough to check by hand.
///
/// Every line is one of allocation A1 of ann, product 10A (category 01) and provider 11111111,
/// unless a test says otherwise.
@Suite struct OracleFindingsTests {
  /// The lines that a rule hits, as physical lines (the first drawn is 2), and its denominator.
  private func assess(
    _ finding: OracleReport.Finding,
    allocation: String = "A1,ann,11111111,2023-01-01",
    files: [String: String] = [:],
    _ drawn: String
  ) throws -> [Int] {
    var example = OracleExample()
    example.files["toewijzingen.csv"] = """
      toewijzing_nummer,client_id,aanbieder_agb,ingangsdatum,einddatum,volume,eenheid,frequentie,\
      budget,product_categorie,product_code
      \(allocation)\(String(repeating: ",", count: 10 - allocation.filter { $0 == "," }.count))
      """
    example.files.merge(files) { $1 }
    var csv = """
      aanbieder_agb,client_id,toewijzing_nummer,product_code,referentie_nummer,\
      vorig_referentie_nummer,declaratie_dagtekening,product_periode_begindatum,\
      product_periode_einddatum,geleverd_volume,eenheid,product_tarief,ingediend_bedrag

      """
    for line in drawn.split(separator: "\n") {
      csv +=
        (["11111111", "ann", "A1", "10A"] + line.split(separator: " ").map(String.init))
        .joined(separator: ",") + "\n"
    }
    let report = try example.report(csv: csv)
    try #require(report.rejections.isEmpty)
    guard let assessment = report.assess(finding) else { return [] }
    return assessment.hits.map(\.row.line).sorted() + [-assessment.applied.count]
  }

  /// One line of a product period with a volume in a unit.
  private func performance(_ period: String, _ volume: String, _ unit: String) -> String {
    "- - 2024-01-01 \(period) \(volume) \(unit) - 1.00"
  }

  // The worked example of the volume rules: March 2023 touches five weeks and has four Sundays.
  @Test(arguments: [
    (",,3,84,2,,02", "15", "84"), (",,3,82,2,,02", "12", "82"), (",,2,04,2,,", "12", "04"),
    (",,2,04,2,,02", "10", "04"), (",,2,04,2,,02", "600", "01"),
    // The allocation ends on Friday 31 March: one piece more.
    (",2023-03-31,3,82,2,,02", "15", "82"), (",2023-03-26,3,82,2,,02", "12", "82"),
    (",,1,04,1,,02", "31", "04"), (",,1,04,3,,02", "2", "04"), (",,1,04,4,,02", "1", "04"),
    (",,1,04,5,,02", "1", "04"), (",,7.5,04,6,,02", "7.5", "04"),
  ])
  func `a line may fill its own period`(limit: String, volume: String, unit: String) throws {
    let end = limit.split(separator: ",", omittingEmptySubsequences: false)
    let allocation = "A1,ann,11111111,2023-01-01," + end.dropFirst().joined(separator: ",")
    let more = volume.contains(".") ? volume + "1" : volume + ".01"
    let hits = try assess(
      .lineVolume,
      allocation: allocation,
      """
      \(performance("2023-03-01 2023-03-31", volume, unit))
      \(performance("2023-03-01 2023-03-31", more, unit))
      """
    )
    #expect(hits == [3, -2])
  }

  @Test func `volume adds up per month, divided by days`() throws {
    // 30 days, 16 of January: 18.75 × 16 / 30 = 10 of January's 10. A credit makes room.
    let hits = try assess(
      .totalVolume,
      allocation: "A1,ann,11111111,2023-01-01,,10,04,4",
      """
      - - 2023-03-01 2023-01-16 2023-02-14 18.75 04 - 1.00
      - - 2023-03-02 2023-01-01 2023-01-31 0.60 01 - 1.00
      - - 2023-03-03 2023-01-01 2023-01-31 0.61 01 - -1.00
      - - 2023-03-04 2023-01-01 2023-01-31 0.01 01 - 1.00
      - - 2023-03-05 2023-02-15 2023-02-28 1.25 04 - 1.00
      - - 2023-03-06 2022-12-31 2022-12-31 0.01 04 - 1.00
      - - 2023-03-07 2023-02-15 2023-02-28 1.25 14 - 1.00
      """
    )
    #expect(hits == [3, 7, -5])
  }

  @Test func `amounts are held against budget, rate and volume times rate`() throws {
    let drawn = """
      - - 2023-03-01 2023-01-01 2023-01-31 2 04 30.00 60.01
      - - 2023-03-02 2023-02-01 2023-02-28 2 04 31.0000 62.02
      - - 2023-03-03 2023-02-01 2023-02-28 50 01 0.5167 25.84
      - - 2023-03-04 2023-02-01 2023-02-28 50 01 0.5 25.85
      - - 2023-03-05 2023-02-01 2023-02-28 2 04 31.00 -62.00
      - - 2023-03-06 2023-02-01 2023-02-28 2 04 - 0.01
      """
    let rates = [
      "tarieven.csv": """
      product_code,aanbieder_agb,tarief,eenheid,geldig_vanaf,geldig_tot
      10A,,99,,2023-02-01,
      10A,11111111,30.00,,2022-01-01,2023-01-31
      10A,11111111,31.00,04,2023-02-01,
      10A,11111111,98.00,,2023-02-01,
      """
    ]
    let allocation = "A1,ann,11111111,2023-01-01,,9,04,4,147.87"
    #expect(try assess(.overBudget, allocation: allocation, drawn) == [5, -5])
    #expect(try assess(.otherRate, allocation: allocation, files: rates, drawn) == [4, 5, -5])
    #expect(try assess(.otherRate, allocation: allocation, drawn) == [])
    // 50 minutes of 31.00 an hour are 25.83; 0.5 a minute would be 25.00.
    #expect(try assess(.otherAmount, allocation: allocation, files: rates, drawn) == [3, 5, -5])
  }

  @Test func `a double debit is the last of its day`() throws {
    let period = "2023-01-01 2023-01-31 1 04 -"
    let hits = try assess(
      .doubleDebit,
      """
      a - 2022-03-01 \(period) 1.00
      b - 2022-03-31 \(period) 1.00
      c - 2022-04-01 \(period) -1.00
      d - 2022-04-02 \(period) 1.00
      e - 2022-04-02 \(period) 1.00
      f - 2022-04-03 \(period) -1.00
      g - 2022-04-03 \(period) 1.00
      h - 2022-04-04 2023-01-01 2023-01-30 1 04 - 1.00
      """
    )
    #expect(hits == [5, 6, -4])
  }

  @Test func `credits need a debit, and take no more than it holds`() throws {
    let period = "2023-01-01 2023-01-31 1 04 -"
    let drawn = """
      a - 2023-03-01 \(period) 10.00
      b a 2023-03-02 \(period) -4.00
      c a 2023-03-03 \(period) -6.00
      d a 2023-03-04 \(period) -0.01
      e b 2023-03-05 \(period) -1.00
      f - 2023-03-06 \(period) -1.00
      """
    #expect(try assess(.creditWithoutDebit, drawn) == [6, -4])
    #expect(try assess(.creditedTwice, drawn) == [5, -3])
  }
}
