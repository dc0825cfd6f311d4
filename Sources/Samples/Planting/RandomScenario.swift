package import Ingest

/// Writes the files of a random municipality, with planted violations where asked.
package struct RandomScenario {
  let size: RandomSize

  package init(size: RandomSize) { self.size = size }

  package func write(to folder: String, dialect: OutputDialect) throws(RunFailure) {
    var random = SplitMix(seed: size.seed)
    let plan = PlantingPlan(size, dialect: dialect)
    let cleanLines = size.lines - plan.lines
    let source = RandomMunicipality(
      size, cleanLines: cleanLines, planted: plan.allocations, random: &random)
    let planting = Planting(
      plan, size: size, source: source, firstReference: cleanLines + 1,
      random: SplitMix(seed: random.next()))
    let files = try MunicipalityFiles(folder: folder, dialect: dialect)
    var municipality = planting.source.municipality
    RandomSupply(seed: size.seed).complete(&municipality, source.stays)
    RandomMoney(seed: size.seed).complete(&municipality)
    try files.writeAll(municipality)
    let writer = try files.writer("declaraties", quotedShare: size.quoted, seed: size.seed)
    let declarations = try DeclarationWriter(writer, dialect: dialect, municipality: municipality)
    let clean = RandomDeclarations(source, lines: cleanLines, random: random)
    try write(clean, cleanLines, planting.lines, to: declarations)
    try writer.close()
    if size.dirty > 0 { try files.write(planting.truth.json, to: "truth.json") }
  }

  /// Writes the clean lines, with the planted ones spread evenly among them.
  private func write(
    _ clean: RandomDeclarations, _ cleanLines: Int, _ planted: [Planting.PlantedLine],
    to declarations: DeclarationWriter
  ) throws(RunFailure) {
    var written = 0
    var next = 0
    try clean.forEach { line throws(RunFailure) in
      try declarations.write(line, client: line.client, allocation: line.allocation + 1)
      written += 1
      while next < planted.count * written / cleanLines {
        try write(planted[next], to: declarations)
        next += 1
      }
    }
  }

  private func write(
    _ planted: Planting.PlantedLine, to declarations: DeclarationWriter
  ) throws(RunFailure) {
    let (client, allocation) = (planted.line.client, planted.line.allocation + 1)
    if let edit = planted.edit {
      try declarations.write(planted.line, client: client, allocation: allocation, edit: edit)
    } else {
      try declarations.write(planted.line, client: client, allocation: allocation)
    }
  }
}
