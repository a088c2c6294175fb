package import LandModel
package import LayoutAnalysis
package import Scenarios

/// The one object that a command prints with `--json`: compact, ending in a line break.
///
/// Property names are stable and stated by the schemas of ``ResultSchema``; geometry is GeoJSON.
package enum ResultJSON {
  /// `townlayout validate`: counts, then every finding with its place.
  package static func validate(
    _ result: BoundaryResult, on grid: GaussKrugerGrid, in language: Language
  ) -> String {
    text { object in
      object.counts(of: result)
      object.member("waived", result.waivedCount)
      object.omissions([(nil, result.omitted)])
      object.array("findings") { list in
        for finding in result.findings {
          list.object { $0.members(of: finding, on: grid, in: language) }
        }
      }
    }
  }

  /// `townlayout check`: counts, then one result for each town and constraint layer.
  ///
  /// - Parameters:
  ///   - findings: what is doubtful about the layers; invalid features were left out.
  ///   - proposals: null where no compliant boundaries were asked for.
  package static func check(
    _ result: RedLineResult, findings: [Finding] = [], on grid: GaussKrugerGrid,
    parameters: RedLineParameters,
    proposals: [CompliantBoundary]? = nil, in language: Language = .english
  ) -> String {
    text { object in
      object.counts(of: result)
      object.member("method", AreaMethod.code)
      object.thresholds(parameters)
      object.array("constraints") { list in
        for rule in result.rules { list.object { $0.members(of: rule, in: language) } }
      }
      object.array("results") { list in
        for pair in result.results { list.object { $0.members(of: pair, on: grid) } }
      }
      object.array("findings") { list in
        for finding in findings {
          list.object { $0.members(of: finding, on: grid, in: language) }
        }
      }
      guard let proposals else {
        object.key("compliant")
        return object.null()
      }
      object.array("compliant") { list in
        for proposal in proposals {
          list.object { $0.members(of: proposal, on: grid, in: language) }
        }
      }
    }
  }

  /// `townlayout delimit`: a proposal for each site, industry and size class, or why there is none.
  package static func delimit(
    _ result: DelimitationResult, on grid: GaussKrugerGrid, in language: Language
  ) -> String {
    text { object in
      object.member("sites", result.sites.count)
      object.member("method", AreaMethod.code)
      object.array("proposals") { list in
        for proposal in result.proposals {
          let site = result.sites[proposal.site]
          list.object { $0.members(of: proposal, at: site, on: grid, in: language) }
        }
      }
      object.array("refusals") { list in
        for refusal in result.refusals {
          list.object { entry in
            entry.member("town_id", result.sites[refusal.site].id.text)
            entry.member("industry", refusal.industry)
            entry.member("size_class_m2", refusal.sizeClass?.value, decimals: Rounding.area)
            entry.shortfall(refusal.shortfall, in: language)
          }
        }
      }
    }
  }

  /// `townlayout layout`: the chosen towns, the objective and its proof, the rules, the others.
  package static func layout(
    _ result: LayoutResult, of delimitation: DelimitationResult, in language: Language
  ) -> String {
    text { object in
      object.outcome(of: result, in: language)
      object.terms(of: result, from: delimitation)
      object.answers(of: result, from: delimitation, in: language)
      object.chosen(of: result, from: delimitation, in: language)
      object.array("rejected") { list in
        for rejected in result.rejected {
          list.object { entry in
            entry.member("town_id", delimitation.sites[rejected.site].id.text)
            entry.member("reason", rejected.reason)
            entry.member("because", rejected.because)
            entry.member("dominated_by", rejected.dominatedBy?.text)
            entry.member("text", rejected.text.text(in: language))
          }
        }
      }
    }
  }

  /// `townlayout plan`: the outcome and counts of every stage; details are in the output folder.
  package static func plan(_ run: RunResult, in language: Language) -> String {
    text { object in
      object.member("title", run.title.text(in: language))
      object.outcome(of: run.layout, in: language)
      object.terms(of: run.layout, from: run.delimitation)
      object.summaries(of: run)
      object.chosen(of: run.layout, from: run.delimitation, in: language)
    }
  }

  /// `townlayout convert`: what was written, and how its positions changed.
  package static func convert(
    _ report: LayerConversion.Report, in language: Language
  ) -> String {
    text { object in
      object.member("features", report.featureCount)
      object.member("from", report.from.text)
      object.member("to", report.to.text)
      object.member("operation", report.operation)
      object.array("remarks") { list in
        for remark in report.remarks { list.value(remark.text(in: language)) }
      }
    }
  }

  private static func text(_ body: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    writer.object(body)
    writer.newline()
    return writer.text
  }
}
