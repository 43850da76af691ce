package clipdesk.cutter.reencode;

import clipdesk.cutter.codec.NativeCalls;
import clipdesk.cutter.frames.FrameNames;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.mp4.Timecode;
import clipdesk.cutter.plan.FrameClock;
import clipdesk.cutter.plan.Moment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Names frames of a master that has no index, by reading as much of it as a question needs. */
final class ScannedNames implements FrameNames {
  private final ByteSource master;

  ScannedNames(ByteSource master) {
    this.master = master;
  }

  @Override
  public long frameAt(BigDecimal seconds) {
    return ask((demuxer, video, code) -> clock(demuxer, video, code, seconds).frameAt(seconds));
  }

  @Override
  public long frameLabelled(String label) {
    return ask(
        (demuxer, video, code) -> {
          var until = code.map(known -> seconds(known, label)).orElse(BigDecimal.ZERO);
          return clock(demuxer, video, code, until).frameLabelled(label);
        });
  }

  private static BigDecimal seconds(Timecode code, String label) {
    return BigDecimal.valueOf(code.framesTo(label))
        .multiply(BigDecimal.valueOf(code.frameDuration()))
        .divide(BigDecimal.valueOf(code.timescale()), 9, RoundingMode.CEILING);
  }

  private interface Question {
    long answer(Demuxer demuxer, int video, Optional<Timecode> code) throws IOException;
  }

  private long ask(Question question) {
    try {
      return new NativeCalls().lookAfter(() -> answer(question));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long answer(Question question) throws IOException {
    try (var demuxer = new Demuxer(master, /* mediaTimes= */ false, Long.MAX_VALUE)) {
      int video = Sources.videoIndex(demuxer, Optional.empty());
      demuxer.joinClocks(video);
      return question.answer(demuxer, video, ClipTimecode.found(demuxer, video));
    }
  }

  private static FrameClock clock(
      Demuxer demuxer, int video, Optional<Timecode> code, BigDecimal until) throws IOException {
    long start = demuxer.startMicros();
    var times = FrameScan.until(demuxer, video, until, start).times();
    // Asked for here: scanning starts the demuxer anew.
    var base = demuxer.stream(video).time_base();
    long num = base.num();
    long den = base.den();
    return new FrameClock(
        times.length - 1L,
        frame ->
            Moment.of(Math.multiplyExact(times[Math.toIntExact(frame)], num), den)
                .minus(Moment.of(start, 1_000_000)),
        code);
  }
}
