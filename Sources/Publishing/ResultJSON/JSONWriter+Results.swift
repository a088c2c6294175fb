package import LandModel
package import LayoutAnalysis

/// The entries of the lists in ``ResultJSON``.
extension JSONWriter {
  /// Writes the members of a finding.
  package mutating func members(
    of finding: Finding, on grid: GaussKrugerGrid, in language: Language
  ) {
    opening(of: finding)
    member("value", finding.value, decimals: Rounding.measured)
    member("limit", finding.limit, decimals: Rounding.measured)
    closing(of: finding, in: language)
    geometry(finding.geometry, on: grid)
  }

  /// Writes the members of a finding without a place.
  mutating func members(of finding: Finding, in language: Language) {
    opening(of: finding)
    member("value", finding.value, decimals: Rounding.measured)
    member("limit", finding.limit, decimals: Rounding.measured)
    closing(of: finding, in: language)
    null()
  }

  /// Writes the members of a finding on coordinates as stored: nothing is projected or rounded.
  mutating func members(ofStored finding: Finding, in language: Language) {
    opening(of: finding)
    key("value")
    if let value = finding.value { self.value(exact: value) } else { null() }
    key("limit")
    if let limit = finding.limit { self.value(exact: limit) } else { null() }
    closing(of: finding, in: language)
    storedGeometry(finding.geometry)
  }

  private mutating func opening(of finding: Finding) {
    member("rule", finding.rule.text)
    member("severity", finding.severity.rawValue)
    member("layer", finding.layer)
    member("feature_ids", finding.featureIDs)
    member("other_layer", finding.otherLayer)
    member("other_ids", finding.otherFeatureIDs)
    element(finding.element)
  }

  private mutating func closing(of finding: Finding, in language: Language) {
    member("unit", finding.unit.rawValue)
    member("message", finding.message.text(in: language))
    waiver(finding.waiver)
    key("geometry")
  }

  /// Writes which part, ring and vertex is meant; null for the whole feature or layer.
  private mutating func element(_ element: GeometryElement?) {
    guard let element else {
      key("element")
      return null()
    }
    object("element") { entry in
      entry.member("part", element.part)
      entry.member("ring", element.ring)
      entry.member("vertex", element.vertex)
    }
  }

  /// Writes why and by whom a finding is accepted; null where it stands.
  private mutating func waiver(_ waiver: Waiver?) {
    guard let waiver else {
      key("waiver")
      return null()
    }
    object("waiver") { entry in
      entry.member("reason", waiver.reason)
      entry.member("author", waiver.author)
      entry.member("until", waiver.until)
    }
  }

  /// Writes the members of a drawn boundary.
  package mutating func members(
    of proposal: TownProposal, at site: Site, on grid: GaussKrugerGrid, in language: Language
  ) {
    town(proposal, at: site)
    member("cells", proposal.cellCount)
    array("factors") { list in
      for factor in proposal.factors {
        list.object { entry in
          entry.member("factor", factor.factor)
          entry.member("value", factor.value.value, decimals: Rounding.ratio)
          entry.member("weight", factor.weight.value, decimals: Rounding.ratio)
        }
      }
    }
    shape(of: proposal, in: language)
    key("geometry")
    geometry(proposal.boundary, on: grid)
    key("construction_geometry")
    geometry(proposal.constructionBoundary, on: grid)
  }

  /// Writes the chosen towns as a list of their key figures.
  package mutating func chosen(
    of layout: LayoutResult, from delimitation: DelimitationResult, in language: Language
  ) {
    array("chosen") { list in
      for row in layout.chosen {
        let proposal = delimitation.proposals[row]
        list.object { town in
          town.town(proposal, at: delimitation.sites[proposal.site])
          town.object("boundary") { $0.shape(of: proposal, in: language) }
        }
      }
    }
  }

  /// Writes what a town falls short of; null when it has the wanted area.
  package mutating func shortfall(_ shortfall: Shortfall?, in language: Language) {
    guard let shortfall else {
      key("shortfall")
      null()
      return
    }
    object("shortfall") { entry in
      entry.member("reached_m2", shortfall.reached.value, decimals: Rounding.area)
      entry.member("wanted_m2", shortfall.wanted.value, decimals: Rounding.area)
      entry.member("cause", shortfall.cause.text(in: language))
    }
  }

  private mutating func town(_ proposal: TownProposal, at site: Site) {
    member("town_id", site.id.text)
    member("name", site.name)
    member("county", site.countyName)
    member("industry", proposal.industry)
    member("area_m2", proposal.ellipsoidalArea.value, decimals: Rounding.area)
    member("planar_area_m2", proposal.planarArea.value, decimals: Rounding.area)
    member("construction_area_m2", proposal.constructionArea.value, decimals: Rounding.area)
    member("score", proposal.score, decimals: Rounding.points)
    member("size_class_m2", proposal.sizeClass?.value, decimals: Rounding.area)
  }
}
