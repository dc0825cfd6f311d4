import Foundation
import Ingest

/// Writes the files beside `declaraties` into one folder.
struct MunicipalityFiles {
  let folder: String
  let dialect: OutputDialect
  let calendar: CalendarText

  /// Creates the folder, with those above it.
  init(folder: String, dialect: OutputDialect) throws(RunFailure) {
    self.folder = folder
    self.dialect = dialect
    calendar = CalendarText(dialect)
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch { throw .cannotCreate(folder) }
  }

  func writer(_ name: String, quotedShare: Double = 0, seed: UInt64 = 0)
    throws(RunFailure) -> RecordWriter
  {
    try RecordWriter(
      path: "\(folder)/\(name).csv", dialect: dialect, calendar: calendar, quotedShare: quotedShare,
      seed: seed)
  }

  /// Writes one file: its header and a record per row.
  func write<Row>(
    _ name: String, _ columns: [String], _ rows: [Row], _ fields: (RecordWriter, Row) -> Void
  ) throws(RunFailure) {
    let writer = try writer(name)
    for column in columns { writer.text(column) }
    try writer.endRecord()
    for row in rows {
      fields(writer, row)
      try writer.endRecord()
    }
    try writer.close()
  }

  /// Writes all files; `lines` are those of `declaraties`.
  func writeAll(
    _ municipality: Municipality, _ lines: some Sequence<DeclaredLine>
  ) throws(RunFailure) {
    try writeAll(municipality)
    let writer = try writer("declaraties")
    let declarations = try DeclarationWriter(writer, dialect: dialect, municipality: municipality)
    for line in lines {
      try declarations.write(
        line, client: municipality.clients[line.client].number,
        allocation: municipality.allocations[line.allocation].number)
    }
    try writer.close()
  }

  /// Writes all files but `declaraties`.
  func writeAll(_ municipality: Municipality) throws(RunFailure) {
    try writeAllocations(municipality)
    try writeProducts(municipality)
    try writeProvidersAndClients(municipality)
    try writeDistricts(municipality)
    try writeMoney(municipality)
    try writeSupply(municipality)
    try writeConfiguration(municipality)
  }

  private func writeAllocations(_ municipality: Municipality) throws(RunFailure) {
    let hasEndings = municipality.allocations.contains { $0.ending != nil }
    let columns =
      [
        "toewijzing_nummer", "client_id", "aanbieder_agb", "beschikking_nummer",
        "product_categorie", "product_code", "toewijzingsdatum", "ingangsdatum", "einddatum",
        "volume", "eenheid", "frequentie", "budget", "reden_wijziging", "leveringsvorm",
      ] + (hasEndings ? ["stop_datum_levering", "reden_beeindiging"] : [])
    try write("toewijzingen", columns, municipality.allocations) { writer, allocation in
      let product = municipality.products[allocation.product]
      writer.numbered(UInt8(ascii: "T"), allocation.number)
      writer.pseudonym(municipality.clients[allocation.client].number)
      writer.text(municipality.providers[allocation.provider].agb)
      writer.numbered(UInt8(ascii: "B"), allocation.decision)
      writer.text(product.category)
      writer.text(product.code)
      writer.day(allocation.decided)
      writer.day(allocation.start)
      if let end = allocation.end { writer.day(end) } else { writer.empty() }
      limit(allocation.limit, product.unit, writer)
      writer.text(allocation.isDeleted ? "13" : "")
      writer.text("zin")
      guard hasEndings else { return }
      if let stop = allocation.ending?.stop { writer.day(stop) } else { writer.empty() }
      writer.text(allocation.ending?.reason ?? "")
    }
  }

  private func limit(_ limit: Allocation.Limit, _ unit: BillingUnit, _ writer: RecordWriter) {
    switch limit {
    case .none:
      writer.empty()
      writer.text(unit.allocationCode)
      writer.empty()
      writer.empty()
    case .volume(let volume, let frequency):
      writer.integer(volume)
      writer.text(unit.allocationCode)
      writer.integer(frequency)
      writer.empty()
    case .budget(let cents):
      for _ in 0..<3 { writer.empty() }
      writer.money(cents)
    }
  }

  private func writeProducts(_ municipality: Municipality) throws(RunFailure) {
    let hasLots = municipality.products.contains { $0.lot != nil }
    let columns =
      [
        "product_code", "omschrijving", "product_categorie", "voorzieningsoort", "product_groep",
        "eenheid",
      ] + (hasLots ? ["perceel"] : [])
    try write("producten", columns, municipality.products) { writer, product in
      for value in [
        product.code, product.description, product.category, product.kind, product.group,
        product.unit.allocationCode,
      ] { writer.text(value) }
      if hasLots { writer.text(product.lot ?? "") }
    }
  }

  private func writeProvidersAndClients(_ municipality: Municipality) throws(RunFailure) {
    try write("aanbieders", ["aanbieder_agb", "naam", "concern"], municipality.providers) {
      writer,
      provider in
      writer.text(provider.agb)
      writer.text(provider.name)
      writer.text(provider.concern ?? "")
    }
    let hasMunicipalities = municipality.clients.contains { $0.municipality != nil }
    let hasPostcodes = municipality.clients.contains { $0.postcode != nil }
    let columns =
      ["client_id", "geboortejaar", "geslacht", "buurt_code", "overlijdensdatum"]
      + (hasMunicipalities ? ["gemeente_code"] : []) + (hasPostcodes ? ["postcode"] : [])
    try write("clienten", columns, municipality.clients.filter(\.isListed)) { writer, client in
      writer.pseudonym(client.number)
      writer.integer(client.birthYear)
      writer.integer(client.sex)
      writer.text(client.neighbourhood)
      if let death = client.death { writer.day(death) } else { writer.empty() }
      if hasMunicipalities { writer.text(client.municipality ?? "") }
      if hasPostcodes { writer.text(client.postcode ?? "") }
    }
  }

  private func writeDistricts(_ municipality: Municipality) throws(RunFailure) {
    let columns = [
      "wijk_code", "peiljaar", "wijk_naam", "inwoners", "inwoners_0_14", "inwoners_15_24",
      "inwoners_25_44", "inwoners_45_64", "inwoners_65_plus", "gebied",
    ]
    let years = [municipality.window.upperBound.year - 1, municipality.window.upperBound.year]
    let rows = years.flatMap { year in municipality.districts.map { (year, $0) } }
    try write("gebieden", columns, rows) { writer, row in
      let (year, district) = row
      let isLast = year == years.last
      writer.text(district.code)
      writer.integer(year)
      writer.text(district.name)
      let inhabitants = isLast ? district.inhabitants : district.inhabitants * 99 / 100
      writer.integer(inhabitants)
      for count in Self.spread(inhabitants, by: district.ages) { writer.integer(count) }
      writer.text(district.area)
    }
  }
}

extension MunicipalityFiles {
  /// Whole numbers in proportion to shares per mille that add up to `count`.
  private static func spread(_ count: Int, by shares: AgeShares) -> [Int] {
    var share = 0
    var given = 0
    return shares.map { part in
      share += part
      let number = count * share / 1000 - given
      given += number
      return number
    }
  }
}

/// The wording of what can go wrong while files are generated.
extension RunFailure {
  static func cannotCreate(_ path: String) -> RunFailure {
    RunFailure(.cannotCreateOutput, "cannot create \(path): give --output a folder you may write")
  }

  static let cannotWrite = RunFailure(
    .readOrWriteFailed,
    "writing the generated files failed: is the disk full?")

  static func unsolvable(_ product: String) -> RunFailure {
    RunFailure(.internalError, "the volumes of \(product) cannot reach the published amount")
  }
}
