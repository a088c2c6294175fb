package import LandModel
package import LayoutAnalysis

/// Answers scenarios one after the other, redoing only the stages whose parameters a scenario changes.
///
/// An answer depends on its scenario and the base plan alone: not on the scenarios before it, nor on who answers
/// it.
package struct ScenarioAnswers {
  /// Writes the folder of a run, the bytes of its plan file among the others.
  package typealias RunWriter = (RunResult, _ path: String, _ plan: [UInt8]) throws -> Void

  private let set: ScenarioSet
  private let folder: BatchFolder
  private let threads: Int
  private let solver: LayoutSolver
  /// Writes the folder of a run; nil where there are to be none.
  private let writeRun: RunWriter?
  private var stages = StageCache()
  /// Of the base plan; nil until it is answered.
  private var prices: LayoutPrices?

  /// - Parameters:
  ///   - threads: parallel threads; the answers are the same for any number.
  ///   - solver: where the layouts' programs are solved, one at a time.
  ///   - writeRun: gets every run and where its folder is to be.
  package init(
    _ set: ScenarioSet, folder: BatchFolder, threads: Int, solver: LayoutSolver = .inProcess,
    writeRun: RunWriter? = nil
  ) {
    self.set = set
    self.folder = folder
    self.threads = threads
    self.solver = solver
    self.writeRun = writeRun
  }

  /// Reads and draws what the base plan needs, so that it is there for the scenarios that share it.
  package mutating func prepare() throws {
    let run = PlanRun(plan: set.base, workers: threads, solver: solver)
    let keys = StageKeys(set.base)
    _ = try stages.delimited(stages.city(of: run, keys), of: run, keys)
  }

  /// Answers the base plan and writes its record and what the comparison needs of it.
  ///
  /// - Throws: what the plan's questions throw; ``BatchError/changedMeanwhile(file:)``; what writing throws.
  package mutating func answerBase() throws {
    let scenario = set.scenarios[0]
    let (record, city) = try answer(scenario)
    let keys = StageKeys(set.base)
    let delimited = try stages.delimited(
      city, of: PlanRun(plan: set.base, workers: threads), keys)
    let prices = try CityLayout(parameters: set.base.layout).prices(
      delimitation: delimited.delimitation, resources: delimited.inputs.resources,
      counties: delimited.inputs.countyList, workers: threads)
    try folder.write(
      BatchContext(set.base, city, prices: prices, warnings: delimited.warnings))
    try folder.write(record)
  }

  /// Answers a scenario and writes its record; one that cannot be answered has a record that says why.
  ///
  /// - Parameter describe: the sentence of an error.
  /// - Throws: ``BatchError/changedMeanwhile(file:)`` and what writing throws: errors that no other scenario would
  ///   be spared.
  package mutating func answer(
    _ number: Int, describe: (any Error) -> LocalizedText
  ) throws {
    let scenario = set.scenarios[number]
    let record: ScenarioRecord
    do { record = try answer(scenario).record } catch let error as BatchError {
      throw error
    } catch let error as RunNotWritten {
      throw error.reason
    } catch {
      record = ScenarioRecord(scenario, failure: describe(error))
    }
    try folder.write(record)
  }

  private mutating func answer(
    _ scenario: Scenario
  ) throws -> (record: ScenarioRecord, city: ValidatedCity) {
    let plan = try set.plan(of: scenario)
    let run = PlanRun(plan: plan, workers: threads, solver: solver)
    let keys = StageKeys(plan)
    let city = try stages.city(of: run, keys)
    try requireUnchanged(city, of: plan)
    if scenario.number > 0, prices == nil { prices = try folder.context().prices }
    let laidOut = try run.laidOut(try stages.delimited(city, of: run, keys), from: prices)
    if let failure = laidOut.layout.solverFailure {
      // A plan without its proof would stay in the comparison; a failed scenario can be answered again.
      throw LayoutError.solver(operation: "the search of “\(scenario.id)”", message: failure)
    }
    if laidOut.layout.chosen.isEmpty || writeRun == nil {
      _ = try ResultVerification(run: run, city: city, layout: laidOut).outcome()
    } else if let writeRun {
      let path = folder.runPath(of: scenario)
      let plan = try set.plan(of: scenario, asFile: "\(path)/\(BatchFolder.planName)")
      let result = try PlanRun(plan: plan, workers: threads, solver: solver).result(
        of: city.named(by: plan), laidOut: laidOut)
      do { try writeRun(result, path, plan.bytes) } catch { throw RunNotWritten(reason: error) }
    }
    let unweighted = CityLayout(parameters: plan.layout).unweightedTerms(
      of: laidOut.layout.chosen, delimitation: laidOut.delimited.delimitation,
      resources: laidOut.delimited.inputs.resources)
    let record = ScenarioRecord(
      scenario, laidOut, unweighted: laidOut.layout.objective == nil ? [] : unweighted,
      stop: stop(laidOut.layout, plan.layout))
    return (record, city)
  }

  /// What ended the search of a plan early.
  private func stop(_ layout: LayoutResult, _ parameters: LayoutParameters) -> ScenarioRecord.Stop?
  {
    guard !layout.isCutByClock else { return .time }
    let isEnded =
      layout.status == .optimal || layout.status == .infeasible
      || layout.gap.map { $0 <= parameters.gap } == true
    return isEnded ? nil : parameters.nodeLimit == nil ? .time : .nodes
  }

  /// Makes sure that the inputs are those that the batch was begun with.
  private func requireUnchanged(_ city: ValidatedCity, of plan: Plan) throws {
    let known = Dictionary(
      folder.manifest.inputs.map { ($0.name, $0.sha256) }, uniquingKeysWith: { first, _ in first })
    for layer in city.layers {
      guard let declared = plan.layers.first(where: { $0.key == layer.key }) else { continue }
      if let sum = layer.sha256, known[declared.file] != .some(sum) {
        throw BatchError.changedMeanwhile(file: declared.file)
      }
    }
    for table in plan.tableFiles where known[table] != .some(try plan.checksum(ofInput: table)) {
      throw BatchError.changedMeanwhile(file: table)
    }
  }
}

/// A run's folder that could not be written: no failure of the scenario.
private struct RunNotWritten: Error {
  let reason: any Error
}
