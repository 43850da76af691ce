package clipdesk.cutter.refusals;

import java.time.Duration;

/** A decoder, an encoder or a demuxer stands still over this master; nothing was published. */
public final class CodecHungException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CodecHungException(Duration limit) {
    super("a call of a codec or a demuxer did not return within %d s".formatted(limit.toSeconds()));
  }
}
