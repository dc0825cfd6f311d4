import Analytics

@testable import Ingest

/// What the tests read, they read with all rules of the contract.
extension ConfigurationReader {
  static func read(_ bytes: [UInt8], path: String) throws(RunFailure) -> Configuration {
    try read(bytes, path: path, rules: Rule.all)
  }

  static func read(path: String?, inputFolder: String) throws(RunFailure) -> Configuration {
    try read(path: path, inputFolder: inputFolder, rules: Rule.all)
  }
}

extension Preparation {
  init(_ folder: InputFolder, configuration: Configuration) throws {
    try self.init(folder, configuration: configuration, rules: Rule.all)
  }
}
