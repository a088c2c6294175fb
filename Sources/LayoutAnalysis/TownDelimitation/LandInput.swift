package import LandModel

/// Everything delimitation knows about the land, in the working reference system.
package struct LandInput: Sendable {
  /// The working grid; all layers are on it.
  package let grid: GaussKrugerGrid
  /// What closes land for a town: `forbid`, `buffer` and `inside` close cells, `limit` is counted.
  package let constraints: [Constraint]
  /// What closes land for building only (farmland inside a rural town), by the same rules; `limit`
  /// closes as well here, because construction land never counts on an exception.
  package let buildingConstraints: [Constraint]
  /// Counties by id; needed when towns must stay in their county.
  package let counties: CheckedLayer?
  package let resources: [ResourcePoint]
  package let settlements: [Settlement]
  /// Layers that access factors name by key: roads, railways, stations (lines, points or polygons).
  package let access: [CheckedLayer]
  package let elevation: ElevationGrid?
  /// What towns are made of where they are not made of cells.
  package let parcels: ParcelLand?
  /// Layers along whose lines and edges of polygons the boundaries of towns may run.
  package let followed: [CheckedLayer]

  package init(
    grid: GaussKrugerGrid, constraints: [Constraint] = [], buildingConstraints: [Constraint] = [],
    counties: CheckedLayer? = nil, resources: [ResourcePoint] = [],
    settlements: [Settlement] = [], access: [CheckedLayer] = [],
    elevation: ElevationGrid? = nil, parcels: ParcelLand? = nil,
    followed: [CheckedLayer] = []
  ) {
    self.grid = grid
    self.constraints = constraints
    self.buildingConstraints = buildingConstraints
    self.counties = counties
    self.resources = resources
    self.settlements = settlements
    self.access = access
    self.elevation = elevation
    self.parcels = parcels
    self.followed = followed
  }
}
