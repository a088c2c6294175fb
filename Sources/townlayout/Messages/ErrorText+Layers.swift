import LandModel
import LayerStore
import Projections
import Publishing

extension ErrorText {
  init(store error: LayerStoreError) {
    switch error {
    case .fileMissing(let file):
      self.init(
        "\(file): there is no such file; check the path",
        chinese: "\(file)：文件不存在，请核对路径", .missingInput)
    case .fileNotReadable(let file, let message):
      self.init(
        "\(file): the file cannot be read: \(message)",
        chinese: "\(file)：文件无法读取：\(message)", .missingInput)
    case .notALocalFile(let address):
      self.init(
        "\(address): only local files are read; copy the data to this machine",
        chinese: "\(address)：只能读取本机文件，请先拷贝到本机", .missingInput)
    case .unknownFormat(let file, let message):
      self.init(
        "\(file): no known vector format (\(message)); is it damaged or empty?",
        chinese: "\(file)：无法识别的矢量格式（\(message)），文件是否损坏或为空？", .badData)
    case .layerNotNamed(let file, let available):
      self.init(
        "\(file): the file holds several layers; name one as \(file):NAME, of "
          + Self.list(available),
        chinese: "\(file)：文件含多个图层，请以 \(file):图层名 指明其一：\(Self.chineseList(available))",
        .usage)
    case .layerMissing(let file, let layer, let available):
      self.init(
        "\(file): there is no layer “\(layer)”; there are " + Self.list(available),
        chinese: "\(file)：没有图层“\(layer)”，现有图层：\(Self.chineseList(available))", .missingInput)
    case .damaged(let file, let layer, let message):
      let name = layer.map { ":\($0)" } ?? ""
      self.init(
        "\(file)\(name): the file is damaged: \(message); ask for a new copy",
        chinese: "\(file)\(name)：文件已损坏：\(message)；请重新索取", .badData)
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
        "\(file): “\(encoding)” is no encoding that is known; use GBK, GB18030 or UTF-8",
        chinese: "\(file)：编码“\(encoding)”无法识别，请用 GBK、GB18030 或 UTF-8", .usage)
    case .outputExists(let file):
      self.init(
        "\(file): exists already; give --overwrite to replace it",
        chinese: "\(file)：文件已存在；如需替换请加 --overwrite", .outputNotCreated)
    case .outputIsFolder(let file):
      self.init(
        "\(file): is a folder; name a file, in it or elsewhere",
        chinese: "\(file)：这是文件夹，请给出文件名", .outputNotCreated)
    case .unknownOutputFormat(let file, let known):
      self.init(
        "\(file): the format cannot be told from the name; known endings are " + Self.list(known),
        chinese: "\(file)：无法由文件名判断格式，可用后缀：\(Self.chineseList(known))",
        .usage)
    case .notRepresentable(let file, let layer, let reason):
      self.init(
        "\(file): layer “\(layer)” cannot be written in this format: \(reason)",
        chinese: "\(file)：图层“\(layer)”不能写成该格式：\(reason)", .badData)
    case .notWritten(let file, "mkdir", let message):
      self.init(
        "\(file): nothing can be created in its folder (\(message)); make the folder first, or "
          + "choose one that you may write to",
        chinese: "\(file)：所在文件夹中无法创建文件（\(message)）；请先建立文件夹，或换一个可写的位置",
        .outputNotCreated)
    case .notWritten(StandardOutput.name, let operation, let message):
      self.init(
        "standard output: not written (\(operation): \(message))",
        chinese: "标准输出：未写入（\(operation)：\(message)）", .writing)
    case .notWritten(let file, let operation, let message):
      self.init(
        "\(file): not written (\(operation): \(message)); nothing was left behind",
        chinese: "\(file)：未写入（\(operation)：\(message)）；未留下任何文件", .writing)
    }
  }

  init(projection error: ProjectionError) {
    switch error {
    case .systemMissing(let layer):
      self.init(
        "layer “\(layer)” states no reference system; declare it, as `crs: EPSG:4547` in the plan or "
          + "`--layer-crs EPSG:4547` on the command line",
        chinese: "图层“\(layer)”未声明坐标系；请在规划文件中写明 `crs: EPSG:4547`，或用 `--layer-crs EPSG:4547`",
        .badData)
    case .systemUnknown(let system, let message):
      self.init(
        "“\(system.text)” is no reference system that PROJ knows: \(message)",
        chinese: "“\(system.text)”不是 PROJ 可识别的坐标系：\(message)", .badPlan)
    case .datumsDiffer(let from, let fromDatum, let to, let toDatum):
      self.init(
        "\(from.text) is on \(fromDatum), \(to.text) on \(toDatum); the parameters between them are "
          + "restricted, so have the layer transformed by its surveyor",
        chinese: "\(from.text) 的基准为 \(fromDatum)，\(to.text) 为 \(toDatum)；两者转换参数受控，请由测绘单位转换",
        .badData)
    case .notAWorkingGrid(let system, let reason):
      self.init(
        "“\(system.text)” cannot be the working reference system: \(Self.text(reason)); use a CGCS2000 "
          + "Gauss–Krüger grid such as EPSG:4547",
        .badPlan)
    case .operationMissing(let from, let to, let message):
      self.init(
        "PROJ knows no way from \(from.text) to \(to.text): \(message)",
        chinese: "PROJ 没有由 \(from.text) 到 \(to.text) 的转换：\(message)", .badData)
    case .idAttributeMissing(let layer, let name, let available):
      self.init(
        "layer “\(layer)” has no attribute “\(name)” for its ids; it has " + Self.list(available),
        chinese: "图层“\(layer)”没有标识字段“\(name)”，现有字段：\(Self.chineseList(available))",
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
      self.init(
        "\(path): not written: \(reason); nothing was left behind",
        chinese: "\(path)：未写入：\(reason)；未留下任何文件", .writing)
    case .notARun(let path):
      self.init(
        "\(path): holds something else than an earlier run, so it is not replaced; choose another "
          + "folder",
        chinese: "\(path)：其中不是以往的运行结果，故不替换；请另选文件夹",
        .outputNotCreated)
    }
  }
}
