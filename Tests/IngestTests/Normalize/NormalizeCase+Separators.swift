@testable import Ingest

extension NormalizeCase {
  private static func declared(
    _ separator: String,
    _ name: String,
    _ text: String,
    _ expected: String,
    escape: UInt8? = nil
  ) -> NormalizeCase {
    NormalizeCase(
      name: name,
      text: text,
      expected: expected,
      set: {
        $0.separator = Array(separator.utf8)
        $0.escape = escape
      }
    )
  }

  /// Separators of several characters.
  static let longSeparators: [NormalizeCase] = [
    declared(
      "||",
      "two bars, also in quotes",
      "a||b\n1||\"x||y\"\n\"q\"\"r\"|| \n",
      "a,b\n1,x||y\n\"q\"\"r\", \n"
    ),
    declared(
      ", ",
      "a comma and a blank",
      "a, b\n1, \"2, 3\"\n4,5, 6\n",
      "a,b\n1,\"2, 3\"\n\"4,5\",6\n"
    ),
    declared("||", "a bar alone is data", "a||b\n1|2||3\n|||4\n5||6|", "a,b\n1|2,3\n,|4\n5,6|\n"),
    declared("<->", "a separator begun twice", "a<->b\n1<-<->2\n<<->-\n", "a,b\n1<-,2\n<,-\n"),
    declared(
      "||",
      "a long separator and an escape",
      "a||b\n\"1\\\"||2\"||3\n",
      "a,b\n\"1\"\"||2\",3\n",
      escape: UInt8(ascii: "\\")
    ),
    declared("||", "blanks around quotes", "a||b\n \"x\" || y\n", "a,b\nx, y\n"),
    NormalizeCase(
      name: "two bars are detected",
      text: "a||b||c\n1||||3\n\"x|y\"||2|| \n",
      expected: "a,b,c\n1,,3\nx|y,2, \n"
    ),
    NormalizeCase(
      name: "two bars below skipped lines",
      text: "Export | x\na||b\n1||2\n",
      expected: "a,b\n1,2\n",
      set: { $0.skippedLines = 1 }
    ),
    NormalizeCase(
      name: "a line that names the separator",
      text: "SEP=:\r\na,x:b,y\r\n1:2\r\n3\r\n",
      expected: "\"a,x\",\"b,y\"\n1,2\n3\n",
      reported: ["test.csv:4: 1 field found, 2 expected"]
    ),
    NormalizeCase(
      name: "a quoted line that names the separator, below others, and a declared one",
      text: "Export\n\"sep=,\"\na;b,c\n",
      expected: "a,\"b,c\"\n",
      set: {
        $0.skippedLines = 1
        $0.separator = [UInt8(ascii: ";")]
      }
    ),
    declared("=", "a header that looks like it", "sep=;;\n1=2\n", "sep,;;\n1,2\n"),
    NormalizeCase(
      name: "single bars and empty values",
      text: "a|b|c\n1||3\n",
      expected: "a,b,c\n1,,3\n"
    ),
    NormalizeCase(
      name: "a column without a name",
      text: "a;;c\n1;;3\n",
      expected: "a,,c\n1,,3\n"
    ),
    NormalizeCase(
      name: "the stand-in is data where the separator is one character",
      text: "a;b\n1\u{1F}2;3\n",
      expected: "a,b\n1\u{1F}2,3\n"
    ),
  ]

  /// Tables below each other, and headers of several lines: every row is passed on.
  static let severalTables: [NormalizeCase] = [
    NormalizeCase(
      name: "two tables",
      text: "a;b\n1;2\n\nTotaal\nc;d;e\n3;4;5\n",
      expected: "a,b\n1,2\nTotaal\nc,d,e\n3,4,5\n",
      reported: [
        "test.csv:4: 1 field found, 2 expected", "test.csv:5: 3 fields found, 2 expected",
        "test.csv:6: 3 fields found, 2 expected",
      ],
      set: { $0.separator = [UInt8(ascii: ";")] }
    ),
    NormalizeCase(
      name: "a header of three lines and one of them again",
      text: "a;;\n\nb;c;d\n;e\n1;2;3\nb;c;d\n4;5;6\n",
      expected: "a b,c e,d\n1,2,3\nb,c,d\n4,5,6\n",
      set: {
        $0.separator = [UInt8(ascii: ";")]
        $0.headerLines = 3
      }
    ),
    NormalizeCase(
      name: "line breaks inside values",
      text: "a;b;c\n\"p\nq;r\ns\";2;\"t\n\"\n",
      expected: "a,b,c\n\"p\nq;r\ns\",2,\"t\n\"\n",
      set: { $0.separator = [UInt8(ascii: ";")] }
    ),
    NormalizeCase(
      name: "line breaks in the only column",
      text: "a\n\"x;y\nz;\"\n",
      expected: "a\n\"x;y\nz;\"\n",
      set: { $0.separator = [UInt8(ascii: ";")] }
    ),
  ]
}
