package clipdesk.common.logging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The standard output of this process, for tests of what goes there past the logger. */
public final class StandardOutput {
  private StandardOutput() {}

  /** What is watched. */
  public interface Action {
    void run() throws IOException;
  }

  /** What an action prints; other threads' output is among it. */
  public static String of(Action action) throws IOException {
    var out = System.out;
    var printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      action.run();
    } finally {
      System.setOut(out);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }
}
