/// Finds out how each town lies to each constraint layer.
///
/// | rule | area that is measured | broken when |
/// |---|---|---|
/// | forbid | town ∩ union of the layer | it is more than a sliver |
/// | limit | the same | it is more than a sliver, and above the share or the area allowed |
/// | conditional | the same, core and rest apart | it is more than a sliver, and in the core or of no class allowed |
/// | buffer | part of the town nearer to the layer than the distance | it is more than a sliver |
/// | setback | the same, by the distance of each class | the same; of an unconfirmed distance a warning |
/// | inside | town − union of the layer | it is more than a sliver |
///
/// Areas in common come from sums over edges (``SpatialIndex``), which tell towns that are apart, inside
/// or cut; only what is cut is overlaid by GEOS, against the neighbourhood of the town in the feature, and
/// the two areas are held against each other.
package struct RedLineCheck: Sendable {
  package let parameters: RedLineParameters

  package init(parameters: RedLineParameters = RedLineParameters()) {
    self.parameters = parameters
  }
}
