/// Pulls features out of GeoJSON text one by one, in the memory of one feature and a chunk.
///
/// The feature read last lies in ``feature`` and ``cursor`` until the next call.
struct FeatureReader: ~Copyable {
  private var window: ByteWindow
  private var text = GeoJSONText()
  private var position = 0
  /// The text turned out to be JSON of another kind; the error that says so can be set aside.
  private(set) var isOtherFormat = false

  /// One feature may be this long, in bytes; a window beyond it would not be "one feature".
  private static let longestFeature = 1 << 31

  init(_ window: consuming ByteWindow) { self.window = window }

  var file: String { window.file }
  var feature: FeatureScratch { _read { yield text.feature } }
  /// For the tokens of ``feature``.
  var cursor: JSONCursor { window.cursor(at: 0) }
  /// Features read, the present one among them.
  var featureCount: Int { text.featureCount }
  /// Texts read to their end.
  var textCount: Int { text.textCount }
  /// The member `name` of the collection; complete at the end.
  var name: String? { text.name }
  /// The member `crs`; complete at the end, and at the first feature where it stands before it.
  var system: CRSMember { text.system }
  /// Bytes of the file, nil of a pipe, and those read.
  var size: (whole: Int?, read: Int) { (window.fileSize, window.offset + position) }

  /// Whether what can be answered is answered before more is waited for.
  mutating func answersEarly() { window.answersEarly = true }

  /// How a call for the next feature ended.
  enum Advance { case feature, end, notYet }

  /// Reads the next feature.
  ///
  /// - Returns: false at the end.
  /// - Throws: ``LayerStoreError/brokenJSON(file:place:fault:)`` or
  ///   ``LayerStoreError/fileNotReadable(file:message:)``.
  mutating func next() throws(LayerStoreError) -> Bool { try advance(waits: true) == .feature }

  /// Reads the next feature, waiting for its bytes or not.
  ///
  /// Where it gives up without waiting, the next call begins again at the same feature.
  mutating func advance(waits: Bool) throws(LayerStoreError) -> Advance {
    while true {
      var cursor = window.cursor(at: position)
      let stop: JSONStop
      do throws(JSONStop) {
        let outcome = try text.step(&cursor, isAtEnd: window.isAtEnd)
        position = cursor.position
        if outcome == .feature { return .feature }
        continue
      } catch { stop = error }
      guard stop.reason == .endOfBytes else { throw broken(stop) }
      guard window.count - position < Self.longestFeature else {
        throw broken(JSONStop(reason: .tooLong, position: position))
      }
      // Between two texts the end is no fault; a word of which more might have come is one.
      let (isClean, place) = (stop.position == window.count, stop.position - position)
      let more = try window.refill(keepingFrom: position, waits: waits)
      position = 0
      if !more {
        guard window.isAtEnd else { return .notYet }
        // A file of a few bytes is looked at once its end is known.
        if text.phase == .start { continue }
        guard text.phase == .between else {
          throw broken(JSONStop(reason: .endOfBytes, position: window.count))
        }
        guard isClean else { throw broken(JSONStop(reason: .word, position: place)) }
        return .end
      }
    }
  }

  /// A fault that was just thrown, with its place in bytes from the start of its text or feature.
  ///
  /// Where texts are lines, reading goes on behind the first line of a broken one: what comes in later
  /// lines is not its own, and a fault there means that the line ends in the middle.
  func ownFault(_ fault: JSONFault, atByte byte: Int) -> (fault: JSONFault, byte: Int) {
    let (cursor, start) = (window.cursor(at: 0), startOfText)
    let place = byte - window.offset
    if !text.hasSeparators, !text.isInCollection, start < min(place, cursor.end),
      let end = (start..<min(place, cursor.end)).first(where: { cursor.byte(at: $0) == 0x0A })
    {
      return (.truncated, end - start)
    }
    // A record of another kind than an object is the same wherever it stands in a stream.
    if place <= start, case .character = fault { return (.notAFeature, 0) }
    return (fault, max(0, place - start))
  }

  /// Goes on behind a text that could not be read, at the next record separator or, where there are none,
  /// at the next line.
  ///
  /// - Returns: false where there is none, or the text is a collection, of which the rest is lost.
  mutating func skipBrokenText() throws(LayerStoreError) -> Bool {
    guard !losesRest else { return false }
    position += 1
    while true {
      let cursor = window.cursor(at: position)
      for place in position..<max(position, cursor.end)
      where cursor.byte(at: place) == (text.hasSeparators ? 0x1E : 0x0A) {
        position = place + 1
        text.giveUpText()
        text.countBroken()
        return true
      }
      position = 0
      guard try window.refill(keepingFrom: cursor.end) else { return false }
    }
  }

  /// Whether the text at hand ends where its line does: a stream of lines may begin with a strange one,
  /// where a document of another kind goes on.
  private var isInOneLine: Bool {
    let cursor = window.cursor(at: 0)
    let start = startOfText
    let end = (start..<max(start, cursor.end)).first { cursor.byte(at: $0) == 0x0A }
    guard let end = end ?? (window.isAtEnd ? cursor.end : nil) else { return false }
    let last = (start..<end).last { ![0x20, 0x09, 0x0D].contains(cursor.byte(at: $0)) }
    return last.map { [UInt8(ascii: "}"), UInt8(ascii: "]")].contains(cursor.byte(at: $0)) }
      ?? false
  }

  /// Where the text or feature at hand begins in the window.
  private var startOfText: Int {
    let cursor = window.cursor(at: 0)
    var start = position
    while start < cursor.end, [0x1E, 0x20, 0x09, 0x0A, 0x0D, 0x2C].contains(cursor.byte(at: start))
    {
      start += 1
    }
    return start
  }

  /// The error of a fault, with its place.
  private mutating func broken(_ stop: JSONStop) -> LayerStoreError {
    if stop.reason == .notGeoJSON { isOtherFormat = !(window.answersEarly && isInOneLine) }
    return .brokenJSON(
      file: file,
      place: place(of: stop.position, feature: text.isInFeature ? text.featureCount + 1 : nil),
      fault: JSONFault(stop, in: window.cursor(at: 0)))
  }

  /// Whether nothing more can come behind a text that could not be read: it is a collection, of which the
  /// rest is lost, or no GeoJSON at all.
  var losesRest: Bool { text.isInCollection || isOtherFormat }

  /// Counts lines up to the present feature, as is worth it where the place of each is asked for.
  mutating func countLines() { window.countLines(to: text.feature.start) }

  /// The place in the file of a place in the window.
  func place(of position: Int, feature: Int?) -> JSONPlace {
    window.place(of: position, feature: feature)
  }
}
