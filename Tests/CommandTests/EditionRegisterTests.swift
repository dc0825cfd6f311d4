import Analytics
import Disclosure
import Foundation
import Ingest
import Testing

@testable import Runs

@Suite("Two folders that become visible together")
final class EditionRegisterTests {
  private let output = NSTemporaryDirectory() + "wmo-etl-register-" + UUID().uuidString
  private let files = FileManager.default

  init() throws {
    try files.createDirectory(atPath: output, withIntermediateDirectories: true)
  }

  deinit {
    try? files.removeItem(atPath: output)
  }

  private func visible(_ folder: String) throws -> [String] {
    try files.contentsOfDirectory(atPath: "\(output)/\(folder)").sorted()
  }

  private func stage(
    _ register: EditionRegister, _ name: String
  ) throws -> (edition: StagedFolder, entry: StagedFolder) {
    let staged = try register.stage(name)
    try staged.edition.write(name: "tables/x.csv", bytes: Data("x".utf8))
    try staged.entry.write(name: "report.json", bytes: Data("{}".utf8))
    return staged
  }

  @Test("an edition and its entry appear under one name")
  func published() throws {
    let register = try EditionRegister(output: output)
    let (edition, entry) = try stage(register, "a")
    try edition.publish(as: "a", with: entry)
    #expect(try visible("publicatie") == ["a", "latest"])
    #expect(try visible("publicatie-intern") == ["a"])
  }

  @Test("where the entry cannot appear, neither does, and latest is as it was")
  func entryFails() throws {
    let register = try EditionRegister(output: output)
    let first = try stage(register, "a")
    try first.edition.publish(as: "a", with: first.entry)
    do {
      let (edition, entry) = try stage(register, "b")
      // Something that cannot be replaced stands under the name of the entry.
      try files.createDirectory(
        atPath: "\(output)/publicatie-intern/b/c", withIntermediateDirectories: true)
      let failure = #expect(throws: RunFailure.self) { try edition.publish(as: "b", with: entry) }
      #expect(failure?.status == .cannotCreateOutput)
    }
    try files.removeItem(atPath: "\(output)/publicatie-intern/b")
    #expect(try visible("publicatie") == ["a", "latest"])
    #expect(try visible("publicatie-intern") == ["a"])
    #expect(try files.destinationOfSymbolicLink(atPath: "\(output)/publicatie/latest") == "a")
  }

  @Test("where latest cannot be swapped, neither appears")
  func linkFails() throws {
    let register = try EditionRegister(output: output)
    do {
      let (edition, entry) = try stage(register, "a")
      try files.createDirectory(
        atPath: "\(output)/publicatie/latest", withIntermediateDirectories: false)
      let failure = #expect(throws: RunFailure.self) { try edition.publish(as: "a", with: entry) }
      #expect(failure == .latestIsNoLink("\(output)/publicatie/latest"))
    }
    #expect(try visible("publicatie") == ["latest"])
    #expect(try visible("publicatie-intern") == [])
  }

  @Test("an entry whose edition is visible gets its name; what nobody saw is cleared")
  func leavings() throws {
    for folder in [
      "publicatie/a", "publicatie/.wmo-etl-staging-b", "publicatie-intern/.wmo-etl-staging-a",
      "publicatie-intern/.wmo-etl-staging-b",
    ] {
      try files.createDirectory(
        atPath: "\(output)/\(folder)", withIntermediateDirectories: true)
    }
    _ = try EditionRegister(output: output)
    #expect(try visible("publicatie") == ["a"])
    #expect(try visible("publicatie-intern") == ["a"])
  }

  @Test("a name is free where neither an edition nor an entry has it")
  func names() throws {
    let register = try EditionRegister(output: output)
    #expect(register.freeName(for: "a") == "a")
    for folder in ["publicatie/a", "publicatie-intern/a-2"] {
      try files.createDirectory(
        atPath: "\(output)/\(folder)", withIntermediateDirectories: true)
    }
    #expect(register.freeName(for: "a") == "a-3")
    #expect(register.freeName(for: "b") == "b")
  }

  @Test("what is hidden is read as it was written, whatever names hold")
  func hiddenBundles() throws {
    let hidden = HiddenBundles([
      .age("zorg, \"thuis\"\nen elders", "0-17"): .atRisk, .district("", ""): .protecting,
      .market("maatwerk", "\"\""): .formerly, .group(","): .protecting,
    ])
    let bytes = HiddenBundlesFile.bytes(of: hidden)
    #expect(HiddenBundlesFile.hidden(in: Data(bytes)) == hidden)
    #expect(HiddenBundlesFile.hidden(in: Data(HiddenBundlesFile.bytes(of: .init()))) == .init())
  }

  @Test(
    "what is no list of hidden bundles is not read as one",
    arguments: [
      "", "bundel\n", "bundel,reden\nwijk/A/,onbekend\n", "bundel,reden\nwijk/A/,risico",
      "bundel,reden\nwijk/A/,risico\nwijk/A/,risico\n", "bundel,reden\n\"wijk/A/,risico\n",
    ])
  func noHiddenBundles(text: String) {
    #expect(HiddenBundlesFile.hidden(in: Data(text.utf8)) == nil)
  }
}
