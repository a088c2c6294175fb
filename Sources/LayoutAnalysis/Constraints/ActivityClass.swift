package import LandModel

/// The ten classes of limited human activity that may be allowed in an ecological protection red line
/// outside the core of a nature reserve (自然资发〔2022〕142号, domain facts §2.1).
package enum ActivityClass: Int, Sendable, Codable, CaseIterable, Comparable {
  case patrolAndScience = 1
  case residents
  case heritage
  case plantations
  case visitors
  case linearInfrastructure
  case mineralSurvey
  case restoration
  case borderWorks
  case allowedByLaw

  /// What the class holds, in a few words.
  package var title: LocalizedText {
    switch self {
    case .patrolAndScience:
      LocalizedText(english: "patrol, science, survey, disaster relief", chinese: "管护巡护、科研、测绘、防灾等")
    case .residents:
      LocalizedText(english: "residents' existing land use", chinese: "原住居民生产生活")
    case .heritage: LocalizedText(english: "archaeology and heritage", chinese: "考古、古生物与文物保护")
    case .plantations:
      LocalizedText(english: "tending of plantations and bamboo", chinese: "人工商品林抚育、竹林经营")
    case .visitors:
      LocalizedText(english: "moderate visits and science education", chinese: "适度参观旅游、科普宣教")
    case .linearInfrastructure:
      LocalizedText(
        english: "unavoidable linear infrastructure, flood control, water supply",
        chinese: "必须且无法避让的线性基础设施、通讯、防洪、供水")
    case .mineralSurvey:
      LocalizedText(english: "geological survey and existing mining rights", chinese: "地质调查与已有矿权")
    case .restoration: LocalizedText(english: "ecological restoration", chinese: "生态修复")
    case .borderWorks: LocalizedText(english: "border works", chinese: "边界工程")
    case .allowedByLaw:
      LocalizedText(english: "other activity allowed by law", chinese: "法律法规允许的其他活动")
    }
  }

  package static func < (left: ActivityClass, right: ActivityClass) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// What a town states about its activity class.
package indirect enum ActivityReading: Sendable, Hashable {
  case known(ActivityClass)
  /// The town states none, or the layer has no such attribute.
  case missing
  /// The text is none of the classes.
  case unknown(String)

  /// Reads `5`, `5类`, `第5类`, `（五）` or `五`; white space does not count.
  package init(_ text: String?) {
    guard let text = text.flatMap(MissingText.value) else {
      self = .missing
      return
    }
    let bare = text.filter { !$0.isWhitespace && !"第类项（）()".contains($0) }
    let chinese = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
    let number = Int(bare) ?? chinese.firstIndex(of: bare).map { $0 + 1 }
    self = number.flatMap(ActivityClass.init).map(Self.known) ?? .unknown(text)
  }

  package var activity: ActivityClass? {
    if case .known(let activity) = self { activity } else { nil }
  }

  /// The case as outputs write it.
  package var code: String {
    switch self {
    case .known: "known"
    case .missing: "missing"
    case .unknown: "unknown"
    }
  }
}
