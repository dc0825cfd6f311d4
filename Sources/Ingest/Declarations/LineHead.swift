/// What the lines of one placement in one declaration have in common, with its identifiers still
/// as texts. It mostly stands in several records that follow each other, and is decoded and looked
/// up once for all of them.
struct LineHead {
  let allocation: Bytes
  let client: Bytes
  let product: Bytes
  let provider: Bytes
  /// `declaratie_dagtekening`, days since 1970-01-01.
  let declared: Int32
  /// National category 1–18; 0 where none is given.
  let category: UInt8
  /// iWmo code of the unit.
  let unit: UInt8
  /// ``DeclarationLine/rate``
  let rate: Int64
  /// ``ReferenceKey/seed(provider:)``
  let referenceSeed: UInt64
}

/// Where a part has the columns of heads: two runs of fields.
///
/// Where the bytes of these fields are those of another record, so is the head. What other columns
/// stand in between makes this rarer, never wrong.
struct HeadColumns {
  private let identity: ClosedRange<Int>
  private let price: ClosedRange<Int>

  init(_ positions: DeclarationPositions) {
    func range(_ columns: [DeclarationColumn]) -> ClosedRange<Int> {
      let places = columns.map { positions.all[$0.rawValue] }.filter { $0 >= 0 }
      return (places.min() ?? 0)...(places.max() ?? 0)
    }
    // The number of the declaration is no part of a head, but as a rule it stands beside one and
    // changes with it.
    identity = range([
      .declarationNumber, .declared, .provider, .client, .allocation, .category, .product,
    ])
    price = range([.unit, .rate])
  }

  /// Whether records with one head have one value at a position.
  func contains(_ position: Int) -> Bool {
    identity.contains(position) || price.contains(position)
  }

  /// Whether two records, wide enough both, have one head; only in a block that holds no
  /// delimiters, where equal bytes are equal fields.
  @inline(__always)
  func areEqual(_ a: Record, _ b: Record) -> Bool {
    a.fields(identity.lowerBound, identity.upperBound)
      .equals(b.fields(identity.lowerBound, identity.upperBound))
      && a.fields(price.lowerBound, price.upperBound)
        .equals(b.fields(price.lowerBound, price.upperBound))
  }
}
