import Crypto
import Foundation
import Ingest
import Mustache

/// The annex for a council, `bijlage.html`: tables, figures and how they were counted, in one page
/// that needs nothing but itself.
///
/// It has no script, its only style sheet stands in it, and a Content-Security-Policy forbids the
/// browser to fetch or run anything else.
public struct AnnexFormat: ReportFormat {
  public static let fileName = "bijlage.html"

  private let language: AnnexLanguage

  public init(language: AnnexLanguage = .dutch) {
    self.language = language
  }

  public func files(of report: Report) throws -> [ReportFile] {
    var builder = AnnexBuilder(report, language: language)
    return [ReportFile(path: Self.fileName, bytes: Array(try Self.html(of: builder.page()).utf8))]
  }

  static func html(of page: AnnexPage) throws -> String {
    guard let html = try AnnexTemplates.library().render(page, withTemplate: "page") else {
      throw RunFailure(.internalError, "the annex has no template named page")
    }
    return html
  }

  /// The style sheet as a Content-Security-Policy names it.
  static var styleHash: String { hash(of: AnnexStyle.css) }

  static func hash(of style: String) -> String {
    "sha256-" + Data(SHA256.hash(data: Data(style.utf8))).base64EncodedString()
  }
}

/// What the templates show. The names of the properties are those in the templates.
///
/// A template looks a name up in the value at hand and then in those around it, so a name stands
/// for one thing in the whole page.
struct AnnexPage {
  let language: String
  let title: String
  let municipality: String
  let subtitle: String
  let notice: String
  let version: String
  let style: String
  let styleHash: String
  let skipLabel: String
  let contentsLabel: String
  let factsLabel: String
  let facts: [Fact]
  let warnings: [String]
  let sections: [Section]
  let made: String
  /// What a hidden figure is called where it is read out.
  var hiddenLabel = ""

  /// A term with what is to be said of it.
  struct Fact: Equatable {
    let term: String
    let detail: String
  }

  struct Section {
    let sectionID: String
    let heading: String
    var paragraphs: [String] = []
    var sentences: [Sentence] = []
    var commonLabel = ""
    /// What the cards of its tables have in common; empty where there is one card at most.
    var common: [Fact] = []
    var blocks: [Block] = []
  }

  /// One of the sentences at the beginning, with the table that it is taken from.
  struct Sentence {
    let sentence: String
    let target: String
    let targetName: String
  }

  /// One of a subheading, a table, a figure and a list of rules.
  struct Block {
    var theme: Theme?
    var figure: Figure?
    var table: TableView?
    var rules: Rules?
  }

  /// A part of a chapter: a subheading with what its figures say, in sentences.
  struct Theme {
    let themeTitle: String
    let themeTexts: [String]
  }

  struct Figure {
    let figureID: String
    let figureName: String
    let figureTitle: String
    let figureNote: String
    /// On paper only: WeasyPrint 57 gives a drawing no place among the tags of a PDF.
    let figureDescription: String
    /// SVG, for screens and paper and for phones.
    let wide: String
    let narrow: String
  }

  struct TableView {
    let tableID: String
    let tableName: String
    let caption: String
    let columns: [Heading]
    let rows: [Row]
    let note: String?
    var cardLabel: String
    /// Empty where all of it is common to the chapter.
    var card: [Fact]
  }

  struct Heading {
    let label: String
    let isNumeric: Bool
  }

  struct Row {
    let rowHeading: String
    let isTotal: Bool
    let values: [Value]
  }

  struct Value {
    let value: String
    let isNumber: Bool
    var isHidden = false
  }

  /// The counting rules of a table of the report.
  struct Rules {
    let rulesTitle: String
    let rulesLanguage: String
    let lines: [String]
  }
}
