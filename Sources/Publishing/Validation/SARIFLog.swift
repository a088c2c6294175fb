import Foundation
package import LandModel
import LayoutAnalysis
package import Scenarios

/// Findings in the Static Analysis Results Interchange Format, SARIF 2.1.0 (OASIS, 2023), which code hosts
/// and issue trackers read.
///
/// A rule of ours is a reporting descriptor, a finding a result, a waiver a suppression (§3.35), part, ring
/// and vertex a logical location (§3.33). A file's lines mean nothing for geometry, so a physical location
/// names the file alone.
package enum SARIFLog {
  /// The bytes of the file, ending in a line break.
  package static func bytes(of run: ValidationRun, in language: Language) -> [UInt8] {
    var writer = JSONWriter(layout: .indented)
    writer.object { log in
      log.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      log.member("version", "2.1.0")
      log.array("runs") { runs in
        runs.object { entry in
          entry.tool(of: run, in: language)
          entry.member("language", language == .chinese ? "zh-CN" : "en-US")
          entry.artifacts(of: run)
          entry.results(of: run, in: language)
          entry.object("properties") { properties in
            properties.member("referenceSystem", run.grid.crs.text)
            properties.counts(of: run.result)
            properties.omissions([(nil, run.result.omitted)])
          }
        }
      }
    }
    writer.newline()
    return writer.bytes
  }
}

extension JSONWriter {
  /// The program and its rules; a result refers to its rule by code and by place in this list.
  fileprivate mutating func tool(of run: ValidationRun, in language: Language) {
    object("tool") { tool in
      tool.object("driver") { driver in
        driver.member("name", "TownLayout")
        driver.member("version", ComponentVersions.townLayout)
        driver.array("rules") { list in
          for applied in run.parameters.appliedRules {
            list.object { $0.rule(applied, in: language) }
          }
        }
      }
    }
  }

  private mutating func rule(_ applied: AppliedRule, in language: Language) {
    let rule = applied.rule
    member("id", rule.code.text)
    message("shortDescription", rule.title.text(in: language))
    message("fullDescription", rule.statement.text(in: language))
    message("help", applied.help(in: language))
    object("defaultConfiguration") { configuration in
      configuration.member("enabled", applied.isEnabled)
      configuration.member("level", applied.severity.sarifLevel)
    }
    object("properties") { properties in
      properties.member("leavesFeatureOut", rule.leavesFeatureOut)
      properties.array("thresholds") { list in
        for limit in applied.limits {
          list.object { entry in
            entry.member("name", limit.name)
            entry.member("value", limit.value, decimals: Rounding.ratio)
            entry.member("unit", limit.unit.rawValue)
            entry.member("source", limit.source)
          }
        }
      }
    }
  }

  fileprivate mutating func artifacts(of run: ValidationRun) {
    array("artifacts") { list in
      for layer in run.layers {
        list.object { artifact in
          artifact.object("location") { $0.member("uri", layer.address.file.uriReference) }
          if let sha256 = layer.sha256 {
            artifact.object("hashes") { $0.member("sha-256", sha256) }
          }
          artifact.object("properties") { $0.member("layer", layer.key) }
        }
      }
    }
  }

  fileprivate mutating func results(of run: ValidationRun, in language: Language) {
    let rules = Dictionary(
      BoundaryRules.all.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    let files = Dictionary(
      run.layers.enumerated().map { ($1.key, (index: $0, file: $1.address.file)) },
      uniquingKeysWith: { first, _ in first })
    array("results") { list in
      for finding in run.result.findings {
        list.object { result in
          result.member("ruleId", finding.rule.text)
          if let index = rules[finding.rule] { result.member("ruleIndex", index) }
          result.member("level", finding.severity.sarifLevel)
          result.message("message", finding.message.text(in: language))
          result.array("locations") { locations in
            locations.object { location in
              if let file = files[finding.layer] {
                location.object("physicalLocation") { physical in
                  physical.object("artifactLocation") { artifact in
                    artifact.member("uri", file.file.uriReference)
                    artifact.member("index", file.index)
                  }
                }
              }
              location.logicalLocations(of: finding)
            }
          }
          result.suppressions(of: finding)
          result.properties(of: finding, on: run.grid)
        }
      }
    }
  }

  /// The layer, then each feature down to its vertex; each once, as the schema asks.
  private mutating func logicalLocations(of finding: Finding) {
    var places = finding.featureIDs.enumerated().map { index, id in
      LogicalPlace(finding.layer, id, index == 0 ? finding.element : nil)
    }
    places += finding.otherFeatureIDs.map {
      LogicalPlace(finding.otherLayer ?? finding.layer, $0, nil)
    }
    var seen: Set<String> = []
    array("logicalLocations") { list in
      list.object { layer in
        layer.member("kind", "layer")
        layer.member("name", finding.layer)
      }
      for place in places where seen.insert(place.path).inserted {
        list.object { location in
          location.member("kind", place.kind)
          location.member("name", place.name)
          location.member("fullyQualifiedName", place.path)
        }
      }
    }
  }

  private mutating func suppressions(of finding: Finding) {
    guard let waiver = finding.waiver else { return }
    array("suppressions") { list in
      list.object { suppression in
        suppression.member("kind", "external")
        suppression.member("status", "accepted")
        suppression.member("justification", waiver.reason)
        suppression.object("properties") { properties in
          properties.member("author", waiver.author)
          properties.member("until", waiver.until)
        }
      }
    }
  }

  private mutating func properties(of finding: Finding, on grid: GaussKrugerGrid) {
    object("properties") { properties in
      properties.member("value", finding.value, decimals: Rounding.measured)
      properties.member("limit", finding.limit, decimals: Rounding.measured)
      properties.member("unit", finding.unit.rawValue)
      properties.key("geometry")
      properties.geometry(finding.geometry, on: grid)
    }
  }

  /// A message object (§3.11) of plain text.
  private mutating func message(_ name: String, _ text: String) {
    object(name) { $0.member("text", text) }
  }
}

/// A feature or an element of it as a path of names.
private struct LogicalPlace {
  let name: String
  /// `feature`, `part`, `ring` or `vertex`.
  private(set) var kind = "feature"
  private(set) var path: String

  init(_ layer: String, _ id: FeatureID, _ element: GeometryElement?) {
    name = id.text
    path = "\(layer)/\(id.text)"
    for (name, number) in [
      ("part", element?.part), ("ring", element?.ring), ("vertex", element?.vertex),
    ] {
      guard let number else { break }
      path += "/\(name) \(number)"
      kind = name
    }
  }
}

extension Severity {
  /// The level of a result (§3.27.10), which has the same three names.
  fileprivate var sarifLevel: String { rawValue }
}

extension String {
  /// The path as a URI reference (RFC 3986): Chinese letters and spaces by their bytes.
  fileprivate var uriReference: String {
    addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? self
  }
}
