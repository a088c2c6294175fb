import LandModel

/// The geometries of a survey text, one row for each parcel, and what was done to them.
struct SurveyGeometry {
  private(set) var column = GeometryColumn()
  /// The attribute ``SurveyField/pointNames``, by row.
  private(set) var pointNames: [String?] = []
  private(set) var remarks = LayerRemarks()

  private let text: SurveyText
  private let axes: SurveyAxes
  /// Rows by what was assumed about them.
  private var rows: [Assumption: [Int]] = [:]

  private enum Assumption: CaseIterable {
    case closed, faultyClosing, splitByClosing, shapeMissing, countMissing, morePoints, otherRings
  }

  /// More rings in one parcel than any survey has; comparing them all takes their square.
  static let mostRings = 10_000

  /// - Throws: for the first parcel whose shape is unknown or whose points are missing.
  init(_ text: SurveyText, axes: SurveyAxes) throws(SurveyTextFailure) {
    self.text = text
    self.axes = axes
    column.reserveCapacity(rows: text.parcels.count, positions: text.points.count)
    for row in text.parcels.indices { try append(row) }
    tell()
  }

  private mutating func note(_ assumption: Assumption, _ row: Int) {
    rows[assumption, default: []].append(row)
  }

  // MARK: One parcel

  private mutating func append(_ row: Int) throws(SurveyTextFailure) {
    let shape = text.parcels[row].field(4)
    if shape == nil { note(.shapeMissing, row) }
    let points = text.points(ofParcel: row)
    let rings = SurveyRings(text, parcel: row)
    try checkCount(row, rings, isArea: (shape ?? SurveyField.polygon) == SurveyField.polygon)
    switch shape ?? SurveyField.polygon {
    case SurveyField.point:
      for point in points {
        column.append(axes.position(text.points[point]))
        column.endRing()
        column.endPart()
      }
      end(row, points.isEmpty ? .null : .point, names: lineNames(points.isEmpty ? [] : [points]))
    case SurveyField.line:
      let runs = lines(points)
      for run in runs {
        for point in run { column.append(axes.position(text.points[point])) }
        column.endRing()
        column.endPart()
      }
      end(row, runs.isEmpty ? .null : .line, names: lineNames(runs))
    case SurveyField.polygon: try appendPolygon(row, rings)
    case let other: throw failure(row, .unknownShape(text: other))
    }
  }

  private mutating func end(_ row: Int, _ kind: GeometryKind, names: SurveyPointNames?) {
    column.endRow(kind)
    pointNames.append(names?.text)
  }

  /// Runs of points of one ring number: the lines of a parcel.
  private func lines(_ points: Range<Int>) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = points.lowerBound
    for index in points.dropFirst() where text.points[index].ring != text.points[start].ring {
      runs.append(start..<index)
      start = index
    }
    return start < points.upperBound ? runs + [start..<points.upperBound] : runs
  }

  private func lineNames(_ runs: [Range<Int>]) -> SurveyPointNames? {
    runs.isEmpty
      ? nil
      : SurveyPointNames(
        runs.map { run in
          SurveyPointNames.Ring(
            number: text.points[run.lowerBound].ring, isClockwise: nil,
            names: run.map { text.points[$0].name })
        })
  }

  private mutating func appendPolygon(
    _ row: Int, _ rings: SurveyRings
  ) throws(SurveyTextFailure) {
    guard rings.rings.count <= Self.mostRings else {
      throw failure(row, .tooMany(what: .rings, limit: Self.mostRings))
    }
    if rings.rings.contains(where: { $0.closing == .omitted }) { note(.closed, row) }
    if rings.rings.contains(where: { $0.closing == .faulty }) { note(.faultyClosing, row) }
    if rings.isSplitByClosing { note(.splitByClosing, row) }
    let closed = rings.rings.map(positions)
    let parts = RingContainment(closed, tolerance: tolerance).parts
    // The blogs' rule is that the first ring is the shell and all others are its holes.
    if rings.rings.count > 1, parts != [Array(rings.rings.indices)] { note(.otherRings, row) }
    var names: [SurveyPointNames.Ring] = []
    for part in parts {
      for ring in part {
        for position in closed[ring] { column.append(position) }
        column.endRing()
        names.append(
          SurveyPointNames.Ring(
            number: rings.rings[ring].number,
            isClockwise: PlanarMeasure.signedArea(ofRing: closed[ring][...]) < 0,
            names: rings.rings[ring].points.map { text.points[$0].name }))
      }
      column.endPart()
    }
    end(row, parts.isEmpty ? .null : .polygon, names: names.isEmpty ? nil : SurveyPointNames(names))
  }

  /// A ring's positions, closed.
  private func positions(of ring: SurveyRings.Ring) -> [XY] {
    let points = ring.closing == .omitted ? ring.points : ring.points.dropLast()
    var positions = points.map { axes.position(text.points[$0]) }
    if let first = positions.first { positions.append(first) }
    return positions
  }

  /// A millimetre, or the same in degrees: the usual precision of the format.
  private var tolerance: Double { axes.unit == .metres ? 0.001 : 1e-8 }

  // MARK: Checks

  private mutating func checkCount(
    _ row: Int, _ rings: SurveyRings, isArea: Bool
  ) throws(SurveyTextFailure) {
    guard let field = text.parcels[row].field(0) else { return note(.countMissing, row) }
    let bytes = Array(field.utf8)
    guard let number = DecimalNumber(bytes, 0..<bytes.count),
      let declared = Int(exactly: number.value), declared >= 0
    else { throw failure(row, .notANumber(text: field)) }
    let found = text.points(ofParcel: row).count
    let possible = isArea ? rings.possibleCounts : [found]
    if possible.contains(declared) || declared == found { return }
    guard declared <= max(found, possible.max() ?? 0) else {
      throw failure(row, .pointsMissing(declared: declared, found: found))
    }
    note(.morePoints, row)
  }

  private func failure(_ row: Int, _ fault: SurveyTextFault) -> SurveyTextFailure {
    SurveyTextFailure(
      line: text.parcels[row].line, parcel: text.title(ofParcel: row), fault: fault)
  }

  // MARK: Remarks

  private mutating func tell() {
    for assumption in Assumption.allCases {
      guard let rows = rows[assumption] else { continue }
      let (english, chinese) = Self.sentence(assumption, rows.count)
      remarks.add(.guess, rows: rows, english, chinese)
    }
  }

  private static func sentence(_ assumption: Assumption, _ count: Int) -> (String, String) {
    switch assumption {
    case .closed:
      (
        "Rings of \(count.counted("parcel")) do not repeat their first point; they are closed.",
        "\(count) 个地块的圈末未重复首点，已闭合。"
      )
    case .faultyClosing:
      (
        "Closing lines of \(count.counted("parcel")) hold one ordinate twice; the first point is taken.",
        "\(count) 个地块的闭合行两个坐标值相同，按首点闭合。"
      )
    case .splitByClosing:
      (
        "Rings of \(count.counted("parcel")) close within one ring number (圈号); what follows is another ring.",
        "\(count) 个地块同一圈号内已闭合，其后按另一圈读取。"
      )
    case .shapeMissing:
      (
        count.counted("parcel does", "parcels do")
          + " not name a kind (点, 线 or 面); read as 面.",
        "\(count) 个地块未写明点、线、面，按面读取。"
      )
    case .countMissing:
      (
        count.counted("parcel does", "parcels do")
          + " not say how many points there are; none can be seen to be missing.",
        "\(count) 个地块未写明界址点数，无法核对是否缺点。"
      )
    case .morePoints:
      (
        count.counted("parcel has", "parcels have")
          + " more points than the 界址点数 says; all are read.",
        "\(count) 个地块的界址点多于所写界址点数，全部读取。"
      )
    case .otherRings:
      (
        "Rings of \(count.counted("parcel")) are told by which lies in which: not all after the first are holes.",
        "\(count) 个地块的各圈按包含关系判定内外：首圈之后并非都是内圈。"
      )
    }
  }
}
