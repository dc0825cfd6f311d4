import Testing

/// The golden command tests: every directory under `Cases/<command>/<name>/` is one of them.
///
/// `make record` writes the expectations; such a run fails, so that nobody takes it for a passing
/// one. Read what it wrote with `git diff` before committing it.
@Suite struct CommandCases {
  /// One at a time: a case starts a process that uses all cores itself.
  @Test(.serialized, arguments: try CommandCase.all())
  func printsAndReturnsWhatIsExpected(_ testCase: CommandCase) async throws {
    let outcome = try await testCase.run()
    let expected = try testCase.expectation()
    if CommandCase.isRecording {
      try testCase.record(outcome)
      Issue.record("recorded, exit was \(expected.exit) and is now \(outcome.exit)")
      return
    }
    #expect(outcome.exit == expected.exit, "stderr: \(outcome.stderr)")
    #expect(outcome.stdout == expected.stdout)
    #expect(outcome.stderr == expected.stderr)
  }
}
