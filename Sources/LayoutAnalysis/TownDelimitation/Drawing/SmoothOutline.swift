import LandModel

/// A smooth line round a region of cells that keeps the cells' area and out of closed land.
///
/// The line runs through the middles of the outer sides. Between the middles of two neighbouring sides
/// it stays in one cell: a cell of the region, whose corner it cuts off, or a free cell outside, whose
/// corner it takes in. Where the cell outside is closed the corner is kept. Where a middle is turned the
/// same way on both sides its corner is cut once more, at a quarter and three quarters (Chaikin 1974).
///
/// Along a straight edge what the line takes equals what it gives, but a closed line cuts off six
/// corners more than it takes in, and more where corners at closed land are kept. So all middles with
/// free land beyond are moved by one **shift** along their sides' normals, which brings the area back to
/// that of the cells: some metres. The area is quadratic in the shift, and the shift its root.
struct SmoothOutline {
  let cells: CellOutline
  /// Corners of the region's cells between two closed ones are kept: the line then follows closed land
  /// side by side and no area is lost there.
  let keepsClosedCorners: Bool
  /// The line that this one must stay inside of.
  let host: Host?
  private let sides: [CellOutline.Side]

  /// The line of the region that another is nested in.
  struct Host {
    let cells: CellOutline
    let keepsClosedCorners: Bool
    let shift: Double
  }

  /// How far within the host's line this one runs where they share a side, metres: rounding never
  /// carries it across.
  private static let inset = 0.001
  /// The greatest shift, in sides of a cell: a line between two shifted middles still passes within the
  /// corner of its cell, at an eighth of a side.
  private static let greatestShift = 0.15
  /// The greatest departure from the cells' area, as a share: half of what is promised (0.1 %).
  private static let areaTolerance = 5e-4

  init(_ cells: CellOutline, keepsClosedCorners: Bool, host: Host? = nil) {
    self.cells = cells
    self.keepsClosedCorners = keepsClosedCorners
    self.host = host
    sides = cells.sides()
  }

  /// The line with its shift; nil where no shift within its limit gives the cells' area, or where the
  /// line meets itself.
  func line() -> (geometry: Geometry, shift: Double)? {
    let shift = areaShift { self.ring(shift: $0) }
    let ring = self.ring(shift: shift)
    guard keepsArea(ring), RingCheck(ring).isSimple else { return nil }
    return (.polygon(rings: [ring]), shift)
  }

  /// The shift within its limit that brings a ring whose area is quadratic in it nearest to the cells' area.
  func areaShift(of ring: (Double) -> [XY]) -> Double {
    func area(_ shift: Double) -> Double { PlanarMeasure.signedArea(ofRing: ring(shift)[...]) }
    let unit = cells.window.lattice.side
    let (less, none, more) = (area(-unit), area(0), area(unit))
    let slope = (more - less) / 2
    let bend = (more + less) / 2 - none
    let lack = cells.cellsArea - none
    let root = slope * slope + 4 * bend * lack
    var shift = 0.0
    if slope > 0, root > 0 { shift = 2 * lack / (slope + root.squareRoot()) }
    return unit * min(max(shift, -Self.greatestShift), Self.greatestShift)
  }

  /// Whether a ring has the area of the cells, within the tolerance.
  func keepsArea(_ ring: [XY]) -> Bool {
    let area = PlanarMeasure.signedArea(ofRing: ring[...])
    return abs(area / cells.cellsArea - 1) <= Self.areaTolerance
  }

  /// What becomes of the corner between two sides.
  private enum Turn {
    /// The corner of one cell, cut off.
    case cut
    /// A notch between two cells, the free cell outside filled to its middles.
    case filled
    /// A notch at a closed cell, or a corner between two closed ones.
    case kept(XY)
  }

  /// A corner of the line, with a number that tells it from others at any shift and rises along the line.
  struct Corner {
    let position: XY
    let number: Int
  }

  private func ring(shift: Double) -> [XY] {
    let ring = corners(shift: shift, straightAt: shift).map(\.position)
    return ring + ring.prefix(1)
  }

  /// The line's corners anticlockwise, not closed.
  ///
  /// - Parameter straightAt: the shift that decides where two edges are one; with the same one the same corners are
  ///   there at any shift.
  func corners(shift: Double, straightAt reference: Double) -> [Corner] {
    let count = sides.count
    let turns = sides.indices.map { turn(from: sides[$0], to: sides[($0 + 1) % count]) }
    let shifts = sides.map { self.shift(of: $0, shift) }
    let references = reference == shift ? shifts : sides.map { self.shift(of: $0, reference) }
    let middles = sides.indices.map { middle(of: sides[$0], shift: shifts[$0]) }
    var corners: [Corner] = []
    for index in sides.indices {
      let (previous, next) = ((index + count - 1) % count, (index + 1) % count)
      let middle = middles[index]
      let isStraight =
        references[previous] == references[index] && references[index] == references[next]
      func add(_ position: XY, _ place: Int) {
        corners.append(Corner(position: position, number: 3 * index + place))
      }
      switch (turns[previous], turns[index]) {
      case (.cut, .cut), (.filled, .filled):
        add(Self.towards(middles[previous], from: middle), 0)
        add(Self.towards(middles[next], from: middle), 1)
      case (.cut, .filled) where isStraight, (.filled, .cut) where isStraight:
        break  // The two lines are one.
      case (.kept, .kept): break  // The whole side.
      default: add(middle, 0)
      }
      if case .kept(let corner) = turns[index] { add(corner, 2) }
    }
    return corners
  }

  private func turn(from side: CellOutline.Side, to next: CellOutline.Side) -> Turn {
    let corner = cells.window.lattice.corner((side.side + 1) % 6, of: cells.window.cells[side.cell])
    if next.cell == side.cell {
      let isKept = keepsClosedCorners && isClosed(side) && isClosed(next)
      return isKept ? .kept(drawnIn(corner, at: side)) : .cut
    }
    return cells.isOpen(side) ? .filled : .kept(drawnIn(corner, at: side))
  }

  /// Whether nothing may be taken beyond a side, and the host's line, if it runs there, keeps corners.
  private func isClosed(_ side: CellOutline.Side) -> Bool {
    guard !cells.isOpen(side) else { return false }
    guard let host, isShared(side) else { return true }
    return host.keepsClosedCorners && !host.cells.isOpen(side)
  }

  /// Whether the host's line runs along a side as well.
  private func isShared(_ side: CellOutline.Side) -> Bool {
    guard let host else { return false }
    return cells.outer(of: side).map { !host.cells.isInside[$0] } ?? true
  }

  /// How far the middle of a side is moved outwards, metres.
  private func shift(of side: CellOutline.Side, _ shift: Double) -> Double {
    guard let host, isShared(side) else { return cells.isOpen(side) ? shift : 0 }
    let limit = host.cells.isOpen(side) ? host.shift : 0
    return (cells.isOpen(side) ? limit : min(0, limit)) - Self.inset
  }

  private func middle(of side: CellOutline.Side, shift: Double) -> XY {
    let lattice = cells.window.lattice
    let cell = cells.window.cells[side.cell]
    let a = lattice.corner(side.side, of: cell)
    let b = lattice.corner((side.side + 1) % 6, of: cell)
    // Outwards is to the right of the side.
    let share = shift / lattice.side
    return XY(
      (a.x + b.x) / 2 + (b.y - a.y) * share, (a.y + b.y) / 2 - (b.x - a.x) * share)
  }

  /// A corner, moved towards its cell where the side is the host's as well.
  private func drawnIn(_ corner: XY, at side: CellOutline.Side) -> XY {
    guard isShared(side) else { return corner }
    let centre = cells.window.position(side.cell)
    let share = Self.inset / corner.distance(to: centre)
    return XY(corner.x + (centre.x - corner.x) * share, corner.y + (centre.y - corner.y) * share)
  }

  private static func towards(_ end: XY, from start: XY) -> XY {
    XY(start.x + (end.x - start.x) / 4, start.y + (end.y - start.y) / 4)
  }
}
