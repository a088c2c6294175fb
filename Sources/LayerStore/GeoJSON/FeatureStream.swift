package import LandModel

/// Features of GeoJSON text as they come, from a file, a pipe or standard input.
///
/// Takes feature collections, text sequences (RFC 8142) and lines of features, found out by itself. Memory
/// is that of one feature and a chunk, or of the features asked for at once. From a pipe, a feature of a
/// sequence is given as soon as its line has come.
///
/// ```swift
/// var stream = FeatureStream.standardInput()
/// while let feature = try stream.next() { … }
/// ```
package struct FeatureStream: ~Copyable {
  private var reader: FeatureReader
  private var isBroken = false
  /// An error behind features that were still given.
  private var pending: LayerStoreError?
  private var known: (member: CRSMember, system: CRSIdentifier?)?

  /// Opens a file.
  ///
  /// - Throws: ``LayerStoreError/fileMissing(file:)`` and the other cases of a file that cannot be read.
  package init(file: String) throws(LayerStoreError) {
    let source = try SourceFile(file)
    reader = FeatureReader(try ByteWindow(file: source.path))
  }

  /// Reads from a descriptor, which stays open.
  ///
  /// - Parameter name: the source in messages.
  package init(descriptor: Int32, named name: String) {
    reader = FeatureReader(
      ByteWindow(descriptor: descriptor, named: name, closesDescriptor: false))
    reader.answersEarly()
  }

  /// Reads standard input, called `-` in messages.
  package static func standardInput() -> FeatureStream { FeatureStream(descriptor: 0, named: "-") }

  /// Reference system of the ordinates: WGS 84, or that of a member `crs` read so far; nil where it is
  /// null.
  ///
  /// Final once the first feature was given, if the member stands before the features, as everybody
  /// writes it.
  package var crs: CRSIdentifier? {
    mutating get {
      if let known, known.member == reader.system { return known.system }
      let system = reader.system.identifier
      known = (reader.system, system)
      return system
    }
  }

  /// Whether an error that was thrown ends the stream, because what follows cannot be told apart.
  package var losesRest: Bool { reader.losesRest }

  /// The next feature, or nil at the end.
  ///
  /// After an error, the next call goes on with the next text of a sequence (behind a record separator or
  /// a line break); of a feature collection nothing more comes.
  ///
  /// - Throws: ``LayerStoreError/brokenJSON(file:place:fault:)`` where the text is not GeoJSON, with the
  ///   place and the number of the feature; ``LayerStoreError/fileNotReadable(file:message:)``.
  package mutating func next() throws(LayerStoreError) -> StreamedFeature? {
    guard try advance() else { return nil }
    reader.countLines()
    return StreamedFeature(from: reader)
  }

  /// The next feature where its bytes have come already.
  ///
  /// Nil at the end, while bytes of it are still to come, and behind a text that could not be read; a
  /// call of ``next()`` tells which, and waits where there is something to wait for.
  ///
  /// - Throws: as ``next()``.
  package mutating func nextAtHand() throws(LayerStoreError) -> StreamedFeature? {
    guard !isBroken else { return nil }
    do throws(LayerStoreError) {
      guard try reader.advance(waits: false) == .feature else { return nil }
    } catch {
      isBroken = true
      throw error
    }
    reader.countLines()
    return StreamedFeature(from: reader)
  }

  /// What is wrong with the text or feature by itself, after a fault was thrown: the same whatever stands
  /// before and behind it.
  ///
  /// - Returns: the fault, and its place in bytes from the start of the text, from 0.
  package func ownFault(_ fault: JSONFault, at place: JSONPlace) -> (fault: JSONFault, byte: Int) {
    reader.ownFault(fault, atByte: place.byte)
  }

  /// The next features as a layer of at most so many rows, or nil at the end.
  ///
  /// Types of attributes are those of the rows at hand. Features before an error are given first; the
  /// next call throws it.
  ///
  /// - Throws: as ``next()``.
  package mutating func nextLayer(of count: Int) throws(LayerStoreError) -> SourceLayer? {
    precondition(count > 0, "A layer of at least one feature.")
    if let error = pending.take() { throw error }
    var columns = FeatureColumns()
    do throws(LayerStoreError) {
      while columns.count < count, try advance() { try columns.append(from: reader) }
    } catch {
      guard columns.count > 0 else { throw error }
      pending = error
    }
    guard columns.count > 0 else { return nil }
    return columns.sourceLayer(
      address: LayerAddress(file: reader.file, layer: reader.name), crs: crs)
  }

  private mutating func advance() throws(LayerStoreError) -> Bool {
    if isBroken {
      guard try reader.skipBrokenText() else { return false }
      isBroken = false
    }
    do throws(LayerStoreError) { return try reader.next() } catch {
      isBroken = true
      throw error
    }
  }
}
