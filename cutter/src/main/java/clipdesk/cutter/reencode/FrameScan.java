package clipdesk.cutter.reencode;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_DISCARD;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import clipdesk.cutter.FrameRange;
import clipdesk.cutter.MalformedMasterException;
import clipdesk.cutter.RangeOutsideMasterException;
import clipdesk.cutter.codec.FrameDecoder;
import clipdesk.cutter.mp4.SampleTables;
import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalLong;
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

  private FrameScan(Demuxer master, int videoIndex) {
    this.master = master;
    this.videoIndex = videoIndex;
  }

  /** Leaves the demuxer somewhere behind the range. */
  static FrameTimes of(Demuxer master, int videoIndex, FrameRange range) throws IOException {
    return new FrameScan(master, videoIndex).scan(range);
  }

  private FrameTimes scan(FrameRange range) throws IOException {
    long first = firstShown();
    master.restart();
    var video = master.stream(videoIndex);
    long enough = range.out() + 1 + REORDER_PACKETS;
    for (var read = master.read(); read.isPresent() && count < enough; read = master.read()) {
      var packet = read.get();
      if (isShown(packet) && time(packet) >= first) {
        add(time(packet), packet.duration());
      }
    }
    Arrays.sort(times, 0, count);
    refuseSameTimes();
    if (range.out() > count) {
      throw new RangeOutsideMasterException(range, count);
    }
    int in = (int) range.in();
    int out = (int) range.out();
    long[] ticks = Arrays.copyOfRange(times, in, out + 1);
    if (out == count) {
      ticks[out - in] = lastTime + lastDuration();
    }
    return FrameTimes.of(first, ticks, video.time_base());
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
        () -> new MalformedMasterException("master", -1, "not one frame can be decoded"));
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
            "master", -1, "frames %d and %d are shown at the same time".formatted(i - 1, i));
      }
    }
  }
}
