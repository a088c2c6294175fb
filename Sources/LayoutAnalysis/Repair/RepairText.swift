import LandModel

/// What repair does about the breach of a rule, in words, for the rules' own tables.
enum RepairText {
  static let closing = LocalizedText(
    english: "The first position is repeated at the ring's end.", chinese: "在环末补上首点。")
  static let duplicateVertices = LocalizedText(
    english:
      "Of equal vertices the first stays; of near ones that which more features use, then the "
      + "one farther west, then south.",
    chinese: "重合节点保留第一个；过近节点保留被更多要素使用者，其次偏西、偏南者。")
  static let spikes = LocalizedText(
    english: "The tip is removed, nothing else.", chinese: "只删除尖端节点。")
  static let validity = LocalizedText(
    english:
      "The polygon is made valid: land stays land, holes stay holes, new vertices at crossings "
      + "only. Refused where a part would split off or the area change too much.",
    chinese: "按保持结构的方法修复为有效面：面仍为面、洞仍为洞，仅在交点处增加节点；将裂成多块或面积变化超限时不修复。")
  static let smallHoles = LocalizedText(
    english: "The hole is filled, unless another feature has land in it.",
    chinese: "填充该洞；洞内有其他要素时不填。")
  static let smallParts = LocalizedText(
    english:
      "The part is dropped; the largest part of a feature always stays.",
    chinese: "删除该部件；要素中最大的部件始终保留。")
  static let winding = LocalizedText(
    english: "The ring is reversed from its first vertex.", chinese: "保持首点，反转该环。")
  static let duplicateFeatures = LocalizedText(
    english: "The later feature is dropped, with its attributes.", chinese: "删除排序在后的要素及其属性。")
  static let borders = LocalizedText(
    english:
      "Within the tolerance, the land goes to the winner; the others take its border, vertex by "
      + "vertex, and no vertex moves.",
    chinese: "容差以内的土地划归优先要素，其余要素逐点采用其边界；不移动任何节点。")
  static let missingVertices = LocalizedText(
    english:
      "The neighbour gets the vertex; where it lies off the edge within the rule's tolerance, the "
      + "border goes through it.",
    chinese: "在相邻要素上补上该节点；节点偏离边线而未超过容差时，边界改经该节点。")
}
