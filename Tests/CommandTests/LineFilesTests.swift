import Foundation
import Testing

@testable import Ingest
@testable import Runs

/// Files that are written in pieces.
@Suite struct LineFilesTests {
  @Test(arguments: [0, 1, 4095, 4096, 4097, 10_000])
  func `every reject is a row, whatever the pieces`(count: Int) {
    let rejects = (0..<count).map {
      Reject(file: "d.csv", line: $0 + 2, byte: $0, rule: .totalRow, column: nil)
    }
    let text = String(decoding: Array(LineFiles.rejects(rejects).joined()), as: UTF8.self)
    let lines = text.split(separator: "\n")
    #expect(lines.first == "bestand,regel,byte,regelcode,kolom,melding")
    #expect(lines.count == count + 1)
    for (index, line) in lines.dropFirst().enumerated() {
      #expect(line.hasPrefix("d.csv,\(index + 2),\(index),\(RejectRule.totalRow.rule.code),,"))
    }
  }

  @Test func `a full disk ends the file, and no more of it is made`() {
    var made = 0
    let pieces = sequence(first: 1) { $0 + 1 }.prefix(10).lazy.map { number in
      made = number
      return Data(repeating: 0, count: 100)
    }
    #expect { try DurableFile.write(pieces: pieces, to: "/dev/full") } throws: {
      ($0 as? RunFailure)?.status == .readOrWriteFailed
    }
    #expect(made == 1)
  }
}
