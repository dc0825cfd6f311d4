import Analytics
import Ingest

@testable import Reporting

extension AnnexTests {
  /// A page with one of everything.
  static var page: AnnexPage {
    AnnexPage(
      language: "nl",
      title: "Titel",
      municipality: "Gemeente & co",
      subtitle: "Ondertitel",
      notice: "Intern",
      version: "1.2.3",
      style: AnnexStyle.css,
      styleHash: "sha256-A+b/c=",
      skipLabel: "Naar de inhoud",
      contentsLabel: "Inhoud",
      factsLabel: "Over",
      facts: [.init(term: "Periode", detail: "2017")],
      warnings: ["Let op."],
      sections: [
        .init(
          sectionID: "kort",
          heading: "In het kort",
          paragraphs: ["Alinea <1>."],
          sentences: [.init(sentence: "Zin.", target: "tabel-viv", targetName: "Tabel 1")],
          commonLabel: "Voor alle",
          common: [.init(term: "Peildatum", detail: "31 maart & later")],
          blocks: [
            .init(theme: .init(themeTitle: "Thema & meer", themeTexts: ["Eén.", "Twee <2>."])),
            .init(
              figure: .init(
                figureID: "figuur-1",
                figureName: "Figuur 1.",
                figureTitle: "Wat.",
                figureNote: "Zie tabel 1.",
                figureDescription: "Een balk.",
                wide: "<svg/>",
                narrow: "<svg/>"
              )
            ),
            .init(
              table: .init(
                tableID: "tabel-viv",
                tableName: "Tabel 1.",
                caption: "Gebruik",
                columns: [
                  .init(label: "Product", isNumeric: false),
                  .init(label: "Bedrag", isNumeric: true),
                ],
                rows: [
                  .init(
                    rowHeading: "Een",
                    isTotal: false,
                    values: [.init(value: "€ 1", isNumber: true)]
                  ),
                  .init(
                    rowHeading: "Totaal",
                    isTotal: true,
                    values: [.init(value: "–", isNumber: false)]
                  ),
                ],
                note: "Een noot.",
                cardLabel: "Telkaart",
                card: [.init(term: "Run", detail: "2ace4b98")]
              )
            ),
            .init(
              rules: .init(rulesTitle: "Regels", rulesLanguage: "nl", lines: ["Regel \"één\"."])
            ),
          ]
        )
      ],
      made: "Gemaakt."
    )
  }

  /// A small report with the tables from which sentences and charts come.
  static func report(named district: String = "Noord") -> Report {
    let month = Int64(Month(year: 2017, month: 1).number)
    return Report(
      version: "1.2.3",
      municipality: .init(code: "0637", name: "Zoetermeer"),
      period: .init(
        days: Month(year: 2017, month: 1).firstDay...Month(year: 2017, month: 3).lastDay,
        isFromData: true
      ),
      basis: .service,
      tables: [
        Table(
          name: "product-gebruik",
          title: "Gebruik",
          countingRules: ["Regel.", "Eigen regel."],
          columns: Analysis.productUse.columns,
          rows: [
            [
              .text("product"), .text("vrij_inzetbaar"), .text("02A21"), .text("Begeleiding"),
              .number(3), .number(2), .number(1), .number(9_999_50), .number(500_00), .number(1),
            ],
            [
              .text("voorzieningsoort"), .text("vrij_inzetbaar"), .empty, .empty, .number(3),
              .number(2), .number(1), .number(9_999_50), .number(500_00), .number(1),
            ],
            [
              .text("totaal"), .empty, .empty, .empty, .number(3), .number(2), .number(1),
              .number(9_999_50), .number(4_999_75), .number(1),
            ],
          ]
        ),
        Table(
          name: "maandverloop",
          title: "Verloop",
          countingRules: ["Regel."],
          columns: Analysis.monthlyCourse.columns,
          rows: (0..<3).map { offset in
            [.number(month + Int64(offset))] + (0..<6).map { .number(Int64($0 * 10 + offset)) }
          }
        ),
        Table(
          name: "wijken",
          title: "Wijken",
          countingRules: [],
          columns: Analysis.districtUse.columns,
          rows: [("\(district)", Int64(20)), ("Zuid", 10), ("totaal", 30)].map { name, clients in
            [
              .text(name), .text("totaal"), .empty, .number(1000), .number(clients),
              .number(clients * 10_000), .number(5), .number(700_00), .number(50_00), .number(70),
            ]
          }
        ),
      ]
    )
  }
}
