import Foundation
import Ingest

extension MunicipalityFiles {
  /// Writes `wmo-etl.toml`: the configuration that belongs to the files.
  func writeConfiguration(_ municipality: Municipality) throws(RunFailure) {
    let code = municipality.code.map { "gemeente_code = \"\($0)\"\n" } ?? ""
    let text = """
      \(code)gemeente_naam = "\(municipality.name)"

      [periode]
      van = "\(municipality.window.lowerBound.iso)"
      tot_en_met = "\(municipality.window.upperBound.iso)"
      basis = "prestatie"
      \(municipality.referenceDay.map { "peildatum = \"\($0.iso)\"\n" } ?? "")
      \(growth(municipality))[invoer]
      dialect = "\(dialect.rawValue)"
      \(percentages(municipality))
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

  /// Percentages have decimals also where amounts have none.
  private func percentages(_ municipality: Municipality) -> String {
    guard dialect.isWhole else { return "" }
    var files: [FileKind] = []
    if !municipality.blocks.isEmpty { files.append(.buildingBlocks) }
    if !municipality.indices.isEmpty { files.append(.indices) }
    return files.map { "\($0.name) = { decimaal = \".\" }\n" }.joined()
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
