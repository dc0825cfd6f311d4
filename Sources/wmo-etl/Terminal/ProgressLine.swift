import Dispatch
import Foundation
import Ingest
import Runs

/// What a run says on standard error: on a terminal how far it is, and its warnings everywhere.
final class ProgressLine {
  /// To be given to the pipeline; nil where nobody looks.
  let progress: ReadingProgress?
  private let isWanted: Bool
  /// Bytes of declarations to read; nil where compression hides them.
  private let expectedBytes: Int?

  /// `isWanted` false keeps quiet, on a terminal too.
  init(isWanted: Bool, folder: InputFolder) {
    progress = isWanted && isatty(STDERR_FILENO) == 1 ? ReadingProgress() : nil
    self.isWanted = isWanted
    let parts = folder[.declarations]
    let sizes = parts.map { part -> Int? in
      guard !part.isGzip, !part.isStandardInput else { return nil }
      let attributes = try? FileManager.default.attributesOfItem(atPath: part.path)
      return attributes?[.size] as? Int
    }
    expectedBytes = sizes.contains(nil) ? nil : sizes.reduce(0) { $0 + ($1 ?? 0) }
  }

  /// Lets the pipeline read, and tells its warnings.
  func read(_ pipeline: Pipeline) throws -> Pipeline.Result {
    let result = try during(pipeline.read)
    guard isWanted else { return result }
    for warning in result.warnings {
      StandardError.tell("wmo-etl: warning: \(warning.english)")
    }
    return result
  }

  /// Shows progress while `work` runs.
  private func during<Value>(_ work: () throws -> Value) rethrows -> Value {
    guard let progress else { return try work() }
    let timer = DispatchSource.makeTimerSource(queue: .global())
    let start = DispatchTime.now().uptimeNanoseconds
    let expectedBytes = expectedBytes
    timer.schedule(deadline: .now() + 0.2, repeating: 0.2)
    timer.setEventHandler {
      let seconds = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
      StandardError.write("\r\u{1B}[K" + Self.text(progress, expectedBytes, seconds))
    }
    timer.resume()
    defer {
      timer.cancel()
      StandardError.write("\r\u{1B}[K")
    }
    return try work()
  }

  /// One line for a person at a terminal.
  func say(_ text: String) {
    if progress != nil { StandardError.write(text + "\n") }
  }

  private static func text(
    _ progress: ReadingProgress, _ expected: Int?, _ seconds: Double
  ) -> String {
    let bytes = progress.bytes
    var text = "\(bytes >> 20) MiB"
    if let expected { text += " of \(expected >> 20)" }
    text += ", \(Int(Double(progress.lines) / seconds)) lines/s"
    if let expected, bytes > 0 {
      text += ", \(Int(Double(expected - bytes) / Double(bytes) * seconds) + 1) s left"
    }
    return text
  }
}
