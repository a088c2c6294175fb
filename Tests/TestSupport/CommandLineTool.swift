package import Foundation

/// An installed program used as an independent oracle (`cs2cs`, `ogr2ogr`, `ogrinfo`).
package enum CommandLineTool {
  /// Runs a program found on the path and returns its standard output; nil where it failed or is absent.
  package static func output(
    _ arguments: [String], input: String? = nil, folder: URL? = nil
  ) -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let (standardInput, standardOutput) = (Pipe(), Pipe())
    process.standardInput = standardInput
    process.standardOutput = standardOutput
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { return nil }
    // A pipe holds 64 KiB; larger inputs are written while the program reads.
    let bytes = Data((input ?? "").utf8)
    DispatchQueue.global().async {
      try? standardInput.fileHandleForWriting.write(contentsOf: bytes)
      try? standardInput.fileHandleForWriting.close()
    }
    let data = standardOutput.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return nil }
    return String(decoding: data, as: UTF8.self)
  }
}
