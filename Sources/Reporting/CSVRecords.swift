/// Reads the records of a CSV file that ``CSVWriter`` wrote: comma, LF, doubled quotes.
enum CSVRecords {
  static func records(in bytes: some Sequence<UInt8>) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var wasQuote = false
    func endField() {
      record.append(String(decoding: field, as: UTF8.self))
      field.removeAll(keepingCapacity: true)
    }
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\""):
        // The second of two quotes inside a quoted field stands for one.
        if !isQuoted && wasQuote { field.append(byte) }
        wasQuote = isQuoted
        isQuoted.toggle()
        continue
      case UInt8(ascii: ",") where !isQuoted:
        endField()
      case UInt8(ascii: "\n") where !isQuoted:
        endField()
        records.append(record)
        record.removeAll()
      default:
        field.append(byte)
      }
      wasQuote = false
    }
    return records
  }
}
