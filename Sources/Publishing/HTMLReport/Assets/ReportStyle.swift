/// The report's style sheet: for the screen first, then narrow screens, then paper.
enum ReportStyle {
  static let all = page + content + map + media
}
