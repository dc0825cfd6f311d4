@testable import Ingest

extension NormalizeCase {
  private static let split = told("line by line")
  private static let one = told("as one value")

  private static func told(_ how: String) -> String {
    "the quote that opens here is never closed; the rest of the file is passed on \(how), so close "
      + "it or remove it"
  }

  /// Quotes that are never closed.
  static let openQuotes: [NormalizeCase] = [
    NormalizeCase(
      name: "an open quote before whole records",
      text: "a;b;c\n1;2;3\n4;\"x;6\n\n7;\"\";9\r\n10;11\n",
      expected: "a,b,c\n1,2,3\n4,\"\"\"x\",6\n7,,9\n10,11\n",
      reported: ["test.csv:3: \(split)", "test.csv:6: 2 fields found, 3 expected"]
    ),
    NormalizeCase(
      name: "an open quote in the last value",
      text: "a;b\n1;2\n3;\"x",
      expected: "a,b\n1,2\n3,\"\"\"x\"\n",
      reported: ["test.csv:3: \(split)"]
    ),
    NormalizeCase(
      name: "an open quote before a text",
      text: "a;b;c\n1;\"x\ny \"\"z\"\"\n",
      expected: "a,b,c\n1,\"\"\"x\ny \"\"\"\"z\"\"\"\"\"\n",
      reported: ["test.csv:2: \(one)", "test.csv:2: 2 fields found, 3 expected"]
    ),
    NormalizeCase(
      name: "an open quote behind a value of two lines",
      text: "a;b;c;d\n\"1\n2\";3;\"x\n",
      expected: "a,b,c,d\n\"1\n2\",3,\"\"\"x\"\n",
      reported: ["test.csv:3: \(one)", "test.csv:2: 3 fields found, 4 expected"]
    ),
    NormalizeCase(
      name: "an open quote in the header",
      text: "a;\"b\n1;2\n",
      expected: "a,\"\"\"b\"\n1,2\n",
      reported: ["test.csv:1: \(split)"]
    ),
    NormalizeCase(
      name: "an open quote in one column",
      text: "a\n\"x\ny\n",
      expected: "a\n\"\"\"x\ny\"\n",
      reported: ["test.csv:2: \(one)"]
    ),
    NormalizeCase(
      name: "an open quote in Windows-1252",
      text: "",
      expected: "a,b,c\n\u{E9},\"\"\"\u{E9}\"\n",
      reported: ["test.csv:2: \(one)", "test.csv:2: 2 fields found, 3 expected"],
      bytes: Array("a;b;c\n".utf8) + [0xE9, 0x3B, 0x22, 0xE9]
    ),
    NormalizeCase(
      name: "an open quote and a long separator",
      text: "a||b\n1||\"x\n2||\"\"\n",
      expected: "a,b\n1,\"\"\"x\"\n2,\n",
      reported: ["test.csv:2: \(split)"],
      set: { $0.separator = Array("||".utf8) }
    ),
  ]
}
