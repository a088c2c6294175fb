import LandModel
import LayoutAnalysis
import Scenarios
import TestSupport
import Testing

struct ValidationSettingsTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private static let text = """
    townlayout: 1
    crs: EPSG:4547
    validate:
      profile: survey
      rules:
        geometry.spike: {thresholds: {angle: 5}}
      waivers-file: waivers.yaml
    layer: {id: BSM, declared-area: {attribute: MJ, unit: ha}}
    layers:
      roads.gpkg: {role: context, id: ROAD}

    """

  private func settings(
    _ text: String = text, options: ValidationSettings.Options = []
  ) throws -> ValidationSettings {
    try scratch.write(
      "waivers: [{rule: geometry.spike, features: [A], reason: r, author: a}]\n",
      to: "waivers.yaml")
    return try ValidationSettings(
      file: scratch.write(text, to: "settings.yaml"), options: options)
  }

  @Test func `rules, waivers and layers are read as in a plan`() throws {
    let settings = try settings()
    #expect(settings.crs == "EPSG:4547")
    #expect(settings.parameters.profile?.key == "survey")
    #expect(settings.parameters.waivers.map(\.waiver.reason) == ["r"])
    let layers = try settings.layers(["data/towns.shp", "data/roads.gpkg"])
    #expect(layers.map(\.key) == ["towns.shp", "roads.gpkg"])
    #expect(layers.map(\.role) == [.candidates, .context])
    #expect(layers.map { $0.attributes["id"] } == ["BSM", "ROAD"])
    #expect(layers.map { $0.declaredArea?.unit } == ["ha", "ha"])
    #expect(layers[0].file == "data/towns.shp")
  }

  @Test func `an option goes before the file, down to a key of a section`() throws {
    let settings = try settings(options: [("id", "ID"), ("declared-area.unit", "mu")])
    let layers = try settings.layers(["towns.shp", "roads.gpkg"])
    #expect(layers.map { $0.attributes["id"] } == ["ID", "ID"])
    #expect(layers[0].declaredArea?.attribute == "MJ")
    #expect(layers[0].declaredArea?.unit == "mu")
  }

  @Test func `without a file the options say everything`() throws {
    let settings = try ValidationSettings(
      file: nil, options: [("coverage", "true"), ("crs", "EPSG:4525")])
    let layer = try #require(try settings.layers(["a/b.geojson"]).first)
    #expect(layer.isCoverage)
    #expect(layer.crs == CRSIdentifier("EPSG:4525"))
    #expect(layer.role == .candidates)
    #expect(settings.parameters == BoundaryParameters())
  }

  @Test func `a layer that the command line does not name is an error at its line`() throws {
    let error = #expect(throws: PlanError.self) { try settings().layers(["towns.shp"]) }
    #expect(
      error?.cause
        == .unknownName(kind: "layer on the command line", name: "roads.gpkg", nearest: nil))
    #expect(error?.place.line == 10)
  }

  @Test func `files beside the settings are found from the settings' folder`() throws {
    let text = "townlayout: 1\nadministrative: {file: counties.geojson, id: code}\n"
    let settings = try settings(text)
    let layer = try #require(try settings.administrative(nil, options: []))
    #expect(layer.file == scratch.path("counties.geojson"))
    #expect(layer.key == "counties.geojson")
    let other = try #require(try settings.administrative("own.shp", options: [("id", "gb")]))
    #expect(other.file == "own.shp")
    #expect(other.attributes["id"] == "gb")
  }

  @Test func `boundaries of known position are a section, and no key of the rules`() throws {
    let text = "townlayout: 1\nreference: {file: last-year.gpkg, crs: EPSG:4547}\n"
    let layer = try #require(try settings(text).reference(nil, options: []))
    #expect(layer.file == scratch.path("last-year.gpkg"))
    #expect(layer.crs?.text == "EPSG:4547" && layer.role == .context)
    #expect(throws: PlanError.self) {
      try settings("townlayout: 1\nvalidate: {reference: last-year.gpkg}\n")
    }
  }

  @Test func `two files of one name in two folders keep two keys`() throws {
    let layers = try ValidationSettings(file: nil).layers(["east/t.shp", "west/t.shp"])
    #expect(layers.map(\.key) == ["east/t.shp", "west/t.shp"])
  }
}
