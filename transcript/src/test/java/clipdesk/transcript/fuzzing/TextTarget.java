package clipdesk.transcript.fuzzing;

/** An official text, of any form. */
public final class TextTarget {
  private TextTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    HostileFile.text(input);
  }
}
