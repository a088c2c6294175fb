/// Exact distances on a raster (Felzenszwalb and Huttenlocher 2012, "Distance Transforms of Sampled
/// Functions").
enum DistanceField {
  /// Distance in metres from each node to the nearest node of the set; infinite when the set is empty.
  ///
  /// - Complexity: O(n) in the nodes.
  static func distances(to isMember: [Bool], frame: GridFrame) -> Raster {
    let far = 1e20
    var values = isMember.map { $0 ? 0 : far }
    var line = [Double](repeating: 0, count: max(frame.columns, frame.rows))
    var scratch = Scratch(capacity: line.count)
    for column in 0..<frame.columns {
      for row in 0..<frame.rows { line[row] = values[frame.index(column, row)] }
      scratch.transform(&line, count: frame.rows)
      for row in 0..<frame.rows { values[frame.index(column, row)] = line[row] }
    }
    for row in 0..<frame.rows {
      for column in 0..<frame.columns { line[column] = values[frame.index(column, row)] }
      scratch.transform(&line, count: frame.columns)
      for column in 0..<frame.columns { values[frame.index(column, row)] = line[column] }
    }
    return Raster(
      frame: frame,
      values: values.map { $0 >= far ? .infinity : $0.squareRoot() * frame.cell })
  }

  /// The lower envelope of parabolas, kept between lines so that nothing is allocated per line.
  private struct Scratch {
    var apexes: [Int]
    var borders: [Double]
    var source: [Double]

    init(capacity: Int) {
      apexes = Array(repeating: 0, count: capacity)
      borders = Array(repeating: 0, count: capacity + 1)
      source = Array(repeating: 0, count: capacity)
    }

    mutating func transform(_ line: inout [Double], count: Int) {
      for index in 0..<count { source[index] = line[index] }
      var last = 0
      apexes[0] = 0
      borders[0] = -.infinity
      borders[1] = .infinity
      for index in 1..<max(count, 1) where count > 1 {
        var meeting = crossing(index, apexes[last])
        while meeting <= borders[last] {
          last -= 1
          meeting = crossing(index, apexes[last])
        }
        last += 1
        apexes[last] = index
        borders[last] = meeting
        borders[last + 1] = .infinity
      }
      var active = 0
      for index in 0..<count {
        while borders[active + 1] < Double(index) { active += 1 }
        let offset = Double(index - apexes[active])
        line[index] = offset * offset + source[apexes[active]]
      }
    }

    private func crossing(_ right: Int, _ left: Int) -> Double {
      let (r, l) = (Double(right), Double(left))
      return ((source[right] + r * r) - (source[left] + l * l)) / (2 * (r - l))
    }
  }
}
