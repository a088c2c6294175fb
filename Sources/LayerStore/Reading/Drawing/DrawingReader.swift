import Foundation
import LandModel

/// Reads a DXF drawing: GDAL gives its entities, ``DrawingLayer`` makes areas and attributes of them.
enum DrawingReader {
  /// Reads all entities, or those of the drawing's layer that the address names.
  ///
  /// - Throws: ``LayerStoreError``, one of its reading cases.
  static func read(
    _ address: LayerAddress, source: SourceFile, options: ReadOptions
  ) throws(LayerStoreError) -> SourceLayer {
    var drawn = ReadOptions()
    drawn.splitsCollections = options.splitsCollections
    let curves = DrawingCurves(file: source.path)
    // Within a drawing GDAL knows one angle for all arcs: the one that the greatest of them needs, but no
    // finer than a tenth of a degree, which is 3600 chords to each circle.
    let step = max(
      DrawingReader.smallestStep, ArcStroker.metres.step(radius: max(1, curves.greatestRadius)))
    let stroked = max(ArcStroker.metres.tolerance, curves.greatestRadius * (1 - cos(step / 2)))
    let degrees = "\(step * 180 / .pi)"
    let layer = address.layer == DrawingLayer.tableName ? nil : address.layer
    return try withLibraryOption("DXF_ENCODING", options.encoding) { () throws(LayerStoreError) in
      try withLibraryOption("OGR_ARC_STEPSIZE", degrees) { () throws(LayerStoreError) in
        try Messages.collected { messages throws(LayerStoreError) in
          let dataset = try Dataset(file: source.path, options: [], messages: messages)
          return try dataset.withLayer(named: nil, messages: messages) {
            (handle, name) throws(LayerStoreError) in
            let drained = try LayerReader.drain(
              handle, named: name, file: source.path, options: drawn, messages: messages)
            var remarks = LayerRemarks()
            remarks.add(drained.geometry)
            remarks.add(drained.attributes.decoder)
            remarks.add(warnings: messages.entries.map(\.text))
            let drawing = try DrawingLayer(
              drained, remarks: remarks, curves: curves, stroked: stroked, layer: layer,
              file: source.path)
            return SourceLayer(
              address: LayerAddress(file: address.file, layer: layer ?? name),
              crs: ReferenceSystemReader.identifier(of: handle), geometry: drawing.geometry,
              numbers: drawing.numbers, attributes: drawing.attributes,
              remarks: drawing.remarks.remarks)
          }
        }
      }
    }
  }

  private static let smallestStep = 0.1 * Double.pi / 180
}
