import LandModel
import LayoutAnalysis
import Testing

/// Features judged in runs are judged as one by one.
struct FeatureVerdictTests {
  private let grid = RedLineSamples.grid

  private func layer(_ geometries: [Geometry]) -> ProjectedLayer {
    ProjectedLayer(
      key: "a", grid: grid, geometry: GeometryColumn(geometries),
      ids: geometries.indices.map { FeatureID("\($0 % 5)") }, attributes: AttributeTable())
  }

  /// Sound polygons, bow ties, combs with many crossings, and nothing at all, mixed by a seed.
  private var geometries: [Geometry] {
    var random = SeededGenerator(seed: 3)
    return (0..<400).map { number in
      let (x, y) = (400_000 + 300 * Double(number % 20), 2_850_000 + 300 * Double(number / 20))
      switch random.next() % 5 {
      case 0:
        return .polygon(rings: [
          [XY(x, y), XY(x + 90, y + 90), XY(x + 90, y), XY(x, y + 90), XY(x, y)]
        ])
      case 1:
        let zigzag = (0..<12).map { XY(x + 10 * Double($0), y + ($0 % 2 == 0 ? 0 : 50)) }
        let back = (0..<12).reversed().map { XY(x + 10 * Double($0), y + ($0 % 2 == 0 ? 50 : 0)) }
        return .polygon(rings: [zigzag + back + [zigzag[0]]])
      case 2: return .null
      default:
        return .polygon(rings: [
          [XY(x, y), XY(x + 90, y), XY(x + 90, y + 90), XY(x, y + 90), XY(x, y)]
        ])
      }
    }
  }

  @Test(arguments: [10_000, 3])
  func `a run gives each feature the verdict it gets alone`(kept: Int) throws {
    let geometries = geometries
    let parameters = BoundaryParameters(findingsKeptPerRule: kept)
    var whole = FeatureValidation(parameters: parameters)
    let together = try whole.verdicts(in: layer(geometries))
    var single = FeatureValidation(parameters: parameters)
    for (row, geometry) in geometries.enumerated() {
      let alone = ProjectedLayer(
        key: "a", grid: grid, geometry: GeometryColumn([geometry]),
        ids: [FeatureID("\(row % 5)")], attributes: AttributeTable())
      #expect(try single.verdicts(in: alone) == [together[row]])
    }
    #expect(single.findingsByRule.map(\.count) == whole.findingsByRule.map(\.count))
    #expect(whole.featuresChecked == 400 && single.featuresChecked == 400)
    #expect(together.contains { $0.isLeftOut })
  }

  @Test func `findings do not depend on the workers`() throws {
    let results = try [1, 2, 7].map { workers in
      var validation = FeatureValidation(parameters: BoundaryParameters())
      return try validation.verdicts(in: layer(geometries), workers: workers)
    }
    #expect(results[0] == results[1] && results[1] == results[2])
  }

  @Test func `only polygons that break no rule of validity are sound towns`() throws {
    let square: [XY] = [
      XY(400_000, 2_850_000), XY(400_090, 2_850_000), XY(400_090, 2_850_090),
      XY(400_000, 2_850_000),
    ]
    let far = square.map { XY($0.x + 9_000_000, $0.y) }
    var screening = TownScreening(on: grid)
    let (verdicts, sound) = try screening.result(
      of: layer([
        .null, .polygon(rings: [square]), .line(square), .polygon(rings: [far]),
        .polygon(rings: [[square[0], square[1], square[0]]]),
      ]), remarks: [], workers: 1)
    #expect(sound.sourceRows == [1, 3])
    #expect(verdicts.map(\.isLeftOut) == [true, false, false, false, true])
    #expect(verdicts[3].findings.map(\.rule) == ["crs.outside-working-area"])
    #expect(verdicts[1].findings.isEmpty)
  }
}
