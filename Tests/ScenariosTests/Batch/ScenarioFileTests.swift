import Foundation
import LandModel
import LayoutAnalysis
import Scenarios
import TestSupport
import Testing

/// What a scenarios file may say, what becomes of it, and what is said where it is wrong.
struct ScenarioFileTests {
  private let scratch: ScratchFolder
  private let plan: String

  init() throws {
    scratch = try ScratchFolder()
    plan = try scratch.write(PlanErrorTests.plan, to: "plan.yaml")
  }

  private func set(_ scenarios: String) throws -> ScenarioSet {
    let file = try scratch.write(
      "townlayout-scenarios: 1\nscenarios:\n" + scenarios, to: "scenarios.yaml")
    return try ScenarioSet(plan: plan, scenarios: file)
  }

  /// The values of a setting over all scenarios, the base first.
  private func values(_ path: String, _ set: ScenarioSet) throws -> [String?] {
    try set.scenarios.map { scenario in
      try set.plan(of: scenario).settings.first { $0.path == path }?.value
    }
  }

  @Test func `a scenario changes what it names and nothing else`() throws {
    let set = try set(
      """
        near: {set: {layout.spacing: 2 km, layout: {county: {max: 5}}}}
        far: {set: {layout.spacing: 8 km}}
      """)
    #expect(set.scenarios.map(\.id) == ["base", "near", "far"])
    #expect(try values("layout.spacing", set) == ["4 km", "2 km", "8 km"])
    #expect(try values("layout.county.max", set) == ["3", "5", "3"])
    #expect(try values("layout.county.min", set) == ["1", "1", "1"])
    let plans = try set.scenarios.map { try set.plan(of: $0) }
    #expect(plans[1].layout.spacing == Metres(2000))
    #expect(plans[1].layout.countyQuota.max == 5)
  }

  @Test func `a grid gives every combination, the last path fastest`() throws {
    let set = try set(
      """
        g: {grid: {layout.spacing: [1 km, 2 km], layout.county.max: [3, 4, ~]}}
      """)
    #expect(
      set.scenarios.map(\.id) == [
        "base", "g.spacing-1km.max-3", "g.spacing-1km.max-4", "g.spacing-1km.max-none",
        "g.spacing-2km.max-3", "g.spacing-2km.max-4", "g.spacing-2km.max-none",
      ])
    #expect(try values("layout.county.max", set) == ["3", "3", "4", nil, "3", "4", nil])
  }

  @Test func `every combination of a grid gets the same draws`() throws {
    let text = """
        s:
          grid: {layout.county.max: [3, 4]}
          sample: {count: 3, seed: 9, values: {layout.spacing: {from: 1 km, to: 9 km}}}
      """
    let spacings = try values("layout.spacing", set(text))
    #expect(spacings[1...3] == spacings[4...6])
    #expect(Set(spacings.compactMap { $0 }).count == 4)
    // Another path in the sample, and a greater count, move nothing.
    let more = try values(
      "layout.spacing",
      set(
        """
          s:
            grid: {layout.county.max: [3, 4]}
            sample:
              count: 5
              seed: 9
              values: {layout.gap: {from: 0.1, to: 0.2}, layout.spacing: {from: 1 km, to: 9 km}}
        """))
    #expect(more[1...3] == spacings[1...3])
  }

  /// The digits are those of SplitMix64, computed apart (Python, 64-bit integers).
  @Test func `draws are the same on every machine`() throws {
    let set = try set(
      """
        s:
          sample:
            count: 3
            seed: 20261123
            values:
              layout.spacing: {from: 1 km, to: 9 km}
              layout.coverage-weight: {from: 0.5, to: 50, distribution: log-uniform}
              layout.county.max: {from: 1, to: 6, distribution: integer}
      """)
    #expect(try values("layout.spacing", set) == ["4 km", "2.389 km", "8.247 km", "4.564 km"])
    #expect(try values("layout.coverage-weight", set) == [nil, "1.582", "4.114", "2.935"])
    #expect(try values("layout.county.max", set) == ["3", "2", "6", "3"])
  }

  @Test func `draws fill their range evenly`() throws {
    let set = try set(
      """
        s:
          sample:
            count: 4000
            values:
              layout.spacing: {from: 1 km, to: 9 km}
              layout.coverage-weight: {from: 1, to: 100, distribution: log-uniform}
              layout.county.max: {from: 1, to: 4, distribution: integer}
              layout.land: {values: [1 km2, 2 km2]}
      """)
    let spacings = try values("layout.spacing", set).dropFirst().compactMap {
      Double($0?.split(separator: " ").first ?? "")
    }
    #expect(spacings.allSatisfy { (1...9).contains($0) })
    #expect(abs(spacings.reduce(0, +) / 4000 - 5) < 0.15)
    let weights = try values("layout.coverage-weight", set).compactMap { $0.flatMap { Double($0) } }
    #expect(weights.allSatisfy { (1...100).contains($0) })
    #expect(abs(Double(weights.count { $0 < 10 }) / 4000 - 0.5) < 0.03)
    for (path, texts, share) in [
      ("layout.county.max", ["1", "2", "3", "4"], 0.25), ("layout.land", ["1 km2", "2 km2"], 0.5),
    ] {
      let drawn = try values(path, set).dropFirst()
      for text in texts {
        #expect(abs(Double(drawn.count { $0 == text }) / 4000 - share) < 0.03, "\(path) \(text)")
      }
    }
  }

  @Test func `ids that would be alike or long are numbers`() throws {
    let alike = try set("  a: {grid: {layout.spacing: [5 km, 5  km]}}")
    #expect(alike.scenarios.map(\.id) == ["base", "a.1", "a.2"])
    let name = String(repeating: "x", count: 99)
    let long = try set("  b: {grid: {title: [\(name), \(name)y]}}")
    #expect(long.scenarios.map(\.id) == ["base", "b.1", "b.2"])
    let odd = try set("  小镇: {grid: {title: [a/b, '..', 'c d']}}")
    #expect(odd.scenarios.map(\.id) == ["base", "小镇.title-a_b", "小镇.title-pp", "小镇.title-cd"])
  }

  // MARK: What is wrong

  /// The error of a file that cannot be used, and where it is to be mended.
  private func fault(_ scenarios: String) throws -> (PlanPlace, PlanError.Cause, scenario: String?)?
  {
    do {
      let set = try set(scenarios)
      for scenario in set.scenarios { _ = try set.plan(of: scenario) }
    } catch let error as PlanError {
      return (error.place, error.cause, nil)
    } catch let error as ScenarioPlanError {
      return (error.error.place, error.error.cause, error.scenario)
    }
    return nil
  }

  /// A file that is wrong, and what is said: the line and path in the scenarios file, or in the plan.
  struct Wrong: Sendable {
    let scenarios: String
    let line: Int?
    let path: String
    let cause: PlanError.Cause?

    init(_ scenarios: String, _ line: Int?, _ path: String, _ cause: PlanError.Cause? = nil) {
      self.scenarios = scenarios
      self.line = line
      self.path = path
      self.cause = cause
    }
  }

  static let wrong: [Wrong] = [
    Wrong("  a: {set: {layuot.spacing: 1 km}}", 3, "", .unknownKey("layuot", nearest: "layout")),
    Wrong(
      "  a: {set: {layout.spacin: 1 km}}", 3, "layout", .unknownKey("spacin", nearest: "spacing")),
    Wrong(
      "  a:\n    set:\n      layout: {county: {maxx: 1}}", 5, "layout.county",
      .unknownKey("maxx", nearest: "max")),
    Wrong(
      "  a:\n    set:\n      layout.spacing: 5", 5, "layout.spacing",
      .wrongValue(expected: "a length with its unit, such as 500 m or 6 km", found: "“5”")),
    Wrong(
      "  a:\n    grid:\n      layout.spacing:\n        - 1 km\n        - -2 km", 7,
      "layout.spacing",
      .outOfRange(found: "-2 km", allowed: "0 m to 100000 km")),
    Wrong(
      "  a:\n    set: {suitability.rood.full: 2 km}", 4, "suitability.rood",
      .unknownName(kind: "entry of suitability", name: "rood", nearest: "road")),
    Wrong(
      "  a:\n    set: {industries.tourism.weights.rode: 2}", 4, "industries.tourism.weights.rode",
      .unknownName(kind: "suitability factor", name: "rode", nearest: "road")),
    Wrong(
      "  a:\n    set: {layout.spacing.km: 2}", 4, "layout.spacing.km",
      .contradiction("“layout.spacing” is a single value or a list; a path cannot go on below it")),
    Wrong("  a:\n    set: {crs: ~}", 1, "", .missingKey("crs")),
    Wrong("  a:\n    set: {layout..spacing: 1 km}", 4, "scenarios.a.set.layout..spacing"),
    Wrong("  a:\n    sets: {}", 4, "scenarios.a", .unknownKey("sets", nearest: "set")),
    Wrong("  a:\n    grid: {layout.spacing: []}", 4, "scenarios.a.grid.layout.spacing"),
    Wrong("  base: {}", 3, "scenarios.base"), Wrong("  a/b: {}", 3, "scenarios.a/b"),
    Wrong("  con: {}", 3, "scenarios.con"), Wrong("  Ab: {}\n  aB: {}", 4, "scenarios.aB"),
    Wrong(
      "  a:\n    grid: {layout.gap: [0]}\n"
        + "    sample: {count: 1, values: {layout.gap: {from: 0, to: 1}}}", 5,
      "scenarios.a.sample.values.layout.gap"),
    Wrong(
      "  a:\n    sample: {count: 1, values: {layout.spacing: {from: 1 m, to: 1 km}}}", 4,
      "scenarios.a.sample.values.layout.spacing",
      .contradiction("from is in “m” and to in “km”; give both in one unit")),
    Wrong(
      "  a:\n    sample: {count: 1, values: {layout.gap: {from: 2, to: 1}}}", 4,
      "scenarios.a.sample.values.layout.gap", .contradiction("from is greater than to")),
    Wrong("  a: {}\n  a: {}", 3, ""), Wrong("  a: {set: {layout.spacing: *b}}", 3, ""),
    Wrong("  a: &x {}\n  b: *x", 4, ""), Wrong("  {}", nil, "scenarios"),
    Wrong("  a: &x {}\r\n  b: *x", 4, ""), Wrong("  a: &x {}\n  b:\t*x", 4, ""),
    Wrong("  a: &-x {}\n  b: *-x", 4, ""), Wrong("  'a #': &x {}\n  'b #': *x", 4, ""),
  ]

  @Test(arguments: wrong)
  func `what is wrong is told with its place`(_ wrong: Wrong) throws {
    let fault = try #require(try fault(wrong.scenarios), "nothing was found")
    #expect(fault.0.line == wrong.line)
    #expect(fault.0.path == wrong.path)
    let isOfPlan = wrong.cause == .missingKey("crs")
    #expect(fault.0.file.hasSuffix(isOfPlan ? "plan.yaml" : "scenarios.yaml"))
    if let cause = wrong.cause { #expect(fault.1 == cause) }
  }

  @Test func `an error of a plan as a whole names the plan and the scenario`() throws {
    let fault = try #require(try fault("  a: {set: {layout.county.max: 0}}"))
    #expect(fault.0.file.hasSuffix("plan.yaml"))
    #expect(fault.0.path == "layout.county")
    #expect(fault.1 == .contradiction("min is 1, but max is 0"))
    #expect(fault.scenario == "a")
  }

  @Test func `huge grids are refused before they are counted out`() throws {
    let list = "[" + (1...100).map { "\($0) km" }.joined(separator: ", ") + "]"
    let axes = ["spacing", "industry-spacing", "land", "gap", "construction-land"].map {
      "layout.\($0): \(list)"
    }
    let paths = (1...12).map { "layout.counties.\($0).max: \(list)" }
    let fault = try #require(
      try fault("  a: {grid: {\((axes + paths).joined(separator: ", "))}}"))
    guard case .contradiction(let text) = fault.1 else {
      Issue.record("\(fault.1)")
      return
    }
    #expect(text.contains("10000"))
  }

  @Test func `huge samples are refused before they are drawn`() throws {
    let values = (1...101).map { "layout.counties.\($0).max: {from: 1, to: 3}" }
    let fault = try #require(
      try fault("  a: {sample: {count: 10000, values: {\(values.joined(separator: ", "))}}}"))
    #expect(fault.0.path == "scenarios.a.sample")
    #expect(
      fault.1
        == .contradiction(
          "10000 draws of 101 values are more than 1000000, the most that one sample may ask for"))
  }

  @Test(arguments: [
    "  a: {set: " + String(repeating: "[", count: 200), "  a: {set: {layout", "  a: [",
  ])
  func `deep and broken texts are refused`(scenarios: String) throws {
    #expect(try fault(scenarios) != nil)
  }

  @Test func `text that is not UTF-8 is refused`() throws {
    var bytes = Data("townlayout-scenarios: 1\nscenarios:\n  a: {title: ".utf8)
    bytes += Data([0xD0, 0xA1, 0xD5, 0xF2]) + Data("}\n".utf8)
    let file = try scratch.write(bytes, to: "gbk.yaml")
    #expect(throws: PlanError.self) { try ScenarioFile(file: file) }
  }

  @Test func `stars in texts are no references`() throws {
    let set = try set("  a: {title: 5 * x, set: {title: 'a *b c'}} # *c")
    #expect(set.scenarios.count == 2)
  }
}
