internal import CKernels

/// What the box of one polygon shows of another: all that is needed for the area they have in common.
///
/// Scratch space of one task, reused from pair to pair.
package struct EdgeWindow: Sendable {
  /// Edges cut to the window, from its lower left corner.
  var edges: [ck_edge] = []
  /// Where edges cross the upper side, from its left end, and what lies above more (1) or less (-1) from
  /// there on.
  var crossings: [Crossing] = []
  /// How often the window's upper left corner lies inside: 0 or 1.
  var insideAtLeft = 0.0

  struct Crossing: Sendable {
    var offset: Double
    let step: Double
  }

  /// Which edges of the grid were met in the current window.
  private var marks: [UInt32] = []
  private var current: UInt32 = 0

  package init() {}

  /// Forgets the last window, for edges numbered below a bound.
  mutating func restart(bound: Int) {
    edges.removeAll(keepingCapacity: true)
    crossings.removeAll(keepingCapacity: true)
    insideAtLeft = 0
    if marks.count < bound {
      marks.append(contentsOf: repeatElement(0, count: bound - marks.count))
    }
    current &+= 1
    if current == 0 {
      for index in marks.indices { marks[index] = 0 }
      current = 1
    }
  }

  /// Marks an edge; false where it was marked before.
  @inline(__always)
  mutating func mark(_ edge: Int) -> Bool {
    if marks[edge] == current { return false }
    marks[edge] = current
    return true
  }

  /// The area that what the window shows has in common with the polygon whose box it is.
  package func area(inCommonWith polygon: inout PolygonEdges) -> Double {
    var sum = insideAtLeft * polygon.area
    for crossing in crossings {
      sum += crossing.step * (polygon.area - polygon.area(leftOf: crossing.offset))
    }
    return edges.isEmpty ? sum : sum + polygon.area(below: edges)
  }

  /// Stretches what is shown, for a polygon that is stretched by the same.
  package mutating func stretch(by stretch: EastStretch) {
    for index in edges.indices { edges[index] = stretch(edges[index]) }
    for index in crossings.indices { crossings[index].offset = stretch(crossings[index].offset) }
  }
}
