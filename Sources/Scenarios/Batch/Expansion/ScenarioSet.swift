import Foundation
import LandModel
import Yams

/// A plan and the scenarios of a file: all changed plans, each made when it is asked for.
package struct ScenarioSet {
  /// The plan without changes.
  package let base: Plan
  package let file: ScenarioFile
  /// The base first, then in file order; within a family the last path of the grid varies fastest but for the
  /// draws.
  package let scenarios: [Scenario]
  private let baseNode: Node
  /// For each scenario but the base its family and its number there.
  private let members: [(family: Int, number: Int)]

  /// Reads both files.
  ///
  /// - Throws: ``PlanError`` for a file that is wrong, and for two scenarios of one id.
  package init(plan planFile: String, scenarios scenarioFile: String) throws {
    let data = try PlanDocument.data(file: planFile)
    baseNode = try PlanDocument.node(of: data, file: planFile)
    base = try Plan(PlanDocument(baseNode, file: planFile, bytes: [UInt8](data)))
    file = try ScenarioFile(file: scenarioFile)
    var scenarios = [
      Scenario(
        number: 0, id: ScenarioID.base, family: ScenarioID.base,
        title: LocalizedText(english: "The plan", chinese: "原方案"))
    ]
    var members: [(family: Int, number: Int)] = []
    var known: [String: String] = [:]
    for (place, family) in file.families.enumerated() {
      for (number, id) in family.ids.enumerated() {
        if let other = known.updateValue(family.name, forKey: id.lowercased()) {
          throw PlanError(
            place: family.place,
            cause: .contradiction(
              "a scenario of “\(family.name)” and one of “\(other)” would both be called “\(id)”; "
                + "rename one of them"))
        }
        scenarios.append(
          Scenario(
            number: scenarios.count, id: id, family: family.name, title: family.title))
        members.append((place, number))
      }
    }
    self.scenarios = scenarios
    self.members = members
  }

  /// The plan of a scenario, as if it had been written so.
  ///
  /// - Throws: ``ScenarioPlanError``, with the place of the change where that is what is wrong.
  package func plan(of scenario: Scenario) throws(ScenarioPlanError) -> Plan {
    guard scenario.number > 0 else { return base }
    return try plan(of: scenario) { node throws(PlanError) in
      try Plan(PlanDocument(node, file: base.file, bytes: base.bytes))
    }
  }

  /// Makes something of the changed tree of a scenario.
  func plan<Value>(
    of scenario: Scenario, _ make: (Node) throws(PlanError) -> Value
  ) throws(ScenarioPlanError) -> Value {
    let member = scenario.number > 0 ? members[scenario.number - 1] : (family: 0, number: 0)
    let family = file.families[member.family]
    var changes: [PlanChange] = []
    do throws(PlanError) {
      if scenario.number > 0 { changes = try family.changes(of: member.number) }
      var node = baseNode
      for change in changes { node = try PlanPatch.applying(change, to: node) }
      return try make(node)
    } catch {
      throw ScenarioPlanError(
        scenario: scenario.id, place: family.place,
        error: PlanError(place: place(of: error.place, changes), cause: error.cause))
    }
  }

  /// Where an error is to be mended: in the scenarios file where a change wrote the value, else in the plan.
  private func place(of place: PlanPlace, _ changes: [PlanChange]) -> PlanPlace {
    guard place.file != file.file else { return place }
    let leaf = changes.reversed().lazy.flatMap(\.leaves).first {
      place.path == $0.path || place.path.hasPrefix("\($0.path).")
        || place.path.hasPrefix("\($0.path)[")
    }
    guard let leaf else { return place }
    return PlanPlace(
      file: file.file, line: place.line ?? leaf.place.line,
      column: place.column ?? leaf.place.column, path: place.path)
  }
}

/// What is wrong with the plan of a scenario.
package struct ScenarioPlanError: Error, Equatable {
  /// The scenario's id.
  package let scenario: String
  /// Where its family begins in the scenarios file.
  package let place: PlanPlace
  package let error: PlanError

  package init(scenario: String, place: PlanPlace, error: PlanError) {
    self.scenario = scenario
    self.place = place
    self.error = error
  }
}
