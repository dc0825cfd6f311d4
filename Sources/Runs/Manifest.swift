import Analytics
import Crypto
import Dispatch
import Foundation
import Ingest
import Reporting

/// `manifest.json`: what a run read, how it was told to count, and what it published.
struct Manifest {
  let result: Pipeline.Result
  let ladder: Ladder
  var outputs: [PublishedFile] = []
  /// The run to which `latest` leads while this one is made.
  var previous: String?
  var verdict = GuardVerdict.passed
  /// The runs that make room for this one.
  var removed: [String] = []

  /// What reports tell of the run; read from the manifest, as when they are made later.
  static func account(of result: Pipeline.Result, _ ladder: Ladder) throws -> RunAccount {
    try RunAccount(manifest: Data(Manifest(result: result, ladder: ladder).bytes))
  }

  /// The hash over the names and bytes of the inputs and the configuration.
  static func hash(of result: Pipeline.Result) -> String {
    let inputs = result.inputs.map { "\($0.name)\n\($0.sha256)\n" }.joined()
    return shortHash(of: inputs + String(decoding: configuration(result).bytes, as: UTF8.self))
  }

  var bytes: [UInt8] {
    let members: [JSONValue.Member] =
      [
        .init("version", .string(Version.current)),
        .init("hash", .string(Self.hash(of: result))),
        .init("previous", .optional(previous)),
      ] + verdict.members + [
        .init("configuration", Self.configuration(result)),
        .init("inputs", .array(result.inputs.map(\.json))),
        .init("notes", .array(result.remarks.notes.map { .string($0) })),
        .init("warnings", .array(result.warnings.map { .string($0.english) })),
        .init("waarschuwingen", .array(result.warnings.map { .string($0.dutch) })),
        .init("ladder", ladder.json),
        .init("findings", result.findings?.counts ?? .null),
      ] + (removed.isEmpty ? [] : [.init("removed", .array(removed.map { .string($0) }))]) + [
        .init("outputs", .array(outputs.map(\.json))),
        .init("durations", result.durations.json),
      ]
    return JSONValue.object(members).bytes
  }

  /// The configuration that held, flags included.
  private static func configuration(_ result: Pipeline.Result) -> JSONValue {
    let configuration = result.configuration
    let counting = configuration.counting
    func period(_ from: Day?, _ to: Day?) -> JSONValue {
      ["van": .optional(from?.iso), "tot_en_met": .optional(to?.iso)]
    }
    var members: [JSONValue.Member] = [
      .init("gemeente_code", .optional(configuration.municipalityCode)),
      .init("gemeente_naam", .optional(configuration.municipalityName)),
      .init("periode", period(counting.windowFrom, counting.windowTo)),
      .init("basis", .string(counting.basis.rawValue)),
      .init("tussenpoos_maanden", .count(counting.gapMonths)),
      .init("gelijktijdig_maanden", .count(counting.simultaneousMonths)),
      .init("leeftijdsklassen", .array(counting.ageClasses.map { .count($0) })),
      .init("opvolging", period(counting.sequenceFrom, counting.sequenceTo)),
      .init(
        "vergelijking", period(counting.comparison?.lowerBound, counting.comparison?.upperBound)),
      .init(
        "hoofdstukken",
        configuration.annexChapters.map {
          .array($0.map { .string($0.rawValue) })
        } ?? .null),
      .init(
        "bestand",
        .optional(
          configuration.file.map { String(decoding: $0.bytes, as: UTF8.self) })),
    ]
    if let day = counting.referenceDay { members.append(.init("peildatum", .string(day.iso))) }
    return .object(members)
  }
}

extension JSONValue {
  /// The value as a file.
  var bytes: [UInt8] { JSONWriter.bytes(of: self) }
}

/// One file of a run as the manifest names it.
struct PublishedFile: Hashable, Sendable, Decodable {
  /// Relative to the run's folder, such as `tables/maandverloop.csv`.
  let name: String
  /// In lower-case hex digits.
  let sha256: String

  init(name: String, bytes: some ContiguousBytes) {
    self.init(name: name, digest: bytes.withUnsafeBytes { SHA256.hash(data: $0) })
  }

  init(name: String, digest: SHA256.Digest) {
    self.name = name
    sha256 = digest.hexadecimal
  }

  var json: JSONValue { ["name": .string(name), "sha256": .string(sha256)] }
}

/// The name of a run's folder: a UTC second and the first eight hex digits of the hash over its
/// inputs, as in `20171115T020000Z-3f2a91c0`.
struct RunName: Hashable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z, before the year 10000.
  private let seconds: Int
  private let hash: String

  /// - Parameters:
  ///   - seconds: since 1970-01-01T00:00:00Z, 0 or more.
  ///   - hash: the hex digits at the end of the name.
  init(secondsSince1970 seconds: Int, hash: String) {
    self.seconds = seconds
    self.hash = hash
  }

  /// The name a second later, for when this one is taken.
  var next: RunName { RunName(secondsSince1970: seconds + 1, hash: hash) }

  /// Whether a file's name is that of a run.
  static func isName(_ fileName: String) -> Bool {
    fileName.wholeMatch(of: /[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8}/) != nil
  }

  /// When a run of this name was made, in seconds since 1970; nil for another name.
  static func seconds(of fileName: String) -> Int? {
    guard isName(fileName) else { return nil }
    let digits = fileName.prefix(15).compactMap(\.wholeNumberValue)
    func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
    guard let day = Day(year: number(0..<4), month: number(4..<6), day: number(6..<8)) else {
      return nil
    }
    return Int(day.number) * 86_400 + number(8..<10) * 3600 + number(10..<12) * 60
      + number(12..<14)
  }

  /// As a file name.
  var text: String { second + hash }

  /// The part that names the second: `20171115T020000Z-`.
  var second: String {
    let (days, second) = seconds.quotientAndRemainder(dividingBy: 86_400)
    let date = Day(number: Int32(days)).iso.filter { $0 != "-" }
    let time = [second / 3600, second / 60 % 60, second % 60]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
    return "\(date)T\(time)Z-"
  }
}

/// How long each stage of a run took so far, for the manifest and the log; figures that vary.
package final class Durations {
  package private(set) var laps: [(stage: String, milliseconds: Int)] = []
  private var last = DispatchTime.now()

  package init() {}

  func lap(_ stage: String) {
    let now = DispatchTime.now()
    let elapsed = Int(now.uptimeNanoseconds - last.uptimeNanoseconds)
    laps.append((stage, elapsed / 1_000_000))
    last = now
  }

  /// Milliseconds by stage.
  var json: JSONValue { .object(laps.map { .init($0.stage, .count($0.milliseconds)) }) }
}

extension Findings {
  /// Lines with a finding, and lines hit per rule that was assessed.
  fileprivate var counts: JSONValue {
    let rules = results.compactMap { result in
      result.figures.map { JSONValue.Member(result.rule.code, .count($0.lines)) }
    }
    return ["lines": .count(lineCount), "rules": .object(rules)]
  }
}

/// The version of this program.
package enum Version {
  package static let current = "0.1.0"
}
