/// How one worker reads the rows of one part: positions, decoders and the place for problems.
///
/// Resolved once per part and worker; a row only looks things up.
final class RegisterColumns {
  let kind: FileKind
  let partIndex: Int
  let part: PreparedPart
  let missing: MissingValues
  let dates: DateDecoder
  let numbers: NumberDecoder
  let restoresZeros: Bool
  /// Position per column of the file; -1 where the part has none.
  let positions: [Int]
  /// Per column, whether only the empty text is missing there.
  let isName: [Bool]
  /// Per column, whether its values are identifiers as somebody made them up.
  let isIdentifier: [Bool]
  /// Per column, how wide its codes are; 0 where it holds none.
  let widths: [Int]
  /// Per column, how wide its codes of areas are; 0 where it holds none.
  let areaWidths: [Int]
  /// Columns that a row needs.
  let needed: [Int]
  /// A hash of the columns in their order: parts of the same order have the same.
  let order: UInt64
  /// Physical line on which the chunk begins that is read; 0 until that is known.
  private(set) var firstLine = 0
  /// Of that chunk.
  private var problems = RegisterProblems()
  /// Rows of that chunk that a decoder took for totals, counted from its first line.
  private var totals: [Int] = []
  /// Problems of the current row.
  private(set) var rowProblems = 0
  /// Whether a value of the current row may have a ``ValueFlaw``.
  private(set) var mayHoldFlaws = false
  /// A bit per column of the current row that has one.
  private var flawed: UInt64 = 0
  /// The digits of ``lasting(_:width:)``, by their number with the width in front.
  private var lastingCodes: [Int: UnsafeMutablePointer<UInt8>] = [:]
  /// Room for a code with its zeros restored.
  let padded = UnsafeMutablePointer<UInt8>.allocate(capacity: 8)

  init(_ part: PreparedPart, index: Int, kind: FileKind, configuration: Configuration) {
    self.part = part
    self.kind = kind
    partIndex = index
    missing = MissingValues(configuration.missingTexts, dialect: part.dialect)
    dates = DateDecoder(part.dialect.dates)
    numbers = NumberDecoder(part.dialect)
    restoresZeros = configuration.restoresLeadingZeros
    let positions = part.header.positions.map { $0 ?? -1 }
    let isName = kind.columns.map { FileKind.freeTexts.contains($0.name) }
    self.positions = positions
    widths = kind.columns.map { Self.width($0.name) }
    areaWidths = kind.columns.map { ["wijk_code": 6, "buurt_code": 8][$0.name] ?? 0 }
    self.isName = isName
    isIdentifier = kind.columns.map { Self.identifiers.contains($0.name) }
    order = withBytes(of: part.header.names.joined(separator: "\u{1F}")) { $0.hash() }
    needed = kind.columns.indices.filter { kind.columns[$0].isNeeded && positions[$0] >= 0 }
  }

  deinit {
    padded.deallocate()
    for code in lastingCodes.values { code.deallocate() }
  }

  /// Digits with zeros in front, in memory that lasts as long as this: there are few districts.
  func lasting(_ digits: Bytes, width: Int) -> Bytes {
    let number = digits.buffer.reduce(width) { $0 * 10 + Int($1 &- 0x30) }
    let code =
      lastingCodes[number]
      ?? {
        let code = UnsafeMutablePointer<UInt8>.allocate(capacity: width)
        for index in 0..<width {
          code[index] = index < width - digits.count ? 0x30 : digits[index - width + digits.count]
        }
        lastingCodes[number] = code
        return code
      }()
    return Bytes(start: code, count: width)
  }

  private static let identifiers: Set<String> = [
    "toewijzing_nummer", "client_id", "aanbieder_agb", "beschikking_nummer", "product_code",
    "wijk_code", "buurt_code",
  ]

  private static func width(_ column: String) -> Int {
    switch column {
    case "aanbieder_agb": 8
    case "product_categorie", "eenheid", "reden_wijziging", "reden_beeindiging": 2
    default: 0
    }
  }

  func beginRow(mayHoldFlaws: Bool) {
    rowProblems = 0
    self.mayHoldFlaws = mayHoldFlaws
    flawed = 0
  }

  /// Notes the flaw of a column once, however often its value is asked for.
  func note(_ flaw: ValueFlaw, line: Int, column: Int) {
    guard flawed & 1 << column == 0 else { return }
    flawed |= 1 << column
    note(.flaw(flaw), line: line, column: column)
  }

  func note(_ problem: RegisterProblem, line: Int, column: Int?) {
    rowProblems += 1
    let place = RegisterPlace(kind: kind, partIndex: partIndex, part: part.name, line: line)
    problems.note(RegisterProblems.Entry(place: place, column: column, problem: problem))
  }

  /// Says that a row is a total after all, and skipped.
  func noteTotal(lineOfBlock line: Int) { totals.append(line) }

  /// Where the totals of the chunk stand that a decoder found.
  func takeTotals() -> [Int] {
    defer { totals = [] }
    return totals
  }

  /// Says on which line the chunk begins that is read.
  func settle(firstLine line: Int) {
    problems.move(toLine: line)
    firstLine = line
  }

  /// The problems of the chunk; the next one begins.
  func takeProblems() -> RegisterProblems {
    defer {
      problems = RegisterProblems()
      firstLine = 0
    }
    return problems
  }
}

extension FileKind {
  /// The index of a column that the contract has.
  func index(of column: String) -> Int {
    guard let index = columns.firstIndex(where: { $0.name == column }) else {
      preconditionFailure("\(name) has no column \(column)")
    }
    return index
  }
}
