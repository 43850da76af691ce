package clipdesk.clips.cutting;

/**
 * An object under {@code clip-requests/} that the portal did not write. It goes to the dead letters
 * with its cause; no clip and no status comes of it.
 */
final class BadClipRequestException extends RuntimeException {
  BadClipRequestException(String clipId, String reason) {
    super("Clip request " + clipId + " is refused: " + reason);
  }
}
