/// The texts behind the indices of ``Registers``.
public struct RegisterIndex: Sendable {
  /// `toewijzing_nummer` → allocation index.
  var allocations = InternTable()
  /// `client_id` → client index.
  var clients = InternTable()
  /// `product_code` → product index.
  var products = InternTable()
  /// `aanbieder_agb` in eight digits → provider index.
  var providers = InternTable()
}
