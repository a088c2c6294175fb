import LandModel
import LayoutAnalysis
import Scenarios

extension ErrorText {
  init(plan error: PlanError) {
    let place = error.place
    var sentence = place.file
    if let line = place.line { sentence += ":\(line)" }
    if let column = place.column { sentence += ":\(column)" }
    sentence += ": "
    if !place.path.isEmpty { sentence += "\(place.path): " }
    let hint = { (name: String?) in name.map { " Did you mean “\($0)”?" } ?? "" }
    var cause = ExitCause.badPlan
    switch error.cause {
    case .unreadable(let reason):
      cause = .missingInput
      sentence += "the file cannot be read: \(reason)"
    case .syntax(let problem): sentence += "this is not YAML: \(problem)"
    case .tooLarge(let limit):
      sentence += "the file is larger than \(limit) bytes, which no plan file is"
    case .tooDeep(let limit):
      sentence += "nested deeper than \(limit) levels, which no plan file is"
    case .unknownKey(let key, let nearest):
      sentence += "there is no key “\(key)” here.\(hint(nearest))"
    case .missingKey(let key): sentence += "the key “\(key)” is missing"
    case .wrongValue(let expected, let found): sentence += "expected \(expected), found \(found)"
    case .outOfRange(let found, let allowed): sentence += "\(found) is out of range: \(allowed)"
    case .unknownName(let kind, let name, let nearest):
      sentence += "there is no \(kind) “\(name)”.\(hint(nearest))"
    case .contradiction(let text): sentence += text
    }
    self.init(sentence, cause)
  }

  init(scenario error: ScenarioError) {
    switch error {
    case .missingRole(let role, let question):
      self.init("\(question) needs a layer of role “\(role.rawValue)”; the plan has none", .badPlan)
    case .emptyLayer(let key, let address):
      self.init(
        "\(address.text): layer “\(key)” holds no feature",
        chinese: "\(address.text)：图层“\(key)”没有要素", .badData)
    case .nothingValid(let key, let address):
      self.init(
        "\(address.text): no feature of layer “\(key)” is valid; "
          + "run `townlayout validate` on it to see why",
        chinese: "\(address.text)：图层“\(key)”没有有效要素；请用 `townlayout validate` 查明原因",
        .badData)
    case .constraintIncomplete(let key, let address, let features):
      self.init(
        "\(address.text): constraint layer “\(key)” has \(features.count.counted("invalid feature")), "
          + "without which towns could lie on closed land: \(Self.list(features.map(\.text))); run "
          + "`townlayout validate` on it to see why, and repair it",
        chinese:
          "\(address.text)：约束图层“\(key)”有 \(features.count) 个要素无效，缺少它们小镇可能占用禁止用地：\(Self.chineseList(features.map(\.text)))；请用 `townlayout validate` 查明并修复",
        .badData)
    case .constraintMisplaced(let key, let address, let findings, let count):
      let more = count - findings.count
      self.init(
        "\(address.text): constraint layer “\(key)” does not lie where its reference system says, so "
          + "that the land it closes would count as free. "
          + findings.map(\.english).joined(separator: " ")
          + (more > 0 ? " And \(more.counted("finding")) more." : "")
          + " Correct the file, or the layer's `crs` in the plan; what is right as it is can be waived "
          + "with a reason (`validate: waivers`)",
        chinese:
          "\(address.text)：约束图层“\(key)”的位置与其坐标系不符，其禁止用地会被误作可用地。"
          + findings.map(\.chinese).joined()
          + (more > 0 ? "另有 \(more) 处发现。" : "")
          + "请更正文件，或更正规划文件中该图层的 `crs`；确属无误的可在 `validate: waivers` 中说明理由予以豁免",
        .badData)
    case .constraintOutside(let key, let address, let feature, let gap):
      let distance = TextTable.number(gap.size.value / 1000, decimals: 1)
      let azimuth = TextTable.number(gap.azimuth, decimals: 0)
      self.init(
        "\(address.text): constraint layer “\(key)” lies wholly outside the city, so that it would close "
          + "no land: its nearest feature \(feature.text) is \(distance) km away from every county and "
          + "candidate, at grid azimuth \(azimuth)°. Check file, area and reference system (the layer's "
          + "`crs`), or take the constraint out of the plan",
        chinese:
          "\(address.text)：约束图层“\(key)”全部位于本市范围之外，不会约束任何用地：最近的要素 \(feature.text) 距各区县与候选小镇 "
          + "\(distance) 公里，坐标方位角 \(azimuth)°。请核对文件、区域与坐标系（该图层的 `crs`），或从规划中删去该约束",
        .badData)
    case .overlappingParcels(let key, let address, let first, let second, let area, let count):
      let size = TextTable.number(area.value, decimals: 1)
      self.init(
        "\(address.text): parcels \(first.text) and \(second.text) of layer “\(key)” overlap by "
          + "\(size) m²"
          + (count > 1 ? ", the largest of \(count) such pairs" : "")
          + "; towns are made of whole parcels, each of which must have its own land: mend the layer "
          + "(`townlayout validate LAYER --coverage` shows each place), or where the overlap is no wider "
          + "than the drawing is exact, raise `delimitation: units: gap`",
        chinese:
          "\(address.text)：图层“\(key)”的地块 \(first.text) 与 \(second.text) 重叠 \(size) 平方米"
          + (count > 1 ? "（共 \(count) 对重叠，此为最大的一对）" : "")
          + "；小镇由完整地块组成，地块之间不得重叠：请修正图层（`townlayout validate 图层 --coverage` 可列出各处），"
          + "若重叠宽度在绘图误差以内，可调大 `delimitation: units: gap`",
        .badData)
    case .wrongGeometry(let key, let address, let feature, let expected, let found):
      let wanted = expected.map(\.rawValue).joined(separator: " or ")
      self.init(
        "\(address.text): feature \(feature.text) of layer “\(key)” is a \(found.rawValue); "
          + "the layer's role or rule needs \(wanted) features",
        chinese:
          "\(address.text)：图层“\(key)”的要素 \(feature.text) 是 \(found.rawValue)；该图层的角色或规则要求 \(wanted)",
        .badData)
    case .severalPoints(let key, let address, let feature, let count):
      self.init(
        "\(address.text): feature \(feature.text) of layer “\(key)” holds \(count) points; features are "
          + "counted by one point each: split it",
        .badData)
    case .tooManyKinds(let key, let address, let attribute, let count, let limit):
      self.init(
        "\(address.text): attribute “\(attribute)” of layer “\(key)” has \(count) different values, and "
          + "kinds are told apart up to \(limit); name an attribute that groups the points",
        .badData)
    case .missingAttribute(let key, let address, let attribute, let use, let available):
      self.init(
        "\(address.text): layer “\(key)” has no attribute “\(attribute)” (\(use)); it has "
          + Self.list(available),
        chinese:
          "\(address.text)：图层“\(key)”没有字段“\(attribute)”（\(use)），现有字段：\(Self.chineseList(available))",
        .badData)
    case .wrongAttribute(let key, let address, let feature, let attribute, let found, let expected):
      self.init(
        "\(address.text): feature \(feature.text) of layer “\(key)” has \(attribute) = "
          + "“\(found ?? "")”; expected \(expected)",
        chinese:
          "\(address.text)：图层“\(key)”的要素 \(feature.text) 字段 \(attribute) 的值为“\(found ?? "")”；应为 \(expected)",
        .badData)
    case .unknownCategory(let category, let available):
      self.init(
        "the plan speaks of resources of category “\(category)”, but no resource has it; there are "
          + Self.list(available),
        .badPlan)
    case .missingCRS(let key, let address, let example):
      let (code, isDegrees) = (example.text, example == CRSIdentifier(epsg: 4490))
      self.init(
        "\(address.text): layer “\(key)” states no reference system; declare it, as "
          + "`crs: \(code)`"
          + (isDegrees ? " for degrees on CGCS2000 (EPSG:4326 for GPS)," : "")
          + " in the plan or `--layer-crs \(code)` on the command line "
          + "(`validate` tells it from the positions where they leave one system only: with "
          + "`--administrative`, or with a zone prefix)",
        chinese:
          "\(address.text)：图层“\(key)”未声明坐标系；请在规划文件中写明 `crs: \(code)`"
          + (isDegrees ? "（CGCS2000 经纬度；GPS 数据为 EPSG:4326）" : "")
          + "，或用 `--layer-crs \(code)`",
        .badData)
    case .positionsLost(let address, let count, let from, let to, let feature, let position):
      let first = feature.flatMap { feature in
        position.map { ", the first \($0.x) \($0.y) of feature \(feature.text)" }
      }
      let chineseFirst = feature.flatMap { feature in
        position.map { "，第一个是要素 \(feature.text) 的 \($0.x) \($0.y)" }
      }
      self.init(
        "\(address.text): \(count.counted("position")) in \(from.text) cannot be expressed in \(to.text)"
          + "\(first ?? ""); are the ordinates, and the layer's reference system, right?",
        chinese:
          "\(address.text)：\(from.text) 中有 \(count) 个点无法用 \(to.text) 表示\(chineseFirst ?? "")；请核对坐标与坐标系",
        .badData)
    case .positionColumnsMissing(let key, let address, let expected, let available):
      let names = expected.map { $0.joined(separator: ", ") }
      self.init(
        "\(address.text): table “\(key)” has no columns of positions; it has "
          + "\(Self.list(available)). Columns may be called \(names[0]) and \(names[1]), or \(names[2]) "
          + "for WKT; others are named by `lon:` and `lat:` in a plan, by --lon and --lat of proximity",
        chinese:
          "\(address.text)：表“\(key)”没有坐标列，现有列：\(Self.chineseList(available))；列名可为 \(names[0])（经度、东坐标）与 \(names[1])（纬度、北坐标），或 \(names[2])（WKT）；其他列名用规划文件的 `lon:`、`lat:` 或 proximity 的 --lon、--lat 指明",
        .badData)
    case .outputIsInput(let file):
      self.init(
        "\(file): is a file being read, which is never replaced; name another file",
        chinese: "\(file)：这是正在读取的文件，不会被替换；请另取文件名", .usage)
    case .gridTooFar(let grid, let meridian, let longitude):
      let place = (longitude * 100).rounded() / 100
      self.init(
        "the working reference system \(grid.text) is centred on \(meridian)°E, but the city lies "
          + "round \(place)°E; choose the zone of the city",
        .badPlan)
    case .irregularElevation(let key, let address):
      self.init(
        "\(address.text): the points of “\(key)” form no regular lattice of longitude and latitude",
        .badData)
    case .unknownCounty(let candidate, let county):
      self.init(
        "candidate \(candidate.text) claims county “\(county)”, which the county layer does not have, "
          + "and lies in no county",
        .badData)
    case .ownResultBreaksRules(let texts):
      self.init(
        "the plan's own result breaks \(texts.count.counted("rule")), so nothing was written "
          + "(please report this as a defect): " + Self.list(texts.map(\.english)),
        .ownDefect)
    }
  }

  init(delimitation error: DelimitationError) {
    switch error {
    case .parameter(let problem):
      self.init(
        "delimitation: \(problem.parameter) = \(problem.value): \(problem.requirement.english)",
        .badPlan)
    case .unknownIndustry(let site, let key):
      self.init("site \(site.text) names industry “\(key)”, which the plan does not have", .badData)
    case .unknownCounty(let site, let county):
      self.init(
        "site \(site.text) lies in county “\(county.text)”, which the county layer does not have",
        .badData)
    case .seedOutOfRange(let site):
      self.init("site \(site.text) lies outside the working reference system", .badData)
    case .missingAccess(let factor, let layer):
      self.init("suitability factor \(factor) needs the layer “\(layer)”", .badPlan)
    case .solver(let site, let message):
      self.init(
        "the solver failed on the bound of site \(site.text): \(message); leave out proof-nodes",
        .ownDefect)
    case .missingParcels(let layer):
      self.init("delimitation: units need the layer “\(layer)” of role “parcels”", .badPlan)
    case .missingFollowed(let layer):
      self.init("delimitation: follow needs the layer “\(layer)”", .badPlan)
    case .missingElevation(let factor):
      self.init("suitability factor \(factor) needs a layer of role “elevation”", .badPlan)
    }
  }

  /// What is wrong with a parameter of the layout, in the words of the plan file.
  private static func sentence(_ problem: LayoutParameterProblem) -> String {
    let value = problem.value
    return switch problem.problem {
    case "unknown-site": "\(problem.parameter): there is no valid candidate “\(value)”"
    case "unknown-industry":
      "\(problem.parameter): no candidate may have the industry “\(value)”"
    case "unknown-county": "\(problem.parameter): the county layer has no county “\(value)”"
    case "in-and-out": "candidate “\(value)” stands in both locked-in and locked-out"
    case "repeated": "\(problem.parameter): “\(value)” stands here twice"
    case "no-costs":
      "budget: no candidate has a cost; name its attribute as the candidates layer's cost, or give "
        + "cost-per-km2"
    case "no-population":
      "equity: no settlement with a population lies in any county; give a layer of role settlements, "
        + "or write per: county"
    case "no-equity": "\(problem.parameter): equity is no term without the section layout.equity"
    case "unknown-term": "\(problem.parameter): the objective has no term “\(value)”"
    default: "\(problem.parameter) = \(value): \(problem.problem.replacing("-", with: " "))"
    }
  }

  init(layout error: LayoutError) {
    switch error {
    case .parameters(let problems):
      self.init("layout: " + problems.map(Self.sentence).joined(separator: "; "), .badPlan)
    case .solver(let operation, let message):
      self.init(
        "the solver failed in \(operation): \(message)", chinese: "求解器出错（\(operation)）：\(message)",
        .ownDefect)
    case .solverNotStarted(let executable, let reason):
      self.init(
        "the solver's own process could not be started (\(executable): \(reason)); "
          + "`townlayout doctor` looks at it",
        chinese: "无法启动求解器进程（\(executable)：\(reason)）；可用 `townlayout doctor` 检查",
        .missingInput)
    case .distance(let left, let right, let message):
      self.init(
        "the distance of proposals \(left) and \(right) could not be measured: \(message)",
        .ownDefect)
    }
  }
}
