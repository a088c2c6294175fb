/// What a layer is for in a plan.
package enum PlanRole: String, Sendable, Codable, CaseIterable {
  /// County units (区县): the city is their union.
  case administrative
  /// Candidate towns with the boundaries that counties declared (申报边界).
  case candidates
  /// Resource points with category and weight.
  case resources
  /// Settlements with population.
  case settlements
  /// Terrain heights on a regular lattice of longitude and latitude.
  case elevation
  /// Lines that towns gain from being near to: roads, railways, stations.
  case access
  /// Land that a rule speaks of: red line, basic farmland, protection zones, development boundary.
  case constraint
  /// Parcels (地块、图斑) that towns may be made of.
  case parcels
  /// Drawn on the map only.
  case context
}
