import Crypto
import Foundation
import Testing

@testable import Ingest

@Suite struct FingerprintTests {
  private static let text = Array("client_id,geboortejaar\nK1,1950\n".utf8)

  private static let parts: [String: [UInt8]] = [
    "a plain part": text,
    "one with a byte order mark": [0xEF, 0xBB, 0xBF] + text,
    "UTF-16": [0xFF, 0xFE] + text.flatMap { [$0, 0] },
    "a header": Array("client_id\n".utf8),
    "a header without a line end": Array("client_id".utf8),
    "as long as the head": text + blankLines(1 << 20 - text.count),
    "a byte less": text + blankLines(1 << 20 - text.count - 1),
    "a byte more": text + blankLines(1 << 20 - text.count + 1),
  ]

  private static func blankLines(_ count: Int) -> [UInt8] { Array(repeating: 0x0A, count: count) }

  @Test("a part is digested while it is read", arguments: parts.keys.sorted())
  func digest(part: String) throws {
    let bytes = try #require(Self.parts[part])
    var folder = RegisterFolder()
    folder.bytes["clienten.csv"] = bytes
    let preparation = try folder.prepared { preparation in
      #expect(preparation.parts[.clients]?.first?.open.digest == nil)
      _ = try RegisterReader(
        preparation: preparation, configuration: folder.configuration, workers: 2
      ).read()
      return preparation
    }
    let digest = try #require(preparation.parts[.clients]?.first?.open.digest)
    #expect(digest.sha256 == SHA256.hash(data: Data(bytes)))
    #expect(digest.byteCount == bytes.count)
  }

  /// `client_id,geboortejaar` with K1, and with K2 and K3.
  private static let gzip = (
    one: "H4sIAAAAAAAAA0vOyUzNK4nPTNFJT03Kzy8qSc1KTCzi8jbUMbQ0NeACAJT8GCYfAAAA",
    two: "H4sIAAAAAAAAA0vOyUzNK4nPTNFJT03Kzy8qSc1KTCzi8jbSMbQ0NeDyNobQAFZ/DEwnAAAA"
  )

  @Test func aCompressedPartThatIsReplacedIsReadAsItWas() throws {
    let (one, two) = (Data(base64Encoded: Self.gzip.one), Data(base64Encoded: Self.gzip.two))
    var folder = RegisterFolder()
    folder.bytes["clienten.csv.gz"] = Array(try #require(one))
    folder.meanwhile = { place in
      let other = place.appendingPathComponent("other")
      try #require(two).write(to: other)
      #expect(rename(other.path, place.appendingPathComponent("clienten.csv.gz").path) == 0)
    }
    let (clientCount, fingerprints) = try folder.prepared { preparation in
      let registers = try RegisterReader(
        preparation: preparation, configuration: folder.configuration, workers: 2
      ).read()
      return (registers.data.clients?.count, try preparation.fingerprints(workers: 2))
    }
    #expect(clientCount == 1)
    let fingerprint = fingerprints.first { $0.name == "clienten.csv.gz" }
    #expect(fingerprint?.sha256 == SHA256.hash(data: try #require(one)).hexadecimal)
  }
}
