import Synchronization

/// In which months the services of all declarations began.
struct ServiceMonths {
  /// Lines per month.
  private(set) var counts: [Month: Int] = [:]

  /// Reads all declarations of a run.
  init(_ preparation: Preparation) throws {
    let parts = preparation.parts[.declarations] ?? []
    let workers = (0..<2).map { _ in ServiceMonthWorker(parts) }
    try ChunkReader(parts, chunkSize: 1 << 20).distribute(among: workers)
    for worker in workers { counts.merge(worker.counts) { $0 + $1 } }
  }

  init(counts: [Month: Int]) {
    self.counts = counts
  }

  /// The first and the last month of those that have no stray lines only.
  var span: ClosedRange<Month>? {
    let usual = usualMonths
    guard let first = usual.first, let last = usual.last else { return nil }
    return first...last
  }

  /// Months with at least a fifth of the lines that the middle month has.
  private var usualMonths: [Month] {
    let sizes = counts.values.sorted()
    guard !sizes.isEmpty else { return [] }
    let middle = sizes[sizes.count / 2]
    return counts.filter { $0.value * 5 >= middle }.keys.sorted()
  }

  /// The year that a first report is about: the last one with lines in every month, else the one with
  /// most lines.
  var year: (number: Int, isWhole: Bool)? {
    let months = Dictionary(usualMonths.map { ($0.year, 1) }, uniquingKeysWith: +)
    if let whole = months.filter({ $0.value == 12 }).keys.max() { return (whole, true) }
    let lines = Dictionary(counts.map { ($0.key.year, $0.value) }, uniquingKeysWith: +)
    return lines.max { ($0.value, $0.key) < ($1.value, $1.key) }.map { ($0.key, false) }
  }
}

/// One thread's count.
private final class ServiceMonthWorker: ChunkWorker {
  let buffer = ChunkBuffer()
  private(set) var counts: [Month: Int] = [:]
  private let parts: [PreparedPart]
  private var parsers = RecordParsers()

  init(_ parts: [PreparedPart]) {
    self.parts = parts
  }

  func process(_ chunk: Chunk) throws {
    let part = parts[chunk.partIndex]
    guard let position = part.header.position(of: "product_periode_begindatum") else { return }
    let text = try part.text(of: chunk, in: buffer)
    let block = try parsers.parse(text, FlawSigns(in: text), of: chunk, part)
    let decoder = DateDecoder(part.dialect.dates)
    for index in 0..<block.count where block[index].fieldCount == part.header.fieldCount {
      let value = block[index][position].trimmed()
      guard !value.isEmpty, let day = decoder.day(value) else { continue }
      counts[Day(number: day).month, default: 0] += 1
    }
  }
}
