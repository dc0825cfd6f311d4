import Ingest

/// One line of `declaraties` before it is written; products, clients and so on are indices.
struct DeclaredLine {
  /// The number behind `referentie_nummer`.
  var reference: Int
  /// The number behind `vorig_referentie_nummer`.
  var previous: Int?
  var declared: Day
  var provider: Int
  var client: Int
  var allocation: Int
  var product: Int
  var begin: Day
  var end: Day
  /// Pieces of the product's unit; below 0 for a credit.
  var pieces: Int
  /// Eurocents per piece.
  var rate: Int
  /// Eurocents by which the amount differs from volume times rate.
  var surcharge = 0

  var cents: Int { pieces * rate + surcharge }
}
