import LandModel
import LayerStore
import Projections
import Publishing

extension ErrorText {
  init(store error: LayerStoreError) {
    switch error {
    case .fileMissing(let file):
      self.init("\(file): there is no such file; check the path", .missingInput)
    case .fileNotReadable(let file, let message):
      self.init("\(file): the file cannot be read: \(message)", .missingInput)
    case .notALocalFile(let address):
      self.init(
        "\(address): only local files are read; copy the data to this machine", .missingInput)
    case .unknownFormat(let file, let message):
      self.init("\(file): no known vector format (\(message)); is it damaged or empty?", .badData)
    case .layerNotNamed(let file, let available):
      self.init(
        "\(file): the file holds several layers; name one as \(file):NAME, of "
          + Self.list(available),
        .usage)
    case .layerMissing(let file, let layer, let available):
      self.init(
        "\(file): there is no layer “\(layer)”; there are " + Self.list(available), .missingInput)
    case .damaged(let file, let layer, let message):
      let name = layer.map { ":\($0)" } ?? ""
      self.init("\(file)\(name): the file is damaged: \(message); ask for a new copy", .badData)
    case .brokenJSON(let file, let place, let fault):
      let feature = place.feature.map { "feature \($0): " } ?? ""
      self.init(
        "\(file):\(place.line):\(place.column): \(feature)\(Self.text(fault)), at byte \(place.byte)",
        .badData)
    case .brokenSurveyText(let file, let line, let parcel, let fault):
      let name = parcel.map { " parcel “\($0)”:" } ?? ""
      self.init("\(file):\(line):\(name) \(Self.text(fault))", .badData)
    case .unknownEncoding(let file, let encoding):
      self.init(
        "\(file): “\(encoding)” is no encoding that is known; use GBK, GB18030 or UTF-8", .usage)
    case .outputExists(let file):
      self.init("\(file): exists already; give --overwrite to replace it", .outputNotCreated)
    case .outputIsFolder(let file):
      self.init("\(file): is a folder; name a file, in it or elsewhere", .outputNotCreated)
    case .unknownOutputFormat(let file, let known):
      self.init(
        "\(file): the format cannot be told from the name; known endings are " + Self.list(known),
        .usage)
    case .notRepresentable(let file, let layer, let reason):
      self.init("\(file): layer “\(layer)” cannot be written in this format: \(reason)", .badData)
    case .notWritten(let file, "mkdir", let message):
      self.init(
        "\(file): nothing can be created in its folder (\(message)); make the folder first, or "
          + "choose one that you may write to",
        .outputNotCreated)
    case .notWritten(StandardOutput.name, let operation, let message):
      self.init("standard output: not written (\(operation): \(message))", .writing)
    case .notWritten(let file, let operation, let message):
      self.init(
        "\(file): not written (\(operation): \(message)); nothing was left behind", .writing)
    }
  }

  init(projection error: ProjectionError) {
    switch error {
    case .systemMissing(let layer):
      self.init(
        "layer “\(layer)” states no reference system; declare it, as `crs: EPSG:4547` in the plan or "
          + "`--layer-crs EPSG:4547` on the command line",
        .badData)
    case .systemUnknown(let system, let message):
      self.init("“\(system.text)” is no reference system that PROJ knows: \(message)", .badPlan)
    case .datumsDiffer(let from, let fromDatum, let to, let toDatum):
      self.init(
        "\(from.text) is on \(fromDatum), \(to.text) on \(toDatum); the parameters between them are "
          + "restricted, so have the layer transformed by its surveyor",
        .badData)
    case .notAWorkingGrid(let system, let reason):
      self.init(
        "“\(system.text)” cannot be the working reference system: \(Self.text(reason)); use a CGCS2000 "
          + "Gauss–Krüger grid such as EPSG:4547",
        .badPlan)
    case .operationMissing(let from, let to, let message):
      self.init("PROJ knows no way from \(from.text) to \(to.text): \(message)", .badData)
    case .idAttributeMissing(let layer, let name, let available):
      self.init(
        "layer “\(layer)” has no attribute “\(name)” for its ids; it has " + Self.list(available),
        .badData)
    }
  }

  private static func text(_ fault: WorkingGridFault) -> String {
    switch fault {
    case .notProjected: "it is not projected to metres"
    case .otherMethod(let method): "its projection is \(method)"
    case .otherParameter(let name, let value, let required):
      "its \(name) is \(value), not \(required)"
    case .otherDatum(let datum): "its datum is \(datum)"
    case .disagreement(let metres): "its formulas are off by \(metres.value) m"
    }
  }

  init(publishing error: PublishingError) {
    switch error {
    case .fileNotWritten(let path, let reason):
      self.init("\(path): not written: \(reason); nothing was left behind", .writing)
    case .notARun(let path):
      self.init(
        "\(path): holds something else than an earlier run, so it is not replaced; choose another "
          + "folder",
        .outputNotCreated)
    }
  }
}
