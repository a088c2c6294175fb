import LandModel

/// Writes the list of planted faults, so that tests can tell that each is found and nothing else blamed.
struct PlantedFaultsText {
  let seed: UInt64

  func text(_ faults: [PlantedFault], towns: [CandidateTown]) -> String {
    let listed = faults.map { fault in
      JSONText.object(
        [
          ("kind", .text(fault.kind)), ("rule", .text(fault.rule)),
          ("ids", .list(fault.ids.map(JSONText.text))),
          ("rows", .list(fault.rows.map(JSONText.integer))),
        ] + fault.measures.map { ($0.name, .value($0.value)) }
          + (fault.others.isEmpty ? [] : [("others", .list(fault.others.map(JSONText.text)))])
          + [("note", JSONText(fault.note))])
    }
    let hard = towns.enumerated().filter { $0.element.ground != .open }.map { row, town in
      JSONText.object([
        ("id", .text(town.id)), ("row", .integer(row)), ("ground", .text(town.ground.rawValue)),
        ("note", JSONText(Self.note(town.ground))),
      ])
    }
    return JSONText.object([
      ("synthetic", .value(.flag(true))), ("seed", .integer(Int(seed))),
      ("layer", .text("candidates")),
      (
        "note",
        JSONText(
          LocalizedText(
            english: "Faults put into the submitted boundaries on purpose; rows count from zero. "
              + "Sites with hard ground have no fault but little land.",
            chinese: "申报范围中有意设置的缺陷，行号从零起；困难场地本身无缺陷，但可用土地很少。"))
      ),
      ("faults", .list(listed)), ("hard_sites", .list(hard)),
    ]).written() + "\n"
  }

  private static func note(_ ground: CandidateSite.Ground) -> LocalizedText {
    switch ground {
    case .open: LocalizedText(english: "open", chinese: "开阔")
    case .redLineRing:
      LocalizedText(
        english: "red lines all round; about 1 km² free", chinese: "四周为生态保护红线，可用地约 1 平方公里")
    case .redLineValley:
      LocalizedText(
        english: "a valley 600 to 700 m wide between red lines", chinese: "红线之间宽 600 至 700 米的谷地")
    case .farmlandRing:
      LocalizedText(
        english: "farmland all round; about 1 km² free", chinese: "四周为永久基本农田，可用地约 1 平方公里")
    }
  }
}
