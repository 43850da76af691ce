package clipdesk.cutter.reencode;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;

import clipdesk.cutter.codec.FrameDecoder;
import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.index.SampleIndex;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Decodes a few frames from anywhere in an indexed video. */
public final class FrameReader implements AutoCloseable {
  private static final Duration TIME_LIMIT = Duration.ofDays(1);

  private final SampleIndex index;
  private final Demuxer demuxer;
  private final Sources sources;

  public FrameReader(ByteSource video, SampleIndex index) throws IOException {
    this.index = index;
    this.demuxer =
        new Demuxer(video, /* mediaTimes= */ true, System.nanoTime() + TIME_LIMIT.toNanos());
    demuxer.alignTo(index);
    int number = Sources.videoIndex(demuxer, Optional.of(index));
    this.sources = new Sources(number, List.of(), List.of());
  }

  /**
   * Gives the frames of a range one after the other.
   *
   * @throws UnsupportedMasterException if one of them cannot be decoded
   */
  public void read(FrameRange range, FrameDecoder.Consumer consumer) throws IOException {
    var times = FrameTimes.of(index, range);
    try (var approach = new Approach(demuxer, sources, times)) {
      approach.begin();
      var wanted = new Wanted(times, consumer);
      try (var decoder = new FrameDecoder(sources.video(demuxer), wanted::take)) {
        while (!wanted.complete() && approach.next(packet -> decode(packet, decoder, wanted))) {
          // Packet by packet until the last frame has come.
        }
        decoder.finish();
      }
      if (!wanted.complete()) {
        throw new UnsupportedMasterException(
            FallbackReason.CODEC_FAILED,
            "frame %d cannot be decoded".formatted(range.in() + wanted.next));
      }
    }
  }

  private void decode(AVPacket packet, FrameDecoder decoder, Wanted wanted) {
    if (packet.stream_index() == sources.videoIndex()) {
      wanted.started |= (packet.flags() & AV_PKT_FLAG_KEY) != 0;
      if (wanted.started) {
        decoder.decode(packet);
      }
    }
  }

  /** The frames that are waited for. */
  private static final class Wanted {
    private final FrameTimes times;
    private final FrameDecoder.Consumer consumer;
    private int next;
    private boolean started;

    Wanted(FrameTimes times, FrameDecoder.Consumer consumer) {
      this.times = times;
      this.consumer = consumer;
    }

    boolean complete() {
      return next == times.frames();
    }

    void take(AVFrame frame) {
      if (!complete() && frame.pts() == times.ticks()[next]) {
        consumer.frame(frame);
        next++;
      }
    }
  }

  @Override
  public void close() throws IOException {
    demuxer.close();
  }
}
