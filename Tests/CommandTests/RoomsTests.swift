import Foundation
import Testing

/// The check of `make lint` that no room of the sources uses a later one.
@Suite("Rooms in one order") struct RoomsTests {
  private func check(_ sources: [String: String], rooms: String) async throws -> ShellOutcome {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (path, text) in sources {
      let file = folder.appending(path: "Sources/\(path)")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    return try await runShell(
      #"printf '%s' "$ROOMS" | awk -f "$CHECK" - $(find Sources -name '*.swift' | sort)"#,
      in: folder,
      environment: [
        "ROOMS": rooms, "CHECK": Repository.root.appending(path: "Tests/Rooms/rooms.awk").path,
      ])
  }

  private static let values = """
    /// Of a Ledger, says the comment.
    struct Day {
      static let name = "Ledger"
    }
    """

  @Test func `what a room uses may stand to its left`() async throws {
    let outcome = try await check(
      [
        "Town/Values/Day.swift": Self.values,
        "Town/Ledger/Ledger.swift": "struct Ledger { let day: Day }\n",
      ],
      rooms: "Town: Values Ledger\n")
    #expect(outcome.stdout == "" && outcome.exit == 0)
  }

  @Test func `a planted circle is found`() async throws {
    let outcome = try await check(
      [
        "Town/Values/Day.swift": Self.values
          + "\nlet ledger: Ledger? = nil\nlet sum = total(of: 1)\n",
        "Town/Ledger/Ledger.swift":
          "public struct Ledger { let day: Day }\npublic func total(of day: Int) -> Int { day }\n",
      ],
      rooms: "Town: Values Ledger\n")
    #expect(outcome.exit == 1)
    #expect(
      outcome.stdout == """
        Town/Values/Day.swift: Ledger is of Town/Ledger, which comes after Town/Values
        Town/Values/Day.swift: total is of Town/Ledger, which comes after Town/Values

        """)
  }

  @Test func `a room without a place is told`() async throws {
    let outcome = try await check(
      ["Town/Values/Day.swift": Self.values], rooms: "Town: Ledger\n")
    #expect(outcome.exit == 1 && outcome.stdout.contains("the room Town/Values has no place"))
  }
}
