package clipdesk.journeys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The processes in which the emulated stack runs a function: each is told its name and the stack's
 * state.
 */
final class FunctionProcesses {
  private final String name;
  private final String state;

  /**
   * Skips the test on a stack whose processes nobody can see.
   *
   * @param function its name without that of the stack
   */
  FunctionProcesses(Stack stack, String function) {
    Emulated.only(stack, "nobody kills a process of AWS");
    this.name = "AWS_LAMBDA_FUNCTION_NAME=" + stack.output("StackName") + "-" + function;
    this.state = "DOCKERLESS_STATE=" + stack.emulatorLog().orElseThrow().getParent();
  }

  /**
   * Ends all there are, at once and without a word to them.
   *
   * @return how many there were
   */
  int kill() {
    var running = ProcessHandle.allProcesses().filter(this::isOurs).toList();
    running.forEach(ProcessHandle::destroyForcibly);
    CompletableFuture.allOf(
            running.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
        .join();
    return running.size();
  }

  private boolean isOurs(ProcessHandle process) {
    try {
      var text =
          Files.readString(
              Path.of("/proc/%d/environ".formatted(process.pid())), StandardCharsets.ISO_8859_1);
      return List.of(text.split("\0", -1)).containsAll(List.of(name, state));
    } catch (IOException endedOrOfAnotherUser) {
      return false;
    }
  }
}
