import Foundation
import LandModel
import TestSupport

@testable import LayerStore

/// Survey texts of a square of 100 m (one hectare) in zone 38, and variants of it.
enum SurveySample {
  static let fullHeader = """
    [属性描述]
    格式版本号=1.01
    数据产生单位=郴州市自然资源局
    数据产生日期=2025-6-15
    坐标系=2000国家大地坐标系
    几度分带=3
    投影类型=高斯克吕格
    计量单位=米
    带号=38
    精度=0.001
    转换参数=,,,,,,
    [地块坐标]
    """

  /// The square, closing point repeated and counted.
  static let square = """
    5,1.0000,1,飞天山地块,面,,建设用地,0701,@
    J1,1,2851811.000,38402694.000
    J2,1,2851811.000,38402794.000
    J3,1,2851711.000,38402794.000
    J4,1,2851711.000,38402694.000
    J1,1,2851811.000,38402694.000

    """

  static let squarePositions = [
    XY(38_402_694, 2_851_811), XY(38_402_794, 2_851_811), XY(38_402_794, 2_851_711),
    XY(38_402_694, 2_851_711), XY(38_402_694, 2_851_811),
  ]

  /// The canonical file, in GBK with Windows line ends.
  static var canonical: Data { gbk(fullHeader + "\n" + square) }

  static func gbk(_ text: String) -> Data {
    let windows = Array(text.replacing("\n", with: "\r\n").utf8)
    return Data(TextRecoder.bytes(ofUTF8: windows, in: "GB18030") ?? [])
  }

  /// Reads a text through a file, as every layer is read.
  static func read(_ content: Data, options: ReadOptions = ReadOptions()) throws -> SourceLayer {
    let folder = try ScratchFolder()
    return try LayerReader.read(
      LayerAddress(file: try folder.write(content, to: "地块.txt")), options: options)
  }

  static func read(_ text: String) throws -> SourceLayer { try read(Data(text.utf8)) }

  /// A parcel of given rings, northing first, numbered as the rings say and closed.
  static func parcel(_ rings: [(number: Int, corners: [(Double, Double)])]) -> String {
    var lines: [String] = []
    for ring in rings {
      for (index, corner) in (ring.corners + [ring.corners[0]]).enumerated() {
        let name = index == ring.corners.count ? 1 : index + 1
        lines.append("J\(name),\(ring.number),\(2_851_000 + corner.0),\(38_402_000 + corner.1)")
      }
    }
    return "\(lines.count),,1,,面,,,,@\n" + lines.joined(separator: "\n") + "\n"
  }
}

extension SourceLayer {
  /// What the reader assumed, in English.
  var guesses: [String] { remarks.filter { $0.kind == .guess }.map(\.text.english) }
}
