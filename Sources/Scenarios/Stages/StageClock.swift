/// Measures how long stages take, for the one part of a run that may differ from run to run.
struct StageClock {
  private(set) var timings: [StageTiming] = []
  private var start = ContinuousClock.now

  /// Ends a stage; the next one starts now.
  mutating func end(_ stage: RunProgress.Stage) {
    let now = ContinuousClock.now
    let elapsed = start.duration(to: now).components
    timings.append(
      StageTiming(
        stage: stage.rawValue,
        seconds: Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18))
    start = now
  }

  /// Leaves out the time since the last stage, which others have measured.
  mutating func skip() { start = ContinuousClock.now }
}
