import Foundation
import Scenarios
import Testing

struct PlanSchemaTests {
  @Test func `the schema is JSON that names every key of the plan`() throws {
    let object = try JSONSerialization.jsonObject(with: Data(PlanSchema.text.utf8))
    let schema = try #require(object as? [String: Any])
    let properties = try #require(schema["properties"] as? [String: Any])
    #expect(Set(properties.keys) == Set(PlanKeys.plan.keys.map(\.name)))
    #expect(schema["additionalProperties"] as? Bool == false)
  }

  @Test func `settings, waivers and scenarios have schemas that name every key`() throws {
    for (text, section) in [
      (PlanSchema.settings, PlanKeys.settings), (PlanSchema.waivers, PlanKeys.waiverFile),
      (PlanSchema.scenarios, PlanKeys.scenarioFile),
    ] {
      let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
      let properties = try #require((object as? [String: Any])?["properties"] as? [String: Any])
      #expect(Set(properties.keys) == Set(section.keys.map(\.name)))
    }
  }

  @Test(arguments: [PlanSchema.text, PlanSchema.settings, PlanSchema.waivers, PlanSchema.scenarios])
  func `the schema explains every key in a sentence`(text: String) throws {
    let schema = try JSONSerialization.jsonObject(with: Data(text.utf8))
    var keyCount = 0
    func look(at value: Any, path: String) {
      guard let object = value as? [String: Any] else { return }
      for (name, child) in object["properties"] as? [String: Any] ?? [:] {
        keyCount += 1
        let text = (child as? [String: Any])?["description"] as? String ?? ""
        let isLanguage = name == "zh" || name == "en"
        #expect(isLanguage || (text.count > 10 && text.hasSuffix(".")), "\(path).\(name): \(text)")
        look(at: child, path: "\(path).\(name)")
      }
      for name in ["items", "additionalProperties"] {
        if let child = object[name] { look(at: child, path: path) }
      }
    }
    look(at: schema, path: "")
    #expect(keyCount >= 12)
  }
}
