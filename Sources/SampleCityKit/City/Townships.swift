import LandModel

/// The synthetic townships: cells of the nearest township seat in the same county, with rough borders.
struct TownshipPlan {
  let terrain: Terrain
  let settlements: [Settlement]

  static let cell = 400.0

  /// Cells of one county over its box and beyond, to be cut with the county; labels are settlement rows
  /// from 1.
  func regions(ofCounty county: Int) -> [BoundaryNet.Region] {
    let seats = settlements.indices.filter {
      settlements[$0].county == county && settlements[$0].kind != .village
    }
    let frame = GridFrame(
      covering: terrain.counties.counties[county].box, margin: 3 * Self.cell, cell: Self.cell)
    let noise = terrain.noise(0x705)
    var grid = LabelGrid(
      frame: frame,
      labels: (0..<frame.count).map { node in
        let position = frame.position(ofNode: node)
        let warped = XY(
          position.x + 1500 * noise.fractal(at: position, wavelength: 6000, octaves: 4),
          position.y
            + 1500 * noise.fractal(at: XY(position.y, position.x), wavelength: 6000, octaves: 4))
        let nearest = seats.min {
          settlements[$0].position.distance(to: warped)
            < settlements[$1].position.distance(to: warped)
        }
        return Int32((nearest ?? 0) + 1)
      })
    grid.giveFragmentsToNeighbours()
    var net = BoundaryNet(grid)
    net.relax(passes: 2) { position in
      XY(
        60 * noise.value(at: position, wavelength: 700),
        60 * noise.value(at: XY(position.y, position.x), wavelength: 700))
    }
    return net.regions(droppingVerticesWithin: 25)
  }
}

extension LabelGrid {
  /// Leaves each label its largest component; smaller ones go to a label beside them.
  mutating func giveFragmentsToNeighbours() {
    var isChanged = true
    while isChanged {
      isChanged = false
      let found = components()
      var largest: [Int32: Int] = [:]
      for (number, label) in found.labels.enumerated() {
        if let best = largest[label], found.sizes[best] >= found.sizes[number] { continue }
        largest[label] = number
      }
      for node in labels.indices where labels[node] != 0 {
        guard largest[labels[node]] != Int(found.numbers[node]) else { continue }
        for neighbour in [node - 1, node + 1, node - frame.columns, node + frame.columns] {
          let label = labels[neighbour]
          guard label != 0, label != labels[node], largest[label] == Int(found.numbers[neighbour])
          else { continue }
          labels[node] = label
          isChanged = true
          break
        }
      }
    }
  }
}
