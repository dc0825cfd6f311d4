@testable import Ingest

private let isoWithSemicolon = "dialect = \"iso\", scheidingsteken = \";\""

private let pointAndDutchDates =
  "dialect = \"iso\", scheidingsteken = \";\", datum = \"dd-mm-jjjj\""

extension DetectionCase {
  /// Euros or eurocents, and what a point in a number is.
  static let ofMoney: [DetectionCase] = [
    DetectionCase(
      name: "iwmo",
      text: declarationLines(";", "2017-03-01;8;5250;42000;D", dc: true),
      expected: ["iwmo"]
    ),
    DetectionCase(
      name: "iwmo with compact dates",
      text: declarationLines(";", "20170301;8;5250;42000;C", dc: true),
      expected: ["iwmo"]
    ),
    DetectionCase(
      name: "D/C with decimals is euros",
      text: declarationLines(";", "2017-03-01;8;52.50;420.00;D", dc: true),
      expected: [isoWithSemicolon]
    ),
    DetectionCase(
      name: "D/C in Dutch",
      text: declarationLines(";", "1-3-2017;8;52,50;420;D", dc: true),
      expected: ["nl-excel"]
    ),
    DetectionCase(
      name: "D/C with a negative whole amount",
      text: declarationLines(";", "2017-03-01;8;5250;-42000;D", dc: true),
      expected: [isoWithSemicolon]
    ),
    DetectionCase(
      name: "D/C, all whole but one of a hundred",
      text: declarationLines(
        ";",
        (Array(repeating: "2017-03-01;8;5250;42000;D", count: 99)
          + ["2017-03-01;8;5250;420.00;D"]).joined(separator: "\n"),
        dc: true
      ),
      expected: [isoWithSemicolon, "iwmo"]
    ),
    DetectionCase(
      name: "euros or eurocents",
      text: declarationLines(";", "2017-03-01;8;5250;42000"),
      expected: [isoWithSemicolon, "iwmo"]
    ),
    DetectionCase(
      name: "euros or eurocents, compact dates",
      text: declarationLines(";", "20170301;8;;42000"),
      expected: ["dialect = \"iso\", scheidingsteken = \";\", datum = \"jjjjmmdd\"", "iwmo"]
    ),
    DetectionCase(
      name: "eurocents are declared",
      text: declarationLines(";", "2017-03-01;8;5250;42000"),
      expected: ["iwmo"],
      declared: declaring { $0.money = .eurocent }
    ),
    DetectionCase(
      name: "euros are declared",
      text: declarationLines(";", "2017-03-01;8;5250;42000"),
      expected: ["dialect = \"iwmo\", geld = \"euro\""],
      declared: declaring { $0.money = .euro }
    ),
    DetectionCase(
      name: "whole amounts with commas are euros",
      text: declarationLines(",", "2017-03-01,8,5250,42000"),
      expected: ["iso"]
    ),
    DetectionCase(
      name: "whole amounts in Dutch are euros",
      text: declarationLines(";", "1-3-2017;8;5250;42000"),
      expected: ["nl-excel"]
    ),
    DetectionCase(
      name: "no cents, and euros behind",
      text: declarationLines(";", "1-3-2017;8;52,- EUR;1.420,-- €", "1-3-2017;8;;-420 €"),
      expected: ["nl-utf8"]
    ),
    DetectionCase(
      name: "no cents in iso",
      text: declarationLines(",", "2017-03-01,8,52.-,EUR 420.--"),
      expected: ["iso"]
    ),
    DetectionCase(
      name: "a rate of three digits after the point",
      text: declarationLines(";", "2017-03-01;8;1.234;1.000,5"),
      expected: ["dialect = \"nl-utf8\", datum = \"jjjj-mm-dd\""]
    ),
    DetectionCase(
      name: "nothing but such a rate",
      kind: .rates,
      text: "product_code;tarief;geldig_vanaf\n02A01;1.234;1-3-2017\n",
      expected: ["nl-excel", pointAndDutchDates]
    ),
    DetectionCase(
      name: "such a rate between commas",
      kind: .rates,
      text: "product_code,tarief,geldig_vanaf\n02A01,1.234,2017-03-01\n",
      expected: ["iso"]
    ),
    DetectionCase(
      name: "such a rate that begins with zero",
      kind: .rates,
      text: "product_code;tarief;geldig_vanaf\n02A01;0.985;1-3-2017\n",
      expected: [pointAndDutchDates]
    ),
  ]
}
