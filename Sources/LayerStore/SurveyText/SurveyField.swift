/// The names of header keys and parcel fields in a survey text, and of the attributes they become.
enum SurveyField {
  // MARK: Header

  static let system = "坐标系"
  static let zoneWidth = "几度分带"
  static let projection = "投影类型"
  static let unit = "计量单位"
  static let zone = "带号"
  static let precision = "精度"

  /// The keys of `[属性描述]`, in the usual order.
  static let headerKeys = [
    "格式版本号", "数据产生单位", "数据产生日期", system, zoneWidth, projection, unit, zone, precision, "转换参数",
  ]

  /// Begins the attribute of a key that is none of these.
  static let otherKeyPrefix = "属性描述."

  /// The usual spelling of a key.
  static func headerKey(_ text: String) -> String { text == "分带" ? zoneWidth : text }

  // MARK: Parcels

  static let count = "界址点数"
  /// In hectares.
  static let area = "地块面积"
  static let shape = "图形属性"

  /// The eight fields of a parcel's line, in order.
  static let parcelFields = [count, area, "地块编号", "地块名称", shape, "图幅号", "地块用途", "地类编码"]

  /// Names that databases give to the fields.
  private static let aliases = [
    "地块编号": ["DKBH"], "地块名称": ["DKMC", "名称", "name"], "图幅号": ["TFH"], "地块用途": ["DKYT"],
    "地类编码": ["DLBM"],
  ]

  /// The names as a Shapefile cuts them.
  private static let shortNames: [String: String] = {
    let names = parcelFields + [pointNames] + headerKeys
    return Dictionary(
      zip(names, ShapefileFieldNames.shortened(names)), uniquingKeysWith: { first, _ in first })
  }()

  /// The attribute that holds a field, by its own name, the one a Shapefile cuts it to, or a usual one.
  static func attribute(for field: String, among names: [String]) -> String? {
    let known = [field] + (shortNames[field].map { [$0] } ?? []) + (aliases[field] ?? [])
    return known.first(where: names.contains)
  }

  /// Names of the fields behind the eighth: those of land consolidation where there are four or five.
  static func extraFields(count: Int) -> [String] {
    let known = count >= 4 ? ["TBLX", "DL", "GZQ", "GZH", "BZ"] : []
    return (0..<count).map { $0 < known.count ? known[$0] : "字段\($0 + 9)" }
  }

  /// Whether an attribute is a field behind the eighth, and which: 0 is the ninth.
  static func extraIndex(_ name: String) -> Int? {
    if let index = ["TBLX", "DL", "GZQ", "GZH", "BZ"].firstIndex(of: name) { return index }
    guard name.hasPrefix("字段"), let number = Int(name.dropFirst(2)), (9...64).contains(number)
    else {
      return nil
    }
    return number - 9
  }

  // MARK: What has no field of its own

  /// The names and rings of a parcel's points, see ``SurveyPointNames``.
  static let pointNames = "界址点号"
  /// Lines of sections other than the two known ones, with their headings.
  static let extensions = "扩展段"

  /// The words for a kind of geometry in the field 记录图形属性.
  static let (point, line, polygon) = ("点", "线", "面")
}
