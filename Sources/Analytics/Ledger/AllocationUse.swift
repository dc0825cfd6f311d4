import Ingest

/// How far allocations are used: what their lines add up to whose service begins in the reporting
/// window, whatever the basis (table `verzilvering`).
///
/// By the basis `prestatie` an end of the window that is not declared leaves nothing out, so it is
/// known of every line whether it counts, and one volume per allocation is enough; the nets are those
/// of the placements in the window. By the basis `declaratie` nets are kept beside those of the
/// ledger. If then an end is not declared, it is known only when all lines are, and so volumes and
/// nets are kept per day of service: for each allocation two pages of 64 bytes for every twelve days
/// that have lines, which is accepted as nearly nobody declares by date without a period.
struct AllocationUse: Sendable {
  private let grid: PeriodGrid
  private let allocations: [Allocation]
  /// Volumes in sixtieths of hundredths of the allocation's unit; nil where they are kept by day.
  private let volumes: AllocationVolumes?
  /// The volumes by day of service.
  private let volumesPerDay: NetStore?
  /// Cents per placement, in cell 0 or by day of service; nil by the basis `prestatie`.
  private let nets: NetStore?
  /// Lines in another unit than that of their allocation.
  private var otherUnitLines: [Key: Int] = [:]
  /// Keeps the prefetching from being optimised away; means nothing.
  private var prefetched: UInt32 = 0

  private struct Key: Hashable {
    let allocation: Int32
    /// 0 where nothing is kept by day.
    let day: Int32
  }

  init(grid: PeriodGrid, basis: CountingParameters.Basis, allocations: [Allocation]) {
    self.grid = grid
    self.allocations = allocations
    let isPerDay = basis == .declaration && !grid.isWindowDeclared
    volumes = isPerDay ? nil : AllocationVolumes(allocationCount: allocations.count)
    volumesPerDay = isPerDay ? NetStore(allocationCount: allocations.count) : nil
    nets = basis == .declaration ? NetStore(allocationCount: allocations.count) : nil
  }

  func forWorker() -> AllocationUse {
    var use = self
    use.otherUnitLines = [:]
    return use
  }

  /// Adds lines, or takes them out again (`sign` -1).
  @inline(__always)
  mutating func add(_ lines: UnsafeBufferPointer<DeclarationLine>, sign: Int64) {
    // Arrays and stores would be retained for every line, by all workers at once.
    let (volumes, isPerDay) = (volumes, volumesPerDay != nil)
    grid.cellOfDay.withUnsafeBufferPointer { cellOfDay in
      grid.isInWindow.withUnsafeBufferPointer { isInWindow in
        allocations.withUnsafeBufferPointer { allocations in
          // What all lines need is asked for first, so that waiting for it overlaps.
          var last: Int32 = -1
          for line in lines where line.allocation != last {
            last = line.allocation
            prefetched &+= UInt32(allocations[Int(last)].unit)
            if let volumes { prefetched &+= volumes.prefetch(Int(last)) }
          }
          // Lines of one placement and unit that follow each other are added at once.
          var index = 0
          while index < lines.count {
            let first = lines[index]
            var sum = UseSum()
            while index < lines.count, lines[index].isPlaced(like: first),
              !isPerDay || lines[index].start == first.start
            {
              let line = lines[index]
              if isInWindow[Int(cellOfDay[Int(line.start - DeclarationDays.first)])] {
                sum.add(line, sign: sign)
              }
              index += 1
            }
            guard sum.lines != 0 else { continue }
            let allocation = allocations[Int(first.allocation)]
            if let volumes, allocation.hasLimit, allocation.fits(first) {
              volumes.add(sum.sixtieths(first, of: allocation), to: Int(first.allocation))
            } else if isPerDay || allocation.hasLimit {
              addUnusual(sum, first, of: allocation)
            }
            addNet(sum, first)
          }
        }
      }
    }
  }

  @inline(__always)
  private func addNet(_ sum: UseSum, _ line: DeclarationLine) {
    guard let nets, sum.cents != 0 else { return }
    nets.add(
      allocation: Int(line.allocation), product: UInt32(line.product),
      provider: UInt32(line.provider), unit: .time, cell: cell(line), cents: sum.cents)
  }

  @inline(never)
  private mutating func addUnusual(
    _ sum: UseSum, _ line: DeclarationLine, of allocation: Allocation
  ) {
    guard allocation.hasLimit else { return }
    if !allocation.fits(line) {
      let day = volumesPerDay == nil ? 0 : line.start
      otherUnitLines[Key(allocation: line.allocation, day: day), default: 0] += sum.lines
    } else if let volumesPerDay {
      // The volume of one day stands for a net.
      volumesPerDay.add(
        allocation: Int(line.allocation), product: 0, provider: 0, unit: .time, cell: cell(line),
        cents: Int64(sum.sixtieths(line, of: allocation)))
    }
  }

  /// Where its sums are kept in a store of nets.
  @inline(__always)
  private func cell(_ line: DeclarationLine) -> Int {
    volumesPerDay == nil ? 0 : Int(line.start - DeclarationDays.first)
  }

  /// For another worker of the same run: its volumes and nets are in the common stores already.
  mutating func merge(_ other: AllocationUse) {
    for (key, lines) in other.otherUnitLines { otherUnitLines[key, default: 0] += lines }
  }
}

/// Sums of lines of one placement in one unit.
private struct UseSum {
  private var volume: Int128 = 0
  private(set) var cents: Int64 = 0
  private(set) var lines = 0

  @inline(__always)
  mutating func add(_ line: DeclarationLine, sign: Int64) {
    volume &+= Int128(sign &* line.volume)
    cents &+= sign &* line.cents
    lines &+= Int(sign)
  }

  @inline(__always)
  func sixtieths(_ line: DeclarationLine, of allocation: Allocation) -> Int128 {
    allocation.takesMinutes(line) ? volume : 60 &* volume
  }
}

// What is read in the end, with the window that is known then.
extension AllocationUse {
  /// The net volume of an allocation in its own unit, in sixtieths of hundredths.
  func volume(of allocation: Int, in window: ClosedRange<Day>) -> Int128 {
    if let volumes { return volumes[allocation] }
    var sum: Int128 = 0
    volumesPerDay?.forEachPage(of: allocation) { index, page in
      volumesPerDay?.forEachNet(of: index) { position, volume in
        if isCounted(page, position, in: window) { sum += Int128(volume) }
      }
    }
    return sum
  }

  /// Whether a placement of the allocation has a net that is not 0; only by the basis `declaratie`.
  func hasNet(_ allocation: Int, in window: ClosedRange<Day>) -> Bool {
    var sums: [(product: UInt32, provider: UInt32, cents: Int64)] = []
    nets?.forEachPage(of: allocation) { index, page in
      let place =
        sums.firstIndex { page.belongs(to: $0.product, $0.provider) } ?? sums.count
      if place == sums.count { sums.append((page.product, page.provider, 0)) }
      nets?.forEachNet(of: index) { position, cents in
        if isCounted(page, position, in: window) { sums[place].cents += cents }
      }
    }
    return sums.contains { $0.cents != 0 }
  }

  /// Lines in another unit than that of their allocation, by allocation index.
  func otherUnitLines(in window: ClosedRange<Day>) -> [Int32: Int] {
    var counts: [Int32: Int] = [:]
    for (key, lines) in otherUnitLines
    where volumes != nil || window.contains(Day(number: key.day)) {
      counts[key.allocation, default: 0] += lines
    }
    return counts.filter { $0.value != 0 }
  }

  private func isCounted(_ page: NetPage, _ position: Int, in window: ClosedRange<Day>) -> Bool {
    guard volumes == nil else { return true }
    let day = Int32(page.period) * Int32(NetPage.cellCount) + Int32(position)
    return window.contains(Day(number: DeclarationDays.first + day))
  }
}

extension Ledger {
  /// Whether each allocation has a placement whose net from the lines with service in the window is
  /// not 0, by allocation index.
  func declaredAllocations() -> [Bool] {
    var isDeclared = [Bool](repeating: false, count: registers.allocations.count)
    switch parameters.basis {
    case .service:
      for placement in placements where placement.windowNet != 0 {
        isDeclared[Int(placement.allocation)] = true
      }
    case .declaration:
      guard let window else { break }
      for allocation in isDeclared.indices {
        isDeclared[allocation] = use.hasNet(allocation, in: window)
      }
    }
    return isDeclared
  }
}
