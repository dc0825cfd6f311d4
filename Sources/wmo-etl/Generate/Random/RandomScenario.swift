import Ingest

/// Writes the files of a random municipality, with planted violations where asked.
struct RandomScenario {
  let size: RandomSize

  func write(to folder: String, dialect: OutputDialect) throws(RunFailure) {
    var random = SplitMix(seed: size.seed)
    let cleanLines = size.lines
    let source = RandomMunicipality(size, cleanLines: cleanLines, planted: 0, random: &random)
    let files = try MunicipalityFiles(folder: folder, dialect: dialect)
    try files.writeAll(source.municipality)
    let writer = try files.writer("declaraties", quotedShare: size.quoted, seed: size.seed)
    let declarations = try DeclarationWriter(
      writer,
      dialect: dialect,
      municipality: source.municipality
    )
    try RandomDeclarations(source, lines: cleanLines, random: random)
      .forEach { line throws(RunFailure) in
        try declarations.write(line, client: line.client, allocation: line.allocation + 1)
      }
    try writer.close()
  }
}
