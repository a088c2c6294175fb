/// JSON files that are not GeoJSON: TopoJSON and Esri's features.
enum OtherJSON {
  /// Checks the text of a file before GDAL parses it.
  ///
  /// GDAL's parser accepts `NaN`, its recursion is the only limit of nesting, and its messages name no
  /// place.
  ///
  /// - Throws: ``LayerStoreError/brokenJSON(file:place:fault:)``,
  ///   ``LayerStoreError/fileNotReadable(file:message:)``.
  static func check(file: String) throws(LayerStoreError) {
    var window = try ByteWindow(file: file)
    var position = 0
    while true {
      var cursor = window.cursor(at: position)
      let stop: JSONStop
      do throws(JSONStop) {
        // A byte-order mark is no JSON, but everybody skips it.
        if window.offset + position == 0, cursor.byte == 0xEF { cursor.position = 3 }
        cursor.skipSpace()
        if cursor.position == cursor.end, window.isAtEnd { return }
        _ = try cursor.token()
        position = cursor.position
        continue
      } catch { stop = error }
      var hasMore = false
      if stop.reason == .endOfBytes {
        hasMore = try window.refill(keepingFrom: position)
        position = 0
      }
      guard hasMore else {
        let place = stop.reason == .endOfBytes ? window.count : stop.position
        throw .brokenJSON(
          file: file, place: window.place(of: place),
          fault: JSONFault(stop, in: window.cursor(at: 0)))
      }
    }
  }
}
