import Testing

@testable import Ingest

/// Dates, codes and missing values as the dialects write them.
@Suite("Reading dates, codes and missing values")
struct ValueTests {
  private func day(_ text: String, _ dialect: Dialect) -> String? {
    Array(text.utf8).withBytes { DateDecoder(dialect.dates).day($0) }.map { Day(number: $0).iso }
  }

  @Test("dates in iso")
  func isoDates() {
    let sound = [
      "2017-10-15", "2016-02-29", "2000-02-29", "1899-12-31", "9999-12-31", "0001-01-01",
    ]
    for text in sound { #expect(day(text, .iso) == text) }
    let refused = [
      "2017-02-29", "1900-02-29", "2017-13-01", "2017-00-10", "2017-01-00", "2017-04-31",
      "2017-1-1",
      "17-01-01", "20171015", "15-10-2017", "2017/10/15", "2017-10-15 ", "2017-10-15T00", "",
      "2017-1O-15", "+017-10-15", "2017‐10‐15",
    ]
    for text in refused { #expect(day(text, .iso) == nil, "\(text)") }
  }

  @Test("dates in nl-excel: day and month with one digit or two, years with four")
  func dutchDates() {
    let sound = [
      ("15-10-2017", "2017-10-15"), ("1-3-2017", "2017-03-01"), ("01-03-2017", "2017-03-01"),
      ("1-03-2017", "2017-03-01"), ("01-3-2017", "2017-03-01"), ("29-2-2016", "2016-02-29"),
      ("31-12-9999", "9999-12-31"),
    ]
    for (text, iso) in sound { #expect(day(text, .nlExcel) == iso, "\(text)") }
    let refused = [
      "29-2-2017", "32-1-2017", "0-1-2017", "1-0-2017", "1-13-2017", "01-01-17", "1-1-17",
      "1-1-117",
      "2017-10-15", "20171015", "001-1-2017", "1-001-2017", "1/3/2017", "1-3-20170", "-1-3-2017",
      "1--3-2017", "1-3--2017", "--------", "----------", "",
    ]
    for text in refused { #expect(day(text, .nlExcel) == nil, "\(text)") }
  }

  @Test(
    "dates with slashes and points",
    arguments: [(DateForm.dayMonthYearSlashes, "/"), (.dayMonthYearPoints, ".")])
  func otherMarks(form: DateForm, mark: String) {
    func read(_ drawn: String) -> String? {
      let text = drawn.replacing("-", with: mark)
      return Array(text.utf8).withBytes { DateDecoder([form]).day($0) }.map { Day(number: $0).iso }
    }
    let sound = [
      ("15-10-2017", "2017-10-15"), ("1-3-2017", "2017-03-01"), ("01-03-2017", "2017-03-01"),
      ("1-03-2017", "2017-03-01"), ("01-3-2017", "2017-03-01"), ("29-2-2016", "2016-02-29"),
      ("31-12-9999", "9999-12-31"), ("1-3-2017 00:00:00", "2017-03-01"),
    ]
    for (drawn, iso) in sound { #expect(read(drawn) == iso, "\(drawn)") }
    let refused = [
      "29-2-2017", "32-1-2017", "1-13-2017", "10-15-2017", "01-01-17", "1-1-17", "2017-10-15",
      "20171015", "001-1-2017", "1-001-2017", "1-3-20170", "-1-3-2017", "1--3-2017", "1-3--2017",
      "--------", "----------", "1-3-2017 12:00:00", "",
    ]
    for drawn in refused { #expect(read(drawn) == nil, "\(drawn)") }
    for other in ["1-3-2017", "01-03-2017", "1 3 2017", "01,03,2017", "1|3|2017"] {
      #expect(
        Array(other.utf8).withBytes { DateDecoder([form]).day($0) } == nil, "\(other)")
    }
    let mixed = mark == "/" ? ["1/3.2017", "01/03-2017"] : ["1.3/2017", "01.03-2017"]
    for text in mixed {
      #expect(Array(text.utf8).withBytes { DateDecoder([form]).day($0) } == nil, "\(text)")
    }
  }

  @Test("several forms at once")
  func severalForms() {
    let decoder = DateDecoder(Set(DateForm.allCases))
    for text in ["1-3-2017", "01/03/2017", "1.3.2017", "2017-03-01", "20170301", "01.03.2017"] {
      let day = Array(text.utf8).withBytes { decoder.day($0) }
      #expect(day.map { Day(number: $0).iso } == "2017-03-01", "\(text)")
    }
  }

  @Test("no form takes bytes for a date that are none", arguments: DateForm.allCases)
  func bytes(form: DateForm) {
    for byte in UInt8.min...UInt8.max {
      for count in 8...10 {
        let text = [UInt8](repeating: byte, count: count)
        #expect(text.withBytes { DateDecoder([form]).day($0) } == nil || byte == 0x31)
      }
    }
  }

  @Test("a time of midnight may stand behind a date of every form, and no other time")
  func midnight() {
    let dates = [
      (DateForm.yearMonthDay, "2017-01-31"), (.dayMonthYear, "31-1-2017"),
      (.dayMonthYear, "31-01-2017"), (.dayMonthYearSlashes, "31/1/2017"),
      (.dayMonthYearPoints, "31.01.2017"), (.compact, "20170131"),
    ]
    let midnights = [
      " 00:00", " 00:00:00", "T00:00:00", "T00:00", " 0:00", " 0:00:00", " 00:00:00.0",
      " 00:00:00.000", "T00:00:00.000000", "T00:00:00.0000000",
    ]
    let others = [
      " ", "T", " 00", " 0", " 000000", " 00:00:01", " 00:01:00", " 12:00", " 24:00:00",
      " 01:00:00", " 00:00:00.001", " 00:00:00.", " 00:00:", " 00:0", " 0:0:0", " 00:00:0",
      "  00:00", " 00:00:00Z", "T00:00:00+01:00", " 00:00:00 AM", " 00:00:00:00", "-00:00",
      " 00.00", " 000:00", "t00:00:00", "00:00:00", " :00:00", " 00:00:00,000",
    ]
    for (form, date) in dates {
      let decoder = DateDecoder([form])
      for time in midnights {
        let day = Array((date + time).utf8).withBytes { decoder.day($0) }
        #expect(day.map { Day(number: $0).iso } == "2017-01-31", "\(date)\(time)")
      }
      for time in others {
        #expect(Array((date + time).utf8).withBytes { decoder.day($0) } == nil, "\(date)\(time)")
      }
      for text in [" 00:00", "T00:00:00", "x 00:00", "2017 00:00:00"] {
        #expect(Array(text.utf8).withBytes { decoder.day($0) } == nil, "\(text)")
      }
    }
  }

  @Test("dates in iwmo: with hyphens or without")
  func compactDates() {
    #expect(day("20171015", .iwmo) == "2017-10-15")
    #expect(day("2017-10-15", .iwmo) == "2017-10-15")
    for text in ["20170229", "201710", "201710155", "15102017", "15-10-2017", "2017101x"] {
      #expect(day(text, .iwmo) == nil, "\(text)")
    }
  }

  @Test("a code has its width and is in its list; a label is as good, case ignored")
  func codes() {
    let cases: [(text: String, plain: CodeList.Outcome, restored: CodeList.Outcome)] = [
      ("04", .code(4), .code(4)), ("4", .malformed, .code(4)), ("004", .malformed, .malformed),
      ("02", .unknown, .unknown), ("2", .malformed, .unknown), ("99", .unknown, .unknown),
      ("0x", .unknown, .unknown), ("é€", .unknown, .unknown), ("é", .malformed, .malformed),
      ("Uur", .code(4), .code(4)), ("UUR", .code(4), .code(4)), ("uren", .malformed, .malformed),
      ("stuks (OUTPUT)", .code(82), .code(82)), ("euro's", .code(83), .code(83)),
      ("Dagdeel (4 uur)", .code(16), .code(16)), ("0", .malformed, .unknown),
      ("uur ", .malformed, .malformed),
    ]
    for (text, plain, restored) in cases {
      Array(text.utf8).withBytes { value in
        #expect(CodeList.unit.outcome(value, restoringZeros: false) == plain, "\(text)")
        #expect(CodeList.unit.outcome(value, restoringZeros: true) == restored, "\(text)")
      }
    }
  }

  @Test("what means missing, case ignored")
  func missing() {
    func isMissing(_ text: String, _ tokens: [String]?, _ dialect: Dialect = .iso) -> Bool {
      let missing = MissingValues(tokens: tokens, dialect: dialect)
      return Array(text.utf8).withBytes { missing.contains($0) }
    }
    let contract = [
      "", "NULL", "null", "Null", "(null)", "(NULL)", "\\N", "\\n", "None", "none", "NaN", "nan",
      "NA", "na", "N/A", "n/a", "nvt", "NVT", "n.v.t.", "N.V.T.", "-", "--", "onbekend", "ONBEKEND",
    ]
    for text in contract { #expect(isMissing(text, nil), "\(text)") }
    let values = [
      "n.v.t", "---", "0", "onbekende", "nul", ".", "unknown", "null)", "(null", "\\", "\\NN", "n",
      "nanna", "n.a.", "n.v.t..", "-0", "--0", "#N/A", "\u{212A}", "ＮＡ",
    ]
    for text in values {
      #expect(!isMissing(text, nil), "\(text)")
    }
    // The configuration's set replaces ours; the empty text always belongs to it.
    #expect(isMissing("", ["geen"]))
    #expect(isMissing("Geen", ["geen"]))
    #expect(!isMissing("NULL", ["geen"]))
    #expect(isMissing("ÉÉN", ["één"]))
    #expect(isMissing("1900", ["1900"]))
    #expect(isMissing("GEÉN", ["geén"]))
    #expect(!isMissing("--", ["geen"]))
    // What the fast lanes may read: else every number would be looked up.
    #expect(!MissingValues(tokens: nil, dialect: .iso).mayBeNumber)
    #expect(!MissingValues(tokens: nil, dialect: .statline).mayBeNumber)
    let numbers = [
      (["1900"], true), (["-1"], true), (["-", "geen"], false), (["--"], false), (["-x"], false),
      (["- 1"], false), (["0"], true), (["-0,00"], true), (["(1)"], false), (["x9"], false),
    ]
    for (tokens, mayBeNumber) in numbers {
      #expect(MissingValues(tokens: tokens, dialect: .iso).mayBeNumber == mayBeNumber, "\(tokens)")
    }
    #expect(isMissing(".", nil, .statline))
    #expect(isMissing(".", ["geen"], .statline))
  }
}
