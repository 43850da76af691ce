package clipdesk.common.aws;

import java.io.IOException;

/** A file is no longer the version that was asked for; no byte of another one is used. */
public final class SourceChangedException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param key of the file
   */
  public SourceChangedException(String key, Throwable cause) {
    super(key + " is no longer the version that was asked for", cause);
  }
}
