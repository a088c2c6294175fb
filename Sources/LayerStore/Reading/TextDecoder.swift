internal import CGDAL

/// Reads C strings as UTF-8, and as GBK where they are not; counts what it had to assume.
@safe struct TextDecoder {
  /// Texts that were not UTF-8 and were read as GBK (CP936).
  private(set) var readAsGBK = 0
  /// Texts that were neither; their wrong bytes are replaced by U+FFFD.
  private(set) var replaced = 0

  mutating func text(_ pointer: UnsafePointer<CChar>?) -> String? {
    guard let pointer = unsafe pointer else { return nil }
    if let text = unsafe String(validatingCString: pointer) { return text }
    if let text = unsafe Self.gbk(pointer) {
      readAsGBK += 1
      return text
    }
    replaced += 1
    return unsafe String(cString: pointer)
  }

  /// Recodes CP936 to UTF-8, or nil where a byte pair is not in it.
  ///
  /// Wraps `CPLRecode`.
  private static func gbk(_ pointer: UnsafePointer<CChar>) -> String? {
    CPLErrorReset()
    let recoded = unsafe CPLRecode(pointer, "CP936", "UTF-8")
    defer { unsafe VSIFree(recoded) }
    guard CPLGetLastErrorType().rawValue == CE_None.rawValue else { return nil }
    return unsafe String(validatingCString: recoded)
  }
}
