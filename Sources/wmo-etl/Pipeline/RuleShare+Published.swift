import Analytics
import Foundation
import Ingest
import Reporting

extension RuleShare {
  /// What a published run says of every rule that was assessed: findings from `report.json`,
  /// rejects from the ladder of `manifest.json`.
  ///
  /// Throws 66 where the folder is no run, 65 where it is one of another version.
  static func shares(ofRun folder: String) throws(RunFailure) -> [RuleShare] {
    guard let report = FileManager.default.contents(atPath: folder + "/report.json"),
      let manifest = FileManager.default.contents(atPath: folder + "/manifest.json")
    else {
      throw RunFailure(
        .inputNotFound, "\(folder) is no published run; give its folder, as in out/latest")
    }
    do {
      let tables = try ReportReader.tables(in: report)
      let ladder = try JSONDecoder().decode(WrittenManifest.self, from: manifest).ladder
      let rejects = Rule.all.compactMap { rule in
        ladder.rejected[rule.code].map {
          RuleShare(code: rule.code, lines: $0, denominator: ladder.records)
        }
      }
      let findings = tables.first { $0.name == FindingTables.findingsName }
      return rejects + (findings?.rows ?? []).compactMap(RuleShare.init)
    } catch {
      throw RunFailure(
        .unusableInput, "\(folder) is no run of this version of wmo-etl; run it again")
    }
  }

  /// A row of `bevindingen`; nil where the rule was not assessed.
  private init?(_ row: [Cell]) {
    guard row.count > 5, case .text(let code) = row[0], case .number(let lines) = row[4],
      case .number(let denominator) = row[5]
    else { return nil }
    self.init(code: code, lines: Int(lines), denominator: Int(denominator))
  }

  private struct WrittenManifest: Decodable {
    struct Ladder: Decodable {
      let records: Int
      let rejected: [String: Int]
    }

    let ladder: Ladder
  }
}
