/// Groups that only ever merge (union–find with path halving).
struct DisjointGroups {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func addMember() -> Int {
    parents.append(parents.count)
    return parents.count - 1
  }

  /// Merges two members' groups; false where they already were one.
  mutating func join(_ left: Int, _ right: Int) -> Bool {
    let (a, b) = (root(of: left), root(of: right))
    parents[max(a, b)] = min(a, b)
    return a != b
  }

  /// The member that stands for a group: its lowest.
  mutating func root(of member: Int) -> Int {
    var member = member
    while parents[member] != member {
      parents[member] = parents[parents[member]]
      member = parents[member]
    }
    return member
  }
}
