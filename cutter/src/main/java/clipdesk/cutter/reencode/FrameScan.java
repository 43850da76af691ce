package clipdesk.cutter.reencode;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_DISCARD;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import clipdesk.cutter.codec.FrameDecoder;
import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.frames.RangeOutsideMasterException;
import clipdesk.cutter.mp4.SampleTables;
import clipdesk.cutter.refusals.MalformedMasterException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.IntPredicate;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Finds out when frames are shown where no index tells: reads all packets from the first one up to
 * the range's end, without decoding them. Frame 0 is the first one that a decoder gives: a stream
 * may begin with pictures that refer to others before it.
 */
final class FrameScan {
  /** Pictures come at most so many packets after those that are shown later: 16, as fields 32. */
  private static final int REORDER_PACKETS = 64;

  private final Demuxer master;
  private final int videoIndex;
  private long[] times = new long[4096];
  private int count;
  private long lastTime = Long.MIN_VALUE;
  private long lastDuration;
  private final Map<Long, Long> positions = new HashMap<>();

  private FrameScan(Demuxer master, int videoIndex) {
    this.master = master;
    this.videoIndex = videoIndex;
  }

  /**
   * Frames from the first one on.
   *
   * @param times of each frame, and last of all the end of the last one
   */
  record Scanned(long[] times) {}

  /** Leaves the demuxer somewhere behind the range. */
  static FrameTimes of(Demuxer master, int videoIndex, FrameRange range) throws IOException {
    return new FrameScan(master, videoIndex).scan(range);
  }

  /**
   * Reads on until frames are known that are shown behind a moment, or to the end.
   *
   * @param seconds of the presentation
   * @param start of the presentation on the demuxer's clock, in microseconds
   */
  static Scanned until(Demuxer master, int videoIndex, BigDecimal seconds, long start)
      throws IOException {
    var scan = new FrameScan(master, videoIndex);
    var base = master.stream(videoIndex).time_base();
    var last =
        seconds
            .add(BigDecimal.valueOf(start, 6))
            .multiply(BigDecimal.valueOf(base.den()))
            .divide(BigDecimal.valueOf(base.num()), 0, RoundingMode.CEILING)
            .longValueExact();
    scan.read(scan.firstShown(), frames -> scan.behind(last) > REORDER_PACKETS);
    return new Scanned(scan.times());
  }

  private FrameTimes scan(FrameRange range) throws IOException {
    long first = firstShown();
    long enough = range.out() + 1 + REORDER_PACKETS;
    read(first, frames -> frames >= enough);
    if (range.out() > count) {
      throw new RangeOutsideMasterException(range, count);
    }
    int in = (int) range.in();
    int out = (int) range.out();
    long[] ticks = Arrays.copyOfRange(times(), in, out + 1);
    long position = positions.getOrDefault(ticks[0], -1L);
    return FrameTimes.of(first, ticks, master.stream(videoIndex).time_base(), position);
  }

  private void read(long first, IntPredicate enough) throws IOException {
    master.restart();
    for (var read = master.read(); read.isPresent() && !enough.test(count); read = master.read()) {
      var packet = read.get();
      if (isShown(packet) && time(packet) >= first) {
        positions.put(time(packet), packet.pos());
        add(time(packet), packet.duration());
      }
    }
    Arrays.sort(times, 0, count);
    refuseSameTimes();
  }

  private int behind(long time) {
    int behind = 0;
    while (behind < count && behind <= REORDER_PACKETS && times[count - 1 - behind] > time) {
      behind++;
    }
    return behind;
  }

  private long[] times() {
    long[] all = Arrays.copyOf(times, count + 1);
    all[count] = lastTime + lastDuration();
    return all;
  }

  /** What an edit list hides is there for the decoder only. */
  private boolean isShown(AVPacket packet) {
    return packet.stream_index() == videoIndex && (packet.flags() & AV_PKT_FLAG_DISCARD) == 0;
  }

  private long firstShown() throws IOException {
    var video = master.stream(videoIndex);
    var seen = new FirstFrame();
    try (var decoder = new FrameDecoder(video, seen::frame)) {
      for (var read = master.read(); read.isPresent(); read = master.read()) {
        if (read.get().stream_index() == videoIndex) {
          decoder.decode(read.get());
        }
        if (seen.time.isPresent()) {
          return seen.time.getAsLong();
        }
      }
      decoder.finish();
    }
    return seen.time.orElseThrow(
        () -> MalformedMasterException.undecodable("not one frame comes out"));
  }

  private static final class FirstFrame {
    private OptionalLong time = OptionalLong.empty();

    void frame(AVFrame frame) {
      if (time.isEmpty()) {
        time = OptionalLong.of(frame.pts());
      }
    }
  }

  private static long time(AVPacket packet) {
    if (packet.pts() == AV_NOPTS_VALUE) {
      throw new MalformedMasterException(
          "master", packet.pos(), "a picture does not say when it is shown");
    }
    return packet.pts();
  }

  private void add(long time, long duration) {
    if (count == SampleTables.MAX_SAMPLES) {
      throw new MalformedMasterException("master", -1, "more than %d frames".formatted(count));
    }
    if (count == times.length) {
      times = Arrays.copyOf(times, 2 * count);
    }
    times[count++] = time;
    if (time > lastTime) {
      lastTime = time;
      lastDuration = duration;
    }
  }

  /** A last frame that does not say how long it is shown is as long as the one before it. */
  private long lastDuration() {
    return lastDuration > 0 || count < 2 ? Math.max(1, lastDuration) : lastTime - times[count - 2];
  }

  private void refuseSameTimes() {
    for (int i = 1; i < count; i++) {
      if (times[i] == times[i - 1]) {
        throw new MalformedMasterException(
            MalformedMasterException.TIMES,
            -1,
            "frames %d and %d are shown at the same time".formatted(i - 1, i));
      }
    }
  }
}
