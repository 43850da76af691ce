package clipdesk.transcript.fuzzing;

/** The main part of a DOCX, whose zip a fuzzer would never get past. */
public final class DocumentTarget {
  private DocumentTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    HostileFile.document(input);
  }
}
