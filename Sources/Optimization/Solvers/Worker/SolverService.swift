import Foundation
import Processes

/// The worker's side: solves the programs it is sent, one after the other, until there are no more.
package enum SolverService {
  /// Answers requests by ``CBCSolver``.
  ///
  /// Standard input and output of the process become empty for everything else, so that whatever a library
  /// prints reaches nobody. The process ends at once when nobody can read an answer any more, even in the
  /// middle of a search.
  ///
  /// - Parameters:
  ///   - input: where requests come from, standard input.
  ///   - output: where answers go, standard output.
  /// - Throws: ``SolverFrameError`` for anything but whole requests one after the other; it is also told
  ///   to whom reads the output.
  package static func run(
    input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO
  ) throws(SolverFrameError) {
    let (source, sink) = try (aside(input), aside(output))
    Thread.detachNewThread {
      SystemCalls.waitForEnd(of: sink)
      _exit(EXIT_SUCCESS)
    }
    do throws(SolverFrameError) {
      while let frame = try nextFrame(source) {
        let reply = try answer(to: frame)
        guard SystemCalls.write(try reply.frame.bytes(), to: sink) else { return }
      }
    } catch {
      let refusal = SolverReply.refusal(error.description)
      _ = SystemCalls.write(try refusal.frame.bytes(), to: sink)
      throw error
    }
  }

  private static func answer(to frame: SolverFrame) throws(SolverFrameError) -> SolverReply {
    guard frame.kind == .request else { throw .kind(frame.kind.rawValue) }
    let request = try SolverRequest(body: frame.body)
    do throws(SolverError) {
      return .solution(try CBCSolver().search(request.program, limits: request.limits))
    } catch {
      guard case .abandoned(let status, let secondaryStatus) = error else {
        return .refusal("\(error)")
      }
      return .abandoned(status: status, secondaryStatus: secondaryStatus)
    }
  }

  /// Moves a standard descriptor aside and leaves an empty one in its place.
  private static func aside(_ descriptor: Int32) throws(SolverFrameError) -> Int32 {
    let moved = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
    let empty = moved < 0 ? -1 : unsafe open("/dev/null", O_RDWR | O_CLOEXEC)
    guard empty >= 0, dup2(empty, descriptor) >= 0 else {
      throw .system(SystemCalls.message(errno))
    }
    close(empty)
    return moved
  }

  /// The next frame; nil where the input ends between frames.
  private static func nextFrame(_ source: Int32) throws(SolverFrameError) -> SolverFrame? {
    let head = try bytes(SolverFrame.headSize, source)
    guard !head.isEmpty else { return nil }
    let (kind, bodySize) = try SolverFrame.head(head)
    let body = try bytes(bodySize, source)
    guard body.count == bodySize else {
      throw .truncated(
        bytes: head.count + body.count, expected: SolverFrame.headSize + bodySize)
    }
    return SolverFrame(kind: kind, body: body)
  }

  /// So many bytes, or those up to the end of the input.
  private static func bytes(_ count: Int, _ source: Int32) throws(SolverFrameError) -> [UInt8] {
    var bytes: [UInt8] = []
    // Memory grows with what comes, not with what a head says will come.
    while bytes.count < count {
      var piece = [UInt8](repeating: 0, count: min(count - bytes.count, 1 << 20))
      let read = SystemCalls.read(into: &piece, from: 0, of: source)
      if read > 0 {
        bytes += piece.prefix(read)
      } else if read == 0 {
        break
      } else if errno != EINTR {
        throw .system(SystemCalls.message(errno))
      }
    }
    return bytes
  }
}
