import Foundation
import Ingest
import Testing

@testable import Runs

@Suite("Publishing a run")
final class PublicationTests {
  private let root = NSTemporaryDirectory() + "wmo-etl-output-" + UUID().uuidString
  private var output: String { root + "/out" }

  /// 2017-11-15T02:00:00Z
  private let name = RunName(secondsSince1970: 1_510_711_200, hash: "3f2a91c0")
  private let files = FileManager.default

  init() throws {
    try files.createDirectory(atPath: root, withIntermediateDirectories: true)
  }

  deinit {
    try? files.removeItem(atPath: root)
  }

  /// What a user sees of the output folder.
  private func visible() throws -> [String] {
    try files.contentsOfDirectory(atPath: output).filter { $0 != ".wmo-etl.lock" }.sorted()
  }

  private func latest() throws -> String {
    try files.destinationOfSymbolicLink(atPath: output + "/latest")
  }

  private func text(_ path: String) -> String? {
    files.contents(atPath: "\(output)/\(path)").map { String(decoding: $0, as: UTF8.self) }
  }

  private func publish(_ bytes: String) throws -> String {
    let publication = try Publication(output: output)
    try publication.write(name: "tables/x.csv", bytes: Array(bytes.utf8))
    return try publication.publish(as: name)
  }

  @Test("a run appears under its name, and latest leads to it")
  func publishes() throws {
    let publication = try Publication(output: output)
    try publication.write(name: "tables/x.csv", bytes: Array("abc".utf8))
    try publication.write(name: "report.json", bytes: Data())
    #expect(
      publication.outputs.map(\.name) == ["report.json", "tables/x.csv"]
    )
    #expect(
      publication.outputs.map(\.sha256) == [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
      ]
    )
    #expect(try !visible().contains("latest"))
    #expect(try publication.publish(as: name) == "20171115T020000Z-3f2a91c0")
    #expect(try visible() == ["20171115T020000Z-3f2a91c0", "latest"])
    #expect(text("latest/tables/x.csv") == "abc")
    #expect(text("latest/report.json") == "")
  }

  @Test("a taken name gives way to the next free second, and latest to the new run")
  func nextSecond() throws {
    #expect(try publish("1") == "20171115T020000Z-3f2a91c0")
    #expect(try publish("2") == "20171115T020001Z-3f2a91c0")
    #expect(try publish("3") == "20171115T020002Z-3f2a91c0")
    #expect(try latest() == "20171115T020002Z-3f2a91c0")
    #expect(text("latest/tables/x.csv") == "3")
    #expect(text("20171115T020000Z-3f2a91c0/tables/x.csv") == "1")
  }

  @Test("a name that became free again is not taken: a later run has a later name")
  func laterThanAll() throws {
    #expect(try publish("1") == "20171115T020000Z-3f2a91c0")
    #expect(try publish("2") == "20171115T020001Z-3f2a91c0")
    try files.removeItem(atPath: output + "/20171115T020000Z-3f2a91c0")
    #expect(try publish("3") == "20171115T020002Z-3f2a91c0")
  }

  @Test("another hash in one second is another second")
  func otherHash() throws {
    #expect(try publish("1") == "20171115T020000Z-3f2a91c0")
    let other = RunName(secondsSince1970: 1_510_711_200, hash: "00000000")
    let publication = try Publication(output: output)
    #expect(try publication.publish(as: other) == "20171115T020001Z-00000000")
  }

  @Test("the second after the last of a year")
  func newYear() {
    let last = RunName(secondsSince1970: 1_514_764_799, hash: "00000000")
    #expect(last.text == "20171231T235959Z-00000000")
    #expect(last.next.text == "20180101T000000Z-00000000")
  }

  @Test("two at once: the second is told to try later, and may after the first")
  func lock() throws {
    var first: Publication? = try Publication(output: output)
    try first?.write(name: "report.json", bytes: Data())
    let failure = #expect(throws: RunFailure.self) { try Publication(output: self.output) }
    #expect(failure == .outputLocked(output))
    #expect(failure?.status == .locked)
    #expect(try first?.publish(as: name) == name.text)
    first = nil
    #expect(try publish("2") == name.next.text)
  }

  @Test("a failed attempt keeps nothing open")
  func noDescriptorLeaks() throws {
    let first = try Publication(output: output)
    let before = try files.contentsOfDirectory(atPath: "/proc/self/fd").count
    for _ in 0..<100 {
      _ = #expect(throws: RunFailure.self) { try Publication(output: self.output) }
    }
    // Other tests open files at the same time; a hundred are too many for them.
    #expect(try files.contentsOfDirectory(atPath: "/proc/self/fd").count < before + 80)
    first.abandon()
  }

  @Test("the leavings of a killed run are cleared, other files are not touched")
  func leavings() throws {
    let outside = root + "/outside"
    try files.createDirectory(
      atPath: output + "/.wmo-etl-staging-99/tables",
      withIntermediateDirectories: true
    )
    try files.createDirectory(atPath: outside, withIntermediateDirectories: true)
    #expect(files.createFile(atPath: outside + "/kept", contents: Data()))
    #expect(
      files.createFile(atPath: output + "/.wmo-etl-staging-99/tables/x.csv", contents: Data())
    )
    #expect(files.createFile(atPath: output + "/notes.txt", contents: Data()))
    try files.createSymbolicLink(
      atPath: output + "/.wmo-etl-staging-latest",
      withDestinationPath: outside
    )
    #expect(try publish("1") == name.text)
    #expect(try visible() == [name.text, "latest", "notes.txt"])
    #expect(files.fileExists(atPath: outside + "/kept"))
  }

  @Test("a run that is given up leaves latest as it was")
  func abandoned() throws {
    _ = try publish("1")
    do {
      let publication = try Publication(output: output)
      try publication.write(name: "report.json", bytes: Data())
    }
    #expect(try visible() == [name.text, "latest"])
    #expect(try latest() == name.text)
  }

  @Test("a full disk stops the run, with latest as it was")
  func fullDisk() throws {
    _ = try publish("1")
    let publication = try Publication(output: output)
    try publication.write(name: "tables/x.csv", bytes: Data())
    let staging = try #require(try visible().first { $0.hasPrefix(StagedFolder.prefix) })
    try files.createSymbolicLink(
      atPath: "\(output)/\(staging)/tables/y.csv",
      withDestinationPath: "/dev/full"
    )
    let failure = #expect(throws: RunFailure.self) {
      try publication.write(name: "tables/y.csv", bytes: Data("y".utf8))
    }
    #expect(failure?.status == .readOrWriteFailed)
    #expect(failure?.message.contains("No space left on device") == true)
    #expect(try visible() == [name.text, "latest"])
    #expect(try latest() == name.text)
  }

  @Test("an output below a file cannot be created")
  func belowFile() throws {
    #expect(files.createFile(atPath: root + "/file", contents: Data()))
    for path in ["/file", "/file/out", "/file/deeper/out"] {
      let failure = #expect(throws: RunFailure.self) { try Publication(output: self.root + path) }
      #expect(failure?.status == .cannotCreateOutput)
    }
  }

  @Test("a folder called latest is not replaced")
  func foreignLatest() throws {
    try files.createDirectory(atPath: output + "/latest", withIntermediateDirectories: true)
    let failure = #expect(throws: RunFailure.self) { try Publication(output: self.output) }
    #expect(failure == .latestIsNoLink(output + "/latest"))
    #expect(try visible() == ["latest"])
  }

  @Test("when the link cannot be swapped, nothing is visible")
  func swapFails() throws {
    let publication = try Publication(output: output)
    try publication.write(name: "report.json", bytes: Data())
    try files.createDirectory(atPath: output + "/latest", withIntermediateDirectories: false)
    let failure = #expect(throws: RunFailure.self) { try publication.publish(as: self.name) }
    #expect(failure?.status == .cannotCreateOutput)
    #expect(try visible() == ["latest"])
  }

  @Test("rejects alone lie beside the runs, and nothing is published")
  func rejects() throws {
    for expected in [name, name.next] {
      let publication = try Publication(output: output)
      try publication.write(name: "report.json", bytes: Data())
      #expect(
        try publication.leave(rejects: [Data("bestand\n".utf8)], of: name)
          == expected.text + ".rejects.csv"
      )
    }
    #expect(try visible() == [name.text + ".rejects.csv", name.next.text + ".rejects.csv"])
    #expect(text(name.text + ".rejects.csv") == "bestand\n")
  }

  @Test("what a killed process left of a file that is replaced is removed, and nothing else")
  func replacedLeavings() throws {
    // No process has so high a number: it is the kernel's limit.
    for name in ["x.prom.4194304.tmp", "x.prom.1.tmp", "x.prom.notes.tmp", "y.prom.4194304.tmp"] {
      #expect(files.createFile(atPath: "\(root)/\(name)", contents: Data()))
    }
    try DurableFile.replace(Data("x".utf8), at: root + "/x.prom")
    #expect(
      try files.contentsOfDirectory(atPath: root).sorted()
        == ["x.prom", "x.prom.1.tmp", "x.prom.notes.tmp", "y.prom.4194304.tmp"])
  }
}
