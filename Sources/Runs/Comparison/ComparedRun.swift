import Analytics
import Foundation
import Ingest
import Reporting

/// One of the two runs that are compared.
struct ComparedRun {
  /// The folder, without symbolic links.
  let path: String
  let manifest: RunManifest
  let configuration: RunConfiguration
  let tables: [Table]

  var name: String { (path as NSString).lastPathComponent }

  /// Lines by the code of the rule that hit them; rules that were not assessed are not there.
  var findingCounts: [String: Int] {
    let table = tables.first { $0.name == FindingTables.findingsName }
    guard let table, table.has(.rule, .lines) else { return [:] }
    let counts = table.rows.compactMap { row in
      table.number(row, .lines).map { (table.text(row, .rule), Int($0)) }
    }
    return Dictionary(counts) { first, _ in first }
  }

  /// `[bewaking] gesloten_na`
  var closedAfterMonths: Int {
    configuration.integer("bewaking.gesloten_na") ?? GuardParameters.closedAfterMonthsOfContract
  }

  /// Throws 65 or 66.
  init(_ run: PublishedRun) throws(RunFailure) {
    try self.init(path: run.path, manifest: run.manifestBytes, report: run.reportBytes())
  }

  /// From the bytes of `manifest.json` and `report.json`, of this version or another. Throws 65.
  init(path: String, manifest: Data, report: Data) throws(RunFailure) {
    self.path = path
    do {
      self.manifest = try JSONDecoder().decode(RunManifest.self, from: manifest)
      configuration = try RunConfiguration(manifest: manifest)
      tables = try ReportReader.tables(ofAnyVersion: report)
    } catch {
      throw .otherVersion(path)
    }
  }
}

extension Table {
  /// Whether it has these columns, which one of another version may lack.
  func has(_ columns: ColumnName...) -> Bool {
    columns.allSatisfy { name in self.columns.contains { $0.name == name } }
  }
}

extension PublishedRun {
  /// The last run that counted before this one: the one to which `latest` led when it was made; where
  /// that is gone or was not noted, the last earlier one below the same folder that was not held.
  ///
  /// Throws 66 where there is none.
  func runBefore() throws(RunFailure) -> PublishedRun {
    let folder = OutputFolder(output)
    if let previous = manifest.previous, DurableFile.exists(folder.folder(of: previous)) {
      return try PublishedRun(folder: folder.folder(of: previous))
    }
    let names = try folder.runNames().filter { precedesByteWise($0, name) }
    for name in names.reversed() {
      let run = try PublishedRun(folder: folder.folder(of: name))
      if !run.manifest.isHeld { return run }
    }
    throw .noRunBefore(path)
  }
}

extension RunFailure {
  fileprivate static func noRunBefore(_ run: String) -> RunFailure {
    RunFailure(
      .inputNotFound,
      "no run was published before \(run) below the same folder; give the run to compare it with, as "
        + "in wmo-etl diff OLD NEW")
  }
}
