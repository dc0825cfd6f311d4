@testable import Samples

/// A way in which a delivery breaks between its source and us.
enum Damage: String, CaseIterable, Sendable {
  case flippedByte, lostLine, doubledLine, joinedLines, insertedQuote, cutEnd, damagedMember
  case renamedColumn, emptiedColumn, renamedFile
}

/// The files of a municipality with one damage.
struct DamagedFiles {
  var files: [String: [UInt8]]
  let damage: Damage
  /// The name of the file before the damage.
  let name: String
  /// Where, without any value.
  var place = ""
  /// The column, where the damage is one of a column.
  var column = ""

  /// `compressed`: every file as gzip of two members.
  init(
    _ damage: Damage, of files: [String: [UInt8]], compressed: [String: [UInt8]],
    _ random: inout SplitMix
  ) {
    self.files = files
    self.damage = damage
    let names = files.keys.filter { $0.hasSuffix(".csv") }.sorted()
    // Half of the damage to the declarations: they are nearly all that is delivered.
    name = random.chance(0.5) ? "declaraties.csv" : names[random.below(names.count)]
    var bytes = files[name] ?? []
    switch damage {
    case .flippedByte: flip(&bytes, &random)
    case .insertedQuote:
      let position = random.below(bytes.count + 1)
      bytes.insert(UInt8(ascii: "\""), at: position)
      place = "at byte \(position)"
    case .cutEnd:
      let length = random.below(bytes.count)
      bytes = Array(bytes.prefix(length))
      place = "at byte \(length)"
    case .lostLine, .doubledLine, .joinedLines: changeLine(&bytes, &random)
    case .renamedColumn, .emptiedColumn: changeColumn(&bytes, &random)
    case .damagedMember:
      self.files[name] = nil
      var member = compressed[name] ?? []
      damageMember(&member, &random)
      self.files[name + ".gz"] = member
      return
    case .renamedFile:
      self.files[name] = nil
      let other = Self.misspelt(String(name.dropLast(4)), &random)
      self.files[other + (random.chance(0.8) ? ".csv" : "")] = bytes
      place = "as \(other)"
      return
    }
    self.files[name] = bytes
  }

  private static let nasty = Array(",;\"\n\r0123456789 -.#'".utf8) + [0, 0x1F, 0xC3, 0xFF]

  private mutating func flip(_ bytes: inout [UInt8], _ random: inout SplitMix) {
    let position = random.below(bytes.count)
    let old = bytes[position]
    repeat {
      bytes[position] =
        random.chance(0.6)
        ? Self.nasty[random.below(Self.nasty.count)] : UInt8(random.below(256))
    } while bytes[position] == old
    place = "at byte \(position)"
  }

  private mutating func changeLine(_ bytes: inout [UInt8], _ random: inout SplitMix) {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let line = random.below(lines.count - 1)
    place = "line \(line + 1)"
    switch damage {
    case .lostLine: lines.remove(at: line)
    case .doubledLine: lines.insert(lines[line], at: random.chance(0.5) ? line : lines.count - 1)
    default:
      lines[line] += lines[line + 1]
      lines.remove(at: line + 1)
    }
    bytes = Array(lines.joined(separator: [0x0A]))
  }

  private mutating func changeColumn(_ bytes: inout [UInt8], _ random: inout SplitMix) {
    var rows = Self.rows(bytes)
    let index = random.below(rows[0].count)
    column = String(decoding: rows[0][index], as: UTF8.self)
    place = "column \(column)"
    if damage == .renamedColumn {
      rows[0][index] = Array(Self.misspelt(column, &random).utf8)
    } else {
      for row in rows.indices.dropFirst() where rows[row].count == rows[0].count {
        rows[row][index] = []
      }
    }
    bytes = Array(rows.map { Array($0.joined(separator: [0x2C])) }.joined(separator: [0x0A]))
  }

  private mutating func damageMember(_ member: inout [UInt8], _ random: inout SplitMix) {
    let position = random.below(member.count)
    place = "compressed, byte \(position)"
    switch random.below(5) {
    case 0: member = Array(member.prefix(position))
    case 1: member[position] ^= UInt8(1 << random.below(8))
    case 2: member.remove(at: position)
    case 3: member += (0..<random.between(1...20)).map { _ in UInt8(random.below(256)) }
    default: member.insert(UInt8(random.below(256)), at: position)
    }
  }

  /// Another name: a letter more, less or other, or a word of its own.
  private static func misspelt(_ name: String, _ random: inout SplitMix) -> String {
    var letters = Array(name)
    let place = random.below(letters.count)
    switch random.below(5) {
    case 0: letters.remove(at: place)
    case 1: letters.insert("x", at: place)
    case 2: letters[place] = letters[place] == "q" ? "w" : "q"
    case 3: letters.swapAt(place, (place + 1) % letters.count)
    default: return "overzicht"
    }
    return String(letters)
  }

  /// The rows of a text with values in quotes in one line at most.
  static func rows(_ bytes: [UInt8]) -> [[[UInt8]]] {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      var fields: [[UInt8]] = [[]]
      var isQuoted = false
      for byte in line {
        if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
        if byte == UInt8(ascii: ","), !isQuoted {
          fields.append([])
        } else {
          fields[fields.count - 1].append(byte)
        }
      }
      return fields
    }
  }
}
