/// Reads `gebieden.csv`, our own or CBS "Kerncijfers wijken en buurten".
struct DistrictReader {
  private let wijk = FileKind.districts.index(of: "wijk_code")
  private let year = FileKind.districts.index(of: "peiljaar")
  private let name = FileKind.districts.index(of: "wijk_naam")
  private let inhabitants = FileKind.districts.index(of: "inwoners")
  private let area = FileKind.districts.index(of: "gebied")
  private let areaKind = FileKind.districts.index(of: "recs")

  func read(_ file: RegisterFile) throws -> Districts {
    var rows: [Districts.Row] = []
    var keyed = KeyedRows(file, keyColumns: [wijk, year])
    var key: [UInt8] = []
    var skipped: [(part: String, count: Int)] = []
    try file.forEachRow { row in
      if isOtherArea(row) {
        let part = row.columns.part.name
        if skipped.last?.part != part { skipped.append((part, 0)) }
        skipped[skipped.count - 1].count += 1
        return
      }
      let wijk = row.requiredText(wijk) == nil ? nil : row.wijk(wijk)
      let year = row.columns.positions[year] < 0 ? declaredYear(file) : row.requiredYear(year)
      let name = row.requiredText(name)
      let inhabitants = row.count(inhabitants)
      let area = name == nil ? nil : row.name(area, default: self.name)
      guard let wijk, let year, let area, row.isSound else { return }
      key.removeAll(keepingCapacity: true)
      key.append(contentsOf: "\(year) ".utf8)
      key.append(contentsOf: wijk.buffer)
      guard key.withBytes({ keyed.add($0, row) }) != nil else { return }
      rows.append(
        Districts.Row(
          wijk: wijk.string,
          year: year,
          area: area.string,
          inhabitants: inhabitants
        )
      )
    }
    for (part, count) in skipped {
      file.account.remarks.note("\(part): rows of other areas than wijken are skipped: \(count)")
    }
    return Districts(rows: rows)
  }

  /// For a file without the column; its header was only accepted because the year is declared.
  private func declaredYear(_ file: RegisterFile) -> Int? {
    file.configuration.referenceYear
  }

  /// CBS delivers municipalities, districts and neighbourhoods in one file.
  private func isOtherArea(_ row: RegisterRow) -> Bool {
    if let kind = row.text(areaKind), !kind.equalsIgnoringCase(Array("wijk".utf8)) { return true }
    let prefix = row.text(wijk)?.areaPrefix
    return prefix == .municipality || prefix == .neighbourhood
  }
}
