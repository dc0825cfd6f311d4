import Analytics
import Disclosure
import Foundation
import Reporting

/// `verborgen.csv`: which bundles an edition hides and why. Internal, and read again by later editions.
enum HiddenBundlesFile {
  static let fileName = "verborgen.csv"
  private static let header = ["bundel", "reden"]

  static func bytes(of hidden: HiddenBundles) -> [UInt8] {
    var file = CSVWriter()
    file.write(header)
    for (name, reason) in hidden.sorted { file.write([name.text, reason.rawValue]) }
    return file.bytes
  }

  /// Nil when the bytes are no such file.
  static func hidden(in bytes: Data) -> HiddenBundles? {
    guard let records = records(in: bytes), records.first == header else { return nil }
    var reasons: [BundleName: HiddenBundles.Reason] = [:]
    for record in records.dropFirst() {
      guard record.count == 2, let reason = HiddenBundles.Reason(rawValue: record[1]),
        reasons.updateValue(reason, forKey: BundleName(record[0])) == nil
      else { return nil }
    }
    return HiddenBundles(reasons)
  }

  /// The records as ``CSVWriter`` writes them; nil for bytes that it does not write.
  private static func records(in bytes: Data) -> [[String]]? {
    var (records, record, field): ([[String]], [String], [UInt8]) = ([], [], [])
    var isQuoted = false
    // A second quote in a row takes back that the first has closed the text.
    var last: UInt8 = 0
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\""):
        if !isQuoted && last == byte { field.append(byte) }
        isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted, UInt8(ascii: "\n") where !isQuoted:
        guard let text = String(validating: field, as: UTF8.self) else { return nil }
        record.append(text)
        field = []
        if byte == UInt8(ascii: "\n") {
          records.append(record)
          record = []
        }
      default: field.append(byte)
      }
      last = byte
    }
    return isQuoted || !record.isEmpty || !field.isEmpty ? nil : records
  }
}
