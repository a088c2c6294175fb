import LandModel

/// Chinese place names made up from common parts; none is looked up, repeats are refused.
struct Names {
  private var generator: SeededGenerator
  private var used: Set<String>

  init(generator: SeededGenerator, reserved: Set<String>) {
    self.generator = generator
    used = reserved
  }

  private static let first = Array("青云松竹桃梅枫桐榆槐柏兰荷菱芦茶橘枣杏桂鹿鹤鹭雁鲤麟燕雀玉琼瑶珠碧翠丹紫朱苍素澄澜漱霁霞虹曦晓暮霜霖")
  private static let second = Array("溪泉潭涧渡滩湾洲浦汀岭峰岗坡坳垭峒坪塬岩石崖谷冲垄垌畈田园圃林荫亭桥堰陂塘井埠")
  private static let villageEnds = Array("村冲坪塘坳湾垌洞铺排")
  private static let townEnds = Array("圩铺桥市坪溪")

  /// A name for a village, such as 霁潭冲.
  mutating func village() -> String { make(Self.villageEnds) }

  /// A name for a township's seat, such as 澄浦圩.
  mutating func township() -> String { make(Self.townEnds) }

  /// A name for a water, such as 漱霞 + the ending given.
  mutating func water(_ ending: String) -> String { make(Array(ending)) }

  private mutating func make(_ ends: [Character]) -> String {
    while true {
      let parts = [Self.first, Self.second, ends].map {
        $0[Int(generator.next() % UInt64($0.count))]
      }
      let name = String(parts)
      if parts[1] != parts[2], used.insert(name).inserted { return name }
    }
  }
}
