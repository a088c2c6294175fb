internal import CGDAL

/// A NULL-terminated list of C strings (`CSLAddString`), as GDAL takes options.
@safe struct StringList: ~Copyable {
  private var list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?

  init(_ strings: [String]) {
    unsafe list = nil
    for text in strings { unsafe list = CSLAddString(list, text) }
  }

  /// Lends the list to a call.
  borrowing func lend<Value: ~Copyable>(
    _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Value
  ) -> Value {
    unsafe body(UnsafePointer(OpaquePointer(list)))
  }

  deinit { unsafe CSLDestroy(list) }
}
