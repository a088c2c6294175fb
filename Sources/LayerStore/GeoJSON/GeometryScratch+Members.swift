import LandModel

/// The members of a collection, one by one.
extension GeometryScratch {
  /// A member as a value.
  func geometry(ofMember member: Int) -> Geometry {
    let parts = (member == 0 ? 0 : members[member - 1].partEnd)..<members[member].partEnd
    let rings =
      Self.end(
        of: parts.lowerBound, in: partEnds)..<Self.end(
        of: parts.upperBound, in: partEnds)
    let range =
      Self.end(
        of: rings.lowerBound, in: ringEnds)..<Self.end(
        of: rings.upperBound, in: ringEnds)
    return Geometry(
      kind: members[member].kind, positions: Array(positions[range]),
      ringEnds: ringEnds[rings].map { $0 - range.lowerBound },
      partEnds: partEnds[parts].map { $0 - rings.lowerBound })
  }

  /// Where the elements before a number end.
  private static func end(of number: Int, in ends: [Int]) -> Int {
    number == 0 ? 0 : ends[number - 1]
  }
}
