import LandModel

/// What the ordinates of the features under inspection are.
enum CoordinateSurface: Sendable {
  /// Metres in the working reference system.
  case workingGrid
  /// Numbers as their file holds them: metres, degrees or anything, of any size.
  case asStored

  /// The greatest magnitude that an ordinate can have.
  var greatestOrdinate: Double {
    switch self {
    case .workingGrid: NonFiniteOrdinateCheck.greatest
    case .asStored: .greatestFiniteMagnitude
    }
  }
}

/// The features of a layer as rules about one feature see them: geometry, names, and what the numbers are.
///
/// A class, so that what looks at a million features passes one reference and not a dozen arrays.
final class InspectedFeatures: Sendable {
  let key: String
  /// One row per feature.
  let geometry: GeometryColumn
  let names: FeatureNames
  let surface: CoordinateSurface
  /// Rows whose geometry is in the file but could not be read.
  let unreadableRows: Set<Int>

  init(
    key: String, geometry: GeometryColumn, names: FeatureNames, surface: CoordinateSurface,
    remarks: [SourceRemark] = []
  ) {
    self.key = key
    unreadableRows = Set(remarks.filter { $0.kind == .unreadable }.flatMap(\.rows))
    self.geometry = geometry
    self.names = names
    self.surface = surface
  }

  /// The features of a layer in the working reference system.
  convenience init(_ layer: ProjectedLayer, remarks: [SourceRemark] = []) {
    self.init(
      key: layer.key, geometry: layer.geometry, names: .listed(layer.ids), surface: .workingGrid,
      remarks: remarks)
  }

  var count: Int { geometry.count }
}
