package clipdesk.cut;

import clipdesk.cutter.preview.PreviewMaker;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Says how far the work is: in place on a terminal, else in a line now and then. */
final class FrameProgress implements PreviewMaker.Progress {
  private static final Duration ON_A_TERMINAL = Duration.ofMillis(200);
  private static final Duration IN_LINES = Duration.ofSeconds(10);

  private final PrintStream out;
  private final boolean terminal;
  private final InstantSource clock;
  private Instant next;

  FrameProgress(PrintStream out, boolean terminal, InstantSource clock) {
    this.out = out;
    this.terminal = terminal;
    this.clock = clock;
    this.next = clock.instant().plus(every());
  }

  /** On standard error, so that standard output has the result alone. */
  static FrameProgress onStandardError() {
    return new FrameProgress(System.err, isOnATerminal(), InstantSource.system());
  }

  /** Whether somebody looks on, so that a line may be written over. */
  static boolean isOnATerminal() {
    return System.console() != null && System.console().isTerminal();
  }

  private Duration every() {
    return terminal ? ON_A_TERMINAL : IN_LINES;
  }

  @Override
  public void frames(long done, long all) {
    var now = clock.instant();
    if (now.isBefore(next)) {
      return;
    }
    next = now.plus(every());
    var text = "%3d %%  %d of %d frames".formatted(100 * done / all, done, all);
    if (terminal) {
      out.print("\r" + text + "\r");
      out.flush();
    } else {
      out.println(text);
    }
  }
}
