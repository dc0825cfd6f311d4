import Analytics
import Foundation
package import Ingest
import Reporting

/// What an edition is made of beside the report.
extension PublishedRun {
  /// `[publicatie]` of the configuration that the run was made with. Throws 65 or 78.
  package func publicationParameters() throws(RunFailure) -> PublicationParameters {
    try configuration().publication
  }

  /// What the run keeps of the persons behind its amounts; nil for an older run. Throws 65 or 66.
  func risks() throws(RunFailure) -> DisclosureRisks? {
    guard let bytes = try risksBytes() else { return nil }
    do {
      return try RisksReader.risks(in: bytes)
    } catch {
      throw .otherVersion("\(path)/\(RisksWriter.fileName)")
    }
  }

  func risksBytes() throws(RunFailure) -> Data? {
    guard hashes[RisksWriter.fileName] != nil else { return nil }
    guard DurableFile.exists("\(path)/\(RisksWriter.fileName)") else {
      throw .risksNotThere("\(path)/\(RisksWriter.fileName)")
    }
    return try checked(RisksWriter.fileName)
  }
}
