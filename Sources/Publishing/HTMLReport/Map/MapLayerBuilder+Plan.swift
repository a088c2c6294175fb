import LandModel
import LayoutAnalysis
import Scenarios

/// Layers that the run itself made.
extension MapLayerBuilder {
  /// What was handed in: candidates, conflicts and findings.
  func submittedLayers(_ listed: ReportLists) -> [MapLayer] {
    [candidates(), conflicts(.submitted, listed), findings(listed)]
  }

  /// What the plan draws: service areas, towns, construction land, conflicts that are left.
  func plannedLayers(_ listed: ReportLists) -> [MapLayer] {
    [serviceAreas(), frequencies()] + alternatives()
      + [towns(), constructionLand(), conflicts(.planned, listed)]
  }

  private func towns() -> MapLayer {
    var layer = MapLayer(
      key: "plan:towns", title: context.say(ReportText.townLayer), group: "plan", kind: .polygon,
      style: .init(
        fill: "#2f6b8f", stroke: "#1b2a2f", width: 1.2, marker: 9, labelScale: 1e9))
    layer.total = context.towns.count
    layer.legend = context.run.industries.map {
      (context.industryColour($0.key), context.say($0.title))
    }
    layer.features = context.towns.compactMap { town in
      let proposal = town.proposal
      return encoder.exact(proposal.boundary).map { geometry in
        MapLayer.Feature(
          geometry: geometry, title: town.site.name,
          lines: [
            "\(town.site.countyName) · \(context.industryTitle(proposal.industry))",
            "\(context.squareKilometres(proposal.ellipsoidalArea)) km² · "
              + "\(context.say(ReportText.construction)) "
              + "\(context.squareKilometres(proposal.constructionArea)) km²",
            "\(context.say(ReportText.score)) \(context.number(proposal.score, decimals: 1))",
          ],
          colour: context.industryColour(proposal.industry), badge: "\(town.number)",
          anchor: "t\(town.number)")
      }
    }
    return layer
  }

  private func constructionLand() -> MapLayer {
    var layer = MapLayer(
      key: "plan:construction", title: context.say(ReportText.constructionLayer), group: "plan",
      kind: .polygon,
      style: .init(fill: "rgba(255,255,255,.45)", stroke: "#1b2a2f", width: 0.9, dash: [3, 2]),
      isActive: false)
    layer.total = context.towns.count
    layer.features = context.towns.compactMap { town in
      encoder.exact(town.proposal.constructionBoundary).map { geometry in
        MapLayer.Feature(geometry: geometry, title: town.site.name, lines: [])
      }
    }
    return layer
  }

  private func serviceAreas() -> MapLayer {
    var layer = MapLayer(
      key: "plan:service", title: context.say(ReportText.serviceLayer), group: "plan",
      kind: .polygon,
      style: .init(fill: "rgba(39,85,111,.05)", stroke: "#27556f", width: 1, dash: [6, 4]),
      isShown: false, isActive: false)
    layer.total = context.run.serviceAreas.count
    layer.features = context.run.serviceAreas.compactMap { area in
      encoder.exact(area.geometry).map { geometry in
        MapLayer.Feature(geometry: geometry, title: context.names[area.townID], lines: [])
      }
    }
    return layer
  }

  private func candidates() -> MapLayer {
    var layer = MapLayer(
      key: "submitted:candidates", title: context.say(ReportText.candidateLayer),
      group: "submitted", kind: .polygon,
      style: .init(
        fill: "rgba(60,60,60,.07)", stroke: "#4b4b4b", width: 1, dash: [4, 2], marker: 3.2))
    let candidates = context.run.candidates
    layer.total = candidates.count
    layer.features = candidates.indices.compactMap { row in
      let candidate = candidates[row]
      return encoder.exact(candidate.declaredBoundary).map { geometry in
        MapLayer.Feature(
          geometry: geometry, title: candidate.name,
          lines: [
            candidate.countyName, context.say(ReportText.reason(candidate.reason)),
            context.say(candidate.explanation),
          ],
          anchor: "k\(row)")
      }
    }
    return layer
  }

  private func conflicts(_ stage: RunStage, _ listed: ReportLists) -> MapLayer {
    let isPlanned = stage == .planned
    var layer = MapLayer(
      key: "\(isPlanned ? "plan" : "submitted"):conflicts",
      title: context.say(isPlanned ? ReportText.plannedConflictLayer : ReportText.conflictLayer),
      group: isPlanned ? "plan" : "submitted", kind: .polygon,
      style: .init(
        fill: "rgba(179,38,30,.55)", stroke: ReportPalette.breach, width: 1, marker: 4,
        shape: "square"),
      isShown: isPlanned)
    layer.features = listed.conflicts(stage, .meets).compactMap { conflict in
      let result = conflict.result
      guard let geometry = encoder.exact(pieces(of: result)) else { return nil }
      return MapLayer.Feature(
        geometry: geometry, title: context.names[result.townID],
        lines: [
          "\(context.constraintTitle(result.constraint)) · "
            + context.say(result.situation.title),
          "\(context.number(result.ellipsoidalArea.value, decimals: 2)) m²",
        ],
        colour: result.isBreach ? "" : ReportPalette.warning, anchor: conflict.anchor)
    }
    layer.total = layer.features.count
    return layer
  }

  /// All pieces of a conflict in one geometry; empty where there is none.
  private func pieces(of result: ConstraintResult) -> Geometry {
    .multiPolygon(
      result.pieces.flatMap { piece in
        (0..<piece.geometry.partCount).map { part in
          piece.geometry.rings(ofPart: part).map { ring in
            Array(piece.geometry.positions[piece.geometry.range(ofRing: ring)])
          }
        }
      })
  }

  private func findings(_ listed: ReportLists) -> MapLayer {
    var layer = MapLayer(
      key: "submitted:findings", title: context.say(ReportText.findingLayer), group: "submitted",
      kind: .polygon,
      style: .init(
        fill: "rgba(168,100,0,.35)", stroke: ReportPalette.warning, width: 1.2, marker: 3.6,
        shape: "triangle"),
      isShown: false)
    layer.features = RunStage.allCases.flatMap { listed.rules($0) }.flatMap(\.listed)
      .compactMap { entry in
        encoder.exact(entry.finding.geometry).map { geometry in
          MapLayer.Feature(
            geometry: geometry,
            title: "\(context.ruleTitle(entry.finding.rule)) · "
              + context.idList(entry.finding.featureIDs),
            lines: [context.say(entry.finding.message)],
            colour: ReportPalette.severity(entry.finding.severity), anchor: entry.anchor)
        }
      }
    layer.total = layer.features.count
    return layer
  }
}
