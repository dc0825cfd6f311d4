import Foundation
import Ingest

/// The `manifest.json` of a published run read back, as far as later runs and watchers need it.
struct RunManifest: Sendable, Decodable {
  let version: String
  let hash: String
  /// The run to which `latest` led when this one was made; nil for a first run.
  let previous: String?
  /// Nil for a run that the guard let pass, or that had none.
  let status: Status?
  /// Why the guard held the run.
  let reasons: [String]?
  let configuration: Configuration
  let inputs: [Input]
  let warnings: [String]
  let ladder: Ladder
  /// Nil where the rules were switched off.
  let findings: Findings?
  /// The files of the run but for the manifest.
  let outputs: [PublishedFile]
  /// Milliseconds by stage.
  let durations: [String: Int]

  var isHeld: Bool { status == .held }

  enum Status: String, Sendable, Decodable {
    case held = "aangehouden"
  }

  struct Configuration: Sendable, Decodable {
    /// The text of `wmo-etl.toml`; nil for a run without.
    let file: String?

    private enum CodingKeys: String, CodingKey {
      case file = "bestand"
    }
  }

  struct Input: Sendable, Decodable {
    let name: String
    let bytes: Int
    let sha256: String
    let rows: Int
  }

  /// Lines, and money in cents.
  struct Ladder: Sendable, Decodable {
    let records: Int
    let blank: Int
    let header: Int
    /// By the rule's code, zeros included.
    let rejected: [String: Int]
    let accepted: Int
    /// Accepted lines that are declared after the reference date; nil without one.
    let later: Part?
    let debit: Int64
    let credit: Int64
    let net: Int64
    let inWindow: Part
    let outsideWindow: Part
    /// Every basis month of the accepted lines; nil in a run of an earlier version.
    let months: [Month]?
    /// The last month of the course of declarations; nil without lines.
    let lastDeclaredMonth: String?

    var rejectedCount: Int { rejected.values.reduce(0, +) }

    struct Part: Sendable, Decodable {
      let lines: Int
      let net: Int64
    }

    struct Month: Sendable, Decodable {
      /// `2017-03`
      let month: String
      let lines: Int
      let net: Int64
    }

    private enum CodingKeys: String, CodingKey {
      case records, blank, header, rejected, accepted, debit, credit, net, months
      case later = "na_peildatum"
      case inWindow = "in_window"
      case outsideWindow = "outside_window"
      case lastDeclaredMonth = "last_declared_month"
    }
  }

  struct Findings: Sendable, Decodable {
    /// Lines with at least one finding.
    let lines: Int
  }
}
