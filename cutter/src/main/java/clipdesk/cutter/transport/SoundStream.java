package clipdesk.cutter.transport;

import clipdesk.cutter.foreign.Frames;
import clipdesk.cutter.foreign.JoinedClock;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.util.Optional;

/**
 * Packets of sound, each behind a header that says how long it is. Several stand in one unit, and
 * one may reach into the next.
 */
abstract sealed class SoundStream extends ElementaryStream
    permits AdtsStream, LatmStream, MpegAudioStream, Ac3Stream, Eac3Stream {
  private final StreamClock clock;
  private final int headerBytes;
  private Optional<Form> form = Optional.empty();
  private int unitStart;
  private long unitTime = Frames.UNKNOWN;
  private long lastTime = Frames.UNKNOWN;

  /**
   * What is the same in all packets of a stream.
   *
   * @param packetSamples how long each packet sounds
   * @param marks all fields of a header that a change of sound would change
   */
  record Form(int rate, int channels, int packetSamples, int marks) {}

  /**
   * @param headerBytes that must be there to know how long a packet is
   */
  SoundStream(Programme.Stream entry, PacketFormat format, StreamClock clock, int headerBytes) {
    super(entry, format);
    this.clock = clock;
    this.headerBytes = headerBytes;
  }

  /**
   * Has a header say how long its packet is, of which the rest may not have come yet.
   *
   * @throws UnsupportedMasterException if there is none, or one that no clip can carry
   */
  void requireHeader(byte[] bytes, int at) {
    form(bytes, at);
  }

  /**
   * What a whole packet says.
   *
   * @throws UnsupportedMasterException if it is one that no clip can carry
   */
  abstract Form form(byte[] bytes, int at);

  /** Length of a packet with its header. */
  abstract int packetBytes(byte[] bytes, int at);

  /** How many of them stand before what becomes a sample. */
  abstract int leftOut(byte[] bytes, int at);

  /** Length of the sample that becomes of it. */
  int sampleBytes(byte[] bytes, int at) {
    return packetBytes(bytes, at) - leftOut(bytes, at);
  }

  /** Its {@code stsd}. */
  abstract byte[] description();

  @Override
  boolean starts(PesHeader header) {
    boolean begins = false;
    unitTime = Frames.UNKNOWN;
    if (header.pts() != PesHeader.NONE) {
      unitTime = clock.unwrapped(header.pts());
      begins = lastTime != Frames.UNKNOWN && JoinedClock.isJump(unitTime - lastTime);
      if (!begins && lastTime != Frames.UNKNOWN && unitTime < lastTime) {
        throw unsupported("the clock of the sound goes back");
      }
      lastTime = unitTime;
      saw(unitTime);
    }
    if (begins) {
      // What the recording before broke off in is none of its packets.
      payload.drop(payload.length());
    }
    unitStart = payload.length();
    return begins;
  }

  @Override
  void ends() {
    byte[] bytes = payload.bytes();
    int at = 0;
    while (at + headerBytes <= payload.length()) {
      requireHeader(bytes, at);
      int length = packetBytes(bytes, at);
      int leftOut = leftOut(bytes, at);
      if (length <= leftOut) {
        throw unsupported("a packet of sound without a byte");
      }
      if (at + length > payload.length()) {
        break;
      }
      requireForm(form(bytes, at));
      long time = Frames.UNKNOWN;
      if (at >= unitStart) {
        time = unitTime;
        unitTime = Frames.UNKNOWN;
      }
      add(at + leftOut, at + length, sampleBytes(bytes, at), time, true);
      at += length;
    }
    payload.drop(at);
  }

  private void requireForm(Form found) {
    if (form.isPresent() && !form.get().equals(found)) {
      throw unsupported("the sound changes its form");
    }
    form = Optional.of(found);
  }

  @Override
  SampleForm sampleForm() {
    return SampleForm.AS_IS;
  }

  /** To be asked for when a packet was listed. */
  final Form form() {
    return form.orElseThrow(() -> unsupported("a stream without sound"));
  }

  static UnsupportedMasterException unsupported(String why) {
    return new UnsupportedMasterException(FallbackReason.CONTAINER, why);
  }
}
