import LandModel
import Topology

/// Every pair of towns is as far apart as the plan asks for, and shares no land.
///
/// Measured twice: between the unrounded boundaries, to a thousandth of a millimetre, and between the published ones, which
/// rounding to seven decimals of a degree may have brought nearer by ``StatedRounding/position(of:on:)`` of either town.
struct TownSpacingCheck {
  let towns: [StatedTown]
  let parameters: LayoutParameters
  let grid: GaussKrugerGrid
  /// Rounding of a distance between coordinates of millions of metres.
  private static let noise = Metres(1e-6)

  /// A town with what is measured of it.
  private struct Measured {
    let town: StatedTown
    let published: PlainBoundary
    let drawn: PlainBoundary
    /// How far rounding may have moved the published boundary.
    let rounding: Metres
  }

  /// - Complexity: O(v²) for each pair of towns.
  func check() throws(TopologyError) -> CertificateCheck {
    let measured = towns.map {
      Measured(
        town: $0, published: PlainBoundary($0.publishedBoundary),
        drawn: PlainBoundary($0.boundary),
        rounding: StatedRounding.position(of: $0.publishedBoundary, on: grid))
    }
    var faults: [CertificateFault] = []
    var (pairs, least) = (0, Metres(.infinity))
    for right in measured.indices {
      for left in 0..<right {
        pairs += 1
        let (one, other) = (measured[left], measured[right])
        let published = one.published.distance(to: other.published)
        least = min(least, published)
        if try sharesLand(one, other) {
          faults.append(overlap(one.town, other.town))
        } else if let apart = distance(one, other, published: published) {
          faults.append(clash(one.town, other.town, apart: apart))
        }
      }
    }
    let nearest = least.value.isFinite ? Self.rounded(least) : 0
    let rounding = measured.map(\.rounding.value).max() ?? 0
    let margin = (2 * rounding * 10_000).rounded(.up) / 10
    return CertificateCheck(
      .spacing,
      detail: LocalizedText(
        english:
          "\(pairs.counted("pair")) measured edge by edge, the nearest \(nearest) m apart; published "
          + "positions to \(margin) mm",
        chinese: "逐边量算 \(pairs) 对小镇，最近相距 \(nearest) 米；公布坐标允差 \(margin) 毫米"),
      faults: faults)
  }

  private func limit(_ one: StatedTown, _ other: StatedTown) -> Metres {
    one.industry == other.industry
      ? max(parameters.spacing, parameters.industrySpacing) : parameters.spacing
  }

  /// The distance that is less than the plan asks for; nil where none is.
  private func distance(_ one: Measured, _ other: Measured, published: Metres) -> Metres? {
    let asked = limit(one.town, other.town)
    if published + one.rounding + other.rounding + Self.noise < asked { return published }
    let drawn = one.drawn.distance(to: other.drawn)
    return drawn + Self.noise < asked ? drawn : nil
  }

  /// Whether two towns overlap by more than the rounding of their positions.
  private func sharesLand(_ one: Measured, _ other: Measured) throws(TopologyError) -> Bool {
    let (left, right) = (one.town.publishedBoundary, other.town.publishedBoundary)
    guard left.boundingBox.meets(right.boundingBox) else { return false }
    let workspace = Workspace()
    let shrunk = try Shape(left, in: workspace).buffered(by: .zero - one.rounding)
    let rest = try Shape(right, in: workspace).buffered(by: .zero - other.rounding)
    return try shrunk.overlapsInterior(rest)
  }

  private func overlap(_ one: StatedTown, _ other: StatedTown) -> CertificateFault {
    CertificateFault(
      [one.id.text, other.id.text],
      english: "\(one.id.text) and \(other.id.text) share land.",
      chinese: "\(one.id.text) 与 \(other.id.text) 用地重叠。")
  }

  private func clash(
    _ one: StatedTown, _ other: StatedTown, apart: Metres
  ) -> CertificateFault {
    let limit = limit(one, other)
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
