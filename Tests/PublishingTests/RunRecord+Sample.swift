import LandModel
import Scenarios

@testable import Publishing

extension RunRecord {
  /// The record of a run whose boundaries are not written beside it.
  static func sampleBytes(of run: RunResult, in language: Language = .english) -> [UInt8] {
    bytes(
      of: run, seals: CertificateSeals(proposals: [], delimitation: run.delimitation), in: language)
  }
}
