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
}
