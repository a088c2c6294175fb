import Foundation

/// The encoding of a Shapefile's attributes, found out where no `.cpg` file states it.
///
/// Both signs are often missing in deliveries (domain facts §3.5). Strict UTF-8 decoding tells the two
/// encodings in use apart: GBK text of more than a few characters is never valid UTF-8.
enum ShapefileEncoding: Equatable {
  /// A `.cpg` file states it; GDAL reads that.
  case stated
  /// The header's language driver 0x4D is code page 936.
  case gbkByHeader
  /// Text that is valid UTF-8 throughout, some of it beyond ASCII.
  case utf8ByText
  /// Text that is not UTF-8.
  case gbkByText
  /// Nothing but ASCII, so that it does not matter.
  case ascii
  /// The header names another code page, or there is no readable table: left to GDAL.
  case unknown

  /// The value of GDAL's open option `ENCODING`, or nil to leave it to GDAL.
  var gdalName: String? {
    switch self {
    case .gbkByHeader, .gbkByText: "CP936"
    case .utf8ByText, .ascii: "UTF-8"
    case .stated, .unknown: nil
    }
  }

  /// Looks at the files beside a `.shp` file.
  static func detect(shapefile: String) -> ShapefileEncoding {
    if sibling(of: shapefile, "cpg") != nil { return .stated }
    guard let path = sibling(of: shapefile, "dbf"),
      let table = try? Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
    else { return .unknown }
    return detect(table: table.span)
  }

  /// The file of the same name with another ending, in either case, if it exists.
  static func sibling(of shapefile: String, _ ending: String) -> String? {
    let stem = (shapefile as NSString).deletingPathExtension
    return ["\(stem).\(ending)", "\(stem).\(ending.uppercased())"].first {
      FileManager.default.fileExists(atPath: $0)
    }
  }

  /// Scans the text fields of a dBASE III table; layout by the format's published header table.
  static func detect(table: Span<UInt8>) -> ShapefileEncoding {
    guard table.count > 32 else { return .unknown }
    switch table[29] {
    case 0x4D: return .gbkByHeader
    // None, and the Western defaults that software writes without looking.
    case 0, 0x03, 0x57: break
    default: return .unknown
    }
    let (headerLength, rowLength) = (number(table, 8, bytes: 2), number(table, 10, bytes: 2))
    guard rowLength > 0, headerLength > 32 else { return .unknown }
    let rows = min(number(table, 4, bytes: 4), table.count / rowLength)
    var foundText = false
    var (fieldStart, descriptor) = (1, 32)
    while descriptor + 32 <= min(headerLength, table.count), table[descriptor] != 0x0D {
      let width = Int(table[descriptor + 16])
      if table[descriptor + 11] == UInt8(ascii: "C") {
        for row in 0..<rows {
          let start = headerLength + row * rowLength + fieldStart
          guard start + width <= table.count else { break }
          switch kind(of: table, start..<(start + width)) {
          case .gbkByText: return .gbkByText
          case .utf8ByText: foundText = true
          default: break
          }
        }
      }
      fieldStart += width
      descriptor += 32
    }
    return foundText ? .utf8ByText : .ascii
  }

  /// A little-endian unsigned number.
  private static func number(_ table: Span<UInt8>, _ offset: Int, bytes: Int) -> Int {
    var value = 0
    for index in (0..<bytes).reversed() { value = value << 8 | Int(table[offset + index]) }
    return value
  }

  /// What one field's bytes are; a character cut off by the end of the field is no fault.
  private static func kind(of table: Span<UInt8>, _ range: Range<Int>) -> ShapefileEncoding {
    var isASCII = true
    for index in range where table[index] >= 0x80 {
      isASCII = false
      break
    }
    if isASCII { return .ascii }
    let field = range.map { table[$0] }
    if String(validating: field, as: UTF8.self) != nil { return .utf8ByText }
    for cut in 1...3 where field.count > cut {
      let rest = field.suffix(cut)
      guard let lead = rest.first, lead >= 0xC2, rest.dropFirst().allSatisfy({ $0 & 0xC0 == 0x80 }),
        String(validating: field.dropLast(cut), as: UTF8.self) != nil
      else { continue }
      return .utf8ByText
    }
    return .gbkByText
  }
}
