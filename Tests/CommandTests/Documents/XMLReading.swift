import Foundation
import FoundationXML
import Testing

/// A text that a strict parser of XML has read: the characters between its tags, element by element.
final class XMLReading: NSObject, XMLParserDelegate {
  /// The texts of the elements without children, by the name of the element.
  private(set) var texts: [String: [String]] = [:]
  private var text = ""

  /// Fails the test where the text is not well formed.
  init(_ bytes: Data, name: String) {
    super.init()
    let parser = XMLParser(data: bytes)
    parser.delegate = self
    #expect(parser.parse(), "\(name), line \(parser.lineNumber): \(parser.parserError as Any)")
  }

  /// A page of HTML whose only elements without an end tag are those that never have one.
  convenience init(page: String, name: String) {
    let body = page.replacing("<!DOCTYPE html>\n", with: "")
      .replacing(/<meta ([^>]*)>/) { "<meta \($0.output.1)/>" }
    self.init(Data(body.utf8), name: name)
  }

  func parser(
    _ parser: XMLParser,
    didStartElement name: String,
    namespaceURI: String?,
    qualifiedName: String?,
    attributes: [String: String]
  ) {
    text = ""
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(
    _ parser: XMLParser,
    didEndElement name: String,
    namespaceURI: String?,
    qualifiedName: String?
  ) {
    texts[name, default: []].append(text)
    text = ""
  }
}
