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
    _ open: String,
    _ close: String,
    _ elements: [Element],
    _ isOnOneLine: Bool,
    _ indentation: Int,
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
