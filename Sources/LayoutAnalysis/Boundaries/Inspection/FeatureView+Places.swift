import LandModel

/// How a rule points at an element of the feature, and speaks of its size.
extension FeatureView {
  /// Part, ring and vertex as the file orders them, of a ring and a position of the layer's column.
  func element(ofRing ring: Int, vertex: Int? = nil) -> GeometryElement {
    column.element(ofRing: ring, vertex: vertex, inRow: row)
  }

  /// The element that a ring of ``rings`` is, as the file orders them.
  func element(ofSetRing ring: Int) -> GeometryElement {
    element(ofRing: rings.columnRings[ring])
  }

  /// The element that a position of ``rings`` is, or the start of an edge, as the file orders them.
  func element(ofSetPosition index: Int) -> GeometryElement {
    element(
      ofRing: rings.columnRings[rings.ring(of: index)], vertex: rings.columnPositions[index])
  }

  /// A ring of the set as a place, with its planar area.
  func ringPlace(_ ring: Int) -> (outline: Geometry, planarArea: SquareMetres) {
    let outline = rings.outline(ofRing: ring)
    return (outline, PlanarMeasure.area(of: outline))
  }

  /// An area as a message states it; without a unit where the ordinates have none that is known.
  func text(ofArea area: SquareMetres) -> LocalizedText {
    let number = NumberText.short(area.value)
    return switch layer.surface {
    case .workingGrid: LocalizedText(english: "\(number) m²", chinese: "\(number) 平方米")
    case .asStored:
      LocalizedText(english: "\(number) square units", chinese: "\(number) 平方单位")
    }
  }

  /// A length as a message states it; without a unit where the ordinates have none that is known.
  func text(ofLength length: Double) -> LocalizedText {
    let number = NumberText.short(length)
    return switch layer.surface {
    case .workingGrid: LocalizedText(english: "\(number) m", chinese: "\(number) 米")
    case .asStored: LocalizedText(english: "\(number) units", chinese: "\(number) 单位")
    }
  }

  /// A unit of length or area, none where the ordinates have none that is known.
  func unit(_ unit: MeasureUnit) -> MeasureUnit { layer.surface == .asStored ? .none : unit }

  /// Several points as one place.
  static func points(_ positions: [XY]) -> Geometry {
    let ends = positions.indices.map { $0 + 1 }
    return Geometry(kind: .point, positions: positions, ringEnds: ends, partEnds: ends)
  }
}

extension FindingCollector {
  /// Reports a ring that lies where it may not, with its planar area as the measured value.
  ///
  /// - Parameters:
  ///   - ring: of ``FeatureView/rings``.
  ///   - message: from the area as messages state it.
  mutating func report(
    ring: Int, of feature: FeatureView, message: (LocalizedText) -> LocalizedText
  ) {
    let place = feature.ringPlace(ring)
    report(
      rows: [feature.row], element: feature.element(ofSetRing: ring),
      value: place.planarArea.value, limit: 0, unit: feature.unit(.squareMetre),
      place: place.outline, message: message(feature.text(ofArea: place.planarArea)))
  }
}
