import Foundation

/// The contract of `wmo-etl` once more, slow and obvious: what the fast pipeline must equal byte
/// for byte.
///
/// It shares no code with the pipeline. Everything is text, arrays, dictionaries and loops over all
/// lines; no index, no interning, no partial state. It knows the `iso` dialect only, and stops with ``Unusable`` where the program would stop with 65.
struct OracleReport {
  /// What the configuration may say; the defaults are those of the contract.
  struct Settings {
    /// First and last day of the reporting window; a missing end is that of the data.
    var from: Day?
    var to: Day?
    var basis = Basis.prestatie
    var gapMonths = 2
    var simultaneousMonths = 1
    /// Lower bounds of the age classes: begins with 0 and rises.
    var ageClasses = [0, 18, 30, 45, 65, 75, 85]
    /// The window in which sequences are looked for; a missing end is that of the data.
    var sequenceFrom: Day?
    var sequenceTo: Day?
    var course = CourseSettings()
    /// First and last day of the period that the window is compared with; a missing end is that of
    /// the window, a year earlier.
    var comparisonFrom: Day?
    var comparisonTo: Day?
    /// Months without the second group before the first.
    var cleanMonths = 0
    /// Groups that overlap for less are a switch.
    var overlapMonths = 2
    /// `[invoer] peiljaar`, for a `gebieden.csv` without that column.
    var referenceYear: Int?
    /// `[invoer]` `kopregel`, by the name of the file.
    var headerLines: [String: Int] = [:]
    /// `gemeente_code`; nil where the configuration has none.
    var municipality: Text?
    var supply = SupplySettings()
    var money = MoneySettings()
    /// `[regels.R212] vanaf`.
    var doubleDebitsFrom: Day = "2022-04-01"

    init() {}
  }

  /// The date by which a line belongs to a period.
  enum Basis {
    case prestatie, declaratie
  }

  /// Input that makes the program stop with exit code 65.
  struct Unusable: Error {
    let reason: String
  }

  let settings: Settings
  let input: Input
  /// The accepted lines, in canonical order.
  let lines: [Line]
  let rejections: [Rejection]
  /// Declared after the reference date: in no figure.
  let laterLines: [Line]
  /// The years of `indexatie`.
  let indexation: [IndexYear]
  /// In the order of `begroting-opbouw`.
  let builds: [BudgetBuild]
  /// In the order of `lumpsum`.
  let reserves: [Reserve]
  /// The reporting window; a missing end is that of the data.
  let window: Window
  /// The window in which sequences are looked for; a missing end is that of the data.
  let sequenceWindow: Window

  /// The report on files given as name and text, for instance `declaraties-1.csv`.
  init(files: [String: String], settings: Settings = Settings()) throws {
    self.settings = settings
    input = try Input(files: files, settings: settings)
    (lines, laterLines, rejections) = try Self.judge(input, until: settings.money.referenceDay)
    indexation = Self.indexation(input.indexFigures ?? [], settings.money)
    builds = try Self.builds(input.blocks ?? [], indexation)
    reserves = try Self.reserves(input.subsidies, settings.money)
    let days = lines.map { settings.basis == .prestatie ? $0.start : $0.declared }
    window = Window(from: settings.from ?? days.min(), to: settings.to ?? days.max())
    sequenceWindow = Window(
      from: settings.sequenceFrom ?? days.min(),
      to: settings.sequenceTo ?? days.max()
    )
  }

  /// The report on the CSV files of a folder.
  init(directory: String, settings: Settings = Settings()) throws {
    var files: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: directory)
    where name.lowercased().hasSuffix(".csv") {
      let data = try Data(contentsOf: URL(fileURLWithPath: directory).appending(path: name))
      files[name] = String(decoding: data, as: UTF8.self)
    }
    try self.init(files: files, settings: settings)
  }

  /// The text of every `tables/<name>.csv`, by name.
  var tables: [String: String] {
    [
      "product-gebruik": productUse,
      "subsidies": subsidyTable,
      "uitgaven-verhouding": spendingRatio,
      "maandverloop": months,
      "combinaties": combinations,
      "aantal-voorzieningen": groupCounts,
      "opvolging": sequences,
      "concentratie": concentration,
      "aanbieders": providerTable,
      "wijken": districtTable,
      "leeftijd": ageTable,
    ]
  }

  /// The text of every `tables/<name>.csv` over time, by name.
  var tablesOverTime: [String: String] {
    let triangle = triangle
    return [
      "declaratie-driehoek": triangleTable(triangle),
      "declaratie-factoren": factorTable(triangle),
      "nog-te-verwachten": forecastTable(triangle),
      "terugblik": hindsightTable,
      "kostenontwikkeling": costChange,
      "verblijfsduur": stayTable,
      "instroom-uitstroom": flowTable,
      "opvolging-in-de-tijd": sequencesInTime,
      "trajecten": pathTable,
      "wijken-gestandaardiseerd": standardisedRates,
    ]
  }

  /// The text of every `tables/<name>.csv` of supply, by name.
  var tablesOfSupply: [String: String] {
    [
      "toewijzingen-verloop": grantCourse,
      "beeindigingen": endings,
      "verzilvering": realisation,
      "aflopend": expiring,
      "leveringsvorm": deliveryForms,
      "percelen": lots,
      "aanbieders-verloop": providerCourse,
      "landschap": landscape,
      "uitstap": exits,
      "overstap": switches,
      "regio": region,
      "overlap": overlaps,
    ]
  }

  /// The text of every `tables/<name>.csv` of money, by name.
  var tablesOfMoney: [String: String] {
    [
      "jaarverloop": yearCourse,
      "indexatie": indexTable,
      "begroting-opbouw": buildTable,
      "begroting-bewaking": watchTable,
      "lumpsum": reserveTable,
      "bekostiging-vergelijking": fundingTable,
      "wijkbudget": districtBudgetTable,
      "tariefvergelijking": rateComparison,
    ]
  }

  /// The text of `rejects.csv`.
  var rejects: String {
    var rows = [["bestand", "regel", "byte", "regelcode", "kolom", "melding"]]
    for rejection in rejections {
      rows.append([
        rejection.row.file, String(rejection.row.line), String(rejection.row.byte),
        rejection.rule.rawValue, rejection.column, rejection.rule.title,
      ])
    }
    return Format.csv(rows)
  }
}
