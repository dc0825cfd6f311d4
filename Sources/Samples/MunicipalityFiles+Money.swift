import Foundation
import Ingest

extension MunicipalityFiles {
  /// Writes `subsidies`, `tarieven` and `begroting`.
  func writeMoney(_ municipality: Municipality) throws(RunFailure) {
    let subsidyColumns = ["ontvanger_naam", "jaar", "verleend_bedrag"]
    try write("subsidies", subsidyColumns, municipality.subsidies) { writer, subsidy in
      writer.text(subsidy.recipient)
      writer.integer(subsidy.year)
      writer.money(subsidy.cents)
    }
    let rateColumns = [
      "product_code", "aanbieder_agb", "tarief", "eenheid", "geldig_vanaf", "geldig_tot",
    ]
    try write("tarieven", rateColumns, municipality.rates) { writer, rate in
      let product = municipality.products[rate.product]
      writer.text(product.code)
      writer.text(rate.provider.map { municipality.providers[$0].agb } ?? "")
      writer.money(rate.cents * product.unit.piecesPerDeclared(dialect))
      writer.text(product.unit.declaredCode(dialect))
      writer.day(rate.from)
      if let through = rate.through { writer.day(through) } else { writer.empty() }
    }
    let budgetColumns = ["jaar", "voorzieningsoort", "product_groep", "bedrag_begroot"]
    try write("begroting", budgetColumns, municipality.budget) { writer, line in
      writer.integer(line.year)
      writer.text(line.kind)
      writer.text(line.group)
      writer.money(line.cents)
    }
  }

  /// Writes `wmo-etl.toml`: the configuration that belongs to the files.
  func writeConfiguration(_ municipality: Municipality) throws(RunFailure) {
    let code = municipality.code.map { "gemeente_code = \"\($0)\"\n" } ?? ""
    let text = """
      \(code)gemeente_naam = "\(municipality.name)"

      [periode]
      van = "\(municipality.window.lowerBound.iso)"
      tot_en_met = "\(municipality.window.upperBound.iso)"
      basis = "prestatie"

      \(growth(municipality))[invoer]
      dialect = "\(dialect.rawValue)"

      [telregels]
      tussenpoos_maanden = 2
      gelijktijdig_maanden = 1
      leeftijdsklassen = [0, 18, 30, 45, 65, 75, 85]

      [opvolging]
      van = "\(municipality.sequenceWindow.lowerBound.iso)"
      tot_en_met = "\(municipality.sequenceWindow.upperBound.iso)"

      [afkeur]
      maximaal_aandeel = \(municipality.rejectShare)
      \(municipality.furtherSections.isEmpty ? "" : "\n" + municipality.furtherSections)
      """
    try write(text, to: "wmo-etl.toml")
  }

  /// Of a municipality that grows: what it is compared with, and that its young months are more than
  /// the mean of those before.
  private func growth(_ municipality: Municipality) -> String {
    guard let comparison = municipality.comparison else { return "" }
    return """
      [vergelijking]
      van = "\(comparison.lowerBound.iso)"
      tot_en_met = "\(comparison.upperBound.iso)"

      [declaratieverloop]
      prior = "trend"


      """
  }

  /// Writes a file that is no table: the configuration, or what was planted.
  func write(_ text: String, to name: String) throws(RunFailure) {
    let path = "\(folder)/\(name)"
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    } catch { throw .cannotCreate(path) }
  }
}
