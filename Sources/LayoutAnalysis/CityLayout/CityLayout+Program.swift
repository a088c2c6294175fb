package import LandModel
import Optimization

extension CityLayout {
  /// The whole question as other solvers read it.
  package struct ProgramText: Sendable {
    /// Free MPS format; the objective is in units and is to be made greatest.
    package let mps: String
    /// Units of the objective that make a point.
    package let unitsPerPoint: Double
  }

  /// States the whole question for another solver.
  ///
  /// - Throws: ``LayoutError`` when the parameters contradict themselves.
  package func programText(
    delimitation: DelimitationResult, resources: [ResourcePoint], counties: [County] = []
  ) throws(LayoutError) -> ProgramText {
    let problems = parameters.problems(
      sites: delimitation.sites, counties: counties, resources: resources)
    guard problems.isEmpty else { throw .parameters(problems) }
    let instance = try LayoutInstance(
      parameters: parameters, delimitation: delimitation, resources: resources, counties: counties)
    return ProgramText(
      mps: LayoutProgram(instance).program.mps, unitsPerPoint: instance.unitsPerPoint)
  }
}
