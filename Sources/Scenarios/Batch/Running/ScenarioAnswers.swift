package import LandModel
import LayoutAnalysis

/// Answers scenarios one after the other, redoing only the stages whose parameters a scenario changes.
///
/// An answer depends on its scenario and the base plan alone: not on the scenarios before it, nor on who answers
/// it.
package struct ScenarioAnswers {
  private let set: ScenarioSet
  private let folder: BatchFolder
  private let threads: Int
  /// Writes the folder of a run; nil where there are to be none.
  private let writeRun: ((RunResult, _ path: String) throws -> Void)?
  private var stages = StageCache()

  /// - Parameters:
  ///   - threads: parallel threads; the answers are the same for any number.
  ///   - writeRun: gets every run and where its folder is to be.
  package init(
    _ set: ScenarioSet, folder: BatchFolder, threads: Int,
    writeRun: ((RunResult, _ path: String) throws -> Void)? = nil
  ) {
    self.set = set
    self.folder = folder
    self.threads = threads
    self.writeRun = writeRun
  }

  /// Reads and draws what the base plan needs, so that it is there for the scenarios that share it.
  package mutating func prepare() throws {
    let run = PlanRun(plan: set.base, workers: threads)
    let keys = StageKeys(set.base)
    _ = try stages.delimited(stages.city(of: run, keys), of: run, keys)
  }

  /// Answers the base plan and writes its record and what the comparison needs of it.
  ///
  /// - Throws: what the plan's questions throw; ``BatchError/changedMeanwhile(file:)``; what writing throws.
  package mutating func answerBase() throws {
    let scenario = set.scenarios[0]
    let (record, city) = try answer(scenario)
    try folder.write(BatchContext(set.base, city))
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
    let run = PlanRun(plan: plan, workers: threads)
    let keys = StageKeys(plan)
    let city = try stages.city(of: run, keys)
    try requireUnchanged(city, of: plan)
    let laidOut = try run.laidOut(try stages.delimited(city, of: run, keys))
    if laidOut.layout.chosen.isEmpty || writeRun == nil {
      _ = try ResultVerification(run: run, city: city, layout: laidOut).outcome()
    } else if let writeRun {
      let result = try run.result(of: city, laidOut: laidOut)
      do { try writeRun(result, folder.runPath(of: scenario)) } catch {
        throw RunNotWritten(reason: error)
      }
    }
    let unweighted = CityLayout(parameters: plan.layout).unweightedTerms(
      of: laidOut.layout.chosen, delimitation: laidOut.delimited.delimitation,
      resources: laidOut.delimited.inputs.resources)
    let record = ScenarioRecord(
      scenario, laidOut, unweighted: laidOut.layout.objective == nil ? [] : unweighted,
      stop: stop(laidOut, plan.layout))
    return (record, city)
  }

  /// What ended the search of a plan early, as far as its numbers tell.
  private func stop(_ city: LaidOutCity, _ parameters: LayoutParameters) -> ScenarioRecord.Stop? {
    let layout = city.layout
    let seconds = city.timings.last { $0.stage == RunProgress.Stage.layout.rawValue }?.seconds ?? 0
    let isEnded =
      layout.status == .optimal || layout.status == .infeasible
      || layout.gap.map { $0 <= parameters.gap } == true
    if !isEnded, let most = parameters.nodeLimit, layout.nodeCount >= most { return .nodes }
    // The clock cuts the search for prices short before it cuts the search itself.
    let cut = CityLayout.shareOfTimeBeforeFirstCut * (parameters.timeLimit / .seconds(1))
    return isEnded && seconds < cut ? nil : .time
  }

  /// Makes sure that the inputs are those that the batch was begun with.
  private func requireUnchanged(_ city: ValidatedCity, of plan: Plan) throws(BatchError) {
    let known = Dictionary(
      folder.manifest.inputs.map { ($0.name, $0.sha256) }, uniquingKeysWith: { first, _ in first })
    for layer in city.layers {
      guard let declared = plan.layers.first(where: { $0.key == layer.key }) else { continue }
      if let sum = layer.sha256, known[declared.file] != .some(sum) {
        throw .changedMeanwhile(file: declared.file)
      }
    }
  }
}

/// A run's folder that could not be written: no failure of the scenario.
private struct RunNotWritten: Error {
  let reason: any Error
}
