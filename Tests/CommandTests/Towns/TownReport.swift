import Analytics
import Foundation
import Ingest
import Reporting

@testable import Runs

/// The files of a run by name, or why there are none: what two ways of reading must agree on.
enum TownReport: Equatable {
  case files([String: String])
  case unusable

  /// The report of the slow and obvious engine.
  static func oracle(
    _ files: [String: String],
    _ settings: OracleReport.Settings
  ) throws -> TownReport {
    do {
      let report = try OracleReport(files: files, settings: settings)
      let tables = [
        report.tables, report.tablesOverTime, report.tablesOfSupply, report.tablesOfMoney,
      ].flatMap { $0 }.map { ("tables/\($0.key).csv", $0.value) }
      let others = [
        ("rejects.csv", report.rejects), ("risico.json", report.risks),
        ("signalen.csv", report.signals),
        (
          "na_peildatum",
          "\(report.laterLines.count) \(report.laterLines.map(\.amount).reduce(0, +))"
        ),
      ]
      return .files(Dictionary(tables + others) { first, _ in first })
    } catch is OracleReport.Unusable {
      return .unusable
    }
  }

  /// The report of the program.
  static func pipeline(
    _ files: [String: String],
    _ settings: OracleReport.Settings,
    workers: Int,
    chunkSize: Int,
    configure: (inout Configuration) -> Void = { _ in }
  ) throws -> TownReport {
    var configuration = settings.configuration
    configure(&configuration)
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.url.appending(path: name))
    }
    let pipeline: Pipeline
    let result: Pipeline.Result
    do {
      pipeline = Pipeline(
        configuration: configuration,
        folder: try InputFolder(path: folder.url.path),
        workers: workers,
        chunkSize: chunkSize
      )
      result = try pipeline.read()
    } catch let failure as RunFailure where failure.status == .unusableInput {
      return .unusable
    }
    let (tables, ladder) = try pipeline.tabulate(result)
    let report = try pipeline.report(result, tables, ladder, sourceDate: nil)
    var texts = ["rejects.csv": text(Array(LineFiles.rejects(result.tally.rejects).joined()))]
    let risks = DisclosureRisks(of: result.ledger, workers: workers)
    texts["risico.json"] = text(RisksWriter.bytes(of: risks))
    let later = result.tally.later
    texts["na_peildatum"] = "\(later.lines) \(later.net)"
    texts["signalen.csv"] = text(CSVFormat().bytes(of: result.signals.table))
    for file in CSVFormat().files(of: report) { texts[file.path] = text(file.bytes) }
    return .files(texts)
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// Without the file that names lines, which other orders and parts have elsewhere.
  var tables: TownReport {
    guard case .files(let files) = self else { return self }
    return .files(files.filter { $0.key != "rejects.csv" })
  }

  /// The files that differ, both texts in full; nil where none does. Texts are compared byte-wise,
  /// but for figures that the contract calls approximate.
  func difference(from other: TownReport) -> String? {
    guard case .files(let mine) = self, case .files(let theirs) = other else {
      return self == other ? nil : "expected \(self)\nfound \(other)"
    }
    let names = Set(mine.keys).union(theirs.keys).sorted()
    let texts = names.filter {
      !ApproximateColumns.agree($0, mine[$0] ?? "", theirs[$0] ?? "")
    }.map {
      "--- \($0), expected\n\(mine[$0] ?? "none")--- \($0), found\n\(theirs[$0] ?? "none")"
    }
    return texts.isEmpty ? nil : texts.joined(separator: "\n")
  }
}

extension OracleReport.Settings {
  /// The same as a configuration of the program.
  var configuration: Configuration {
    var configuration = Configuration()
    configuration.commonDialect.preset = .iso
    configuration.referenceYear = referenceYear
    for kind in FileKind.allCases { configuration.headerLines[kind] = headerLines[kind.name] }
    configuration.counting = CountingParameters(
      windowFrom: from?.ingested,
      windowTo: to?.ingested,
      basis: basis == .prestatie ? .service : .declaration,
      gapMonths: gapMonths,
      simultaneousMonths: simultaneousMonths,
      ageClasses: ageClasses,
      sequenceFrom: sequenceFrom?.ingested,
      sequenceTo: sequenceTo?.ingested
    )
    configuration.counting.cleanMonths = cleanMonths
    configuration.counting.overlapMonths = overlapMonths
    configuration.counting.comparisonFrom = comparisonFrom?.ingested
    configuration.counting.comparisonTo = comparisonTo?.ingested
    configuration.counting.course.lastMonth = course.lastMonth?.ingested
    configuration.counting.course.diagonals = course.diagonals
    configuration.counting.course.endDelay = course.endDelay
    configuration.counting.course.prior = course.priorIsTrend ? .trend : .mean
    if let share = Share(course.priorBelow) {
      configuration.counting.course.bornhuetterFergusonBelow = share
    }
    if let share = Share(course.developedFrom) {
      configuration.counting.course.developedFrom = share
    }
    configuration.municipalityCode = municipality?.description
    configuration.counting.municipalityCode = municipality?.description
    configuration.counting.supply = supply.parameters
    configuration.counting.referenceDay = money.referenceDay?.ingested
    configuration.counting.money = money.parameters
    return configuration
  }
}

extension OracleReport.SupplySettings {
  fileprivate var parameters: SupplyParameters {
    var parameters = SupplyParameters()
    parameters.switchFrom = switchFrom?.ingested
    parameters.switchTo = switchTo?.ingested
    parameters.landscapeDay = landscapeDay?.ingested
    parameters.function = function == .group ? .productGroup : .category
    if !overlapGroup.isEmpty { parameters.overlapGroups = overlapGroup.map(\.description) }
    parameters.overlapOthers = overlapWith?.map(\.description)
    parameters.signals = signals.map { signals in
      var parameters = SignalParameters()
      parameters.area =
        switch signals.area {
        case .buurt: .buurt
        case .wijk: .wijk
        case .postcode4: .postcode4
        case .postcode6: .postcode6
        }
      parameters.months = signals.months
      parameters.monthsBefore = signals.back
      parameters.last = signals.last?.ingested
      parameters.minimum = signals.minimum
      parameters.threshold = signals.threshold
      return parameters
    }
    return parameters
  }
}

extension OracleReport.MoneySettings {
  fileprivate var parameters: MoneyParameters {
    var parameters = MoneyParameters()
    parameters.baseYear = baseYear
    parameters.index.weights = weights.map(\.ingested)
    parameters.index.decimals = decimals
    parameters.index.form =
      switch form {
      case .additive: .additive
      case .chained: .chained
      case .association: .association
      }
    if let share = Share(Double(attention) / 1e9) { parameters.budget.attention = share }
    if let share = Share(Double(consultation) / 1e9) { parameters.budget.consultation = share }
    parameters.budget.uptakeBillionths = Int64(uptake)
    if let share = Share(Double(maximumReserve) / 1e9) { parameters.maximumReserve = share }
    parameters.fundingIndex = fundingIndex.map(Int64.init)
    parameters.districtBudget = districtBudget.map { budget in
      DistrictBudgetParameters(
        cents: Int64(budget.amount), keys: budget.keys.map(\.ingested))
    }
    return parameters
  }
}

extension OracleReport.Weight {
  fileprivate var ingested: Ingest.Weight {
    Ingest.Weight(name.description, Int64(tenThousandths))
  }
}

extension OracleReport.Month {
  fileprivate var ingested: Ingest.Month { Ingest.Month(number: Int32(number)) }
}

extension OracleReport.Day {
  fileprivate var ingested: Ingest.Day? { Ingest.Day(year: year, month: month, day: day) }
}
