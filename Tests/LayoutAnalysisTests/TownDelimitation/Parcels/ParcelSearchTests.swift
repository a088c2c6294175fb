import LandModel
import Testing
import Topology

@testable import LayoutAnalysis

/// The search on maps small enough to look at every set of parcels, put together by GEOS.
struct ParcelSearchTests {
  /// A model on a map, some of its parcels closed, with values drawn from a seed.
  private struct Case {
    let net: ParcelNet
    let map: ParcelMap
    let graph: ParcelGraph
    let values: [Int]

    init(columns: Int, rows: Int, closedShare: Double, seed: UInt64) {
      map = ParcelMap(columns: columns, rows: rows, width: 100, shake: 0.7, seed: seed)
      net = map.net()
      var random = SeededGenerator(seed: seed + 900)
      let start = columns * rows / 2
      let isFree = (0..<net.count).map { $0 == start || random.unit() >= closedShare }
      graph = ParcelGraph(net: net, isFree: { isFree[$0] }, start: start)
      values = graph.units.map { _ in Int(random.next() % 60_000) - 10_000 }
    }

    func model(_ size: ClosedRange<Double>, price: Double) -> ParcelModel {
      ParcelModel(
        graph: graph, values: values,
        areas: graph.units.map { ParcelMeasure.units(ofArea: net.areas[$0]) }, metrePrice: price,
        size: ParcelMeasure.units(
          ofArea: size.lowerBound)...ParcelMeasure.units(ofArea: size.upperBound))
    }

    /// Every set that is a town of one ring by GEOS, as bits of nodes.
    func towns() throws -> [Int] {
      let workspace = Workspace()
      return try (0..<(1 << graph.count)).filter { bits in
        guard bits & 1 == 1 else { return false }
        let column = GeometryColumn(
          graph.units.indices.filter { bits >> $0 & 1 == 1 }.map { map.parcels[graph.units[$0]] })
        let union = try Shape.unaryUnion(of: column, in: workspace).geometry()
        // Parcels that meet in a corner only, and holes, make further parts and rings.
        return union.partCount == 1 && union.ringEnds.count == 1
      }
    }

    func nodes(_ bits: Int) -> [Bool] { (0..<graph.count).map { bits >> $0 & 1 == 1 } }
  }

  @Test(arguments: 1...8)
  func `the bound is at least the optimum and the optimum at least what is found`(seed: Int) throws
  {
    let instance = Case(
      columns: 4, rows: 3, closedShare: seed % 2 == 0 ? 0.15 : 0, seed: UInt64(seed))
    let towns = try instance.towns()
    for (size, price) in [
      (35_000.0...45_000.0, 20.0), (20_000...70_000, 0), (55_000...62_000, 60), (1...120_000, 40),
    ] {
      let model = instance.model(size, price: price)
      let fitting = towns.map(instance.nodes).filter { model.size.contains(model.area(of: $0)) }
      let optimum = fitting.map(model.objective(of:)).max()
      let found = ParcelSearch(model).result()
      #expect(found.objective == model.objective(of: found.isInside))
      #expect(found.area == model.area(of: found.isInside))
      let bits = found.isInside.indices.reduce(0) { $0 | (found.isInside[$1] ? 1 << $1 : 0) }
      #expect(towns.contains(bits))
      if let optimum {
        #expect(found.bound >= optimum)
        if model.size.contains(found.area) { #expect(found.objective <= optimum) }
      }
      let star = fitting.filter { isStar($0, instance.graph) }.map(model.objective(of:)).max()
      if let star, model.size.contains(found.area) { #expect(found.starBound >= star) }
    }
  }

  @Test func `sixteen parcels are brought to the optimum`() throws {
    let instance = Case(columns: 4, rows: 4, closedShare: 0, seed: 77)
    let model = instance.model(60_000...80_000, price: 30)
    let best = try instance.towns().map(instance.nodes)
      .filter { model.size.contains(model.area(of: $0)) }.map(model.objective(of:)).max()
    let found = ParcelSearch(model).result()
    let optimum = try #require(best)
    #expect(found.bound >= optimum)
    #expect(Double(found.objective) >= 0.97 * Double(optimum))
  }

  @Test(arguments: 1...6)
  func `moves keep one ring, and count its objective`(seed: Int) throws {
    let instance = Case(columns: 8, rows: 8, closedShare: 0.15, seed: UInt64(seed + 40))
    let model = instance.model(1...1e6, price: 15)
    var random = SeededGenerator(seed: UInt64(seed))
    var shape = ParcelShape(model)
    let workspace = Workspace()
    for step in 0..<150 {
      let node = Int(random.next() % UInt64(instance.graph.count))
      if shape.canInsert(node) {
        shape.insert(node)
      } else if shape.canRemove(node) {
        shape.remove(node)
      }
      guard step % 5 == 0 else { continue }
      #expect(shape.objective == model.objective(of: shape.isInside))
      #expect(shape.area == model.area(of: shape.isInside))
      let units = shape.isInside.indices.filter { shape.isInside[$0] }
        .map { instance.graph.units[$0] }
      let ring = try #require(instance.net.outline(of: units))
      let union = try Shape.unaryUnion(
        of: GeometryColumn(units.map { instance.map.parcels[$0] }), in: workspace)
      #expect(try union.equals(Shape(.polygon(rings: [ring]), in: workspace)))
      #expect(try union.geometry().ringEnds.count == 1)
    }
  }

  private func isStar(_ region: [Bool], _ graph: ParcelGraph) -> Bool {
    region.indices.allSatisfy {
      !region[$0] || graph.parents[$0] < 0 || region[Int(graph.parents[$0])]
    }
  }
}
