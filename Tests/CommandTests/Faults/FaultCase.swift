import Foundation
import Testing

/// One command in one output folder, with what it comes to when nothing disturbs it.
struct FaultCase: Sendable {
  let name: String
  let arguments: [String]
  let input: URL
  /// Nil where there is none yet.
  let output: URL?
  /// Runs that are there before.
  let known: Set<String>
  let before: OutputState
  let after: OutputState
  /// The exit status without a fault.
  let status: Int32
  /// What the folder may be after the command was run again: once on what was before, and once on
  /// what is after it, or after the first half of its work.
  let conclusions: [OutputState]
  /// Whether a failure leaves everything as it was; else each unit is as before or as after.
  let isAllOrNothing: Bool
  /// The calls of an undisturbed run.
  let calls: [TracedCall]
  let inputDigest: String
  /// How long it takes.
  let duration: Duration

  /// `halves`: commands that do a first part of its work.
  init(
    _ name: String, _ arguments: [String], input: URL, output: URL?, status: Int32 = 0,
    isAllOrNothing: Bool = true, halves: [[String]] = []
  ) async throws {
    (self.name, self.arguments, self.input, self.output) = (name, arguments, input, output)
    (self.status, self.isAllOrNothing) = (status, isAllOrNothing)
    known = Set(output.map { OutputState.names(in: $0).filter(OutputState.isRun) } ?? [])
    inputDigest = OutputState.digest(of: input)
    let place = try FaultPlace(input: input, output: output)
    defer { place.remove() }
    before = OutputState(of: place.output, known: known)
    let start = ContinuousClock.now
    let outcome = try await place.run(arguments)
    duration = ContinuousClock.now - start
    try #require(outcome.status == status, "\(name): \(outcome)")
    calls = outcome.calls
    after = OutputState(of: place.output, known: known)
    try #require(before.flaws + after.flaws + after.leavings == [], "\(name)")
    try #require(before.units != after.units, "\(name) changes nothing")
    var conclusions = [after]
    let again = try await place.run(arguments)
    try #require([status, 0].contains(again.status), "\(name) again: \(again)")
    conclusions.append(OutputState(of: place.output, known: known))
    for half in halves {
      let place = try FaultPlace(input: input, output: output)
      defer { place.remove() }
      for arguments in [half, arguments] {
        let outcome = try await place.run(arguments)
        try #require(outcome.status == 0, "\(name), \(arguments): \(outcome)")
      }
      conclusions.append(OutputState(of: place.output, known: known))
    }
    self.conclusions = conclusions
  }
}

/// The municipality of the campaign and the commands that it is tried with; the slower ones in the
/// long campaign alone.
enum FaultCases {
  private static let made = Task { try await make() }

  static func all() async throws -> [FaultCase] { try await made.value }

  /// The one of a name.
  static func named(_ name: String) async throws -> FaultCase {
    try #require(try await all().first { $0.name == name })
  }

  private static let run = ["run", "--input", "IN", "--output", "OUT", "--quiet"]
  private static let tables = run + ["--format", "csv,json"]

  private static func make() async throws -> [FaultCase] {
    let folder = try TemporaryFolder().url.resolvingSymlinksInPath()
    let town = try await town(in: folder)
    let rejected = try changed(
      town, to: "rejected", in: folder, "[afkeur]\nmaximaal_aandeel = 0\n", isBroken: true)
    let held = try changed(
      town, to: "held", in: folder, rows: 8, "[bewaking]\nminimaal_regels_aandeel = 0.9\n")
    let one = try await output("one", in: folder, [town])
    let many = try await output("many", in: folder, [town, town, town])
    let waiting = try await output("waiting", in: folder, [town, held])
    let heldRun = OutputState.names(in: waiting).filter(OutputState.isRun).last ?? ""
    let few = [
      try await FaultCase("first run", tables, input: town, output: nil),
      try await FaultCase("run", tables, input: town, output: one),
      try await FaultCase(
        "prune", ["prune", "OUT", "--runs", "1", "--maanden", "0"], input: town, output: many,
        isAllOrNothing: false),
      try await FaultCase("held run", tables, input: held, output: one, status: 76),
      try await FaultCase(
        "release", ["release", "OUT/\(heldRun)"], input: town, output: waiting,
        isAllOrNothing: false),
      try await FaultCase("too many rejects", tables, input: rejected, output: one, status: 65),
    ]
    guard FaultTests.isLong else { return few }
    let kept = try changed(town, to: "kept", in: folder, "[bewaren]\nruns = 1\nmaanden = 0\n")
    return few + [
      try await FaultCase("run with all formats", run, input: town, output: one),
      try await FaultCase(
        "run with an edition", tables + ["--publicatie", "--no-pdf"], input: town, output: one,
        isAllOrNothing: false, halves: [tables]),
      try await FaultCase(
        "publish", ["publish", "OUT", "--quiet", "--no-pdf"], input: town, output: one),
      try await FaultCase(
        "run that removes runs", tables, input: kept, output: many, isAllOrNothing: false),
    ]
  }

  private static func town(in folder: URL) async throws -> URL {
    let made = try await runShell(
      """
      "$WMO" generate --lines 30 --allocations 5 --seed 1 --output town && cd town &&
      rm begroting.csv bouwstenen.csv contracten.csv gebieden.csv indexcijfers.csv pgb.csv \
        tarieven.csv && printf 'gemeente_naam = "Voorbeeld"\\n' > wmo-etl.toml
      """,
      in: folder, environment: ["WMO": try FaultProgram.path()])
    try #require(made.exit == 0, "\(made.stderr)")
    return folder.appending(path: "town")
  }

  /// A copy with more in its configuration, and of the declarations the first `rows` only.
  private static func changed(
    _ town: URL, to name: String, in folder: URL, rows: Int? = nil, _ configuration: String,
    isBroken: Bool = false
  ) throws -> URL {
    let copy = folder.appending(path: name)
    try FileManager.default.copyItem(at: town, to: copy)
    let declarations = copy.appending(path: "declaraties.csv")
    var lines = try String(contentsOf: declarations, encoding: .utf8).split(separator: "\n")
    if let rows { lines = Array(lines.prefix(rows + 1)) }
    if isBroken { lines.append("x" + lines[1].dropFirst()) }
    try Data((lines.joined(separator: "\n") + (isBroken ? ",x" : "") + "\n").utf8)
      .write(to: declarations)
    let file = copy.appending(path: "wmo-etl.toml")
    try Data((String(contentsOf: file, encoding: .utf8) + configuration).utf8).write(to: file)
    return copy
  }

  /// An output folder with a run of each of the inputs, in this order.
  private static func output(
    _ name: String, in folder: URL, _ inputs: [URL]
  ) async throws -> URL {
    let output = folder.appending(path: name)
    for input in inputs {
      // Names of one second do not tell which run came first.
      try await Task.sleep(for: .milliseconds(1100))
      let outcome = try await runShell(
        "\"$WMO\" run --input \"$IN\" --output \"$OUT\" --quiet --format csv,json", in: folder,
        environment: [
          "WMO": try FaultProgram.path(), "IN": input.path, "OUT": output.path,
        ])
      try #require([0, 76].contains(outcome.exit), "\(outcome.stderr)")
    }
    return output
  }
}
