/// Memory that text is written into, number by number, and handed on in large pieces.
@safe struct ByteSink: ~Copyable {
  private var memory: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int) {
    self.capacity = max(capacity, DecimalText.longest)
    unsafe memory = .allocate(capacity: self.capacity)
  }

  deinit { unsafe memory.deallocate() }

  /// The bytes so far, lent.
  func withBytes<Value, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    try unsafe body(UnsafeRawBufferPointer(start: memory, count: count))
  }

  mutating func removeAll() { count = 0 }

  /// Makes room for so many more bytes.
  @inline(__always) private mutating func reserve(_ more: Int) {
    if count + more > capacity { grow(by: more) }
  }

  private mutating func grow(by more: Int) {
    let larger = max(2 * capacity, count + more)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    unsafe moved.update(from: memory, count: count)
    unsafe memory.deallocate()
    unsafe memory = moved
    capacity = larger
  }

  @inline(__always) mutating func append(_ byte: UInt8) {
    reserve(1)
    unsafe memory[count] = byte
    count += 1
  }

  mutating func append(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append($0) }
  }

  mutating func append(_ text: StaticString) {
    unsafe append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    reserve(bytes.count)
    unsafe (memory + count).update(from: start, count: bytes.count)
    count += bytes.count
  }

  mutating func append(_ number: Int64) {
    reserve(DecimalText.longest)
    count += unsafe DecimalText.write(number, to: memory + count)
  }

  /// Appends a finite number rounded to so many decimals.
  @inline(__always) mutating func append(_ number: Double, decimals: Int) {
    reserve(DecimalText.longest)
    count += unsafe DecimalText.write(number, decimals: decimals, to: memory + count)
  }

  /// Appends the shortest notation of a finite number.
  @inline(__always) mutating func appendShortest(_ number: Double) {
    reserve(DecimalText.longest)
    count += unsafe DecimalText.writeShortest(number, to: memory + count)
  }

  /// Appends a text in quotation marks.
  mutating func append(quoting text: String) {
    var text = text
    let isPlain = text.withUTF8 { utf8 in
      guard unsafe utf8.allSatisfy({ !JSONText.mayNeedEscape($0, isForMarkup: false) }) else {
        return false
      }
      append(UInt8(ascii: "\""))
      unsafe append(utf8)
      append(UInt8(ascii: "\""))
      return true
    }
    if isPlain { return }
    var bytes: [UInt8] = []
    JSONText.append(text, to: &bytes)
    append(bytes)
  }
}
