/// Reads `producten.csv`.
struct ProductReader {
  private let code = FileKind.products.index(of: "product_code")
  private let description = FileKind.products.index(of: "omschrijving")
  private let category = FileKind.products.index(of: "product_categorie")
  private let kind = FileKind.products.index(of: "voorzieningsoort")
  private let group = FileKind.products.index(of: "product_groep")
  private let lot = FileKind.products.index(of: "perceel")

  /// The products in the order of their codes' first rows, their codes, and the groups' names.
  func read(
    _ file: RegisterFile
  ) throws -> (products: [Product], codes: InternTable, groups: [String]) {
    var products: [Product] = []
    var codes = InternTable()
    var groups = NameNumbering()
    var hasGroup: [Bool] = []
    var keyed = KeyedRows(file, keyColumns: [code])
    try file.forEachRow { row in
      let code = row.requiredText(code)
      let description = row.requiredText(description)
      let category = row.requiredText(category) == nil ? nil : row.category(category)
      let kind = row.requiredText(kind) == nil ? nil : row.provisionKind(kind)
      let group = description == nil ? nil : groupName(row)
      let lot = row.unreservedName(lot)
      guard let code, let description, let category, let kind, let group, row.isSound,
        keyed.add(code, row) != nil
      else { return }
      _ = codes.intern(code)
      hasGroup.append(row.text(self.group) != nil)
      products.append(
        Product(
          code: code.string, description: description.string, kind: kind, group: groups.add(group),
          category: Int(category), lot: lot?.string))
    }
    Dominance(products.map(\.group), isGiven: hasGroup)
      .tell(file.kind, "product_groep", &file.account.remarks)
    let (names, final) = groups.numbered()
    for index in products.indices { products[index].group = final[products[index].group] }
    return (products, codes, names)
  }

  private func groupName(_ row: RegisterRow) -> Bytes? {
    guard let name = row.name(group, default: description) else { return nil }
    guard name.holdsJoiner else { return name }
    let source = row.text(group) == nil ? description : group
    row.note(.joiner(cure: "product_groep"), at: source)
    return nil
  }
}
