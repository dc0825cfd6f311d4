extension Preparation {
  /// Warns of files of the folder that are not read for their names, but have the header of a file
  /// that is not there.
  static func warnOfUnrecognised(in folder: InputFolder, remarks: inout InputRemarks) {
    let absent = FileKind.allCases.filter { folder[$0].isEmpty }
    for name in folder.otherFiles {
      // What cannot be opened or split has no header, and is not read anyway.
      guard let names = try? headerNames(of: name, in: folder) else { continue }
      let kind = absent.first { !Header(names, kind: $0, columnMap: [:]).lacksNeeded }
      if let kind { remarks.warn(.unrecognisedFile(name, kind: kind)) }
    }
  }

  private static func headerNames(of name: String, in folder: InputFolder) throws -> [String] {
    let isGzip = InputName.ending(of: name) == ".csv.gz"
    let file = InputPart(
      kind: .declarations, name: name, path: "\(folder.path)/\(name)", isGzip: isGzip)
    let part = try OpenPart(name: name, headSize: 1 << 16, opener: try PartOpener(file))
    return try DialectDetector(.declarations, configuration: Configuration()).sample(of: part)
      .header.names
  }
}
