/// What a survey text (勘测定界 TXT) holds, as written: sections, fields and numbers, nothing interpreted.
///
/// The grammar and its variants are described in the article <doc:SurveyTextFormat>.
struct SurveyText: Equatable {
  /// A line `key=value` of the section `[属性描述]`, its key in the usual spelling.
  struct Entry: Equatable {
    let key: String
    let value: String
  }

  /// A parcel's line: its fields before `@`, and the points that follow it.
  struct Parcel: Equatable {
    /// Counts from 1.
    let line: Int
    /// In the order of ``SurveyField/parcelFields``, further ones behind them.
    let fields: [String]
    /// Index in ``SurveyText/points`` just past the parcel's last point.
    var pointEnd: Int

    /// A field, or nil where the line is shorter or the field is empty.
    func field(_ index: Int) -> String? {
      index < fields.count && !fields[index].isEmpty ? fields[index] : nil
    }
  }

  /// A boundary point: number, ring and the two ordinates in the order of the line.
  struct Point: Equatable {
    let name: String
    let ring: Int
    let first: Double
    let second: Double
  }

  /// Lines of sections other than the two known ones, with their headings.
  var extensionLines: [String] = []
  var header: [Entry] = []
  var parcels: [Parcel] = []
  /// The points of all parcels, in the order of the file.
  var points: [Point] = []
  /// The most decimals that an ordinate has.
  var decimals = 0
  /// Points whose ordinates both have four decimals or more, as packed minutes and seconds need.
  var pointsWithFourDecimals = 0
  /// Points with fields behind the ordinates, such as a height.
  var pointsWithMore = 0
  /// Keys of the header that came more than once; the last one counts.
  var repeatedKeys: [String] = []
  /// Lines whose fields are parted by full-width commas.
  var linesWithWideCommas = 0

  /// A value of the header, or nil where there is none or it is empty.
  func value(_ key: String) -> String? {
    header.first { $0.key == key }.flatMap { $0.value.isEmpty ? nil : $0.value }
  }

  /// The points of a parcel.
  func points(ofParcel parcel: Int) -> Range<Int> {
    (parcel == 0 ? 0 : parcels[parcel - 1].pointEnd)..<parcels[parcel].pointEnd
  }

  /// What a parcel is called in a message: its number and name, or its place in the file.
  func title(ofParcel parcel: Int) -> String {
    let names = [parcels[parcel].field(2), parcels[parcel].field(3)].compactMap(\.self)
    return names.isEmpty ? "#\(parcel + 1)" : names.joined(separator: " ")
  }
}
