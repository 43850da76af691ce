package clipdesk.cutter.transport;

import clipdesk.cutter.foreign.JoinedClock;
import clipdesk.cutter.h264.Sps;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;

/**
 * Pictures, one in each unit. The first recording begins anywhere: what stands before its first IDR
 * picture is not shown, if no decoder can make anything of it without parameter sets. One that was
 * joined to it begins with a picture that needs no other, or players show what nobody recorded.
 */
abstract sealed class PictureStream extends ElementaryStream
    permits H264Stream, HevcStream, Mpeg2Stream {
  private final StreamClock clock;
  private final JoinedClock joined;
  private int otherSetsFrom = Integer.MAX_VALUE;
  private long lastDecoded = Long.MIN_VALUE;
  private long recordingFrom = Long.MIN_VALUE;
  private long time;
  private boolean isJoined;
  private long joinedAt;

  PictureStream(Programme.Stream entry, PacketFormat format, StreamClock clock) {
    super(entry, format);
    this.clock = clock;
    this.joined = new JoinedClock(entry.pid());
  }

  /** Lists the picture in {@link #payload}, unless it is one of those that are not shown. */
  abstract void picture(long time);

  /** What is shown of a picture; to be asked for when one was listed. */
  abstract Sps.Shape shape();

  /** Its {@code stsd}. */
  abstract byte[] description();

  @Override
  boolean starts(PesHeader header) {
    if (header.pts() == PesHeader.NONE) {
      throw unsupported("a picture without a time");
    }
    long decoded = clock.unwrapped(header.dts());
    long shown = clock.unwrapped(header.pts());
    int jumps = joined.jumps();
    time = shown + joined.shift(entry().pid(), decoded, shown);
    boolean begins = joined.jumps() > jumps;
    if (begins) {
      isJoined = true;
      recordingFrom = time;
    } else if (decoded <= lastDecoded) {
      throw unsupported("the clock goes back from %d to %d".formatted(lastDecoded, decoded));
    }
    if (time < recordingFrom) {
      throw unsupported("a recording begins with pictures that are shown before its first");
    }
    lastDecoded = decoded;
    saw(time);
    return begins;
  }

  @Override
  void ends() {
    if (payload.length() > 0) {
      picture(time);
      joinedAt = isJoined ? payload.packetOf(0) : joinedAt;
      isJoined = false;
      payload.drop(payload.length());
    }
  }

  /** Whether the picture is the first of a recording that was joined to another. */
  final boolean isJoined() {
    return isJoined;
  }

  /**
   * To be asked with each picture.
   *
   * @param needsNoOther whether it, and all that is shown behind it, is decoded without what is
   *     before it
   * @throws UnsupportedMasterException if it does, and stands behind another recording
   */
  final void requireStart(boolean needsNoOther) {
    if (isJoined && !needsNoOther) {
      throw unsupported("a recording that was joined begins in the middle of its pictures");
    }
  }

  /** The clock of all recordings; to be asked for when the stream is at its end. */
  JoinedClock joined() {
    return joined;
  }

  /** Place in the file of the first picture of the last recording. */
  long joinedAt() {
    return joinedAt;
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
