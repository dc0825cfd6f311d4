import Ingest
import Testing

@Suite("What a name in the configuration may not hold")
struct ConfigurationNameTests {
  private func failure(_ toml: String) -> RunFailure? {
    do throws(RunFailure) {
      _ = try ConfigurationReader.read(Array(toml.utf8), path: "c.toml")
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "names that hold more than a name",
    arguments: [
      "\\u0001", "\\n", "\\r", "\\t", "\\u001B[31m", "\\u0085", "\\u2028", "\\uFFFE", "\\U0001FFFE",
    ]
  )
  func noName(text: String) {
    for key in ["gemeente_naam", "gemeente_code"] {
      #expect(
        failure("# c\n\(key) = \"Voor\(text)beeld\"")
          == RunFailure(
            .configuration,
            "c.toml:2: `\(key)` at the top level holds a control character or a line break; "
              + "expected a name in one line"
          )
      )
    }
  }

  @Test("an escaped NUL, anywhere", arguments: ["\\u0000", "\\U00000000", "\\\\\\u0000"])
  func escapedNUL(text: String) {
    #expect(
      failure("# c\n[kolommen.clienten]\nwijk_code = \"Wijk\(text)code\"")
        == RunFailure(
          .configuration,
          "c.toml:3: the escape \\u0000 would end the text before its end; leave it out"
        )
    )
    #expect(failure("gemeente_naam = \"a\\\\u0000\"") == nil)
  }
}
