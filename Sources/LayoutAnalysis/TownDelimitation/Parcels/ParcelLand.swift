package import LandModel

/// Parcels that something takes from towns or from building.
package struct ClosedParcels: Sendable {
  /// What takes them, in planning words.
  package let title: LocalizedText
  /// One for each row of the parcel layer.
  package let isTaken: [Bool]

  package init(title: LocalizedText, isTaken: [Bool]) {
    self.title = title
    self.isTaken = isTaken
  }
}

/// The parcels (地块、图斑) that towns may be made of, and what closes each of them.
///
/// Whether a parcel lies in a layer is judged like whether a town does, by the check of red lines, which
/// is why it comes with the land: a sliver of noise closes no parcel. Judged is what is drawn: the parcel with
/// the corners that it takes over from its neighbours, and with what lies in its holes.
package struct ParcelLand: Sendable {
  /// Polygons on the working grid; those of several parts are left out of towns.
  package let layer: CheckedLayer
  /// The net that the parcels were judged in; nil to have it made.
  let net: ParcelNet?
  /// What closes parcels for the town.
  package let closed: [ClosedParcels]
  /// What closes them for building only.
  package let closedForBuilding: [ClosedParcels]
  /// By county that sites belong to: whether a parcel reaches out of it.
  package let isOutside: [FeatureID: [Bool]]

  package init(
    layer: CheckedLayer, net: ParcelNet? = nil, closed: [ClosedParcels] = [],
    closedForBuilding: [ClosedParcels] = [],
    isOutside: [FeatureID: [Bool]] = [:]
  ) {
    self.layer = layer
    self.net = net
    self.closed = closed
    self.closedForBuilding = closedForBuilding
    self.isOutside = isOutside
  }
}

/// Towns made of whole parcels instead of cells.
package struct ParcelUnits: Sendable, Hashable {
  /// Key of the parcel layer.
  package var layer: String
  /// Corners and edges no farther apart than this are one: gaps of digitising, not land; 0.1 m, a
  /// heuristic well below the 0.2 m that count as noise in the check of red lines.
  package var gap: Metres
  /// How far the area of a town may be from the wanted one, as a share of it; 0.05, a heuristic: some
  /// parcels.
  package var areaTolerance: Ratio

  package init(
    layer: String, gap: Metres = Metres(0.1), areaTolerance: Ratio = Ratio(0.05)
  ) {
    self.layer = layer
    self.gap = gap
    self.areaTolerance = areaTolerance
  }
}
