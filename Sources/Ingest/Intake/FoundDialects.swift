/// How the chosen files are written: what to declare of each.
struct FoundDialects {
  /// Per kind the line under `[invoer]`, and what speaks for it.
  private(set) var lines: [FileKind: (declaration: String, evidence: [String])] = [:]
  /// Per kind why nothing is declared.
  private(set) var doubts: [FileKind: String] = [:]
  private var samples: [FileKind: [Sample]] = [:]

  private struct Sample {
    var detected: DetectedDialect
    let encoding: EncodingEvidence
  }

  init(_ files: [FileKind: ChosenFile]) {
    var failed: [FileKind] = []
    for kind in FileKind.allCases {
      guard let file = files[kind] else { continue }
      do { samples[kind] = try Self.samples(of: file) } catch {
        failed.append(kind)
        doubts[kind] = error.message
      }
    }
    // What one file leaves open, another one of the same program may tell.
    for kind in failed {
      guard let file = files[kind], let other = dialect(writtenAs: file) else { continue }
      var declared = DialectDeclaration()
      declared.decimal = other.decimal.map { .byte($0) } ?? DialectDeclaration.NumberMark.none
      declared.thousands = other.thousands.map { .byte($0) } ?? DialectDeclaration.NumberMark.none
      if let found = try? Self.samples(of: file, declared: declared) {
        samples[kind] = found
        doubts[kind] = nil
      }
    }
    for kind in FileKind.allCases {
      if let file = files[kind] { declare(file) }
    }
  }

  private func dialect(writtenAs file: ChosenFile) -> Dialect? {
    FileKind.allCases.lazy.flatMap { samples[$0] ?? [] }.map(\.detected).first {
      $0.dialect.separator == file.match.table.separator && $0.reading.hasNumbers
    }?.dialect
  }

  private static func samples(
    of file: ChosenFile, declared: DialectDeclaration = DialectDeclaration()
  ) throws(RunFailure) -> [Sample] {
    do {
      return try file.parts.map { table in
        var configuration = Configuration()
        configuration.headerLines[file.kind] = table.headerLine
        configuration.columnMappings[file.kind] = file.match.mappings
        configuration.fileDialects[file.kind] = declared
        let input = InputPart(
          kind: file.kind, name: table.name, path: table.path, isGzip: table.isGzip)
        let part = try OpenPart(name: table.name, headSize: 1 << 20, opener: PartOpener(input))
        return Sample(
          detected: try DialectDetector(file.kind, configuration: configuration).detect(part),
          encoding: EncodingEvidence(part))
      }
    } catch let failure as RunFailure {
      throw failure
    } catch let seeming as SeemingHeader {
      throw RunFailure.unusableHeaders([(file.parts[0].name, seeming.problem)])
    } catch {
      throw RunFailure(.internalError, "\(error)")
    }
  }

  /// The encoding that all files with other characters than ASCII have; nil where they differ. Files
  /// of ASCII alone will have it one day.
  private var commonEncoding: TextEncoding? {
    let proven = Set(
      samples.values.joined().compactMap { sample -> TextEncoding? in
        if case .proven(let encoding) = sample.encoding { encoding } else { nil }
      })
    guard proven.count == 1, let encoding = proven.first, encoding != .utf16 else { return nil }
    return encoding
  }

  private mutating func declare(_ file: ChosenFile) {
    guard var samples = samples[file.kind], !samples.isEmpty else { return }
    let known = samples.compactMap { sample -> TextEncoding? in
      if case .proven(let encoding) = sample.encoding { encoding } else { nil }
    }
    let encoding = known.first ?? commonEncoding
    for index in samples.indices {
      if case .anyEncoding = samples[index].encoding, let encoding {
        samples[index].detected = samples[index].detected.written(in: encoding)
      }
    }
    // A part without any number tells less than the others.
    let telling = samples.filter { $0.detected.reading.hasNumbers }
    let best = telling.first ?? samples[0]
    let dialects = Set((telling.isEmpty ? samples : telling).map(\.detected.dialect))
    guard dialects.count == 1, Set(known).count <= 1 else {
      doubts[file.kind] = "its parts are written in different ways, so each is detected in a run"
      return
    }
    let lines = Set(file.parts.map(\.headerLine))
    if lines.count > 1 {
      doubts[file.kind] =
        "its parts have their headers on different lines, which kopregel cannot say; remove the "
        + "lines above them"
    }
    let proposal = DialectProposal(
      kind: file.kind, dialect: best.detected.dialect, reading: best.detected.reading,
      encoding: encoding.map { .proven($0) } ?? .anyEncoding,
      headerLine: lines.count == 1 ? file.match.table.headerLine : nil)
    self.lines[file.kind] = (proposal.declaration, best.detected.evidence)
  }
}

extension DetectedDialect {
  fileprivate func written(in encoding: TextEncoding) -> DetectedDialect {
    var dialect = dialect
    dialect.encoding = encoding
    return DetectedDialect(dialect, evidence: evidence, reading: reading)
  }
}

extension TableMatch {
  /// The entries of the column map.
  var mappings: [ColumnMapping] {
    mapped.compactMap { index in
      positions[index].map {
        ColumnMapping(column: kind.columns[index].name, header: table.headers[$0], line: 0)
      }
    }
  }
}
