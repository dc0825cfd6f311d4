import Testing

@testable import Ingest

/// Money, rates and volumes as each dialect writes them; `nil` is R003.
@Suite("Reading numbers")
struct NumberDecoderTests {
  private typealias Case = (text: String, value: Int64?)

  private func check(
    _ cases: [Case],
    _ dialect: Dialect,
    _ read: (NumberDecoder) -> (Bytes) -> Int64?
  ) {
    let decoder = NumberDecoder(dialect)
    for (text, value) in cases {
      let found = Array(text.utf8).withBytes { read(decoder)($0) }
      #expect(found == value, "'\(text)'")
    }
  }

  @Test("amounts in iso: a point, no thousands, in cents")
  func isoMoney() {
    check(
      [
        ("0", 0), ("7", 7_00), ("12.5", 12_50), ("12.50", 12_50), ("007.01", 7_01),
        ("1234567.89", 1_234_567_89), ("12.505", nil), ("12.500", nil), ("12,50", nil),
        ("1,234.50", nil), ("1.234.50", nil), (".5", nil), ("5.", nil), ("5.-", 5_00),
        ("5.--", 5_00), ("5.---", nil), ("5.-5", nil), ("5.5.-", nil), ("1e3", nil), ("+5", nil),
        ("", nil), ("x", nil), ("5x", nil), ("½", nil),
        ("٣", nil), ("0x1", nil), ("1 000", nil), ("1'000", nil), ("99999999999999999999", nil),
      ],
      .iso
    ) { $0.cents }
  }

  @Test("amounts from 100 billion euros on are none: sums of lines may not overflow")
  func greatest() {
    check(
      [
        ("99999999999.99", 99_999_999_999_99), ("-99999999999", -99_999_999_999_00),
        ("100000000000", nil), ("999999999999999", nil), ("9999999999999.9", nil),
      ],
      .iso
    ) { $0.cents }
    check([("99.999.999.999,99", 99_999_999_999_99), ("100.000.000.000,00", nil)], .nlExcel) {
      $0.cents
    }
    check([("99999999999.9999", 99_999_999_999_9999), ("922337203685478", nil)], .iso) { $0.rate }
  }

  @Test("one currency, € or EUR, before or behind the number")
  func currency() {
    check(
      [
        ("€5", 5_00), ("€ 5", 5_00), ("€\u{A0}5.25", 5_25), ("€\u{202F}5.25", 5_25),
        ("5€", 5_00), ("5 €", 5_00), ("5.25\u{A0}€", 5_25), ("5.25\u{202F}€", 5_25),
        ("EUR5", 5_00), ("EUR 5", 5_00), ("eur\u{A0}5.25", 5_25), ("5Eur", 5_00), ("5 EUR", 5_00),
        ("5.25\u{202F}EUR", 5_25), ("€  5", 5_00), ("€ 5.-", 5_00), ("5.-- EUR", 5_00),
        ("123456789.01 €", 123_456_789_01), ("€ 12345678", 12_345_678_00),
        ("€", nil), ("EUR", nil), ("€€5", nil), ("€ 5 €", nil), ("€ 5 EUR", nil),
        ("EUR EUR 5", nil), ("5 EUR EUR", nil), ("€ EUR 5", nil), ("EURO 5", nil), ("EU 5", nil),
        ("5 EURO", nil), ("5 euro", nil), ("$ 5", nil), ("5 %", nil), ("5 €5", nil),
        ("\u{202F}5", nil), ("5\u{202F}", nil), ("E 5", nil), ("5 E", nil),
      ],
      .iso
    ) { $0.cents }
  }

  @Test("one sign at most: in front, behind, around the euro sign, or parentheses")
  func signs() {
    check(
      [
        ("-5", -5_00), ("5-", -5_00), ("\u{2212}5", -5_00), ("5\u{2212}", -5_00), ("(5)", -5_00),
        ("-€5", -5_00), ("-€ 5", -5_00), ("€-5", -5_00), ("€ -5", -5_00), ("€ 5-", -5_00),
        ("-\u{A0}€\u{202F}5", -5_00), ("€\u{A0}\u{2212}\u{202F}5.01", -5_01),
        ("5\u{202F}-", -5_00), ("(€5)", -5_00), ("(€\u{A0}5.10)", -5_10),
        ("-5 €", -5_00), ("- 5€", -5_00), ("5- €", -5_00), ("5 €-", -5_00), ("5 € -", -5_00),
        ("5 EUR \u{2212}", -5_00), ("-EUR 5", -5_00), ("EUR -5", -5_00), ("EUR\u{A0}5-", -5_00),
        ("(5 €)", -5_00), ("(5) €", -5_00), ("€ (5)", -5_00), ("( 5 )", -5_00), ("(EUR 5)", -5_00),
        ("-5.-", -5_00), ("-€ 5.--", -5_00), ("(5.-)", -5_00), ("€ -5.-", -5_00),
        ("-5 €-", nil), ("-€-5", nil), ("€ --5", nil), ("(5 €-)", nil), ("(€ -5)", nil),
        ("-(€ 5)", nil), ("(5)-", nil), ("€ (5", nil), (")5(", nil), ("(5))", nil), ("5.- -", nil),
        ("5.-\u{2212}", nil), ("5.-- €-", nil), ("€ 5.--(", nil), ("5 (", nil), ("5 - 6", nil),
        ("--5", nil), ("-5-", nil), ("(-5)", nil), ("-(5)", nil), ("(5-)", nil), ("((5))", nil),
        ("(5", nil), ("5)", nil), ("()", nil), ("-", nil), ("€-", nil), ("- -5", nil), ("(", nil),
        ("\u{2013}5", nil), ("5-6", nil),
      ],
      .iso
    ) { $0.cents }
  }

  @Test("minus zero is zero")
  func minusZero() {
    check(
      [
        ("-0", 0), ("-0.00", 0), ("0-", 0), ("(0)", 0), ("\u{2212}0", 0), ("-€ 0", 0),
        ("0 €-", 0), ("-0.-", 0), ("(EUR 0.00)", 0),
      ],
      .iso
    ) { $0.cents }
  }

  @Test("amounts in nl-excel: a comma, and points between groups of exactly three")
  func dutchMoney() {
    for dialect in [Dialect.nlExcel, .nlUTF8] {
      check(
        [
          ("1234,56", 1234_56), ("1.234,56", 1234_56), ("1.234.567,8", 1_234_567_80),
          ("1.234", 1234_00), ("12.345", 12_345_00), ("0.123", 123_00),
          ("1.234,-", 1234_00), ("1234,-", 1234_00), ("-1.234,-", -1234_00),
          ("(1.234,50)", -1234_50),
          ("€ 1.234,50", 1234_50), ("-€ 1.234,50", -1234_50), ("1.234,--", 1234_00),
          ("€ 1.250,--", 1250_00), ("1.234,- €", 1234_00), ("EUR 1.234,50", 1234_50),
          ("1.234,50 EUR", 1234_50), ("1.234,50- €", -1234_50), ("-1.234,--", -1234_00),
          ("1.234,---", nil), ("1.234,–", nil), ("1.234,\u{2212}", nil), ("1.234,-5", nil),
          ("1.234-", -1234_00), ("1.234--", nil), ("1.234.-", nil),
          ("1234.56", nil), ("1.23", nil), ("1.2345", nil), ("1234.567", nil), ("1.234.56", nil),
          ("12.34,50", nil), ("1..234", nil), (".123", nil), ("1,234,567", nil), ("1,2345", nil),
          ("1,234", nil), ("1,", nil), (",5", nil), ("1.234.", nil), ("1234,5.", nil),
        ],
        dialect
      ) { $0.cents }
    }
  }

  @Test("amounts in iwmo: whole eurocents")
  func cents() {
    check(
      [
        ("0", 0), ("1234", 1234), ("00012", 12), ("-5", -5), ("12.34", nil), ("12,34", nil),
        ("1.234", nil), ("12,-", nil), ("12--", nil), ("12 €", 12), ("EUR -12", -12),
      ],
      .iwmo
    ) { $0.cents }
  }

  @Test("amounts in statline: a comma and no thousands")
  func statline() {
    check([("1234,5", 1234_50), ("1.234,5", nil), ("1234.5", nil), (".", nil)], .statline) {
      $0.cents
    }
  }

  @Test("rates: up to four decimals, in ten-thousandths of a euro")
  func rates() {
    check(
      [("52.50", 52_5000), ("0.8751", 8751), ("-1", -1_0000), ("1.23456", nil), ("€ 1.5", 1_5000)],
      .iso
    ) { $0.rate }
    check([("52,5", 52_5000), ("1.000,1234", 1000_1234)], .nlExcel) { $0.rate }
    check([("5250", 52_5000), ("52.5", nil)], .iwmo) { $0.rate }
  }

  @Test("volumes: up to two decimals, no euro sign")
  func volumes() {
    check(
      [
        ("1", 100), ("1.5", 150), ("-1.25", -125), ("(2)", -200), ("1.255", nil), ("€ 5", nil),
        ("5 €", nil), ("EUR 5", nil), ("5.-", 500), ("5-", -500),
      ],
      .iso
    ) { $0.volume }
    check([("1,5", 150), ("1.000", 1000_00), ("1.5", nil)], .nlExcel) { $0.volume }
    check([("90", 90_00)], .iwmo) { $0.volume }
  }

  @Test("counts: whole, without any sign")
  func counts() {
    check(
      [
        ("0", 0), ("12400", 12400), ("12.400", 12400), ("1.234.567", 1_234_567), ("-5", nil),
        ("5-", nil), ("5,-", nil), ("(5)", nil), ("5,5", nil), ("€ 5", nil), ("5 €", nil),
      ],
      .nlExcel
    ) { decoder in { decoder.count($0).map(Int64.init) } }
  }
}
