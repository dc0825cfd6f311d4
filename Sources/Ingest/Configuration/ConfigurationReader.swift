import Foundation
import TOMLKit

/// Decodes `wmo-etl.toml` strictly: what the contract does not know is an error with its line.
public struct ConfigurationReader {
  /// The file that is read from the input folder when none is given.
  public static let defaultName = "wmo-etl.toml"

  let root: ConfigurationTable
  let rules: [Rule]
  var configuration = Configuration()

  /// The configuration in `bytes`; `path` names the file in messages, and `rules` are all that there
  /// are.
  ///
  /// Throws 78 with all problems, one per line of the message, each with file and line.
  public static func read(
    _ bytes: [UInt8], path: String, rules: [Rule]
  ) throws(RunFailure) -> Configuration {
    let text = try text(of: bytes, path: path)
    let table: TOMLTable
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      let reason = error.description.prefix(1).lowercased() + error.description.dropFirst()
      throw .configurationNotTOML(path, line: error.source.begin.line, reason)
    } catch {
      throw .configurationNotTOML(path, line: 1, "\(error)")
    }
    let problems = ConfigurationProblems(lines: ConfigurationLines(bytes))
    var reader = ConfigurationReader(
      root: ConfigurationTable(table, problems: problems), rules: rules)
    reader.readAll()
    if let failure = problems.failure(file: path) { throw failure }
    reader.configuration.file = ConfigurationFile(path: path, bytes: bytes)
    return reader.configuration
  }

  /// TOML is UTF-8, and a NUL, escaped or not, would end the text for TOMLKit, which reads C
  /// strings.
  private static func text(of bytes: [UInt8], path: String) throws(RunFailure) -> String {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) {
      let escape = /(?:^|[^\\])(?:\\\\)*\\(?:u0000|U00000000)/
      let holding = lines.firstIndex { String(decoding: $0, as: UTF8.self).contains(escape) }
      if let holding { throw .configurationHoldsNUL(path, line: holding + 1) }
      return text
    }
    let broken = lines.firstIndex { $0.contains(0) || String(validating: $0, as: UTF8.self) == nil }
    throw .configurationNotText(path, line: (broken ?? 0) + 1)
  }

  private mutating func readAll() {
    root.refuseKeys(otherThan: [
      "gemeente_code", "gemeente_naam", "periode", "invoer", "kolommen", "telregels", "opvolging",
      "regels", "afkeur", "declaratieverloop", "vergelijking", "trajecten", "bijlage",
      "publicatie", "overstap", "landschap", "regio", "overlap", "signalen", "jaren",
      "indexatie", "begroting", "lumpsum", "bekostiging", "wijkbudget", "bewaking", "bewaren",
      "bestanden",
    ])
    configuration.municipalityCode = root.name("gemeente_code")
    // The tables of the region use these two words themselves, and codes without their prefix.
    configuration.counting.municipalityCode = configuration.municipalityCode.flatMap { code in
      if ["totaal", "onbekend"].contains(code.lowercased()) { return nil }
      return code.wholeMatch(of: /(?i)GM ?([0-9].*)/).map { String($0.1) } ?? code
    }
    configuration.municipalityName = root.name("gemeente_naam")
    if let table = root.table("periode") { readPeriod(table) }
    if let table = root.table("telregels") { readCountingRules(table) }
    if let table = root.table("opvolging") { readSequenceWindow(table) }
    if let table = root.table("declaratieverloop") { readCourse(table) }
    if let table = root.table("vergelijking") { readComparison(table) }
    if let table = root.table("trajecten") {
      table.refuseKeys(otherThan: ["overlap_maanden"])
      if let overlap = table.integer("overlap_maanden", in: Self.months) {
        configuration.counting.overlapMonths = overlap
      }
    }
    readSupply()
    readMoney()
    if let table = root.table("invoer") { readInput(table) }
    if let table = root.table("bestanden") { readFiles(table) }
    if let table = root.table("kolommen") { readColumns(table) }
    if let table = root.table("regels") { readRules(table) }
    if let table = root.table("bijlage") { readAnnex(table) }
    if let table = root.table("publicatie") { readPublication(table) }
    readOperation()
    if let table = root.table("afkeur") {
      table.refuseKeys(otherThan: ["maximaal_aandeel"])
      if let share = table.share("maximaal_aandeel") { configuration.maximumRejectShare = share }
    }
  }
}

extension ConfigurationReader {
  /// A century: more is a slip, and sums of months stay far from any overflow.
  static let months = 0...1200

  private mutating func readPeriod(_ table: ConfigurationTable) {
    table.refuseKeys(otherThan: ["van", "tot_en_met", "basis", "peildatum"])
    let (from, to) = window(table)
    configuration.counting.windowFrom = from
    configuration.counting.windowTo = to
    let bases = CountingParameters.Basis.allCases.map { ($0.rawValue, $0) }
    if let basis = table.choice("basis", "basis", among: bases) {
      configuration.counting.basis = basis
    }
    readReferenceDay(table)
  }

  private mutating func readSequenceWindow(_ table: ConfigurationTable) {
    table.refuseKeys(otherThan: ["van", "tot_en_met", "schoonmaanden"])
    let (from, to) = window(table)
    configuration.counting.sequenceFrom = from
    configuration.counting.sequenceTo = to
    if let clean = table.integer("schoonmaanden", in: Self.months) {
      configuration.counting.cleanMonths = clean
    }
  }

  private mutating func readCourse(_ table: ConfigurationTable) {
    table.refuseKeys(otherThan: [
      "tot_en_met", "diagonalen", "bf_onder", "prior", "uitgelopen_na", "ontwikkeld_vanaf",
    ])
    var course = CourseParameters()
    course.lastMonth = table.month("tot_en_met")
    course.endDelay = table.integer("uitgelopen_na", in: Self.months)
    if let diagonals = table.integer("diagonalen", in: Self.months) { course.diagonals = diagonals }
    if let share = table.share("bf_onder") { course.bornhuetterFergusonBelow = share }
    if let share = table.share("ontwikkeld_vanaf") { course.developedFrom = share }
    let priors = CourseParameters.Prior.allCases.map { ($0.rawValue, $0) }
    if let prior = table.choice("prior", "prior", among: priors) { course.prior = prior }
    configuration.counting.course = course
  }

  /// After `[periode]`, which gives the ends that are missing here.
  private mutating func readComparison(_ table: ConfigurationTable) {
    table.refuseKeys(otherThan: ["van", "tot_en_met"])
    configuration.counting.comparisonFrom = table.day("van")
    configuration.counting.comparisonTo = table.day("tot_en_met")
    guard configuration.counting.hasReversedComparison else { return }
    if table.keys.contains("van") {
      table.note(.endsBeforeItBegins(last: "tot_en_met"), at: "van")
    } else {
      table.note(.endsBeforeTheWindowBegan, at: "tot_en_met")
    }
  }

  private func window(_ table: ConfigurationTable) -> (from: Day?, to: Day?) {
    let (from, to) = (table.day("van"), table.day("tot_en_met"))
    if let from, let to, from > to {
      table.note(.endsBeforeItBegins(last: "tot_en_met"), at: "van")
    }
    return (from, to)
  }

  private mutating func readCountingRules(_ table: ConfigurationTable) {
    table.refuseKeys(otherThan: ["tussenpoos_maanden", "gelijktijdig_maanden", "leeftijdsklassen"])
    if let gap = table.integer("tussenpoos_maanden", in: Self.months) {
      configuration.counting.gapMonths = gap
    }
    if let shared = table.integer("gelijktijdig_maanden", in: Self.months) {
      configuration.counting.simultaneousMonths = shared
    }
    guard let classes = table.integers("leeftijdsklassen") else { return }
    if classes.first == 0 && zip(classes, classes.dropFirst()).allSatisfy(<) {
      configuration.counting.ageClasses = classes
    } else {
      table.note(.noAgeClasses, at: "leeftijdsklassen")
    }
  }

  private mutating func readRules(_ table: ConfigurationTable) {
    // A rule that stops the run has no lines to count.
    let codes = rules.filter { $0.level != .stop }.map(\.code)
    table.refuseKeys(otherThan: codes, noun: "rule")
    for code in codes {
      guard let rule = table.table(code) else { continue }
      // Only the double debit depends on the release of the standard, says the contract.
      rule.refuseKeys(otherThan: ["stop_boven_aandeel"] + (code == "R212" ? ["vanaf"] : []))
      configuration.rules[code] = RuleSettings(
        from: code == "R212" ? rule.day("vanaf") : nil,
        maximumShare: rule.share("stop_boven_aandeel"))
    }
  }
}

extension ConfigurationReader {
  /// The configuration of a run: the file at `path`; without one, `wmo-etl.toml` in the input
  /// folder when it is there; else the contract's defaults.
  ///
  /// Throws 66 when the file at `path` does not exist, 74 when it cannot be read and 78 when it is
  /// wrong.
  public static func read(
    path: String?, inputFolder: String, rules: [Rule]
  ) throws(RunFailure) -> Configuration {
    if let path {
      guard let bytes = try bytes(ofFile: path) else { throw .configurationMissing(path) }
      return try read(bytes, path: path, rules: rules)
    }
    let found = inputFolder.hasSuffix("/") ? inputFolder : inputFolder + "/"
    guard let bytes = try bytes(ofFile: found + defaultName) else { return Configuration() }
    return try read(bytes, path: found + defaultName, rules: rules)
  }

  /// Nil when there is no such file.
  private static func bytes(ofFile path: String) throws(RunFailure) -> [UInt8]? {
    guard let file = uninterrupted({ fopen(path, "rb") }) else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw .configurationUnreadable(path, code: errno)
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&block, 1, block.count, file)
      bytes.append(contentsOf: block[..<count])
      let isInterrupted = ferror(file) != 0 && errno == EINTR
      if isInterrupted { clearerr(file) } else if count == 0 { break }
    }
    guard ferror(file) == 0 else { throw .configurationUnreadable(path, code: errno) }
    return bytes
  }
}
