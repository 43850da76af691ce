package clipdesk.cutter.transport;

import clipdesk.cutter.h264.AccessUnit;
import clipdesk.cutter.h264.AvcConfiguration;
import clipdesk.cutter.h264.Nal;
import clipdesk.cutter.h264.ParameterSets;
import clipdesk.cutter.h264.Pictures;
import clipdesk.cutter.h264.StreamedPicture;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.util.Optional;

/**
 * Pictures of H.264, one in each unit. A recording begins anywhere: what stands before its first
 * IDR picture is not shown, if no decoder can make anything of it without parameter sets.
 */
final class H264Stream extends ElementaryStream {
  /** As players take it: what is further apart are two recordings. */
  private static final long JUMP_TICKS = StreamClock.TICKS_PER_SECOND;

  private final StreamClock clock;
  private Optional<PesHeader> header = Optional.empty();
  private Optional<AvcConfiguration> configuration = Optional.empty();
  private ParameterSets sets;
  private boolean mayHaveFields;
  private int otherSetsFrom = Integer.MAX_VALUE;
  private long lastDecoded = Long.MIN_VALUE;

  H264Stream(Programme.Stream entry, PacketFormat format, StreamClock clock) {
    super(entry, format);
    this.clock = clock;
  }

  @Override
  void starts(PesHeader started) {
    header = Optional.of(started);
  }

  @Override
  void ends() {
    if (payload.length() == 0) {
      return;
    }
    var picture = StreamedPicture.of(payload.bytes(), payload.length());
    long time = time();
    if (configuration.isPresent() || startsAnew(picture.unit())) {
      list(picture, time);
    } else if (picture.hasSets()) {
      throw unsupported("the first entry point is no IDR picture");
    }
    payload.drop(payload.length());
  }

  private void list(StreamedPicture picture, long time) {
    if (configuration.isEmpty()) {
      configure(picture);
    } else if (!picture.hasSetsOf(configuration.get())) {
      otherSetsFrom = Math.min(otherSetsFrom, pieces.count());
    }
    picture.requireOne();
    requireFrame(picture.unit());
    boolean key = otherSetsFrom > pieces.count() && isEntry(picture.unit());
    add(0, payload.length(), picture.sampleBytes(), time, key);
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

  private void configure(StreamedPicture picture) {
    var known = picture.configuration();
    sets = known.parameterSets();
    mayHaveFields = sets.sps().values().stream().anyMatch(it -> !it.frameMbsOnly());
    configuration = Optional.of(known);
  }

  /** Two fields of a frame in units of their own would be counted as two frames. */
  private void requireFrame(AccessUnit unit) {
    if (mayHaveFields && otherSetsFrom > pieces.count()) {
      Pictures.firstSlice(unit, sets);
    }
  }

  private boolean isEntry(AccessUnit unit) {
    boolean mayBe =
        unit.units().stream().anyMatch(it -> it.type() == Nal.IDR_SLICE || it.type() == Nal.SEI);
    if (!mayBe) {
      return false;
    }
    var entry = Pictures.entry(unit, sets);
    return entry == Pictures.Entry.IDR || entry == Pictures.Entry.RECOVERY_POINT;
  }

  private static boolean startsAnew(AccessUnit unit) {
    return unit.units().stream().anyMatch(it -> it.type() == Nal.IDR_SLICE);
  }

  @Override
  SampleForm sampleForm() {
    return SampleForm.H264;
  }

  AvcConfiguration configuration() {
    return configuration.orElseThrow(() -> unsupported("a stream without a picture"));
  }

  /** The first sample under parameter sets other than those of the configuration. */
  int otherSetsFrom() {
    return otherSetsFrom;
  }

  private static UnsupportedMasterException unsupported(String why) {
    return new UnsupportedMasterException(FallbackReason.CONTAINER, why);
  }
}
