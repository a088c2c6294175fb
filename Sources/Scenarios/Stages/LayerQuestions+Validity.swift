import Foundation
import LandModel
import LayerStore
package import LayoutAnalysis
import Projections

extension LayerQuestions {
  /// Judges layers by the rules of validity alone, on coordinates as stored.
  ///
  /// No reference system is needed; ``crs`` is not asked for. Members of a collection are judged one by
  /// one, as OGC defines it.
  ///
  /// - Parameter parameters: how many findings are kept, and a selection of rules of validity only.
  /// - Throws: `LayerStoreError` where a file cannot be read, ``ProjectionError`` where the id attribute
  ///   is missing.
  package func validity(
    of layers: [PlanLayer], parameters: BoundaryParameters
  ) throws -> [StoredValidity] {
    let validation = StoredValidation(
      selection: parameters.selection ?? .validity,
      findingsKeptPerRule: parameters.findingsKeptPerRule)
    return try layers.map { declared in
      try validation.result(of: storedLayer(declared), workers: workers)
    }
  }

  /// Reads what the rules look at: geometry, and the id attribute where one is named.
  private func storedLayer(_ declared: PlanLayer) throws -> StoredLayer {
    let address = LayerAddress.parse(declared.file)
    let idAttribute = declared.attributes["id"]
    let options = ReadOptions(
      encoding: declared.encoding, splitsCollections: true, fields: idAttribute.map { [$0] } ?? [])
    let source = try LayerReader.read(address, options: options)
    let ids = idAttribute.flatMap { source.attributes[$0] }
    if let idAttribute, ids == nil {
      throw ProjectionError.idAttributeMissing(
        layer: declared.key, name: idAttribute, available: try LayerReader.fieldNames(of: address))
    }
    return StoredLayer(
      key: declared.key, crs: source.crs, geometry: source.geometry,
      names: .stored(ids, numbers: source.numbers), numbers: source.numbers,
      remarks: source.remarks)
  }
}
