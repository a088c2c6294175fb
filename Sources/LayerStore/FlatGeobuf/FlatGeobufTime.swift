/// Times in FlatGeobuf, which are text of ISO 8601.
enum FlatGeobufTime {
  /// Whether a text is spelt as readers of GDAL's give times: `2021-09-30T08:00:00`, with thousandths
  /// unless they are zero, with `Z` or an offset by quarters of an hour, or without a zone.
  ///
  /// Whoever spells it otherwise leaves it to GDAL, which knows many ways.
  static func isUsual(_ text: String) -> Bool {
    var bytes = Array(text.utf8)[...]
    guard
      let year = number(&bytes, 4, ends: "-"), let month = number(&bytes, 2, ends: "-"),
      let day = number(&bytes, 2, ends: "T"), let hour = number(&bytes, 2, ends: ":"),
      let minute = number(&bytes, 2, ends: ":"), let second = number(&bytes, 2, ends: nil)
    else { return false }
    guard year > 0, (1...12).contains(month), day > 0, hour < 24, minute < 60, second < 60
    else { return false }
    // The last of February in a leap year is GDAL's to judge.
    guard day <= [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] else { return false }
    if bytes.first == UInt8(ascii: ".") {
      bytes.removeFirst()
      guard let thousandths = number(&bytes, 3, ends: nil), thousandths > 0 else { return false }
    }
    return isUsualZone(bytes)
  }

  private static func isUsualZone(_ zone: ArraySlice<UInt8>) -> Bool {
    var bytes = zone
    guard let sign = bytes.popFirst() else { return true }
    if sign == UInt8(ascii: "Z") { return bytes.isEmpty }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
      let hours = number(&bytes, 2, ends: ":"), let minutes = number(&bytes, 2, ends: nil)
    else { return false }
    // GDAL calls an offset of none Z, and keeps quarters of an hour up to fourteen of them.
    return bytes.isEmpty && (1...13).contains(hours) && minutes < 60 && minutes % 15 == 0
  }

  /// A number of so many digits, and the mark after it.
  private static func number(
    _ bytes: inout ArraySlice<UInt8>, _ digits: Int, ends mark: Unicode.Scalar?
  ) -> Int? {
    var value = 0
    for _ in 0..<digits {
      guard let byte = bytes.popFirst(), (0x30...0x39).contains(byte) else { return nil }
      value = 10 * value + Int(byte - 0x30)
    }
    guard let mark else { return value }
    return bytes.popFirst() == UInt8(ascii: mark) ? value : nil
  }
}
