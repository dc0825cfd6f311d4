public import Analytics
public import Foundation

/// Reads a published `risico.json` back.
public enum RisksReader {
  /// Throws a `DecodingError` when the bytes are not those that this program writes.
  public static func risks(in bytes: Data) throws -> DisclosureRisks {
    let written = try JSONDecoder().decode(WrittenRisks.self, from: membersAsElements(of: bytes))
    let risks = DisclosureRisks(productGroups: written.productGroups, amounts: written.amounts)
    guard RisksWriter.bytes(of: risks).elementsEqual(bytes) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: [], debugDescription: "these are not the bytes of risks"))
    }
    return risks
  }

  /// The JSON with every object as an array of its keys and values in turn.
  ///
  /// A decoder's objects take canonically equivalent keys for one; the contract does not.
  private static func membersAsElements(of json: Data) -> Data {
    var (isInText, isEscaped) = (false, false)
    return Data(
      json.map { byte in
        if isInText {
          if !isEscaped && byte == UInt8(ascii: "\"") { isInText = false }
          isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
          return byte
        }
        switch byte {
        case UInt8(ascii: "\""): isInText = true
        case UInt8(ascii: "{"): return UInt8(ascii: "[")
        case UInt8(ascii: "}"): return UInt8(ascii: "]")
        case UInt8(ascii: ":"): return UInt8(ascii: ",")
        default: break
        }
        return byte
      })
  }
}

private struct WrittenRisks: Decodable {
  private(set) var productGroups: [DisclosureRisks.ProductGroup] = []
  private(set) var amounts: [BundleName: DisclosureRisks.LargestClients] = [:]

  init(from decoder: any Decoder) throws {
    var document = try decoder.unkeyedContainer()
    // That the keys are the right ones is seen from the bytes.
    _ = try document.decode(String.self)
    var groups = try document.nestedUnkeyedContainer()
    while !groups.isAtEnd {
      let code = try groups.decode(String.self)
      productGroups.append(.init(code: code, group: try groups.decode(String.self)))
    }
    _ = try document.decode(String.self)
    var bundles = try document.nestedUnkeyedContainer()
    while !bundles.isAtEnd {
      let bundle = BundleName(try bundles.decode(String.self))
      let cents = try bundles.decode([Int64].self)
      guard cents.count == 3 else {
        throw DecodingError.dataCorruptedError(
          in: bundles, debugDescription: "a bundle has three amounts")
      }
      amounts[bundle] = .init(largest: cents[0], second: cents[1], sum: cents[2])
    }
  }
}
