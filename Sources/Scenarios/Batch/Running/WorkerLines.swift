import Dispatch
import Foundation
package import LandModel
import Synchronization

/// What a batch and its workers say to each other, one line each.
enum WorkerLine {
  /// Tasks.
  static let base = "base"
  static let prepare = "prepare"
  static func run(_ number: Int) -> String { "run \(number)" }

  /// Answers.
  static let done = "done"
  private static let stop = "stop"

  /// An error that no other scenario would be spared.
  static func stopped(_ sentence: LocalizedText, code: Int32) -> String {
    let words = [sentence.english, sentence.chinese].map { Data($0.utf8).base64EncodedString() }
    return "\(stop) \(code) \(words[0]) \(words[1])"
  }

  /// The error of such an answer; nil for any other.
  static func stopped(_ line: String) -> BatchError? {
    let words = line.split(separator: " ")
    guard words.count == 4, words[0] == stop, let code = Int32(words[1]) else { return nil }
    let texts = words[2...].map { word in
      Data(base64Encoded: String(word)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
    return .stopped(
      sentence: LocalizedText(english: texts[0], chinese: texts[1]), code: code)
  }

  /// The scenario of a task; nil for any other.
  static func scenario(_ line: String) -> Int? {
    let words = line.split(separator: " ")
    return words.count == 2 && words[0] == "run" ? Int(words[1]) : nil
  }
}

/// A worker's side of the conversation.
package struct WorkerService {
  private var answers: ScenarioAnswers
  /// The sentence and the exit code of an error.
  private let describe: (any Error) -> (sentence: LocalizedText, code: Int32)

  package init(
    _ answers: ScenarioAnswers,
    describe: @escaping (any Error) -> (sentence: LocalizedText, code: Int32)
  ) {
    self.answers = answers
    self.describe = describe
  }

  /// Answers the first task with an error that no scenario would be spared.
  package static func refuse(_ sentence: LocalizedText, code: Int32) {
    guard readLine() != nil else { return }
    print(WorkerLine.stopped(sentence, code: code))
  }

  /// Does tasks as they come until there are no more.
  ///
  /// The input is read beside the work: when it ends, whoever gave the tasks is gone, and the worker ends at once.
  /// Standard output belongs to the answers; what libraries write there goes nowhere.
  package mutating func serve() {
    // Not for the solver's process: the end of the answers is to be seen when this one is gone.
    let answersTo = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
    let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
    if nowhere >= 0 { dup2(nowhere, STDOUT_FILENO) }
    let tasks = TaskQueue()
    Thread.detachNewThread {
      while let line = readLine() { tasks.append(line) }
      _exit(0)
    }
    while true {
      let answer = Array("\(answer(to: tasks.next()))\n".utf8)
      guard write(answersTo, answer, answer.count) == answer.count else { _exit(0) }
    }
  }

  private mutating func answer(to task: String) -> String {
    let describe = describe
    do {
      switch task {
      case WorkerLine.base: try answers.answerBase()
      case WorkerLine.prepare: try answers.prepare()
      default:
        guard let number = WorkerLine.scenario(task) else { return "unknown task" }
        try answers.answer(number) { describe($0).sentence }
      }
      return WorkerLine.done
    } catch {
      let (sentence, code) = describe(error)
      return WorkerLine.stopped(sentence, code: code)
    }
  }
}

/// Lines on their way from the thread that reads them to the one that works.
private final class TaskQueue: Sendable {
  private let lines = Mutex<[String]>([])
  private let count = DispatchSemaphore(value: 0)

  func append(_ line: String) {
    lines.withLock { $0.append(line) }
    count.signal()
  }

  func next() -> String {
    count.wait()
    return lines.withLock { $0.removeFirst() }
  }
}
