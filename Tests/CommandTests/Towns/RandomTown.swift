@testable import Samples

/// A small random municipality as hostile as the contract allows, in the `iso` dialect: all that
/// the oracle must read and count as the pipeline does.
///
/// The seed decides everything, on every machine.
struct RandomTown {
  /// A record of declaraties with its own line end, so that records can be shuffled and split.
  struct Line {
    let text: String
    let end: String
  }

  let seed: UInt64
  var random: SplitMix
  /// For all that supply adds, so that what else a seed gives stays as it is.
  private var second: SplitMix
  /// Every file but declaraties, by name.
  var files: [String: String] = [:]
  var settings = OracleReport.Settings()
  /// The columns of declaraties in the order of the header, as the contract names them.
  var columns: [String] = []
  var lines: [Line] = []
  /// Stays of clients who are served month after month.
  var stays: [Stay] = []
  /// How declaraties is headed.
  var heading = Heading()

  let products: [Product]
  let providers: [String]
  let clients: [String]
  var allocations: [Allocation] = []

  struct Product {
    let code: String
    let category: String
  }

  struct Allocation {
    let number: String
    let client: String
    let provider: String
    let product: String
    let isDeleted: Bool
  }

  init(seed: UInt64) {
    self.seed = seed
    random = SplitMix(seed: seed)
    second = SplitMix(seed: seed &+ 20)
    products = Self.products.prefix(random.between(2...Self.products.count)).map { $0 }
    providers = Array(Self.agbCodes.prefix(random.between(1...Self.agbCodes.count)))
    clients = Array(Self.clientNames.prefix(random.between(2...Self.clientNames.count)))
    drawSettings()
    // Of a generator of its own, so that what else a seed gives stays as it is.
    apart(5) { $0.drawSettingsOverTime() }
    apart(6) { $0.drawStays() }
    apart(29) { $0.drawMoneySettings() }
    drawCatalogue()
    drawPeople()
    drawAllocations()
    heading = Heading(seed: seed)
    drawDeclarations()
    aside { $0.drawSupply() }
    apart(33) { $0.drawMoney() }
  }

  private static let products = [
    ("02A01", "02"), ("7é€", "07"), ("1", "01"), ("02A0", "02"), ("08X", "08"), ("zz", "10"),
  ].map { Product(code: $0.0, category: $0.1) }

  private static let agbCodes = [
    "41000001", "00000007", "41000003", "99999999", "41000005", "00000010", "12345678",
  ]

  /// Longer than a slot of the allocation table, with spaces inside, alike but for case.
  private static let clientNames = [
    "ann", "Ann", "kl-3", "x y", "é", "e\u{301}", "een-client-met-een-naam-van-meer-dan-36-tekens",
    "42", "komma, \"en\" aanhaling", "regel\neinde", "0042", "ééééééééééééééééééééé",
  ]

  private mutating func drawSettings() {
    if random.chance(0.6) { settings.from = day(year: 2016...2017) }
    if random.chance(0.6) { settings.to = day(year: 2017...2018) }
    if random.chance(0.1) { swap(&settings.from, &settings.to) }
    // The configuration refuses both; one may still be on the wrong side of the data.
    if let from = settings.from, let to = settings.to, from > to {
      swap(&settings.from, &settings.to)
    }
    if random.chance(0.3) { settings.basis = .declaratie }
    settings.gapMonths = random.below(4)
    settings.simultaneousMonths = random.below(4)
    if random.chance(0.5) { settings.sequenceFrom = day(year: 2016...2017) }
    if random.chance(0.5) { settings.sequenceTo = day(year: 2017...2018) }
    if random.chance(0.3) { settings.ageClasses = [0, 1, 17, 18, 40, 99] }
  }

  /// Draws by another generator.
  mutating func apart(_ place: UInt64, _ draw: (inout RandomTown) -> Void) {
    var other = SplitMix(seed: seed &+ place)
    swap(&random, &other)
    draw(&self)
    swap(&random, &other)
  }

  /// Draws by the generator for supply.
  mutating func aside<Value>(_ draw: (inout RandomTown) -> Value) -> Value {
    swap(&random, &second)
    defer { swap(&random, &second) }
    return draw(&self)
  }

  /// A day that the calendar has, the last of February among them.
  mutating func day(year: ClosedRange<Int>) -> OracleReport.Day {
    let (year, month) = (random.between(year), random.between(1...12))
    let last = OracleReport.Day.length(ofMonth: month, year: year)
    let number = random.chance(0.2) ? last : random.between(1...last)
    guard let day = OracleReport.Day(year: year, month: month, day: number) else {
      preconditionFailure("the calendar has \(year)-\(month)-\(number)")
    }
    return day
  }

  mutating func one<Element>(of elements: [Element]) -> Element {
    elements[random.below(elements.count)]
  }
}

extension OracleReport.Day {
  /// `2017-10-15`
  var iso: String {
    let rest = [month, day].map { $0 < 10 ? "-0\($0)" : "-\($0)" }.joined()
    return String(repeating: "0", count: 4 - String(year).count) + String(year) + rest
  }
}
