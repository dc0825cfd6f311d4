/// Reads `gebieden.csv`, our own or CBS "Kerncijfers wijken en buurten".
struct DistrictReader {
  private let wijk = FileKind.districts.index(of: "wijk_code")
  private let year = FileKind.districts.index(of: "peiljaar")
  private let name = FileKind.districts.index(of: "wijk_naam")
  private let inhabitants = FileKind.districts.index(of: "inwoners")
  /// In the order of ``Districts/Row/ageBands``.
  private let ages = [
    "inwoners_0_14", "inwoners_15_24", "inwoners_25_44", "inwoners_45_64", "inwoners_65_plus",
  ].map(FileKind.districts.index(of:))
  private let households = FileKind.districts.index(of: "huishoudens")
  private let area = FileKind.districts.index(of: "gebied")
  private let areaKind = FileKind.districts.index(of: "recs")

  func read(_ file: RegisterFile) throws -> Districts {
    var rows: [Districts.Row] = []
    var keyed = KeyedRows(file, keyColumns: [wijk, year])
    var key: [UInt8] = []
    var skipped: [(part: String, count: Int)] = []
    var neighbourhoods: [Districts.Neighbourhood] = []
    try file.forEachRow { row in
      if isOtherArea(row) {
        let part = row.columns.part.name
        if skipped.last?.part != part { skipped.append((part, 0)) }
        skipped[skipped.count - 1].count += 1
        if let buurt = neighbourhood(row, file) { neighbourhoods.append(buurt) }
        return
      }
      let wijk = row.requiredText(wijk) == nil ? nil : row.wijk(wijk)
      let year = row.columns.positions[year] < 0 ? declaredYear(file) : row.requiredYear(year)
      let name = row.requiredText(name)
      let inhabitants = row.count(inhabitants)
      let ages = ages.map(row.count)
      // Nothing else uses it, so elsewhere it may be whatever it is.
      let households = weighsHouseholds(file) ? row.count(households) : nil
      let area = name == nil ? nil : row.name(area, default: self.name)
      guard let wijk, let year, let area, row.isSound else { return }
      key.removeAll(keepingCapacity: true)
      key.append(contentsOf: "\(year) ".utf8)
      key.append(contentsOf: wijk.buffer)
      guard key.withBytes({ keyed.add($0, row) }) != nil else { return }
      rows.append(
        Districts.Row(
          wijk: wijk.string, year: year, area: area.string, inhabitants: inhabitants, ages: ages,
          households: households))
    }
    for (part, count) in skipped {
      file.account.remarks.note("\(part): rows of other areas than wijken are skipped: \(count)")
    }
    return Districts(rows: rows, neighbourhoods: neighbourhoods)
  }

  /// What a skipped row says of a neighbourhood; nothing in such a row is a problem.
  private func neighbourhood(
    _ row: RegisterRow, _ file: RegisterFile
  ) -> Districts.Neighbourhood? {
    let code = row.value(wijk)
    let isNeighbourhood =
      code.areaPrefix == .neighbourhood
      || row.value(areaKind).equalsIgnoringCase(Array("buurt".utf8))
    guard isNeighbourhood,
      let buurt = ClientPlace.number(
        code, .neighbourhood, width: 8, restoringZeros: row.columns.restoresZeros)
    else { return nil }
    let written = row.value(year)
    let year =
      row.columns.positions[year] < 0 ? declaredYear(file) : RegisterRow.year(written)
    let inhabitants = row.value(inhabitants)
    return year.map {
      Districts.Neighbourhood(
        buurt: buurt, year: $0,
        inhabitants: inhabitants.isEmpty ? nil : row.columns.numbers.count(inhabitants))
    }
  }

  private func weighsHouseholds(_ file: RegisterFile) -> Bool {
    file.configuration.counting.money.districtBudget?.keys.contains { $0.name == "huishoudens" }
      ?? false
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

/// The codes of Statistics Netherlands (CBS): six characters for a wijk, eight for a buurt, whose first
/// six are its wijk.
extension RegisterRow {
  /// The code of a wijk without its prefix, with the zeros that a spreadsheet dropped where the
  /// configuration says so; of a buurt's code the wijk.
  func wijk(_ column: Int) -> Bytes? {
    guard let code = areaCode(column, width: 6) else { return nil }
    return code.count == 8 && code.isDigits ? code.prefix(characters: 6) : code
  }

  /// A code without its prefix, with the zeros restored that make it `width` digits; a prefix knows
  /// better: `WK063701` is whole, also in the column of a buurt.
  ///
  /// Valid until the chunk was taken.
  func areaCode(_ column: Int, width: Int) -> Bytes? {
    guard let text = text(column) else { return nil }
    let code = text.withoutAreaPrefix
    let width = text.areaPrefix?.width ?? width
    guard columns.restoresZeros, code.count < width, code.isDigits else { return code }
    return columns.lasting(code, width: width)
  }
}

extension Bytes {
  /// CBS's kind of area in front of its code; the code begins with a digit.
  enum AreaPrefix: String, CaseIterable {
    case municipality = "gm"
    case district = "wk"
    case neighbourhood = "bu"

    /// The digits of its codes; nil where it says nothing of the column's.
    var width: Int? {
      switch self {
      case .municipality: nil
      case .district: 6
      case .neighbourhood: 8
      }
    }
  }

  /// Case ignored; a space may stand behind it.
  var areaPrefix: AreaPrefix? {
    let start = count >= 3 && self[2] == 0x20 ? 3 : 2
    guard count > start, self[start] &- 0x30 <= 9 else { return nil }
    return AreaPrefix.allCases.first { prefix in
      slice(0, 2).equalsIgnoringCase(Array(prefix.rawValue.utf8))
    }
  }

  /// `WK063701`, `wk 063701` and `063701` are one district.
  var withoutAreaPrefix: Bytes {
    areaPrefix == nil ? self : slice(self[2] == 0x20 ? 3 : 2, count)
  }

  fileprivate var isDigits: Bool { buffer.allSatisfy { $0 &- 0x30 <= 9 } }

  /// The first Unicode scalars.
  func prefix(characters: Int) -> Bytes {
    var end = 0
    var left = characters
    while end < count {
      // A scalar begins with any byte that does not continue one.
      if self[end] & 0xC0 != 0x80 {
        if left == 0 { break }
        left -= 1
      }
      end += 1
    }
    return slice(0, end)
  }
}
