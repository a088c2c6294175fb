// swift-tools-version: 6.2
import PackageDescription

// The architecture: what each module may import, and nothing else. CI rejects an undeclared import.
let systemLibraries: [Target] = [
  .systemLibrary(name: "CGEOS", pkgConfig: "geos", providers: [.apt(["libgeos-dev"])]),
  .systemLibrary(name: "CPROJ", pkgConfig: "proj", providers: [.apt(["libproj-dev"])]),
  .systemLibrary(name: "CGDAL", pkgConfig: "gdal", providers: [.apt(["libgdal-dev"])]),
  .systemLibrary(name: "CCBC", pkgConfig: "cbc", providers: [.apt(["coinor-libcbc-dev"])]),
]

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let modules: [Target] = [
  .target(name: "LandModel", dependencies: ["CKernels"]),
  .target(name: "CKernels"),
  .target(name: "SpatialIndex", dependencies: ["LandModel", "CKernels"]),
  .target(name: "Topology", dependencies: ["LandModel", "CGEOS"]),
  .target(name: "Projections", dependencies: ["LandModel", "CPROJ"]),
  .target(name: "LayerStore", dependencies: ["LandModel", "CGDAL"]),
  .target(name: "Processes"),
  .target(name: "Optimization", dependencies: ["CCBC", "Processes"]),
  .target(
    name: "LayoutAnalysis",
    dependencies: ["LandModel", "SpatialIndex", "Topology", "Optimization"]),
  .target(
    name: "Scenarios",
    dependencies: [
      "LandModel", "LayoutAnalysis", "LayerStore", "Processes", "Projections", yams,
    ]),
  .target(
    name: "Publishing",
    dependencies: ["LandModel", "LayerStore", "LayoutAnalysis", "Scenarios"]),
]

/// Sample data, of no use to the product: what `SampleCity` does, apart from its command line.
let sampleData: [Target] = [
  .target(name: "SampleCityKit", dependencies: ["LandModel", "LayerStore", "Topology"])
]

let executables: [Target] = [
  // The wrappers' and the questions' names are there for their errors, which become sentences here.
  .executableTarget(
    name: "townlayout",
    dependencies: [
      "LandModel", "LayerStore", "LayoutAnalysis", "Projections", "Publishing", "Scenarios",
      "Topology", argumentParser,
    ]),
  .executableTarget(name: "SampleCity", dependencies: ["SampleCityKit", argumentParser]),
]

let tests: [Target] = [
  .target(name: "TestSupport", dependencies: ["LandModel"], path: "Tests/TestSupport"),
  .testTarget(name: "LandModelTests", dependencies: ["LandModel", "TestSupport"]),
  .testTarget(
    name: "SpatialIndexTests", dependencies: ["SpatialIndex", "LandModel", "TestSupport"]),
  .testTarget(name: "TopologyTests", dependencies: ["Topology", "LandModel", "TestSupport"]),
  .testTarget(name: "ProjectionsTests", dependencies: ["Projections", "LandModel", "TestSupport"]),
  .testTarget(name: "LayerStoreTests", dependencies: ["LayerStore", "LandModel", "TestSupport"]),
  .testTarget(name: "ProcessesTests", dependencies: ["Processes"]),
  // The program is there for its worker process, in which programs are solved.
  .testTarget(
    name: "OptimizationTests", dependencies: ["Optimization", "TestSupport", "townlayout"]),
  .testTarget(
    name: "LayoutAnalysisTests",
    dependencies: [
      "LayoutAnalysis", "LandModel", "Topology", "Optimization", "TestSupport", "townlayout",
    ]),
  .testTarget(
    name: "ScenariosTests",
    dependencies: ["Scenarios", "LayoutAnalysis", "LandModel", "TestSupport"]),
  .testTarget(
    name: "PublishingTests",
    dependencies: [
      "Publishing", "Scenarios", "LayerStore", "LayoutAnalysis", "LandModel", "TestSupport",
    ]),
  .testTarget(
    name: "SampleCityTests",
    dependencies: ["SampleCityKit", "LandModel", "Topology", "TestSupport"]),
  .testTarget(
    name: "CommandLineTests",
    dependencies: ["LandModel", "Topology", "TestSupport", "townlayout"]),
  .executableTarget(
    name: "Benchmarks",
    dependencies: [
      "LayerStore", "LayoutAnalysis", "Projections", "SpatialIndex", "Topology", "LandModel",
      argumentParser,
    ],
    path: "Tests/Benchmarks", exclude: ["budgets.txt", "peers"]),
]

let package = Package(
  name: "TownLayout",
  products: [.executable(name: "townlayout", targets: ["townlayout"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: systemLibraries + modules + sampleData + executables + tests,
  swiftLanguageModes: [.v6]
)

/// Modules that hold C handles or call the system: every unsafe expression there is marked.
let wrappers: Set<String> = [
  "Topology", "Projections", "LayerStore", "Optimization", "Processes",
]

for target in package.targets where target.type != .system {
  var settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
  ]
  if wrappers.contains(target.name) { settings.append(.strictMemorySafety()) }
  target.swiftSettings = settings
}
