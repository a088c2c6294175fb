package import LayerStore

extension DecimalText {
  /// A number for readers: all decimals shown, thousands set apart by commas.
  package static func grouped(_ value: Double, decimals: Int) -> String {
    var bytes: [UInt8] = []
    guard append(value, decimals: decimals, to: &bytes) else { return "–" }
    let text = String(decoding: bytes, as: UTF8.self)
    let halves = text.split(separator: ".", omittingEmptySubsequences: false)
    let isNegative = text.hasPrefix("-")
    var whole = ""
    let digits = halves[0].drop { $0 == "-" }
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { whole.append(",") }
      whole.append(digit)
    }
    guard decimals > 0 else { return (isNegative ? "−" : "") + whole }
    let fraction = halves.count > 1 ? String(halves[1]) : ""
    let padding = String(repeating: "0", count: max(0, decimals - fraction.count))
    return (isNegative ? "−" : "") + whole + "." + fraction + padding
  }
}
