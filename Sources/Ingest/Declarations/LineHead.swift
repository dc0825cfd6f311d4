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
