@testable import Ingest

extension DetectionCase {
  /// Files with something above their header.
  static let aboveHeader: [DetectionCase] = [
    DetectionCase(
      name: "a line sep=",
      text: "sep=;\n" + declarationLines(";", "1-3-2017;8;52,50;1.420,00"),
      expected: ["nl-excel"]
    ),
    DetectionCase(
      name: "a line sep= in quotes, with a tab",
      text: "\"sep=\t\"\r\n" + declarationLines("\t", "2017-03-01\t8\t52.50\t420.00"),
      expected: ["dialect = \"iso\", scheidingsteken = \"\\t\""]
    ),
    DetectionCase(
      name: "a separator that is not tried otherwise",
      text: "sep=^\n" + declarationLines("^", "2017-03-01^8^52.50^420.00"),
      expected: ["dialect = \"iso\", scheidingsteken = \"^\""]
    ),
    DetectionCase(
      name: "a title of one field",
      text: "Overzicht\n\n" + declarationLines(";", "1-3-2017;8;52,50;1.420,00"),
      expected: ["nl-excel"]
    ),
    DetectionCase(
      name: "a title with other separators, and a quote",
      text: "Overzicht, \"Wmo\", 2017,,,\n;;;\n"
        + declarationLines(";", "1-3-2017;8;52,50;1.420,00"),
      expected: ["nl-excel"]
    ),
    DetectionCase(
      name: "a title below sep=",
      text: "sep=|\nOverzicht;2017\n" + declarationLines("|", "2017-03-01|8|52.50|420.00"),
      expected: ["dialect = \"iso\", scheidingsteken = \"|\""]
    ),
  ]
}
