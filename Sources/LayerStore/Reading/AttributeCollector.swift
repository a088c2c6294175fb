internal import CGDAL
import LandModel

/// Copies the fields of OGR features into typed columns.
///
/// Integers and Booleans become integers, reals reals; dates become ISO 8601 text, lists JSON text,
/// anything else text. Text that is not UTF-8 is read as GBK, the usual cause in Chinese deliveries.
@safe struct AttributeCollector {
  /// A column by its place among those of its type: values are added where they lie.
  private enum Builder {
    case text(Int)
    case integer(Int)
    case real(Int)
  }

  /// The fields collected, in the file's order.
  let names: [String]
  private let types: [OGRFieldType]
  /// For each of them its place among the layer's fields.
  private let places: [Int32]
  private let builders: [Builder]
  private var texts: [[String?]]
  private var integers: [[Int64?]]
  private var reals: [[Double?]]
  /// Tells how many texts were not UTF-8.
  private(set) var decoder = TextDecoder()

  /// - Parameter fields: the fields to collect; nil for all.
  init(layer: borrowing LayerHandle, fields: [String]? = nil) {
    var decoder = TextDecoder()
    var (names, types, builders): ([String], [OGRFieldType], [Builder]) = ([], [], [])
    var (texts, integers, reals) = (0, 0, 0)
    var places: [Int32] = []
    let definition = unsafe OGR_L_GetLayerDefn(layer.pointer)
    for index in 0..<(unsafe OGR_FD_GetFieldCount(definition)) {
      let field = unsafe OGR_FD_GetFieldDefn(definition, index)
      let name = unsafe decoder.text(OGR_Fld_GetNameRef(field)) ?? ""
      guard fields?.contains(name) != false else { continue }
      names.append(name)
      places.append(index)
      let type = unsafe OGR_Fld_GetType(field)
      types.append(type)
      switch type {
      case OFTInteger, OFTInteger64:
        builders.append(.integer(integers))
        integers += 1
      case OFTReal:
        builders.append(.real(reals))
        reals += 1
      default:
        builders.append(.text(texts))
        texts += 1
      }
    }
    self.names = names
    self.types = types
    self.places = places
    self.builders = builders
    self.texts = Array(repeating: [], count: texts)
    self.integers = Array(repeating: [], count: integers)
    self.reals = Array(repeating: [], count: reals)
    self.decoder = decoder
  }

  /// Adds the fields of the next row.
  mutating func append(_ feature: OGRFeatureH) {
    for column in builders.indices {
      let index = places[column]
      let isSet = unsafe OGR_F_IsFieldSetAndNotNull(feature, index) != 0
      switch builders[column] {
      case .integer(let place):
        integers[place].append(isSet ? unsafe OGR_F_GetFieldAsInteger64(feature, index) : nil)
      case .real(let place):
        reals[place].append(isSet ? unsafe OGR_F_GetFieldAsDouble(feature, index) : nil)
      case .text(let place):
        texts[place].append(isSet ? unsafe text(of: feature, index, types[column]) : nil)
      }
    }
  }

  /// The columns; text columns that hold nothing but numbers become numbers where asked (CSV).
  consuming func table(inferringNumbers: Bool) -> AttributeTable {
    let columns = builders.map { builder in
      switch builder {
      case .integer(let place): AttributeColumn.integer(integers[place])
      case .real(let place): AttributeColumn.real(reals[place])
      case .text(let place):
        inferringNumbers
          ? AttributeColumn.inferred(from: texts[place]) : AttributeColumn.text(texts[place])
      }
    }
    return AttributeTable(names: names, columns: columns)
  }

  private mutating func text(
    of feature: OGRFeatureH, _ index: Int32, _ type: OGRFieldType
  ) -> String? {
    switch type {
    case OFTDate, OFTTime, OFTDateTime: return unsafe isoText(of: feature, index, type)
    case OFTIntegerList, OFTInteger64List, OFTRealList, OFTStringList:
      return unsafe jsonText(of: feature, index, type)
    default: return unsafe decoder.text(OGR_F_GetFieldAsString(feature, index))
    }
  }

  /// A date as `2021-09-30`, a time as `08:00:00`, both joined by T; a zone offset where one is known.
  private func isoText(of feature: OGRFeatureH, _ index: Int32, _ type: OGRFieldType) -> String? {
    var (year, month, day): (Int32, Int32, Int32) = (0, 0, 0)
    var (hour, minute, zone): (Int32, Int32, Int32) = (0, 0, 0)
    var second: Float = 0
    guard
      unsafe OGR_F_GetFieldAsDateTimeEx(
        feature, index, &year, &month, &day, &hour, &minute, &second, &zone) != 0
    else { return nil }
    let date = "\(padded(year, 4))-\(padded(month))-\(padded(day))"
    guard type != OFTDate else { return date }
    let milliseconds = Int32((second * 1000).rounded())
    var time = "\(padded(hour)):\(padded(minute)):\(padded(milliseconds / 1000))"
    if milliseconds % 1000 != 0 { time += ".\(padded(milliseconds % 1000, 3))" }
    guard type == OFTDateTime else { return time }
    // GDAL's zone flag: 0 unknown, 1 local, 100 UTC, one step a quarter of an hour.
    guard zone > 1 else { return "\(date)T\(time)" }
    let offset = (zone - 100) * 15
    let sign = offset < 0 ? "-" : "+"
    let zoneText =
      offset == 0 ? "Z" : "\(sign)\(padded(abs(offset) / 60)):\(padded(abs(offset) % 60))"
    return "\(date)T\(time)\(zoneText)"
  }

  private func padded(_ number: Int32, _ width: Int = 2) -> String {
    let digits = "\(number)"
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// A list field as a JSON array.
  private mutating func jsonText(
    of feature: OGRFeatureH, _ index: Int32, _ type: OGRFieldType
  ) -> String? {
    var count: Int32 = 0
    var items: [String] = []
    switch type {
    case OFTIntegerList:
      let list = unsafe OGR_F_GetFieldAsIntegerList(feature, index, &count)
      for item in 0..<Int(count) { unsafe items.append("\(list?[item] ?? 0)") }
    case OFTInteger64List:
      let list = unsafe OGR_F_GetFieldAsInteger64List(feature, index, &count)
      for item in 0..<Int(count) { unsafe items.append("\(list?[item] ?? 0)") }
    case OFTRealList:
      let list = unsafe OGR_F_GetFieldAsDoubleList(feature, index, &count)
      for item in 0..<Int(count) {
        let value = unsafe list?[item] ?? .nan
        items.append(value.isFinite ? "\(value)" : "null")
      }
    default:
      var list = unsafe OGR_F_GetFieldAsStringList(feature, index)
      while let next = unsafe list?.pointee {
        items.append(quoted(unsafe decoder.text(next) ?? ""))
        unsafe list = list?.successor()
      }
    }
    return "[\(items.joined(separator: ","))]"
  }

  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      case "\u{0}"..<"\u{20}":
        let code = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - code.count) + code
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
