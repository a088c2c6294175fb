import LandModel
import Projections

extension BatchFolder {
  /// Everything that the records of a whole batch tell.
  ///
  /// - Throws: ``BatchError/damaged(path:reason:)`` for a record that is missing or damaged; what resolving the
  ///   working grid throws.
  package func result() throws -> BatchResult {
    let (index, context) = (try index(), try context())
    return BatchResult(
      index: index, context: context, manifest: manifest,
      grid: try WorkingGrid.resolve(context.crs.text),
      records: try index.scenarios.map { try record(of: $0) })
  }
}
