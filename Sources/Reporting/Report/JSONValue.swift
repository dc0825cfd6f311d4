/// A JSON value whose members keep their order and whose numbers keep their digits.
///
/// `JSONEncoder` can do neither: it sorts or shuffles keys, and writes 0.431250 as 0.43125 by way
/// of a `Double`. A published file must have the same bytes every time and the digits of the CSV.
///
///     let value: JSONValue = ["bestand": "declaraties.csv", "regels": 814, "aandeel": nil]
public enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  case integer(Int64)
  /// A number literal, written as it stands: `0.431250`.
  case digits(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// A key and its value.
  public struct Member: Sendable, Equatable {
    public let key: String
    public let value: JSONValue

    public init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// A string, or null.
  public static func optional(_ text: String?) -> JSONValue {
    text.map { .string($0) } ?? .null
  }

  /// A whole number.
  public static func count(_ number: Int) -> JSONValue {
    .integer(Int64(number))
  }

  /// Whether it is neither an array nor an object.
  var isScalar: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByNilLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int64) { self = .integer(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(nilLiteral: ()) { self = .null }
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { Member($0, $1) })
  }
}

/// Writes JSON: UTF-8, two spaces of indentation, LF.
///
/// An array or object of plain values stands on one line, so that a row of a table is a line for
/// `git diff` and `grep`.
public struct JSONWriter: Sendable {
  private var bytes: [UInt8] = []

  private init() {}

  /// The bytes of a document, with a line end.
  public static func bytes(of value: JSONValue) -> [UInt8] {
    var writer = JSONWriter()
    writer.write(value, indentation: 0)
    writer.append("\n")
    return writer.bytes
  }

  private mutating func write(_ value: JSONValue, indentation: Int) {
    switch value {
    case .null: append("null")
    case .bool(let flag): append(flag ? "true" : "false")
    case .integer(let number): append(String(number))
    case .digits(let digits): append(digits)
    case .string(let text): writeString(text)
    case .array(let elements):
      let isOnOneLine = elements.allSatisfy(\.isScalar)
      writeContainer("[", "]", elements, isOnOneLine, indentation) { writer, element in
        writer.write(element, indentation: indentation + 1)
      }
    case .object(let members):
      let isOnOneLine = members.allSatisfy(\.value.isScalar)
      writeContainer("{", "}", members, isOnOneLine, indentation) { writer, member in
        writer.writeString(member.key)
        writer.append(": ")
        writer.write(member.value, indentation: indentation + 1)
      }
    }
  }

  private mutating func writeContainer<Element>(
    _ open: String, _ close: String, _ elements: [Element], _ isOnOneLine: Bool, _ indentation: Int,
    _ write: (inout JSONWriter, Element) -> Void
  ) {
    append(open)
    for (index, element) in elements.enumerated() {
      if index > 0 { append(isOnOneLine ? ", " : ",") }
      if !isOnOneLine { startLine(indentation + 1) }
      write(&self, element)
    }
    if !isOnOneLine { startLine(indentation) }
    append(close)
  }

  private mutating func writeString(_ text: String) {
    append("\"")
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"): append("\\\\")
      case UInt8(ascii: "\n"): append("\\n")
      case UInt8(ascii: "\r"): append("\\r")
      case UInt8(ascii: "\t"): append("\\t")
      case ..<0x20: append(byte < 0x10 ? "\\u000" : "\\u00", String(byte, radix: 16))
      default: bytes.append(byte)
      }
    }
    append("\"")
  }

  private mutating func startLine(_ indentation: Int) {
    append("\n", String(repeating: "  ", count: indentation))
  }

  private mutating func append(_ texts: String...) {
    for text in texts { bytes.append(contentsOf: text.utf8) }
  }
}
