package clipdesk.newsletters.sending;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The standard output while worlds are simulated: read for what is personal, and thrown away. */
final class Overheard extends OutputStream {
  private static final String PERSONAL = "@press.example";

  private final ThreadLocal<Boolean> heard = ThreadLocal.withInitial(() -> false);

  /** What is done while somebody listens. */
  interface Action {
    void run(Overheard overheard) throws IOException;
  }

  static void during(Action action) throws IOException {
    var overheard = new Overheard();
    var out = System.out;
    System.setOut(new PrintStream(overheard, /* autoFlush= */ true, StandardCharsets.UTF_8));
    try {
      action.run(overheard);
    } finally {
      System.setOut(out);
    }
  }

  /** Whether this thread has said something personal since it was asked last. */
  boolean take() {
    boolean was = heard.get();
    heard.set(false);
    return was;
  }

  @Override
  public void write(int letter) {
    // Whatever is printed comes by the line.
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    if (new String(bytes, from, length, StandardCharsets.UTF_8).contains(PERSONAL)) {
      heard.set(true);
    }
  }
}
