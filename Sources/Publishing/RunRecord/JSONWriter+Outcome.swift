package import LandModel
package import LayoutAnalysis
package import Scenarios

/// The answer of the layout, as `run.json` and the command line's `--json` both state it.
extension JSONWriter {
  /// Writes status, objective, rules, contradictions and the size of the model as members.
  package mutating func outcome(of layout: LayoutResult, in language: Language) {
    member("status", layout.status.rawValue)
    object("objective") { objective in
      objective.member("unit", "points")
      objective.member("value", layout.objective, decimals: Rounding.points)
      objective.member("bound", layout.bound, decimals: Rounding.points)
      objective.member("gap", layout.gap?.value, decimals: Rounding.ratio)
      objective.member(
        "dual_bound", layout.certificate?.dualPoints, decimals: Rounding.points)
      objective.member("dual_gap", layout.certificate?.dualGap?.value, decimals: Rounding.ratio)
      if let unit = layout.coarseUnit {
        objective.member("counted_in", unit, decimals: Rounding.points)
      }
      objective.array("terms") { terms in
        for term in layout.terms {
          terms.object { entry in
            entry.member("name", term.name)
            entry.member("value", term.value, decimals: Rounding.points)
          }
        }
      }
    }
    array("rules") { list in
      for rule in layout.rules { list.rule(rule, in: language) }
    }
    array("contradictions") { list in
      for text in layout.contradictions { list.value(text.text(in: language)) }
    }
    object("model") { model in
      model.member("columns", layout.columnCount)
      model.member("rows", layout.rowCount)
      model.member("nodes", layout.nodeCount)
    }
    member("solver_failure", layout.solverFailure)
  }

  private mutating func rule(_ rule: LayoutRule, in language: Language) {
    object { entry in
      entry.member("code", rule.code)
      entry.member("subject", rule.subject.isEmpty ? nil : rule.subject)
      entry.member("limit", rule.limit, decimals: Rounding.measured)
      entry.member("used", rule.used, decimals: Rounding.measured)
      entry.member("unit", rule.unit.rawValue)
      entry.member("binding", rule.isBinding)
      entry.member("text", rule.text.text(in: language))
    }
  }

  /// Writes counts of what each stage found, as members.
  package mutating func summaries(of run: RunResult) {
    let chosen = run.layout.chosen.map { run.delimitation.proposals[$0] }
    object("towns") { towns in
      towns.member("candidates", run.candidates.count)
      towns.member("proposals", run.delimitation.proposals.count)
      towns.member("chosen", chosen.count)
      let area = chosen.reduce(SquareMetres.zero) { $0 + $1.ellipsoidalArea }
      let construction = chosen.reduce(SquareMetres.zero) { $0 + $1.constructionArea }
      towns.member("area_m2", area.value, decimals: Rounding.area)
      towns.member("construction_area_m2", construction.value, decimals: Rounding.area)
    }
    object("validation") { stages in
      for stage in RunStage.allCases {
        stages.object(stage.rawValue) { $0.counts(of: stage.validation(of: run)) }
      }
    }
    object("check") { stages in
      for stage in RunStage.allCases {
        stages.object(stage.rawValue) { $0.counts(of: stage.check(of: run)) }
      }
    }
  }

  /// Writes how numbers in the outputs are measured and rounded, as a member.
  package mutating func conventions(of run: RunResult, in language: Language) {
    object("conventions") { entry in
      entry.member("area_method", AreaMethod.code)
      entry.member("area_method_text", AreaMethod.text.text(in: language))
      entry.member("geojson_crs", "CGCS2000 longitude, latitude (EPSG:4490), RFC 7946")
      entry.member("geopackage_crs", run.grid.crs.text)
      entry.object("decimals") { decimals in
        decimals.member("degrees", Rounding.degrees)
        decimals.member("square_metres", Rounding.area)
        decimals.member("metres", Rounding.length)
        decimals.member("ratios", Rounding.ratio)
        decimals.member("points", Rounding.points)
      }
    }
  }
}
