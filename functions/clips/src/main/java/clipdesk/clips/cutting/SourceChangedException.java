package clipdesk.clips.cutting;

import java.io.IOException;

/** The master is no longer the version that was asked for; no byte of another one is used. */
final class SourceChangedException extends IOException {
  SourceChangedException(String key, Throwable cause) {
    super("The master " + key + " is no longer the version that was asked for", cause);
  }
}
