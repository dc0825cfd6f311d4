import Ingest

/// The wording of what can keep runs from becoming a region.
extension RunFailure {
  static func noRegion(_ runs: [String]) -> RunFailure {
    RunFailure(
      .unusableInput,
      "no figures of municipalities in \(runs.joined(separator: ", ")): the table 'regio' is not "
        + "there, or a header only. It needs gemeente_code in clienten.csv or in the configuration, "
        + "a period, and a run of this version of wmo-etl. Nothing was written")
  }

  static func differentRuns(
    _ what: String, _ values: [(run: String, text: String)]
  ) -> RunFailure {
    let texts = values.map { "\($0.run) has \($0.text)" }.joined(separator: ", ")
    return RunFailure(
      .unusableInput,
      "the runs are of different \(what), and a region is of one: \(texts). Run again with the same "
        + "--period and --basis. Nothing was written")
  }

  static func municipalityInTwoRuns(
    _ code: String, _ one: String, _ other: String
  ) -> RunFailure {
    RunFailure(
      .unusableInput,
      "municipality \(code) is in two runs, and its clients would count twice: \(one), \(other). "
        + "Give one run of each municipality. Nothing was written")
  }

  static func otherCountingRules(
    of table: String, _ one: String, _ other: String
  ) -> RunFailure {
    RunFailure(
      .unusableInput,
      "the table '\(table)' of \(one) has other counting rules than that of \(other), so their "
        + "figures do not add up: 'functie' of [regio], 'groep' and 'met' of [overlap], the ends of "
        + "[periode] and the reference year of gebieden.csv must be the same. Compare telregels in "
        + "their report.json, and run one of them again. Nothing was written")
  }
}
