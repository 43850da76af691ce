package clipdesk.transcript.fuzzing;

/** Words that somebody heard, of any form. */
public final class WordsTarget {
  private WordsTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    HostileFile.words(input);
  }
}
