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
  static var styleHash: String {
    "sha256-" + Data(SHA256.hash(data: Data(AnnexStyle.css.utf8))).base64EncodedString()
  }
}
