import Processes

/// A solver worker, which answers frames with frames.
///
/// It is shielded from the signals of a terminal and of a batch system, and ends when the program that asked does.
struct WorkerProcess: ~Copyable {
  private var child: ChildProcess

  /// Starts a worker.
  ///
  /// - Throws: ``WorkerFailure/notStarted(executable:reason:)``.
  init(executable: String, arguments: [String]) throws(WorkerFailure) {
    do throws(ChildProcessError) {
      child = try ChildProcess(
        executable: executable, arguments: arguments, standardError: .kept, isShielded: true)
    } catch {
      throw WorkerFailure(error)
    }
  }

  /// Sends a frame and waits for one.
  ///
  /// - Returns: nil when there is none by the deadline; the worker is then of no further use.
  /// - Throws: ``WorkerFailure``; the worker is then of no further use.
  mutating func answer(
    to frame: SolverFrame, until deadline: ContinuousClock.Instant
  ) throws(WorkerFailure) -> SolverFrame? {
    let bytes: [UInt8]
    do { bytes = try frame.bytes() } catch { throw .unreadable(error) }
    do throws(ChildProcessError) {
      guard try child.send(bytes, until: deadline) else { return nil }
    } catch {
      throw WorkerFailure(error)
    }
    guard let head = try receive(SolverFrame.headSize, until: deadline) else { return nil }
    let (kind, bodySize): (SolverFrame.Kind, Int)
    do { (kind, bodySize) = try SolverFrame.head(head) } catch { throw .unreadable(error) }
    guard let body = try receive(bodySize, until: deadline) else { return nil }
    return SolverFrame(kind: kind, body: body)
  }

  private mutating func receive(
    _ count: Int, until deadline: ContinuousClock.Instant
  ) throws(WorkerFailure) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var received = 0
    while received < count {
      do throws(ChildProcessError) {
        guard let more = try child.receive(into: &bytes, from: received, until: deadline) else {
          return nil
        }
        received += more
      } catch {
        throw WorkerFailure(error)
      }
    }
    return bytes
  }
}

extension WorkerFailure {
  fileprivate init(_ error: ChildProcessError) {
    switch error {
    case .notStarted(let executable, let reason):
      self = .notStarted(executable: executable, reason: reason)
    case .ended(let end, let message): self = .ended(cause: "\(end)", message: message)
    }
  }
}
