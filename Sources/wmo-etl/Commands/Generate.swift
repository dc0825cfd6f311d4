import ArgumentParser
import Ingest
import Samples

/// `wmo-etl generate`: made-up input files.
struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write made-up input files: a scenario, or a municipality of any size.",
    discussion: """
      The same options give the same bytes. No record is about a real person.

      Examples:
        wmo-etl generate --scenario zoetermeer-2017 --output sample
        wmo-etl generate --scenario groei --plant prijs --output growth
        wmo-etl generate --lines 1000000 --allocations 40000 --seed 7 --output big
        wmo-etl generate --lines 50000 --dirty 0.02 --output dirty
      """)

  @Option(
    help: """
      Write the records of a published analysis (zoetermeer-2017), of six municipalities \
      (maastricht-heuvelland-2014), of a procurement in lots with a task budget (haarlem-2020) or \
      of a lump sum (heerlen-2024), or a municipality that grows for known reasons and whose \
      latest declarations are not in yet (groei); truth.json then says how much is to come, and \
      what made costs rise.
      """)
  var scenario: Scenario?

  @Option(
    help: """
      What makes costs rise: one factor of kostenontwikkeling alone, whose effects are then known \
      to the cent, or all of them (with groei; default: alles).
      """)
  var plant: PlantedFactor?

  @Option(help: "The clients at once in the first month, about (with groei; default: 600).")
  var clients: Int?

  @Option(help: "Write a random municipality with this many lines of declarations.")
  var lines: Int?

  @Option(help: "The number of allocations (with --lines; default: one per 25 lines).")
  var allocations: Int?

  @Option(help: "The seed of the random numbers (with --lines and groei; default: 1).")
  var seed: UInt64?

  @Option(
    help: """
      The share of lines that break a rule, about (with --lines); truth.json then says how many \
      break which.
      """)
  var dirty: Double?

  @Option(help: "The share of fields of declaraties.csv in quotes (with --lines).")
  var quoted: Double?

  @Option(help: ArgumentHelp("The folder for the files; it is created.", valueName: "folder"))
  var output: String

  @Option(help: "The dialect of the files.")
  var dialect: OutputDialect = .iso

  func validate() throws {
    guard (scenario == nil) != (lines == nil) else {
      throw ValidationError(
        scenario == nil
          ? "say what to write: --scenario with its name, or --lines with a number"
          : "--scenario has its own number of lines: leave out --lines or --scenario")
    }
    if scenario != nil, allocations != nil || dirty != nil || quoted != nil {
      throw ValidationError(
        "--allocations, --dirty and --quoted go with --lines: a scenario is fixed")
    }
    if let scenario, scenario != .growth, seed != nil {
      throw ValidationError("--seed goes with --lines and groei: \(scenario.rawValue) is fixed")
    }
    if scenario != .growth, plant != nil || clients != nil {
      throw ValidationError("--plant and --clients go with --scenario groei")
    }
    if let clients, !(100...50_000).contains(clients) {
      throw ValidationError("--clients is a number from 100 to 50000")
    }
    for (name, share) in [("--dirty", dirty), ("--quoted", quoted)] {
      if let share, !(0...1).contains(share) {
        throw ValidationError("\(name) is a share from 0 to 1, such as 0.02 for 2 %")
      }
    }
    if let size { try size.validate() }
  }

  func run() throws {
    switch scenario {
    case .zoetermeer2017: try ZoetermeerScenario().write(to: output, dialect: dialect)
    case .heuvelland2014: try HeuvellandScenario().write(to: output, dialect: dialect)
    case .haarlem2020: try HaarlemScenario().write(to: output, dialect: dialect)
    case .heerlen2024: try HeerlenScenario().write(to: output, dialect: dialect)
    case .growth: try GrowthScenario(growth).write(to: output, dialect: dialect)
    case nil: if let size { try RandomScenario(size: size).write(to: output, dialect: dialect) }
    }
  }

  private var growth: GrowthPlan {
    var plan = GrowthPlan()
    if let seed { plan.seed = seed }
    if let plant { plan.planted = plant }
    if let clients { plan.clients = clients }
    return plan
  }

  private var size: RandomSize? {
    guard let lines else { return nil }
    var size = RandomSize(lines: lines)
    if let allocations { size.allocations = allocations }
    if let seed { size.seed = seed }
    if let dirty { size.dirty = dirty }
    if let quoted { size.quoted = quoted }
    return size
  }
}

/// The scenarios, by name.
enum Scenario: String, CaseIterable, ExpressibleByArgument {
  case zoetermeer2017 = "zoetermeer-2017"
  case heuvelland2014 = "maastricht-heuvelland-2014"
  case haarlem2020 = "haarlem-2020"
  case heerlen2024 = "heerlen-2024"
  case growth = "groei"
}

extension OutputDialect: ExpressibleByArgument {}

extension PlantedFactor: ExpressibleByArgument {}

extension RandomSize {
  fileprivate func validate() throws {
    guard (1...10_000_000_000).contains(lines) else {
      throw ValidationError("--lines is a number from 1 to 10000000000")
    }
    guard (1...100_000_000).contains(allocations) else {
      throw ValidationError("--allocations is a number from 1 to 100000000")
    }
    let isLarge =
      lines >= Self.fewestDirtyLines && allocations >= Self.fewestDirtyAllocations
    guard dirty == 0 || isLarge else {
      throw ValidationError(
        """
        --dirty gives every rule lines and an allocation of its own: it needs at least \
        \(Self.fewestDirtyLines) lines and \(Self.fewestDirtyAllocations) allocations
        """)
    }
    guard dirty <= 0.5 else {
      throw ValidationError("--dirty is at most 0.5: planted lines need clean ones around them")
    }
  }
}
