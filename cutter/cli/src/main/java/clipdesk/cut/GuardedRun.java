package clipdesk.cut;

import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.NewFiles;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Runs the work of one command: whatever happens, a signal too, nothing half made is left, and
 * every refusal is a sentence.
 *
 * @param source as the person named it
 * @param verbose whether the technical cause follows the sentence
 */
record GuardedRun(String source, Refusal refusal, boolean verbose) {
  static final int DONE = 0;
  static final int REFUSED = 1;
  static final int WRONG_USE = 2;

  /** What a command does with its master; files that it makes are gone unless published. */
  @FunctionalInterface
  interface Work {
    void with(ByteSource master, NewFiles files) throws IOException;
  }

  /** The exit code. */
  int of(Work work) {
    var files = new NewFiles();
    var hook = new Thread(() -> removeAll(files));
    Runtime.getRuntime().addShutdownHook(hook);
    try (files;
        var master = Sources.open(source)) {
      work.with(master, files);
      return DONE;
    } catch (IllegalArgumentException e) {
      System.err.println(Refusal.stopped(e.getMessage()));
      return WRONG_USE;
    } catch (UncheckedIOException e) {
      refuse(e.getCause());
    } catch (IOException | RuntimeException e) {
      refuse(e);
    } finally {
      release(hook);
    }
    return REFUSED;
  }

  private void refuse(Exception cause) {
    System.err.println(refusal.sentence(cause));
    if (verbose) {
      cause.printStackTrace();
    }
  }

  private static void removeAll(NewFiles files) {
    try {
      files.close();
    } catch (IOException e) {
      System.err.println(e.getMessage());
    }
  }

  private static void release(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException goingDown) {
      // The hook runs; it is not needed twice.
    }
  }
}
