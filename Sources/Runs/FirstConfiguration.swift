package import Ingest

/// The configuration that `wmo-etl init` writes into a folder of exports.
package struct FirstConfiguration {
  package let path: String
  package let intake: Intake

  /// Looks through the folder. `replaces`: whether a configuration that is there may be written anew.
  ///
  /// Throws 65 where there is one that may not, and what ``Intake`` throws.
  package init(folder: String, replaces: Bool, rules: [Rule]) throws(RunFailure) {
    path =
      folder.hasSuffix("/")
      ? folder + ConfigurationReader.defaultName : "\(folder)/\(ConfigurationReader.defaultName)"
    guard replaces || !DurableFile.exists(path) else { throw .configurationExists(path) }
    intake = try Intake(path: folder, rules: rules)
  }

  /// Writes the whole file or nothing. Throws 73 or 74.
  package func write() throws(RunFailure) {
    try DurableFile.replace(Array(intake.configuration.utf8), at: path)
    let folder = path.dropLast(ConfigurationReader.defaultName.count)
    try DurableFile.synchronise(folder: String(folder))
  }
}

extension RunFailure {
  fileprivate static func configurationExists(_ path: String) -> RunFailure {
    RunFailure(
      .unusableInput,
      "\(path) is there already and is left as it is; --force writes it anew, or move it away first"
    )
  }
}
