/// Why the reader of FlatGeobuf stopped.
enum FlatGeobufStop: Error {
  /// Something that is left to GDAL: heights, curves, columns or values out of the ordinary.
  case unusual
  /// A place of the file that contradicts the format, as a byte counted from zero.
  case broken(byte: Int)
}
