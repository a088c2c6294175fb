/// Which of many seeds is nearest to each node: Voronoi cells on a raster, exactly and in linear time.
///
/// The distance transform of Felzenszwalb and Huttenlocher (2012) with the seed carried along.
struct NearestSeeds {
  private var values: [Double] = []
  private var seeds: [Int32] = []
  private var apexes: [Int] = []
  private var borders: [Double] = []

  /// For each node the number of its nearest seed from 1; 0 everywhere when there is none.
  ///
  /// - Parameter seedNodes: nodes in the order of the seeds' numbers; of two on one node the first counts.
  /// - Complexity: O(n) in the nodes.
  static func labels(seedNodes: [Int], frame: GridFrame) -> [Int32] {
    var work = NearestSeeds()
    return work.run(seedNodes, frame)
  }

  private mutating func run(_ seedNodes: [Int], _ frame: GridFrame) -> [Int32] {
    let far = 1e20
    var distances = [Double](repeating: far, count: frame.count)
    var labels = [Int32](repeating: 0, count: frame.count)
    for (number, node) in seedNodes.enumerated() where labels[node] == 0 {
      labels[node] = Int32(number + 1)
      distances[node] = 0
    }
    let longest = max(frame.columns, frame.rows)
    values = Array(repeating: 0, count: longest)
    seeds = Array(repeating: 0, count: longest)
    apexes = Array(repeating: 0, count: longest)
    borders = Array(repeating: 0, count: longest + 1)
    for column in 0..<frame.columns {
      pass(frame.rows, stride: frame.columns, from: column, &distances, &labels)
    }
    for row in 0..<frame.rows {
      pass(frame.columns, stride: 1, from: row * frame.columns, &distances, &labels)
    }
    return labels
  }

  /// Replaces a line of distances and labels by the lower envelope of its parabolas.
  private mutating func pass(
    _ count: Int, stride: Int, from start: Int, _ distances: inout [Double],
    _ labels: inout [Int32]
  ) {
    for index in 0..<count {
      values[index] = distances[start + index * stride]
      seeds[index] = labels[start + index * stride]
    }
    var last = 0
    apexes[0] = 0
    borders[0] = -.infinity
    borders[1] = .infinity
    for index in 1..<max(count, 1) {
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
      distances[start + index * stride] = offset * offset + values[apexes[active]]
      labels[start + index * stride] = seeds[apexes[active]]
    }
  }

  private func crossing(_ right: Int, _ left: Int) -> Double {
    let (r, l) = (Double(right), Double(left))
    return ((values[right] + r * r) - (values[left] + l * l)) / (2 * (r - l))
  }
}
