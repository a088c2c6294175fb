internal import CGDAL

/// What GDAL said during some calls on this thread, instead of printing it.
@safe final class Messages {
  /// A warning or an error, in the order given.
  struct Entry: Equatable {
    let isError: Bool
    let text: String
  }

  /// The different ones, in the order given.
  private(set) var entries: [Entry] = []
  /// Every error counts, also one that was given before.
  private(set) var errorCount = 0
  private(set) var lastError = ""

  /// More different ones than this are not kept: a broken file can give one per feature.
  private static let limit = 64

  private init() {}

  /// Runs `body` with GDAL's messages of this thread collected.
  static func collected<Value, Failure: Error>(
    _ body: (Messages) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    precondition(driversAreRegistered)
    let messages = Messages()
    unsafe CPLPushErrorHandlerEx(
      { severity, _, text in
        guard let state = unsafe CPLGetErrorHandlerUserData(), let text = unsafe text else {
          return
        }
        // Debug output, which an environment variable can turn on, is for GDAL's developers.
        guard severity.rawValue >= CE_Warning.rawValue else { return }
        let messages = unsafe Unmanaged<Messages>.fromOpaque(state).takeUnretainedValue()
        unsafe messages.add(isError: severity.rawValue >= CE_Failure.rawValue, text)
      }, Unmanaged.passUnretained(messages).toOpaque())
    defer {
      CPLPopErrorHandler()
      withExtendedLifetime(messages) {}
    }
    CPLErrorReset()
    return try body(messages)
  }

  /// The last error, else the last warning, else nothing.
  var reason: String { errorCount > 0 ? lastError : entries.last?.text ?? "" }

  var warnings: [String] { entries.filter { !$0.isError }.map(\.text) }

  private func add(isError: Bool, _ text: UnsafePointer<CChar>) {
    let entry = unsafe Entry(isError: isError, text: String(cString: text))
    if isError {
      errorCount += 1
      lastError = entry.text
    }
    guard entries.count < Self.limit, !entries.contains(entry) else { return }
    entries.append(entry)
  }
}
