import Analytics
import Foundation
import Ingest
import Mustache
import Testing

@testable import Reporting

@Suite("the annex")
struct AnnexTests {
  @Test(
    "each template, with a page that has one of everything",
    arguments: AnnexTemplates.texts.keys.sorted()
  )
  func templates(name: String) throws {
    let page = Self.page
    let block = try #require(page.sections.first?.blocks)
    let object: Any =
      switch name {
      case "page": page
      case "section": try #require(page.sections.first)
      case "theme": try #require(block[0].theme)
      case "figure": try #require(block[1].figure)
      case "table", "card": try #require(block[2].table)
      case "rules": try #require(block[3].rules)
      default: throw CancellationError()
      }
    let text = try #require(try AnnexTemplates.library().render(object, withTemplate: name))
    try Golden.expect(text.replacing(AnnexStyle.css, with: "…"), "\(name).html")
  }

  @Test("a template has no name that the page lacks")
  func names() {
    var known = Set([".", "empty(sentences)", "empty(common)", "empty(card)"])
    Self.collectNames(of: Self.page, in: &known)
    for (template, text) in AnnexTemplates.texts {
      for match in text.matches(of: /\{\{\{?[#^\/]?\s*([^}>]+?)\s*\}?\}\}/)
      where !known.contains(String(match.output.1)) {
        Issue.record("\(template) names \(match.output.1)")
      }
    }
  }

  @Test("what comes from the data is escaped, also in attributes")
  func escaping() throws {
    let html = try Self.html(of: Self.report(named: "<b>\"x\" & y</b>"), .dutch)
    #expect(!html.contains("<b>\"x\""))
    #expect(html.contains("&lt;b&gt;&quot;x&quot; &amp; y&lt;/b&gt;"))
  }

  @Test("no script, nothing from elsewhere, and a policy that holds the style sheet to its hash")
  func policy() throws {
    let html = try Self.html(of: Self.report(), .dutch)
    for word in ["<script", "javascript:", "<link", "@import", " style=", " onload"] {
      #expect(!html.contains(word), "\(word)")
    }
    // The only address is the name space of SVG, which nobody fetches.
    #expect(
      html.matches(of: /https?:\/\/[^"]*/).allSatisfy { $0.output == "http://www.w3.org/2000/svg" }
    )
    #expect(html.contains("content=\"default-src 'none'; style-src '\(AnnexFormat.styleHash)'"))
  }

  @Test(
    "a report without a line is a page, too, with tables that are header only or without tables",
    arguments: AnnexLanguage.allCases, [[], Analysis.all]
  )
  func empty(language: AnnexLanguage, analyses: [Analysis]) throws {
    let report = Report(
      version: "1",
      municipality: .init(),
      period: nil,
      basis: .declaration,
      tables: analyses.map {
        Table(name: $0.name, title: $0.title, countingRules: [], columns: $0.columns, rows: [])
      }
    )
    let html = try Self.html(of: report, language)
    #expect(html.contains("<html lang=\"\(language.rawValue)\">"))
    #expect(html.components(separatedBy: "<h1").count == 2)
  }

  @Test("nothing stays to be filled in", arguments: AnnexLanguage.allCases)
  func filled(language: AnnexLanguage) throws {
    let body = try #require(
      try Self.html(of: Self.report(), language).components(separatedBy: "<body>").last
    )
    #expect(body.firstMatch(of: /\{\w+\}/) == nil)
  }

  @Test("figures in the notation of the language")
  func notation() {
    let (dutch, english) = (AnnexNotation(language: .dutch), AnnexNotation(language: .english))
    #expect(dutch.euros(1_139_331_14) == "€ 1.139.331")
    #expect(dutch.euros(-1_50) == "€ -2")
    #expect(dutch.cents(58_21) == "€ 58,21")
    #expect(dutch.share(830_000) == "83,0%")
    #expect(dutch.text(.number(186_422), .ratio(decimals: 4)) == "18,64")
    #expect(dutch.text(.empty, .amount) == "–")
    #expect(english.euros(1_139_331_14) == "€1,139,331")
    #expect(english.share(830_000) == "83.0%")
    #expect(dutch.shortMonth(Month(year: 2017, month: 3)) == "mrt 2017")
  }

  private static func html(of report: Report, _ language: AnnexLanguage) throws -> String {
    try String(
      decoding: #require(try AnnexFormat(language: language).files(of: report).first).bytes,
      as: UTF8.self
    )
  }

  private static func collectNames(of value: Any, in names: inout Set<String>) {
    for child in Mirror(reflecting: value).children {
      if let label = child.label { names.insert(label) }
      collectNames(of: child.value, in: &names)
    }
  }
}
