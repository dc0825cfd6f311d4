/// The wording of parts that are something else than CSV.
extension RunFailure {
  static func foreignContent(
    _ name: String, _ content: ForeignContent, isGzip: Bool
  ) -> RunFailure {
    let found: String
    switch content {
    case .gzip where isGzip: found = "is compressed twice with gzip; decompress it once"
    case .gzip: found = "is compressed with gzip; decompress it, or let its name end in .csv.gz"
    case .zip:
      found = "is a ZIP archive or an Excel workbook; unpack it, or save the sheet as CSV"
    case .oldWorkbook: found = "is an Excel workbook; save the sheet as CSV"
    case .html:
      found = "is a web page, perhaps one that asks to log in; download the CSV file anew"
    case .xml: found = "is an XML file; export it as CSV"
    case .unmarkedUTF16(let isBigEndian):
      let order = isBigEndian ? "big" : "little"
      found =
        "is UTF-16 (\(order) endian) without a byte order mark; save it with one and declare "
        + "codering = \"\(TextEncoding.utf16.rawValue)\" under [invoer], or save it as UTF-8 and "
        + "declare codering = \"\(TextEncoding.utf8.rawValue)\""
    }
    return RunFailure(.unusableInput, "\(name): \(found)")
  }

  static func byteOrderMarkMissing(_ name: String) -> RunFailure {
    RunFailure(
      .unusableInput,
      "\(name): codering = \"\(TextEncoding.utf16.rawValue)\" is declared, but the file has no "
        + "byte order mark; save it with one, or declare the encoding that it has")
  }
}
