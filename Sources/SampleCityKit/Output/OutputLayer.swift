import LandModel

/// A value of a feature's property, as GeoJSON writes it.
enum PropertyValue: Sendable, Equatable {
  case text(String)
  case integer(Int)
  /// A number written with the given count of decimals.
  case real(Double, decimals: Int)
  case flag(Bool)
}

/// A feature of an output layer.
struct OutputFeature: Sendable {
  /// In the layer's own reference system, rounded as it is written.
  let geometry: Geometry
  /// In the order written.
  let properties: [(name: String, value: PropertyValue)]

  /// The first property's text: every layer starts with its id.
  var id: String {
    if case .text(let text)? = properties.first?.value { text } else { "" }
  }
}

/// A layer as the generator writes it.
struct OutputLayer: Sendable {
  /// File name without folder and extension.
  let name: String
  let title: LocalizedText
  let epsg: Int
  let features: [OutputFeature]
  /// What was done to make it, in order, for the manifest.
  let steps: [String]

  init(
    name: String, title: LocalizedText, epsg: Int, features: [OutputFeature], steps: [String]
  ) {
    self.name = name
    self.title = title
    self.epsg = epsg
    self.features = features
    self.steps = steps
  }
}

/// Turns positions of the grid of construction into ordinates as a layer writes them.
struct OrdinateRounding: Sendable {
  let construction: GaussKrugerGrid
  /// The grid of a projected layer; nil for longitude and latitude.
  let target: GaussKrugerGrid?

  init(construction: GaussKrugerGrid, epsg: Int) {
    self.construction = construction
    target = GaussKrugerGrid(epsg: epsg)
  }

  /// 7 decimals of a degree (about a centimetre), or millimetres.
  var decimals: Int { target == nil ? 7 : 3 }

  func rounded(_ position: XY) -> XY {
    let geodetic = construction.geodetic(position)
    let scale = target == nil ? 1e7 : 1e3
    let moved = target?.projected(geodetic) ?? geodetic
    return XY((moved.x * scale).rounded() / scale, (moved.y * scale).rounded() / scale)
  }

  /// The geometry as written; vertices that rounding makes one are kept once.
  func rounded(_ geometry: Geometry) -> Geometry {
    var positions: [XY] = []
    var ringEnds: [Int] = []
    for ring in geometry.ringEnds.indices {
      let start = positions.count
      for index in geometry.range(ofRing: ring) {
        let position = rounded(geometry.positions[index])
        if positions.count == start || positions[positions.count - 1] != position {
          positions.append(position)
        }
      }
      ringEnds.append(positions.count)
    }
    return Geometry(
      kind: geometry.kind, positions: positions, ringEnds: ringEnds, partEnds: geometry.partEnds)
  }

  /// The rounded ordinates back in the grid of construction: what a reader of the file will see.
  func read(_ position: XY) -> XY {
    construction.projected(target?.geodetic(position) ?? position)
  }
}
