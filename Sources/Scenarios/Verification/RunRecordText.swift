import Foundation
package import LandModel
package import LayoutAnalysis

/// What `run.json` states, as far as a verification needs it.
package struct RunRecordText: Sendable {
  package struct Input: Sendable, Decodable {
    package let layer: String
    package let address: String
    package let sha256: String
  }

  package struct Town: Sendable, Decodable {
    package let id: FeatureID
    package let industry: String
    package let ellipsoidalArea: SquareMetres
    package let constructionArea: SquareMetres
    package let score: Double
    package let sizeClass: SquareMetres?

    private enum CodingKeys: String, CodingKey {
      case id = "town_id"
      case industry, score
      case ellipsoidalArea = "area_m2"
      case constructionArea = "construction_area_m2"
      case sizeClass = "size_class_m2"
    }
  }

  struct PlanFile: Decodable {
    let file: String
    let sha256: String
  }

  struct Objective: Decodable {
    let value: Double?
    let bound: Double?
    let gap: Double?
    let dualBound: Double?
    let terms: [ObjectiveTerm]

    private enum CodingKeys: String, CodingKey {
      case value, bound, gap, terms
      case dualBound = "dual_bound"
    }
  }

  struct Sums: Decodable {
    let area: Double
    let construction: Double

    private enum CodingKeys: String, CodingKey {
      case area = "area_m2"
      case construction = "construction_area_m2"
    }
  }

  /// How counties share; a record of an earlier version states none.
  struct Equity: Decodable {
    struct County: Decodable {
      let county: FeatureID
      let value: Double
      let fairShare: Double?
      let level: Double?

      private enum CodingKeys: String, CodingKey {
        case county, value, level
        case fairShare = "fair_share"
      }
    }

    let least: Double
    let counties: [County]

    var stated: StatedEquity {
      StatedEquity(
        least: least,
        counties: counties.map {
          StatedEquity.County(
            id: $0.county, value: $0.value, fairShare: $0.fairShare, level: $0.level)
        })
    }
  }

  private struct Members: Decodable {
    let plan: PlanFile
    let versions: [String: String]
    let crs: String
    let parameters: [String: String]
    let inputs: [Input]
    let status: LayoutStatus
    let objective: Objective
    let chosen: [Town]
    let towns: Sums
    let certificate: StatedProof?
    let equity: Equity?

    enum CodingKeys: String, CodingKey {
      case plan, versions, inputs, status, objective, chosen, towns, certificate, equity
      case crs = "working_crs"
      case parameters = "effective_parameters"
    }
  }

  private struct Version: Decodable {
    let number: Int

    enum CodingKeys: String, CodingKey { case number = "townlayout_run" }
  }

  private static let fileName = "run.json"
  private static let version = 1
  /// A record of a province has some megabytes.
  private static let largestFile = 256_000_000
  /// A record nests six levels deep.
  private static let deepestNesting = 32

  /// The plan file as the run was given it.
  package let planFile: String
  package let planSHA256: String
  package let versions: [String: String]
  package let crs: CRSIdentifier
  package let effectiveParameters: [String: String]
  /// In plan order.
  package let inputs: [Input]
  package let towns: [Town]
  package let status: LayoutStatus
  /// Nil where the record states none.
  package let certificate: StatedProof?
  private let objective: Objective
  private let sums: Sums
  private let equity: Equity?

  /// Reads the record of a run's folder.
  ///
  /// - Throws: ``RunRecordError``.
  package init(folder: String) throws(RunRecordError) {
    let file = URL(filePath: folder).appending(path: Self.fileName).path
    let data = try Self.data(folder: folder, file: file)
    // Recursion of a parser ends in a crash long before memory does.
    guard Self.nesting(of: data) <= Self.deepestNesting else {
      throw .tooDeep(file: file, limit: Self.deepestNesting)
    }
    let found = try Self.decoded(Version.self, from: data, file: file).number
    guard found == Self.version else {
      throw .otherVersion(file: file, found: found, expected: Self.version)
    }
    let members = try Self.decoded(Members.self, from: data, file: file)
    planFile = members.plan.file
    planSHA256 = members.plan.sha256
    versions = members.versions
    crs = CRSIdentifier(members.crs)
    effectiveParameters = members.parameters
    inputs = members.inputs
    towns = members.chosen
    status = members.status
    objective = members.objective
    sums = members.towns
    certificate = members.certificate
    equity = members.equity
  }

  /// What the record states of the plan, with the towns as their own files state them.
  package func plan(of towns: [StatedTown]) -> StatedPlan {
    StatedPlan(
      status: status, objective: objective.value, bound: objective.bound,
      gap: objective.gap.map { Ratio($0) }, dualBound: objective.dualBound, terms: objective.terms,
      towns: towns,
      ellipsoidalArea: SquareMetres(sums.area), constructionArea: SquareMetres(sums.construction),
      equity: equity?.stated)
  }

  private static func data(folder: String, file: String) throws(RunRecordError) -> Data {
    let files = FileManager.default
    var isFolder: ObjCBool = false
    guard files.fileExists(atPath: folder, isDirectory: &isFolder) else {
      throw .folderMissing(path: folder)
    }
    guard isFolder.boolValue else { throw .notAFolder(path: folder) }
    guard files.fileExists(atPath: file) else { throw .recordMissing(folder: folder) }
    let data: Data?
    do {
      let handle = try FileHandle(forReadingFrom: URL(filePath: file))
      defer { try? handle.close() }
      // Its size comes before its bytes: what is too large for a record may be too large for the memory.
      if try handle.seekToEnd() > largestFile {
        data = nil
      } else {
        try handle.seek(toOffset: 0)
        data = try handle.readToEnd() ?? Data()
      }
    } catch {
      throw .notReadable(file: file, reason: (error as NSError).localizedDescription)
    }
    guard let data, data.count <= largestFile else {
      throw .tooLarge(file: file, limit: largestFile)
    }
    return data
  }

  private static func decoded<Value: Decodable>(
    _ type: Value.Type, from data: Data, file: String
  ) throws(RunRecordError) -> Value {
    do {
      return try JSONDecoder().decode(type, from: data)
    } catch let error as DecodingError {
      let known = RunRecordError(error, file: file)
      // Of a number that is not whole the decoder says no more than of broken JSON.
      guard case .notJSON = known, let member = MisfitNumber(in: data)?.path else { throw known }
      throw .wrongMember(file: file, member: member, reason: "no whole number of 64 bits")
    } catch {
      throw .notJSON(file: file, reason: "\(error)")
    }
  }

  /// The greatest number of brackets open at once, texts left out.
  private static func nesting(of data: Data) -> Int {
    var (depth, deepest) = (0, 0)
    var (isText, isEscaped) = (false, false)
    for byte in data {
      if isText {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isText = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isText = true
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
        deepest = max(deepest, depth)
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      default: continue
      }
    }
    return deepest
  }
}

extension RunRecordError {
  /// What a decoder found wrong, by the member's path.
  fileprivate init(_ error: DecodingError, file: String) {
    func path(_ context: DecodingError.Context, _ key: (any CodingKey)? = nil) -> String {
      let keys = context.codingPath + (key.map { [$0] } ?? [])
      guard !keys.isEmpty else { return "the record" }
      return keys.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")
    }
    switch error {
    case .keyNotFound(let key, let context):
      self = .wrongMember(file: file, member: path(context, key), reason: "missing")
    case .typeMismatch(let type, let context):
      self = .wrongMember(file: file, member: path(context), reason: "no \(type)")
    case .valueNotFound(let type, let context):
      self = .wrongMember(file: file, member: path(context), reason: "null, no \(type)")
    case .dataCorrupted(let context):
      let cause = (context.underlyingError as NSError?)?.userInfo["NSDebugDescription"]
      let reason = cause as? String ?? context.debugDescription
      self =
        context.codingPath.isEmpty
        ? .notJSON(file: file, reason: reason)
        : .wrongMember(file: file, member: path(context), reason: reason)
    @unknown default: self = .notJSON(file: file, reason: "\(error)")
    }
  }
}
