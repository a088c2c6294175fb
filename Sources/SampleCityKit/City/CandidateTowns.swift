import LandModel

/// A town as its county submits it.
struct CandidateTown: Sendable {
  var id: String
  let name: String
  /// Number of the county it lies in, and of the one that its attribute names.
  let county: Int
  var claimedCounty: Int
  let industry: String
  let ground: CandidateSite.Ground
  let centre: XY
  /// The closed ring in the grid of construction, anticlockwise.
  var ring: [XY]
  /// What the attribute says, in hectares; nil for the measured area.
  var declaredHectares: Double?

  static let industryWords: [String: String] = [
    "manufacturing": "智造", "culture-tourism": "文旅", "sports-health": "康养",
    "agriculture": "田园", "commerce-logistics": "商贸", "digital": "数字",
  ]
}

/// Draws the boundaries that counties declare, first without a fault.
struct CandidateTownPlan {
  let terrain: Terrain
  let free: FreeLand

  func towns(_ sites: [CandidateSite]) -> [CandidateTown] {
    var generator = terrain.generator(0x70E)
    return sites.enumerated().map { row, site in
      let number = "\(row + 1)"
      let wish = StarShape(
        centre: site.settlement.position, radius: site.radius, directions: 48, roughness: 0.5,
        generator: &generator)
      let word = CandidateTown.industryWords[site.industry] ?? ""
      return CandidateTown(
        id: "CZ-" + String(repeating: "0", count: 3 - number.count) + number,
        name: site.settlement.name + word + "小镇", county: site.settlement.county,
        claimedCounty: site.settlement.county,
        industry: site.industry, ground: site.ground, centre: site.settlement.position,
        ring: free.limited(wish).ring(tolerance: 12), declaredHectares: nil)
    }
  }
}
