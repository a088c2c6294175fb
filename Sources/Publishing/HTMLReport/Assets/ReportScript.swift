/// The report's script: no library, nothing loaded, strict mode.
enum ReportScript {
  /// All parts in one closure, so that nothing of them is global.
  static let all =
    "(function () {\n'use strict';\n" + geometry + drawing + interaction + tables + "})();\n"
}
