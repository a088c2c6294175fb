internal import CGDAL

/// The rows of a layer in batches of columns, by the C stream interface of Apache Arrow.
@safe struct ArrowStream: ~Copyable {
  private var stream: ArrowArrayStream

  /// Rows in a batch: what they take stays in the processor's caches, and is not given back and asked for
  /// again from the system each time.
  private static let batchSize = 1000

  /// Wraps `OGR_L_GetArrowStream`; nil where the driver gives none.
  init?(of layer: borrowing LayerHandle) {
    var stream = unsafe ArrowArrayStream()
    let options = StringList(["MAX_FEATURES_IN_BATCH=\(Self.batchSize)"])
    let isGiven = unsafe options.lend { list in
      unsafe OGR_L_GetArrowStream(
        layer.pointer, &stream, UnsafeMutablePointer(OpaquePointer(list)))
    }
    guard isGiven else { return nil }
    unsafe self.stream = stream
  }

  deinit {
    var last = unsafe stream
    unsafe last.release?(&last)
  }

  /// Lends the names and formats of the columns; nil where they cannot be had.
  mutating func columns() -> [ArrowColumn]? {
    var schema = unsafe ArrowSchema()
    guard unsafe stream.get_schema?(&stream, &schema) == 0 else { return nil }
    defer { unsafe schema.release?(&schema) }
    var columns: [ArrowColumn] = []
    for index in 0..<Int(unsafe schema.n_children) {
      guard let child = unsafe schema.children?[index], let name = unsafe child.pointee.name,
        let format = unsafe child.pointee.format
      else { return nil }
      unsafe columns.append(
        ArrowColumn(name: String(cString: name), format: String(cString: format)))
    }
    return columns
  }

  /// Calls a function with each batch to the end.
  ///
  /// - Returns: whether all went well, and the function went on with each.
  mutating func forEachBatch(_ body: (borrowing ArrowBatch) -> Bool) -> Bool {
    while true {
      var array = unsafe ArrowArray()
      guard unsafe stream.get_next?(&stream, &array) == 0 else { return false }
      // A released array is the end.
      guard unsafe array.release != nil else { return true }
      let batch = unsafe ArrowBatch(array)
      guard body(batch) else { return false }
    }
  }
}

/// A column by its name and its format, as Arrow spells it: `l` is an integer of 64 bits, `u` text.
struct ArrowColumn {
  let name: String
  let format: String
}

/// Some rows in columns; released when it goes out of scope.
@safe struct ArrowBatch: ~Copyable {
  private let array: ArrowArray

  init(_ array: ArrowArray) { unsafe self.array = array }

  deinit {
    var last = unsafe array
    unsafe last.release?(&last)
  }

  var count: Int { Int(unsafe array.length) }
  var columnCount: Int { Int(unsafe array.n_children) }

  /// Lends a column; nil where the batch lacks it, or its length is not that of the batch.
  func values(ofColumn index: Int) -> ArrowValues? {
    guard index < columnCount, let child = unsafe array.children?[index],
      unsafe child.pointee.length == array.length
    else { return nil }
    return unsafe ArrowValues(child.pointee)
  }
}

/// The values of a column in one batch, valid as long as the batch.
@safe struct ArrowValues {
  private let array: ArrowArray
  private let validity: UnsafePointer<UInt8>?
  private let first: Int

  init?(_ array: ArrowArray) {
    guard unsafe array.n_buffers >= 2, unsafe array.buffers != nil else { return nil }
    unsafe self.array = array
    first = Int(unsafe array.offset)
    unsafe validity = array.buffers[0]?.assumingMemoryBound(to: UInt8.self)
  }

  @inline(__always)
  func isNull(_ row: Int) -> Bool {
    guard let validity = unsafe validity else { return false }
    let place = first + row
    return unsafe validity[place >> 3] >> UInt8(place & 7) & 1 == 0
  }

  /// The numbers of a column of fixed width; nil where it has none.
  @inline(__always)
  func number<Value: BitwiseCopyable>(_ row: Int, as type: Value.Type) -> Value? {
    guard let buffer = unsafe array.buffers[1] else { return nil }
    return unsafe buffer.assumingMemoryBound(to: type)[first + row]
  }

  /// Bytes of a column of texts or of binary values, whose places are numbers of 32 bits.
  @inline(__always)
  func bytes(_ row: Int) -> UnsafeRawBufferPointer? {
    guard unsafe array.n_buffers >= 3,
      let places = unsafe array.buffers[1]?.assumingMemoryBound(to: Int32.self)
    else { return nil }
    let (start, end) = unsafe (Int(places[first + row]), Int(places[first + row + 1]))
    guard start >= 0, end > start, let data = unsafe array.buffers[2] else {
      return start == end ? unsafe UnsafeRawBufferPointer(start: nil, count: 0) : nil
    }
    return unsafe UnsafeRawBufferPointer(start: data + start, count: end - start)
  }
}
