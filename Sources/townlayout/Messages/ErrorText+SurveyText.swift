import LandModel
import LayerStore

extension ErrorText {
  /// What is wrong with a line of a survey text, and what to do.
  static func text(_ fault: SurveyTextFault) -> String {
    switch fault {
    case .notText:
      "this is binary data or UTF-16, not text; save the file as GBK or UTF-8"
    case .notEncoded(as: nil):
      "these bytes are neither UTF-8 nor GBK; name the encoding by --encoding, or ask for a new copy"
    case .notEncoded(as: let encoding?):
      "these bytes are not \(encoding); correct --encoding, or ask for a new copy"
    case .noParcel:
      "no line is a parcel of a survey text (fields, then @); is it another kind of text?"
    case .pointOutsideParcel:
      "a point stands before any parcel; its line of fields that ends with @ is missing"
    case .unknownLine:
      "the line is neither a heading, key=value, a parcel nor a point; correct or remove it"
    case .tooFewFields(let found):
      "a point has number, ring and two ordinates, but there are \(found) fields; the file may be cut "
        + "off: ask for a complete copy"
    case .tooMany(let what, let limit): "\(text(what, limit)); is the file damaged?"
    case .notANumber(let text): "“\(text.prefix(40))” is not a number; correct it"
    case .pointsMissing(let declared, let found):
      "界址点数 says \(declared), but \(found.counted("point follows", "points follow")); ask for a complete copy, or correct the "
        + "number"
    case .unknownShape(let text):
      "“\(text.prefix(40))” is none of 点, 线 and 面; correct the fifth field"
    case .mixedZones(let zone, let others):
      "the eastings begin with \(text(zone)), those of most parcels with \(text(others)); one file is one "
        + "zone: split it, or bring all parcels into one zone"
    }
  }

  private static func text(_ zone: Int) -> String { zone == 0 ? "no zone" : "zone \(zone)" }

  private static func text(_ what: SurveyTextFault.Countable, _ limit: Int) -> String {
    switch what {
    case .fields: "a parcel has more than \(limit) fields"
    case .keys: "the header has more than \(limit) keys"
    case .rings: "a parcel has more than \(limit) rings"
    }
  }
}
