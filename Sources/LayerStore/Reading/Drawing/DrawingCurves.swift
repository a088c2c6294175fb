import Foundation
import LandModel

/// Which entities of a DXF drawing are curved, and how strongly.
///
/// GDAL replaces arcs itself by chords of one angle for the whole file, and does not say where. This scan of
/// the group codes tells the greatest radius, from which the angle follows, and the entities, so that the
/// rows can be named. Codes by the DXF reference: 0 entity, 5 handle, 8 layer, 10/20 position, 11/21 axis,
/// 40 radius or ratio, 42 bulge (the tangent of a quarter of the arc's angle), 70 flags.
struct DrawingCurves {
  /// In drawing units; zero without arcs.
  private(set) var greatestRadius = 0.0
  /// Handles of curved entities outside of blocks.
  private(set) var handles: Set<String> = []
  /// Whether curves are within blocks, whose rows cannot be told, or are splines, whose chords GDAL
  /// chooses by itself.
  private(set) var (hasCurvesInBlocks, hasSplines) = (false, false)

  private var section = ""
  private var entity = Entity()
  private var polyline: Entity?
  private var greatestScale = 1.0

  /// An entity while its pairs are read.
  private struct Entity {
    var type = ""
    var handle = ""
    var flags = 0
    var numbers: [Int: Double] = [:]
    var vertices: [(position: XY, bulge: Double)] = []

    var isClosed: Bool { flags & 1 != 0 }
  }

  init(file: String) {
    guard let content = try? Data(contentsOf: URL(fileURLWithPath: file), options: .mappedIfSafe)
    else { return }
    scan(Array(content))
    finish()
    greatestRadius *= greatestScale
  }

  // MARK: Pairs of lines

  /// A drawing has millions of lines: only the few codes that matter become text.
  private mutating func scan(_ content: [UInt8]) {
    var place = 0
    while place < content.count {
      let code = Self.line(content, from: &place)
      let value = Self.line(content, from: &place)
      guard let number = Self.code(content, code) else { return }
      take(number, content, value)
    }
  }

  /// The line that begins at a place, which moves to the next.
  private static func line(_ content: [UInt8], from place: inout Int) -> Range<Int> {
    let start = min(place, content.count)
    var end = start
    while end < content.count, content[end] != 0x0A { end += 1 }
    place = end + 1
    return start..<end
  }

  /// A group code: up to four digits between blanks; nil for anything else, which is no DXF.
  private static func code(_ content: [UInt8], _ line: Range<Int>) -> Int? {
    var (code, digits) = (0, 0)
    for index in line where content[index] > 0x20 {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(content[index]), digits < 4 else {
        return nil
      }
      code = code * 10 + Int(content[index] - UInt8(ascii: "0"))
      digits += 1
    }
    return digits > 0 ? code : nil
  }

  private static func text(_ content: [UInt8], _ line: Range<Int>) -> String {
    String(decoding: content[line], as: UTF8.self).trimmed
  }

  private mutating func take(_ code: Int, _ content: [UInt8], _ line: Range<Int>) {
    switch code {
    case 0:
      finish()
      entity = Entity()
      entity.type = Self.text(content, line)
    case 2 where entity.type == "SECTION": section = Self.text(content, line)
    case 5: entity.handle = Self.text(content, line)
    case 70: entity.flags = Int(Self.text(content, line)) ?? 0
    case 10:
      guard let x = Double(Self.text(content, line)) else { return }
      entity.vertices.append((XY(x, 0), 0))
    case 20:
      guard let y = Double(Self.text(content, line)), let last = entity.vertices.indices.last else {
        return
      }
      entity.vertices[last].position = XY(entity.vertices[last].position.x, y)
    case 11, 21, 40, 41, 42, 43:
      guard let number = Double(Self.text(content, line)), number.isFinite else { return }
      if code == 42, entity.type != "INSERT", let last = entity.vertices.indices.last {
        entity.vertices[last].bulge = number
      }
      entity.numbers[code] = number
    default: return
    }
  }

  // MARK: Entities

  /// Takes account of the entity whose pairs have ended.
  private mutating func finish() {
    switch entity.type {
    case "ARC", "CIRCLE": note(entity.handle, radius: entity.numbers[40] ?? 0)
    case "ELLIPSE":
      let axis = XY(0, 0).distance(to: XY(entity.numbers[11] ?? 0, entity.numbers[21] ?? 0))
      // The flattest place of an ellipse has the radius a²/b.
      note(entity.handle, radius: axis / max(1e-3, entity.numbers[40] ?? 1))
    case "SPLINE", "HELIX":
      hasSplines = true
      note(entity.handle, radius: 0)
    case "LWPOLYLINE": noteBulges(of: entity)
    case "POLYLINE":
      polyline = entity
      // A position of the entity itself is its elevation.
      polyline?.vertices = []
    case "VERTEX": polyline?.vertices += entity.vertices
    case "SEQEND":
      if let polyline { noteBulges(of: polyline) }
      polyline = nil
    case "INSERT":
      let scale = max(abs(entity.numbers[41] ?? 1), abs(entity.numbers[42] ?? 1))
      greatestScale = max(greatestScale, scale)
    default: return
    }
  }

  private mutating func noteBulges(of entity: Entity) {
    let vertices = entity.vertices
    for (index, vertex) in vertices.enumerated() where vertex.bulge != 0 {
      let isLast = index == vertices.count - 1
      guard !isLast || entity.isClosed else { continue }
      let chord = vertex.position.distance(to: vertices[isLast ? 0 : index + 1].position)
      let bulge = abs(vertex.bulge)
      note(entity.handle, radius: chord * (1 + bulge * bulge) / (4 * bulge))
    }
  }

  private mutating func note(_ handle: String, radius: Double) {
    if radius.isFinite { greatestRadius = max(greatestRadius, abs(radius)) }
    if section == "BLOCKS" { hasCurvesInBlocks = true } else { handles.insert(handle) }
  }
}
