extension ReferenceReader {
  /// Tells of files that hardly match each other, and of values that are one for nearly all rows.
  func tellJoins(
    _ data: ReferenceData, _ given: ReferenceColumnsGiven, remarks: inout InputRemarks
  ) {
    tellAllocations(data, &remarks)
    tellDistricts(data, &remarks)
    if given.hasConcerns {
      Dominance(data.providers.lazy.map(\.concern)).tell(.providers, "concern", &remarks)
    }
    if given.hasGroups {
      Dominance(data.products.lazy.map(\.group)).tell(.products, "product_groep", &remarks)
    }
    Dominance(data.allocations.lazy.map { Int($0.indication) })
      .tell(.allocations, "beschikking_nummer", &remarks)
  }

  private func tellAllocations(_ data: ReferenceData, _ remarks: inout InputRemarks) {
    var clients = JoinCount(.allocations, "client_id", .clients)
    var products = JoinCount(.allocations, "product_code", .products)
    var providers = JoinCount(.allocations, "aanbieder_agb", .providers)
    for allocation in data.allocations {
      if data.clients != nil { clients.add(isMatched: !allocation.hasUnlistedClient) }
      if allocation.product != -1 { products.add(isMatched: allocation.product >= 0) }
      providers.add(isMatched: allocation.provider >= 0)
    }
    for count in [clients, products, providers] { count.tell(&remarks) }
  }

  /// Nine in ten clients without district: their codes are written in two ways.
  private func tellDistricts(_ data: ReferenceData, _ remarks: inout InputRemarks) {
    guard let clients = data.clients, let districts = data.districts else { return }
    let known = Set(districts.rows.lazy.map { Array($0.wijk.utf8) })
    let isKnown = data.wijken.map { known.contains(Array($0.utf8)) }
    let coded = clients.compactMap(\.wijk)
    let unmatched = coded.count { !isKnown[Int($0)] }
    guard !coded.isEmpty, unmatched * 10 >= coded.count * 9 else { return }
    remarks.warn(
      .districtsUnmatched(
        clients: unmatched, of: coded.count,
        widths: Set(data.wijken.map(\.unicodeScalars.count)).sorted(),
        districtWidths: Set(districts.rows.map(\.wijk.unicodeScalars.count)).sorted()))
  }
}

/// Whether some part has an optional column by which rows are grouped.
struct ReferenceColumnsGiven {
  let hasConcerns: Bool
  let hasGroups: Bool

  init(_ parts: [FileKind: [PreparedPart]]) {
    func has(_ kind: FileKind, _ column: String) -> Bool {
      parts[kind]?.contains { $0.header.position(of: column) != nil } ?? false
    }
    hasConcerns = has(.providers, "concern")
    hasGroups = has(.products, "product_groep")
  }
}

/// Whether one value stands in more than half of many rows, where nearly all others differ: it may be
/// a placeholder that was taken for a name.
private struct Dominance {
  private let rowCount: Int
  private let largest: Int
  private let distinctCount: Int

  /// Of dense indices, one a row.
  init(_ indices: some Collection<Int>) {
    var counts = [Int32](repeating: 0, count: (indices.max() ?? -1) + 1)
    for index in indices { counts[index] += 1 }
    rowCount = indices.count
    largest = Int(counts.max() ?? 0)
    distinctCount = counts.count { $0 > 0 }
  }

  func tell(_ file: FileKind, _ column: String, _ remarks: inout InputRemarks) {
    let others = rowCount - largest
    // One value in all rows may be meant; of the others one in ten may come again, or just one.
    guard rowCount >= 20, largest * 2 > rowCount, others > 0,
      distinctCount - 1 >= others - max(1, others / 10)
    else { return }
    remarks.warn(.dominantValue(file: file, column: column, rows: largest, of: rowCount))
  }
}
