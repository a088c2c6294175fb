extension BatchFolder {
  /// The folder of a batch that another process began, for one that works for it.
  ///
  /// - Throws: ``BatchError/notABatch(path:)``; ``BatchError/changedMeanwhile(file:)`` where plan or scenarios are no
  ///   longer those that the batch was begun with.
  package static func begun(at path: String, of set: ScenarioSet) throws(BatchError) -> BatchFolder
  {
    guard let manifest = try manifest(in: path) else { throw .notABatch(path: path) }
    let now = BatchManifest(set, inputs: manifest.inputs, shard: nil)
    if now.plan.sha256 != manifest.plan.sha256 { throw .changedMeanwhile(file: set.base.file) }
    if now.scenarios.sha256 != manifest.scenarios.sha256 {
      throw .changedMeanwhile(file: set.file.file)
    }
    return BatchFolder(path: path, manifest: manifest)
  }
}
