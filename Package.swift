// swift-tools-version: 6.1
import PackageDescription

/// Everything of our own compiles in Swift 6 mode, with warnings as errors and internal imports.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .unsafeFlags(["-warnings-as-errors"]),
  // Debug builds, and so all tests, check exclusive access as they run; a release need not again.
  .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release)),
]

/// Our own C is optimised in debug builds, too. Under `make sanitize` undefined behaviour in it traps;
/// only in ours, because TOMLKit's calls a method on a null pointer at every value.
let cFlags =
  ["-O3"]
  + (Context.environment["WMO_ETL_UBSAN"] == nil
    ? [] : ["-fsanitize=undefined", "-fsanitize-trap=undefined"])

let package = Package(
  name: "wmo-etl",
  products: [.executable(name: "wmo-etl", targets: ["wmo-etl"])],
  dependencies: [
    // Why each dependency is here: docs/decisions/0002-dependencies.md
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "3.12.3"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    .target(
      name: "CCSV",
      cSettings: [.unsafeFlags(cFlags)],
      linkerSettings: [.linkedLibrary("csv")]
    ),
    .systemLibrary(name: "CClp"),
    .systemLibrary(name: "CMalloc"),
    .systemLibrary(name: "CMemoryFile"),
    .systemLibrary(name: "CZlib"),
    .systemLibrary(name: "CXlsxwriter"),
    .target(
      name: "Ingest",
      dependencies: [
        "CCSV", "CZlib", "TOMLKit", .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict
    ),
    .target(name: "Analytics", dependencies: ["Ingest"], swiftSettings: strict),
    .target(
      name: "Disclosure", dependencies: ["Analytics", "CClp", "Ingest"], swiftSettings: strict),
    .target(
      name: "Reporting",
      dependencies: [
        "Analytics", "CMemoryFile", "CXlsxwriter", "Ingest",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      swiftSettings: strict
    ),
    .target(
      name: "Runs",
      dependencies: [
        "Analytics", "CMalloc", "Disclosure", "Ingest", "Reporting",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict
    ),
    .target(name: "Samples", dependencies: ["Ingest"], swiftSettings: strict),
    .executableTarget(
      name: "wmo-etl",
      dependencies: [
        "Analytics", "CMalloc", "Disclosure", "Ingest", "Reporting", "Runs", "Samples",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "IngestTests", dependencies: ["Analytics", "Ingest"], swiftSettings: strict),
    .testTarget(
      name: "AnalyticsTests", dependencies: ["Analytics", "Ingest"], swiftSettings: strict),
    .testTarget(
      name: "DisclosureTests",
      dependencies: [
        "Analytics", "CClp", "Disclosure", "Ingest", "Reporting", "Runs", "Samples",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ReportingTests",
      dependencies: ["Reporting", .product(name: "Mustache", package: "swift-mustache")],
      exclude: ["Goldens"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "CZlib", "Runs", "Samples", "wmo-etl", .product(name: "Crypto", package: "swift-crypto"),
      ],
      exclude: ["Cases", "Faults/shim.c"],
      swiftSettings: strict
    ),
  ]
)
