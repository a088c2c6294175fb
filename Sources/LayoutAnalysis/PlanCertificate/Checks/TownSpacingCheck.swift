import LandModel
import Topology

/// Every pair of towns is as far apart as the plan asks for, and shares no land.
///
/// Measured between the published boundaries; their rounding may bring two nearer by 16 mm, which is allowed.
struct TownSpacingCheck {
  let towns: [StatedTown]
  let parameters: LayoutParameters
  private static let allowance = 2 * StatedRounding.position

  func check() throws(TopologyError) -> CertificateCheck {
    let boundaries = towns.map { PlainBoundary($0.publishedBoundary) }
    var faults: [CertificateFault] = []
    var (pairs, least) = (0, Metres(.infinity))
    for right in towns.indices {
      for left in 0..<right {
        pairs += 1
        let asked = limit(towns[left], towns[right])
        let apart = boundaries[left].distance(to: boundaries[right])
        least = min(least, apart)
        if try sharesLand(towns[left], towns[right]) {
          faults.append(overlap(towns[left], towns[right]))
        } else if apart + Self.allowance < asked {
          faults.append(clash(towns[left], towns[right], apart: apart, limit: asked))
        }
      }
    }
    let nearest = least.value.isFinite ? Self.rounded(least) : 0
    return CertificateCheck(
      .spacing,
      detail: LocalizedText(
        english: "\(pairs) pairs measured edge by edge, the nearest \(nearest) m apart",
        chinese: "逐边量算 \(pairs) 对小镇，最近相距 \(nearest) 米"),
      faults: faults)
  }

  private func limit(_ one: StatedTown, _ other: StatedTown) -> Metres {
    one.industry == other.industry
      ? max(parameters.spacing, parameters.industrySpacing) : parameters.spacing
  }

  /// Whether two towns overlap by more than the rounding of their positions.
  private func sharesLand(
    _ one: StatedTown, _ other: StatedTown
  ) throws(TopologyError) -> Bool {
    guard one.publishedBoundary.boundingBox.meets(other.publishedBoundary.boundingBox) else {
      return false
    }
    let workspace = Workspace()
    let shrunk = try Shape(one.publishedBoundary, in: workspace)
      .buffered(by: .zero - StatedRounding.position)
    let rest = try Shape(other.publishedBoundary, in: workspace)
      .buffered(by: .zero - StatedRounding.position)
    return try shrunk.overlapsInterior(rest)
  }

  private func overlap(_ one: StatedTown, _ other: StatedTown) -> CertificateFault {
    CertificateFault(
      [one.id.text, other.id.text],
      english: "\(one.id.text) and \(other.id.text) share land.",
      chinese: "\(one.id.text) 与 \(other.id.text) 用地重叠。")
  }

  private func clash(
    _ one: StatedTown, _ other: StatedTown, apart: Metres, limit: Metres
  ) -> CertificateFault {
    let industry = one.industry == other.industry && limit > parameters.spacing
    return CertificateFault(
      [one.id.text, other.id.text],
      english:
        "\(one.id.text) and \(other.id.text)\(industry ? ", both of “\(one.industry)”," : "") "
        + "are \(Self.rounded(apart)) m apart, less than \(limit.value) m.",
      chinese: "\(one.id.text) 与 \(other.id.text)\(industry ? "（同为“\(one.industry)”）" : "")相距 "
        + "\(Self.rounded(apart)) 米，不足 \(limit.value) 米。")
  }

  private static func rounded(_ length: Metres) -> Double { (length.value * 1000).rounded() / 1000 }
}
