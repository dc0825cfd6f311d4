import Testing

@testable import Ingest

/// One line of the table: a file, and the dialect that it has.
struct DetectionCase: CustomTestStringConvertible {
  let name: String
  var kind: FileKind = .declarations
  let text: String
  /// As in ``DetectedDialect/summary``; several for an ambiguity, none where nothing is readable.
  let expected: [String]
  var declared = DialectDeclaration()
  var bytes: [UInt8]?

  var testDescription: String { name }
}

/// The columns of declaraties that matter here, and rows below them.
func declarationLines(_ separator: String, _ rows: String..., dc: Bool = false) -> String {
  let names =
    ["product_periode_begindatum", "geleverd_volume", "product_tarief", "ingediend_bedrag"]
    + (dc ? ["debet_credit"] : [])
  return ([names.joined(separator: separator)] + rows).joined(separator: "\n") + "\n"
}

private let isoRows = Array(repeating: "2017-03-01,8,52.50,420.00", count: 19)

func declaring(_ change: (inout DialectDeclaration) -> Void) -> DialectDeclaration {
  var declaration = DialectDeclaration()
  change(&declaration)
  return declaration
}

private let isoWithSemicolon = "dialect = \"iso\", scheidingsteken = \";\""

extension DetectionCase {
  /// Separators, encodings, dates, rows with errors and files without evidence.
  static let ofWriting: [DetectionCase] = [
    DetectionCase(
      name: "iso",
      text: declarationLines(",", "2017-03-01,8,52.50,420.00"),
      expected: ["iso"]
    ),
    DetectionCase(
      name: "nl",
      text: declarationLines(";", "1-3-2017;8;52,50;1.420,00"),
      expected: ["nl-excel"]
    ),
    DetectionCase(
      name: "two digits of day and month",
      text: declarationLines(";", "01-03-2017;8;52,50;420,00"),
      expected: ["nl-excel"]
    ),
    DetectionCase(
      name: "nl in UTF-8",
      text: declarationLines(";", "1-3-2017;8;52,50;€ 1.234,50"),
      expected: ["nl-utf8"]
    ),
    DetectionCase(
      name: "nl with the euro sign of Windows",
      text: "",
      expected: ["nl-excel"],
      bytes: Array(declarationLines(";", "1-3-2017;8;52,50;").utf8.dropLast()) + [0x80]
        + Array(" 1.234,50\n".utf8)
    ),
    DetectionCase(
      name: "a byte that Windows does not have",
      text: "",
      expected: ["dialect = \"nl-excel\", codering = \"iso-8859-1\""],
      bytes: Array("naam_x\u{3b}".utf8) + [0x81]
        + Array((";" + declarationLines(";", "x;y;1-3-2017;8;52,50;1,00")).utf8)
    ),
    DetectionCase(
      name: "iso in Windows-1252",
      kind: .subsidies,
      text: "",
      expected: ["dialect = \"iso\", codering = \"windows-1252\""],
      bytes: Array("ontvanger_naam,jaar,verleend_bedrag\nCaf".utf8) + [0xE9]
        + Array(",2017,12.50\n".utf8)
    ),
    DetectionCase(
      name: "UTF-8 with a mark",
      text: "\u{FEFF}" + declarationLines(";", "1-3-2017;8;52,50;1,00"),
      expected: ["nl-utf8"]
    ),
    DetectionCase(
      name: "UTF-16",
      text: "",
      expected: ["dialect = \"nl-excel\", codering = \"utf-16\""],
      bytes: [0xFF, 0xFE]
        + declarationLines(";", "1-3-2017;8;52,50;1,00").utf16.flatMap {
          [UInt8($0 & 0xFF), UInt8($0 >> 8)]
        }
    ),
    DetectionCase(
      name: "quoted amounts",
      text: declarationLines(",", "2017-03-01,8,\"52,50\",\"1.420,00\""),
      expected: ["dialect = \"iso\", decimaal = \",\", duizendtal = \".\""]
    ),
    DetectionCase(
      name: "quoted everything",
      text: declarationLines(";", "\"1-3-2017\";\"8\";\"52,50\";\"420,00\""),
      expected: ["nl-excel"]
    ),
    DetectionCase(
      name: "negative amounts",
      text: declarationLines(";", "1-3-2017;-8;52,50;420,00-", "1-3-2017;8;;(1,00)"),
      expected: ["nl-excel"]
    ),
    DetectionCase(
      name: "tab",
      text: declarationLines("\t", "2017-03-01\t8\t52.50\t420.00"),
      expected: ["dialect = \"iso\", scheidingsteken = \"\\t\""]
    ),
    DetectionCase(
      name: "bar and Dutch values",
      text: declarationLines("|", "1-3-2017|8|52,50|1.420,00"),
      expected: ["dialect = \"nl-utf8\", scheidingsteken = \"|\""]
    ),
    DetectionCase(
      name: "lines end with CR",
      text: declarationLines(";", "1-3-2017;8;52,50;420,00", "2-3-2017;8;52,50;420,00")
        .replacing("\n", with: "\r"),
      expected: ["nl-excel"]
    ),
    DetectionCase(name: "header only", text: declarationLines(","), expected: ["iso"]),
    DetectionCase(name: "header only, nl", text: declarationLines(";"), expected: ["nl-excel"]),
    DetectionCase(
      name: "header only, D/C",
      text: declarationLines(";", dc: true),
      expected: ["nl-excel"]
    ),
    DetectionCase(name: "empty", text: "", expected: ["iso"]),
    DetectionCase(
      name: "one dirty row among twenty",
      text: declarationLines(
        ",",
        (isoRows + ["gisteren,veel,52.50,12,50"]).joined(separator: "\n")
      ),
      expected: ["iso"]
    ),
    DetectionCase(
      name: "Dutch money in one row of twenty",
      text: declarationLines(
        ",",
        (isoRows + ["2017-03-01,8,52.50,\"12,50\""]).joined(separator: "\n")
      ),
      expected: ["iso"]
    ),
    DetectionCase(
      name: "slashes",
      text: declarationLines(";", "1/3/2017;8;52,50;1.420,00", "31/03/2017;8;;1,00"),
      expected: ["dialect = \"nl-utf8\", datum = \"dd/mm/jjjj\""]
    ),
    DetectionCase(
      name: "points",
      text: declarationLines(";", "1.3.2017;8;52,50;1.420,00", "31.03.2017;8;;1,00"),
      expected: ["dialect = \"nl-utf8\", datum = \"dd.mm.jjjj\""]
    ),
    DetectionCase(
      name: "slashes, no thousands",
      text: declarationLines(";", "1/3/2017;8;52,50;420,00"),
      expected: ["dialect = \"nl-utf8\", datum = \"dd/mm/jjjj\""]
    ),
    DetectionCase(
      name: "points in dates and in amounts",
      text: declarationLines(";", "1.3.2017;8;52.50;420.00"),
      expected: ["dialect = \"iso\", scheidingsteken = \";\", datum = \"dd.mm.jjjj\""]
    ),
    DetectionCase(
      name: "slashes between commas",
      text: declarationLines(",", "01/03/2017,8,52.50,420.00"),
      expected: ["dialect = \"iso\", datum = \"dd/mm/jjjj\""]
    ),
    DetectionCase(
      name: "slashes, whole amounts",
      text: declarationLines(";", "1/3/2017;8;52;420"),
      expected: ["dialect = \"iso\", scheidingsteken = \";\", datum = \"dd/mm/jjjj\""]
    ),
    DetectionCase(
      name: "iso at midnight",
      text: declarationLines(",", "2017-03-01 00:00:00,8,52.50,420.00"),
      expected: ["iso"]
    ),
    DetectionCase(
      name: "nl at midnight",
      text: declarationLines(";", "1-3-2017 0:00;8;52,50;420,00"),
      expected: ["nl-excel"]
    ),
    DetectionCase(
      name: "slashes at midnight",
      text: declarationLines(";", "1/3/2017 00:00;8;52,50;1.420,00"),
      expected: ["dialect = \"nl-utf8\", datum = \"dd/mm/jjjj\""]
    ),
    DetectionCase(
      name: "protected dates and amounts",
      text: declarationLines(";", "=\"1-3-2017\";8;\"=\"\"52,50\"\"\";=\"420,00\""),
      expected: ["nl-excel"]
    ),
    DetectionCase(
      name: "a protected header",
      text: "=\"product_periode_begindatum\";=\"ingediend_bedrag\"\n1-3-2017;420,00\n",
      expected: ["nl-excel"]
    ),
    DetectionCase(
      name: "markers of missing values and errors of a spreadsheet",
      text: declarationLines(";", "nvt;N/A;--;420,00", "1-3-2017;8;NaN;(null)"),
      expected: ["nl-excel"]
    ),
    DetectionCase(
      name: "years of two digits",
      text: declarationLines(";", "01-03-17;8;52,50;420,00"),
      expected: ["nl-excel"]
    ),
    DetectionCase(
      name: "no value is readable",
      text: declarationLines(";", "1 maart;acht;veel;meer"),
      expected: []
    ),
    DetectionCase(
      name: "totals and blank lines do not count",
      text: declarationLines(",", "", ",,,", "Totaal: 3,x,y,z", "2017-03-01,8,52.50,420.00"),
      expected: ["iso"]
    ),
    DetectionCase(
      name: "missing values do not count",
      text: declarationLines(";", "n.v.t.;NULL;-;420,00"),
      expected: ["nl-excel"]
    ),
    DetectionCase(
      name: "the point is declared",
      text: declarationLines(";", "1-3-2017;8;52.50;420.00"),
      expected: ["dialect = \"nl-excel\", decimaal = \".\", duizendtal = \"\""],
      declared: declaring {
        $0.decimal = .byte(UInt8(ascii: "."))
        $0.thousands = DialectDeclaration.NumberMark.none
      }
    ),
    DetectionCase(
      name: "a preset is declared",
      text: declarationLines(",", "2017-03-01,8,52.50,420.00"),
      expected: ["iwmo"],
      declared: DialectDeclaration(preset: .iwmo)
    ),
    DetectionCase(
      name: "subsidies are euros",
      kind: .subsidies,
      text: "ontvanger_naam;jaar;verleend_bedrag\nBuurthuis;2017;12000\n",
      expected: ["nl-excel"]
    ),
    DetectionCase(
      name: "statline",
      kind: .districts,
      text: "gwb_code;peiljaar;regio;a_inw;a_00_14\nWK063701;2017;Centrum;12400;.\n",
      expected: ["statline"]
    ),
    DetectionCase(
      name: "districts with plain numbers",
      kind: .districts,
      text: "wijk_code;peiljaar;wijk_naam;inwoners\nWK063701;2017;Centrum;12400\n",
      expected: ["nl-excel"]
    ),
    DetectionCase(
      name: "no typed columns",
      kind: .providers,
      text: "aanbieder_agb;naam\n41000001;Zorg, Noord\n",
      expected: ["nl-excel"]
    ),
    DetectionCase(
      name: "clients of iwmo",
      kind: .clients,
      text: "client_id;geboortedatum\nKL-1;19510203\n",
      expected: ["iwmo"]
    ),
    DetectionCase(
      name: "budgets of whole numbers",
      kind: .allocations,
      text: "toewijzing_nummer;ingangsdatum;budget\nT-1;2017-01-01;5000\n",
      expected: ["iwmo", isoWithSemicolon]
    ),
    DetectionCase(
      name: "allocations without budgets",
      kind: .allocations,
      text: "toewijzing_nummer;ingangsdatum;volume\nT-1;2017-01-01;4\n",
      expected: ["iwmo"]
    ),
  ]
}
