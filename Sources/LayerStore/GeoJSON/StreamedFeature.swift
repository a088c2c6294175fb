package import LandModel

/// One feature of a stream, as its text states it.
package struct StreamedFeature: Equatable, Sendable {
  /// A geometry object that cannot be taken for one; the feature's geometry is null then.
  package struct Fault: Equatable, Sendable {
    package let place: JSONPlace
    package let fault: GeometryFault
  }

  /// The member `id` as text.
  package let id: FeatureID?
  /// The member `id` where it is an integer from 0 on, else the feature's place in the stream, from 0.
  package let number: Int64
  /// Attributes in the order of the text; of one stated twice both.
  package let attributes: [(name: String, value: AttributeValue)]
  /// Ordinates as written, easting or longitude first; rings may be unclosed.
  package let geometry: Geometry
  package let fault: Fault?
  /// Whether heights or measures were left out.
  package let hadHeights: Bool
  /// Whether a collection mixed points, lines and polygons, and gave no geometry.
  package let isMixed: Bool
  /// Where the feature begins.
  package let place: JSONPlace

  package static func == (left: StreamedFeature, right: StreamedFeature) -> Bool {
    left.id == right.id && left.number == right.number && left.geometry == right.geometry
      && left.fault == right.fault && left.place == right.place
      && left.attributes.map(\.name) == right.attributes.map(\.name)
      && left.attributes.map(\.value) == right.attributes.map(\.value)
  }

  /// Takes the feature that a reader has just read.
  init(from reader: borrowing FeatureReader) {
    let (cursor, scratch, number) = (reader.cursor, reader.feature, reader.featureCount)
    let whole = scratch.id.flatMap { $0.kind == .integer ? cursor.integer(of: $0) : nil }
    id = scratch.id.flatMap { $0.kind == .null ? nil : FeatureID(cursor.string(of: $0)) }
    self.number = whole.flatMap { $0 < 0 ? nil : $0 } ?? Int64(number - 1)
    attributes = scratch.attributes.map {
      (cursor.string(of: $0.name), AttributeValue($0.value, in: cursor))
    }
    geometry = scratch.geometry.geometry
    fault = scratch.geometry.fault.map {
      Fault(place: reader.place(of: $0.position, feature: number), fault: $0.fault)
    }
    hadHeights = scratch.geometry.hasHeights
    isMixed = scratch.geometry.isMixed
    place = reader.place(of: scratch.start, feature: number)
  }
}

/// The value of an attribute in a stream, where there is no column to have a type.
package enum AttributeValue: Equatable, Sendable {
  case missing
  case truth(Bool)
  case integer(Int64)
  case real(Double)
  /// A text, or a whole number beyond 64 bits.
  case text(String)
  /// An array or an object as compact JSON.
  case json(String)

  init(_ token: JSONToken, in cursor: JSONCursor) {
    switch token.kind {
    case .null: self = .missing
    case .false: self = .truth(false)
    case .true: self = .truth(true)
    case .integer:
      self = cursor.integer(of: token).map { .integer($0) } ?? .text(cursor.string(of: token))
    case .real: self = .real(cursor.real(of: token))
    case .text, .escapedText: self = .text(cursor.string(of: token))
    case .nested: self = .json(cursor.string(of: token))
    }
  }

  /// The value as text, as a column of text has it; nil where there is none.
  package var text: String? {
    switch self {
    case .missing: nil
    case .truth(let value): value ? "true" : "false"
    case .integer(let value): "\(value)"
    case .real(let value): "\(value)"
    case .text(let value), .json(let value): value
    }
  }
}
