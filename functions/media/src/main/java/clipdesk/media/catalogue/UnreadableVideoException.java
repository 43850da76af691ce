package clipdesk.media.catalogue;

/** A row of the catalogue is not as the ingest writes it. */
final class UnreadableVideoException extends RuntimeException {
  /**
   * @param member the first that is not; never its value
   */
  UnreadableVideoException(String member) {
    super("Not as the ingest writes it: " + member);
  }
}
