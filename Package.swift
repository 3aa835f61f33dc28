// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "stet",
  products: [
    .executable(name: "stet", targets: ["stet"]),
    .library(name: "StetKit", targets: ["StetKit"]),
    .library(name: "StetExtract", targets: ["StetExtract"]),
    .library(name: "StetArchive", targets: ["StetArchive"]),
    // The values and the fetcher that the three speak of.
    .library(name: "StetModel", targets: ["StetModel"]),
    .library(name: "StetFetch", targets: ["StetFetch"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    // Floor 0: system libraries, a module map and a header each. Two of them the program loads when it needs them.
    .target(name: "CCurl"),
    .target(name: "CCrypto"),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CMalloc"),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

    // Floor 1: the nouns. Values only.
    .target(name: "StetModel"),

    // Floor 2: edges and formats, one C library each.
    .target(name: "StetDigest", dependencies: ["CCrypto", "StetModel"]),
    .target(name: "StetGzip", dependencies: ["CZlib"]),
    .target(name: "StetZIP"),
    .target(name: "StetYAML", dependencies: [.product(name: "Yams", package: "Yams")]),
    .target(name: "StetFetch", dependencies: ["CCurl", "StetModel"]),
    .target(name: "StetHTML", dependencies: ["CLibXML2"]),
    .target(name: "StetWARC", dependencies: ["StetModel", "StetDigest", "StetGzip"]),

    // Floor 3: the verbs.
    .target(
      name: "StetExtract",
      dependencies: ["StetModel", "StetHTML", "StetDigest", "StetYAML"],
      resources: [.embedInCode("Profiles"), .embedInCode("Model/BlockModel.table")]),
    .target(
      name: "StetArchive",
      dependencies: [
        "StetModel", "StetDigest", "StetGzip", "StetWARC",
        .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    .target(name: "StetDiscover", dependencies: ["StetModel", "StetHTML", "StetGzip"]),
    .target(name: "StetDiff", dependencies: ["StetModel"]),
    .target(name: "StetRender", dependencies: ["StetModel"]),

    // Floor 4: composition.
    .target(
      name: "StetKit",
      dependencies: [
        "StetModel", "StetDigest", "StetGzip", "StetFetch", "StetWARC", "StetYAML", "StetZIP", "StetExtract",
        "StetArchive", "StetDiscover", "StetDiff", "StetRender",
        .product(name: "Logging", package: "swift-log"),
      ]),

    // Floor 5: the archive in a browser.
    .target(
      name: "StetReadingRoom",
      dependencies: [
        "StetModel", "StetDigest", "StetFetch", "StetArchive", "StetDiff", "StetRender", "StetKit",
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
      resources: [.embedInCode("Assets")]),

    // Floors 6 and 7: the command line.
    .target(
      name: "StetCommands",
      dependencies: [
        "StetReadingRoom", "StetKit", "StetModel", "StetFetch", "StetExtract", "StetArchive", "StetDiff", "StetRender",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ]),
    .executableTarget(name: "stet", dependencies: ["CMalloc", "StetCommands"]),

    // What Scripts/bench measures with; not a product.
    .executableTarget(
      name: "stet-bench",
      dependencies: [
        "CLibXML2", "CMalloc", "StetModel", "StetDigest", "StetHTML", "StetExtract", "StetDiscover",
        "StetArchive", "StetDiff",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(name: "stet-bench-fetch", dependencies: ["CMalloc", "StetModel", "StetFetch"]),

    // Tests mirror the floors.
    .target(
      name: "StetTestSupport", dependencies: ["StetModel", "StetGzip", "StetFetch"], path: "Tests/StetTestSupport"),
    .testTarget(name: "StetTestSupportTests", dependencies: ["StetTestSupport"]),
    .testTarget(name: "StetModelTests", dependencies: ["StetModel", "StetTestSupport"]),
    .testTarget(name: "StetDigestTests", dependencies: ["StetDigest", "StetModel"]),
    .testTarget(name: "StetGzipTests", dependencies: ["StetGzip"]),
    .testTarget(name: "StetZIPTests", dependencies: ["StetZIP", "StetGzip", "StetTestSupport"]),
    .testTarget(name: "StetYAMLTests", dependencies: ["StetYAML"]),
    .testTarget(
      name: "StetWARCTests", dependencies: ["StetWARC", "StetModel", "StetDigest", "StetGzip", "StetTestSupport"]),
    .testTarget(name: "StetHTMLTests", dependencies: ["StetHTML", "StetTestSupport"]),
    .testTarget(name: "StetFetchTests", dependencies: ["StetFetch", "StetGzip", "StetModel", "StetTestSupport"]),
    .testTarget(
      name: "StetExtractTests", dependencies: ["StetExtract", "StetHTML", "StetModel", "StetTestSupport"],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "StetDiscoverTests",
      dependencies: ["StetDiscover", "StetHTML", "StetGzip", "StetModel", "StetTestSupport"]),
    .testTarget(
      name: "StetArchiveTests",
      dependencies: ["StetArchive", "StetWARC", "StetGzip", "StetDigest", "StetModel", "StetTestSupport"]),
    .testTarget(name: "StetDiffTests", dependencies: ["StetDiff", "StetModel", "StetTestSupport"]),
    .testTarget(
      name: "StetRenderTests",
      dependencies: [
        "StetRender", "StetModel", "StetExtract", "StetHTML", "StetTestSupport",
        .product(name: "Yams", package: "Yams"),
      ]),
    .testTarget(
      name: "StetKitTests",
      dependencies: [
        "StetKit", "StetModel", "StetDigest", "StetGzip", "StetFetch", "StetWARC", "StetExtract", "StetArchive",
        "StetDiff", "StetDiscover", "StetYAML", "StetTestSupport",
        .product(name: "Logging", package: "swift-log"),
      ]),
    .testTarget(
      name: "StetReadingRoomTests",
      dependencies: [
        "StetReadingRoom", "StetKit", "StetModel", "StetDigest", "StetHTML", "StetArchive", "StetDiff",
        "StetTestSupport", "stet",
      ]),
    .testTarget(
      name: "StetCommandsTests",
      dependencies: [
        "StetCommands", "StetModel", "StetExtract", "StetTestSupport",
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(
      name: "StetEndToEndTests",
      dependencies: ["StetModel", "StetGzip", "StetDigest", "StetWARC", "StetArchive", "StetTestSupport", "stet"]),
  ],
  swiftLanguageModes: [.v6]
)

// `Scripts/fuzz` builds this one, with libFuzzer in it; every other build goes without.
if Context.environment["STET_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "stet-fuzz",
      dependencies: [
        "StetModel", "StetFetch", "StetHTML", "StetDiscover", "StetWARC", "StetExtract", "StetRender", "StetCommands",
        "StetTestSupport",
      ]))
}

for target in package.targets where target.type != .system {
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
      .treatAllWarnings(as: .error),
    ]
}

// The modules that hold C pointers mark every unsafe expression.
for target in package.targets
where ["StetArchive", "StetDigest", "StetFetch", "StetGzip", "StetHTML"].contains(target.name) {
  target.swiftSettings?.append(.strictMemorySafety())
}
