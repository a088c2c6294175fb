/// What makes a survey text unreadable at a line.
package enum SurveyTextFault: Equatable, Sendable {
  /// Bytes that no text in GBK or UTF-8 has: binary data, or UTF-16.
  case notText
  /// The bytes are not text in the encoding; nil for neither UTF-8 nor GB 18030.
  case notEncoded(as: String?)
  /// No line of the file is a parcel.
  case noParcel
  /// A point comes before any parcel.
  case pointOutsideParcel
  /// A line that is neither a parcel, a point, a heading nor `key=value`.
  case unknownLine
  /// A point without number, ring and two ordinates.
  case tooFewFields(found: Int)
  /// More fields, header keys or rings than any survey has.
  case tooMany(what: Countable, limit: Int)
  /// A ring or an ordinate that is not a number.
  case notANumber(text: String)
  /// Fewer points follow than the parcel's line says.
  case pointsMissing(declared: Int, found: Int)
  /// The field 记录图形属性 is none of 点, 线 and 面.
  case unknownShape(text: String)
  /// The eastings begin with another zone than those of most parcels; 0 for no zone.
  case mixedZones(of: Int, others: Int)

  package enum Countable: Equatable, Sendable { case fields, keys, rings }
}

/// A fault at a line of a survey text, in the parcel of that name.
struct SurveyTextFailure: Error, Equatable {
  /// Counts from 1.
  let line: Int
  var parcel: String?
  let fault: SurveyTextFault
}
