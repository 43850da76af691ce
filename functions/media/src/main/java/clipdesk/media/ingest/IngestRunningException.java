package clipdesk.media.ingest;

/** Another ingest of the video did not end in time; the event is to be delivered again. */
final class IngestRunningException extends RuntimeException {
  IngestRunningException(String videoId) {
    super("Another ingest of " + videoId + " is running");
  }
}
