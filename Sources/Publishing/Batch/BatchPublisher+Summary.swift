package import LandModel
import LayerStore
package import Scenarios

extension BatchPublisher {
  /// A batch as one JSON object: what it was made from, how its scenarios ended, and which plans no other beats.
  package static func summary(of batch: BatchResult, in language: Language) -> String {
    var writer = JSONWriter(layout: .indented)
    writer.object { object in
      object.member("townlayout_batch", batch.manifest.version)
      object.member("title", batch.title.text(in: language))
      object.inputs(of: batch.manifest)
      object.member("scenarios", batch.scenarioCount)
      object.object("status") { counts in
        for status in ScenarioRecord.Status.allCases {
          counts.member(status.rawValue, batch.count(status))
        }
      }
      object.member(
        "stopped_by_time", batch.records.dropFirst().count { $0.stop == .time })
      object.key("base")
      object.row(batch.base, of: batch)
      object.array("parameters") { list in
        for parameter in batch.index.parameters { list.value(parameter.path) }
      }
      object.comparison(of: batch)
      object.array("selection") { list in
        for choice in batch.choices { list.selection(choice, of: batch.planCount) }
      }
    }
    writer.newline()
    return writer.text
  }
}

extension JSONWriter {
  fileprivate mutating func inputs(of manifest: BatchManifest) {
    for (name, input) in [("plan", manifest.plan), ("scenarios_file", manifest.scenarios)] {
      object(name) { entry in
        entry.member("file", input.name)
        entry.member("sha256", input.sha256)
      }
    }
    array("inputs") { list in
      for input in manifest.inputs {
        list.object { entry in
          entry.member("file", input.name)
          entry.member("sha256", input.sha256)
        }
      }
    }
    object("versions") { versions in
      for (component, version) in manifest.versions.sorted(by: { $0.key < $1.key }) {
        versions.member(component, version)
      }
    }
  }

  /// The plans on the front of the two measures, and the scenarios without a plan.
  fileprivate mutating func comparison(of batch: BatchResult) {
    let (x, y) = batch.axes
    object("front") { front in
      front.member("x", x.name)
      front.member("x_unit", x.unit)
      front.member("y", y.name)
      front.member("y_unit", y.unit)
      front.array("scenarios") { list in
        for (record, isOnFront) in zip(batch.records, batch.front(x, y)) where isOnFront {
          list.object { entry in
            entry.member("scenario", record.id)
            entry.member("x", x.value(of: record), decimals: Rounding.points)
            entry.member("y", y.value(of: record), decimals: Rounding.points)
          }
        }
      }
    }
    array("without_plan") { list in
      for record in batch.records where !record.hasPlan {
        list.object { entry in
          entry.member("scenario", record.id)
          entry.member("status", record.status.rawValue)
        }
      }
    }
  }

  fileprivate mutating func row(_ record: ScenarioRecord, of batch: BatchResult) {
    object { entry in
      entry.member("status", record.status.rawValue)
      entry.member("objective", record.objective, decimals: Rounding.points)
      entry.member("bound", record.bound, decimals: Rounding.points)
      entry.member("gap", record.gap, decimals: Rounding.ratio)
      entry.member("town_ids", record.towns.map(\.id))
    }
  }

  fileprivate mutating func selection(_ choice: CandidateChoice, of plans: Int) {
    object { entry in
      entry.member("candidate", choice.id.text)
      entry.member("chosen", choice.count)
      entry.member(
        "share", plans == 0 ? nil : Double(choice.count) / Double(plans), decimals: Rounding.ratio)
      entry.member("in_base", choice.isInBase)
    }
  }
}
