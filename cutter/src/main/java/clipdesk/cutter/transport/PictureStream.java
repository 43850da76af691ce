package clipdesk.cutter.transport;

import clipdesk.cutter.h264.Sps;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.util.Optional;

/**
 * Pictures, one in each unit. A recording begins anywhere: what stands before its first IDR picture
 * is not shown, if no decoder can make anything of it without parameter sets.
 */
abstract sealed class PictureStream extends ElementaryStream
    permits H264Stream, HevcStream, Mpeg2Stream {
  /** As players take it: what is further apart are two recordings. */
  private static final long JUMP_TICKS = StreamClock.TICKS_PER_SECOND;

  private final StreamClock clock;
  private Optional<PesHeader> header = Optional.empty();
  private int otherSetsFrom = Integer.MAX_VALUE;
  private long lastDecoded = Long.MIN_VALUE;

  PictureStream(Programme.Stream entry, PacketFormat format, StreamClock clock) {
    super(entry, format);
    this.clock = clock;
  }

  /** Lists the picture in {@link #payload}, unless it is one of those that are not shown. */
  abstract void picture(long time);

  /** What is shown of a picture; to be asked for when one was listed. */
  abstract Sps.Shape shape();

  /** Its {@code stsd}. */
  abstract byte[] description();

  @Override
  void starts(PesHeader started) {
    header = Optional.of(started);
  }

  @Override
  void ends() {
    if (payload.length() > 0) {
      picture(time());
      payload.drop(payload.length());
    }
  }

  private long time() {
    var times = header.orElseThrow();
    if (times.pts() == PesHeader.NONE) {
      throw unsupported("a picture without a time");
    }
    long decoded = clock.unwrapped(times.dts());
    if (lastDecoded != Long.MIN_VALUE
        && (decoded <= lastDecoded || decoded - lastDecoded > JUMP_TICKS)) {
      throw unsupported("the clock jumps from %d to %d".formatted(lastDecoded, decoded));
    }
    lastDecoded = decoded;
    long shown = clock.unwrapped(times.pts());
    saw(shown);
    return shown;
  }

  /** The next picture brings parameter sets other than those of the configuration. */
  void setsChange() {
    otherSetsFrom = Math.min(otherSetsFrom, pieces.count());
  }

  /** Whether all pictures so far stand under the parameter sets of the configuration. */
  boolean hasFirstSets() {
    return otherSetsFrom > pieces.count();
  }

  /** The first sample under other parameter sets. */
  int otherSetsFrom() {
    return otherSetsFrom;
  }

  static UnsupportedMasterException unsupported(String why) {
    return new UnsupportedMasterException(FallbackReason.CONTAINER, why);
  }
}
