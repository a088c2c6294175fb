import Foundation
import LandModel
import LayoutAnalysis
import Scenarios
import TestSupport
import Testing

struct WaiverFileTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func waivers(_ text: String, as name: String) throws -> [FindingWaiver] {
    try WaiverFile.waivers(file: scratch.write(text, to: name))
  }

  private func error(_ text: String, as name: String) throws -> PlanError? {
    do {
      _ = try waivers(text, as: name)
      return nil
    } catch let error as PlanError {
      return error
    }
  }

  @Test func `a YAML file says which findings are accepted, why and by whom`() throws {
    let waivers = try waivers(
      """
      waivers:
        - rule: layer.overlap
          layer: towns
          features: [CZ-001, CZ-002]
          near: {lon: 113.1, lat: 25.7, within: 50 m}
          until: end of 2027
          reason: 两县共建
          author: 李娜
        - {rule: geometry.multipart, features: ['*'], reason: Valleys, author: Li Na}

      """, as: "waivers.yaml")
    try #require(waivers.count == 2)
    #expect(waivers[0].features == ["CZ-001", "CZ-002"])
    #expect(waivers[0].layer == "towns")
    #expect(waivers[0].place == .init(centre: XY(113.1, 25.7), radius: Metres(50)))
    #expect(waivers[0].waiver == Waiver(reason: "两县共建", author: "李娜", until: "end of 2027"))
    #expect(waivers[0].origin == "waivers.yaml:2")
    #expect(waivers[1].features == nil)
    #expect(waivers[1].layer == nil)
  }

  @Test func `a table says the same, in UTF-8 with its mark or in GBK`() throws {
    let text = """
      rule,layer,features,lon,lat,within,until,reason,author\r
      layer.overlap,towns,CZ-001; CZ-002,113.1,25.7,50 m,,"两县共建，""已""批\n复",李娜\r

      """
    let utf8 = try waivers("\u{FEFF}" + text, as: "utf8.csv")
    // 郴州 in GBK is B3BB D6DD: Foundation's encoder is checked by these four bytes.
    let gbk = String.Encoding(rawValue: 0x8000_0632)
    #expect("郴州".data(using: gbk) == Data([0xB3, 0xBB, 0xD6, 0xDD]))
    let data = try #require(text.data(using: gbk))
    let other = try WaiverFile.waivers(file: scratch.write(data, to: "gbk.csv"))
    for waivers in [utf8, other] {
      try #require(waivers.count == 1)
      #expect(waivers[0].features == ["CZ-001", "CZ-002"])
      #expect(waivers[0].waiver.reason == "两县共建，\"已\"批\n复")
      #expect(waivers[0].place?.radius == Metres(50))
    }
  }

  @Test func `a table of findings is one where reason and author were written into it`() throws {
    let waivers = try waivers(
      """
      rule,severity,layer,feature_ids,message,lon,lat,waiver_reason,waiver_author,waiver_until
      layer.overlap,error,towns,CZ-001;CZ-002,"They share 5 m²",113.1,25.7,Agreed,Li Na,
      layer.overlap,error,towns,CZ-003;CZ-004,They share 7 m²,113.2,25.8,,,
      attribute.missing-field,error,towns,,There is no field,,,Later,Li Na,2027

      """, as: "findings.csv")
    try #require(waivers.count == 2)
    #expect(waivers[0].place == .init(centre: XY(113.1, 25.7), radius: Metres(1)))
    #expect(waivers[1].features == [])
    #expect(waivers[1].place == nil)
    #expect(waivers[1].origin == "findings.csv:4")
  }

  @Test func `what is wrong is told with its line`() throws {
    let good = "waivers:\n  - {rule: layer.overlap, features: [A], reason: r, author: a}\n"
    #expect(try error(good, as: "good.yaml") == nil)
    let cases: [(String, String, PlanError.Cause)] = [
      (
        "layer.overlap", "layer.overlab",
        .unknownName(kind: "validation rule", name: "layer.overlab", nearest: "layer.overlap")
      ),
      (", reason: r", "", .missingKey("reason")), (", author: a", "", .missingKey("author")),
      (", features: [A]", "", .missingKey("features")),
      ("reason: r", "reason: ' '", .wrongValue(expected: "a text", found: "nothing")),
      ("reason:", "reeson:", .unknownKey("reeson", nearest: "reason")),
    ]
    for (text, other, cause) in cases {
      let found = try error(good.replacing(text, with: other), as: "bad.yaml")
      #expect(found?.cause == cause, "\(other)")
      #expect(found?.place.line == 2)
    }
  }

  @Test func `what is wrong in a table is told with its line`() throws {
    let good = "rule,features,reason,author\n\nlayer.overlap,A,r,a\n"
    #expect(try error(good, as: "good.csv") == nil)
    let cases: [(String, String, Int, PlanError.Cause)] = [
      (
        "layer.overlap", "layer.overlab", 3,
        .unknownName(kind: "validation rule", name: "layer.overlab", nearest: "layer.overlap")
      ),
      (",r,a", ",,a", 3, .missingKey("reason")), (",r,a", ",r,", 3, .missingKey("author")),
      (",A,", ",,", 3, .missingKey("features")),
      ("reason", "reeson", 1, .unknownKey("reeson", nearest: "reason")),
      ("rule,features,reason,author", "rule,features,reason", 1, .missingKey("author")),
    ]
    for (text, other, line, cause) in cases {
      let found = try error(good.replacing(text, with: other), as: "bad.csv")
      #expect(found?.cause == cause, "\(other)")
      #expect(found?.place.line == line)
    }
  }

  @Test func `damaged files end in an error or in waivers, never otherwise`() throws {
    let yaml = "waivers:\n  - {rule: layer.overlap, features: [A], reason: r, author: a}\n"
    let csv =
      "rule,layer,features,lon,lat,within,until,reason,author\n"
      + "layer.overlap,towns,A;B,113.1,25.7,50 m,,\"a, \"\"b\"\"\",c\n"
    var generator = SeededGenerator(seed: 20)
    for (name, text) in [("f.yaml", yaml), ("f.csv", csv)] {
      for _ in 0..<300 {
        var bytes = Array(text.utf8)
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
          let place = Int.random(in: 0..<bytes.count, using: &generator)
          bytes[place] = UInt8.random(in: 0...255, using: &generator)
        }
        let file = try scratch.write(Data(bytes), to: name)
        do { _ = try WaiverFile.waivers(file: file) } catch {
          #expect(error.place.file == file)
        }
      }
    }
  }
}
