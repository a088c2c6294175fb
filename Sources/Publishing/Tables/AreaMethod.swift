package import LandModel

/// How areas in the outputs are measured: named wherever one is printed.
package enum AreaMethod {
  /// Stable code in machine-readable outputs.
  package static let code = "ellipsoidal-cgcs2000-2008-32"

  /// The method in words, with its source (domain facts §3.3).
  package static let text = LocalizedText(
    english: "ellipsoidal area on CGCS2000 by the published formula of 国土调查办发〔2008〕32号, "
      + "measured before rounding; planar area on the working grid beside it",
    chinese: "CGCS2000 椭球面积，按《图幅理论面积与图斑椭球面积计算公式及要求》"
      + "（国土调查办发〔2008〕32号）计算，取整前量算；另附投影平面面积")
}
