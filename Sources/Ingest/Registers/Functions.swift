/// The functions of the tables of the region: product groups, or labels of national categories.
extension Registers {
  /// The function of each product, by product index, as an index into the names, which are in byte
  /// order.
  public func functions(
    _ function: SupplyParameters.Function
  ) -> (names: [String], ofProduct: [Int]) {
    switch function {
    case .productGroup: return (productGroups, products.map(\.group))
    case .category:
      let labels = products.map { CodeLabel.category(UInt8($0.category)) ?? "" }
      let names = Set(labels).sorted(by: precedesByteWise)
      return (names, labels.map { label in names.firstIndex(of: label) ?? 0 })
    }
  }
}

extension Configuration {
  /// Throws 78 where `[overlap]` names what is no function of producten.csv, with the nearest one.
  package func refuseUnknownFunctions(in registers: Registers) throws(RunFailure) {
    let supply = counting.supply
    let names = registers.functions(supply.function).names
    let known = Set(names.lazy.map { Array($0.utf8) })
    for (key, chosen) in [("groep", supply.overlapGroups), ("met", supply.overlapOthers)] {
      guard let name = chosen?.first(where: { !known.contains(Array($0.utf8)) }), let file else {
        continue
      }
      let line = ConfigurationLines(file.bytes).line(of: ["overlap", key])
      throw .unknownFunction(
        name, in: (file.path, line), key: key, nearest: nearestName(to: name, among: names))
    }
  }
}
