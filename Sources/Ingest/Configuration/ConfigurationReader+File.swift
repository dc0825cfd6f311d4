import Foundation

extension ConfigurationReader {
  /// The configuration of a run: the file at `path`; without one, `wmo-etl.toml` in the input
  /// folder when it is there; else the contract's defaults.
  ///
  /// Throws 66 when the file at `path` does not exist, 74 when it cannot be read and 78 when it is
  /// wrong.
  public static func read(
    path: String?, inputFolder: String, rules: [Rule]
  ) throws(RunFailure) -> Configuration {
    if let path {
      guard let bytes = try bytes(ofFile: path) else { throw .configurationMissing(path) }
      return try read(bytes, path: path, rules: rules)
    }
    let found = inputFolder.hasSuffix("/") ? inputFolder : inputFolder + "/"
    guard let bytes = try bytes(ofFile: found + defaultName) else { return Configuration() }
    return try read(bytes, path: found + defaultName, rules: rules)
  }

  /// Nil when there is no such file.
  private static func bytes(ofFile path: String) throws(RunFailure) -> [UInt8]? {
    guard let file = fopen(path, "rb") else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw .configurationUnreadable(path, code: errno)
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&block, 1, block.count, file)
      if count == 0 { break }
      bytes.append(contentsOf: block[..<count])
    }
    guard ferror(file) == 0 else { throw .configurationUnreadable(path, code: errno) }
    return bytes
  }
}
