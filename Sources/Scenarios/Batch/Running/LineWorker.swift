import Foundation
import LandModel
import Processes

/// A process of this very program that answers lines with lines; what it says on standard error is seen as this
/// one's.
final class LineWorker {
  var identifier: pid_t { child.identifier }

  private var child: ChildProcess
  private var pending: [UInt8] = []

  /// Starts a worker.
  ///
  /// - Parameter arguments: of the program, its name not among them.
  /// - Throws: ``BatchError/noWorker(reason:)``.
  init(arguments: [String]) throws(BatchError) {
    do throws(ChildProcessError) {
      child = try ChildProcess(
        executable: ChildProcess.thisProgram, arguments: arguments, standardError: .inherited,
        isShielded: false)
    } catch {
      throw .noWorker(reason: error.sentence)
    }
  }

  /// Sends a line and waits for the answer, as long as it takes.
  ///
  /// - Throws: ``ChildProcessError/ended(_:message:)`` where the worker ended instead.
  func answer(to line: String) throws(ChildProcessError) -> String {
    _ = try child.send(Array("\(line)\n".utf8))
    var block = [UInt8](repeating: 0, count: 4096)
    while true {
      if let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
        let line = String(decoding: pending[..<end], as: UTF8.self)
        pending.removeSubrange(...end)
        return line
      }
      pending += block[..<(try child.receive(into: &block, from: 0) ?? 0)]
    }
  }

  /// Ends its input, by which it ends, and waits for that.
  func dismiss() { child.dismiss() }
}

extension ChildProcessError {
  /// What happened to the process.
  var sentence: LocalizedText {
    switch self {
    case .notStarted(_, let reason): LocalizedText(english: reason, chinese: reason)
    case .ended(let end, _):
      switch end {
      case .exitCode(let code): LocalizedText(english: "\(end)", chinese: "退出码 \(code)")
      case .signal(let number, let name):
        LocalizedText(english: "\(end)", chinese: "信号 \(number)（\(name)）")
      case .socketClosed: LocalizedText(english: "\(end)", chinese: "通信中断")
      }
    }
  }
}
