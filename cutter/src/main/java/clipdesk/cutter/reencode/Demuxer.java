package clipdesk.cutter.reencode;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_ENCRYPTION_INFO;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_get_side_data;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_FATAL;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import clipdesk.cutter.codec.NativeCalls;
import clipdesk.cutter.foreign.JoinedClock;
import clipdesk.cutter.index.SampleIndex;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.javacpp.SizeTPointer;
import org.bytedeco.javacv.FFmpegFrameGrabber;

/**
 * The packets of a master, through JavaCV's grabber. Every failure to read leaves as what the
 * source threw: FFmpeg alone would take it for the end of the file, and may go on behind it.
 */
public final class Demuxer implements AutoCloseable {
  /** No stream has this number: JavaCV is not to open a decoder for sound that may have none. */
  private static final int NO_STREAM = Integer.MAX_VALUE;

  private final MasterStream bytes;
  private final FFmpegFrameGrabber grabber;
  private Optional<AVPacket> current = Optional.empty();
  private Optional<JoinedClock> clock = Optional.empty();
  private final Map<Integer, Long> shifts = new HashMap<>();

  /**
   * @param mediaTimes whether times are those of the tracks' media, edit lists left aside
   * @param deadlineNanos of {@link System#nanoTime()}, after which nothing is read any more
   */
  public Demuxer(ByteSource master, boolean mediaTimes, long deadlineNanos) throws IOException {
    av_log_set_level(AV_LOG_FATAL);
    bytes = new MasterStream(master, deadlineNanos);
    grabber = new FFmpegFrameGrabber(bytes, Integer.MAX_VALUE - 8);
    // A master is data from outside: only the demuxers we mean, and no way to any other file.
    grabber.setOption("format_whitelist", "mov,mxf,mpegts,matroska,webm");
    grabber.setOption("protocol_whitelist", "none");
    grabber.setOption("max_streams", "64");
    grabber.setOption("fflags", "+genpts");
    if (mediaTimes) {
      grabber.setOption("ignore_editlist", "1");
    }
    grabber.setAudioStream(NO_STREAM);
    try {
      start();
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private void start() throws IOException {
    try {
      NativeCalls.demuxing(this::started);
    } catch (FFmpegFrameGrabber.Exception e) {
      bytes.rethrowFailure();
      throw notStarted(e);
    }
    bytes.rethrowFailure();
    if (videos().isEmpty()) {
      throw new UnsupportedMasterException(FallbackReason.NO_PICTURE, "no stream of pictures");
    }
    if (grabber.getVideoStream() < 0 || grabber.getImageWidth() <= 0) {
      throw MalformedMasterException.undecodable("nothing says how large they are");
    }
  }

  private FFmpegFrameGrabber started() throws FFmpegFrameGrabber.Exception {
    grabber.start();
    return grabber;
  }

  private RuntimeException notStarted(FFmpegFrameGrabber.Exception cause) {
    var context = grabber.getFormatContext();
    boolean opened = context != null && !context.isNull() && context.nb_streams() > 0;
    var refused =
        opened && !videos().isEmpty()
            ? MalformedMasterException.undecodable("no decoder takes them")
            : new UnsupportedMasterException(
                opened ? FallbackReason.NO_PICTURE : FallbackReason.NOT_A_VIDEO,
                opened ? "no stream of pictures" : "no container that is known");
    refused.initCause(cause);
    return refused;
  }

  /** Pictures in the order of the file, covers left out. */
  public List<AVStream> videos() {
    return streams(AVMEDIA_TYPE_VIDEO);
  }

  public List<AVStream> sounds() {
    return streams(AVMEDIA_TYPE_AUDIO);
  }

  private List<AVStream> streams(int type) {
    var context = grabber.getFormatContext();
    List<AVStream> streams = new ArrayList<>();
    for (int i = 0; i < context.nb_streams(); i++) {
      var stream = context.streams(i);
      if (stream.codecpar().codec_type() == type && !OtherStreams.isCover(stream)) {
        streams.add(stream);
      }
    }
    return streams;
  }

  /** Streams that are neither picture nor sound, and chapters, in words. */
  List<String> others() {
    return OtherStreams.inWords(grabber.getFormatContext());
  }

  public AVStream stream(int index) {
    return grabber.getFormatContext().streams(index);
  }

  /** What the container says of the whole. */
  Optional<String> fileTag(String name) {
    return Tags.find(grabber.getFormatContext().metadata(), name);
  }

  /** Has times of one clock from now on, if this is a transport stream of several recordings. */
  void joinClocks(int videoIndex) {
    if (grabber.getFormatContext().iformat().name().getString().equals("mpegts")) {
      clock = Optional.of(new JoinedClock(videoIndex));
    }
  }

  /**
   * Has the times of an index from now on. Fragments are counted from their stream's start, and
   * shown later by FFmpeg where composition offsets are negative: both move a track as a whole.
   */
  public void alignTo(SampleIndex index) throws IOException {
    if (!index.movie().isFragmented()) {
      return;
    }
    Map<Integer, Long> firstTimes = new HashMap<>();
    for (var named : index.namedTracks()) {
      var samples = named.track().samples();
      if (samples.count() > 0) {
        firstTimes.put(named.track().number(), samples.window(0, 1).pts(0));
      }
    }
    for (var read = read(); read.isPresent() && !firstTimes.isEmpty(); read = read()) {
      var packet = read.get();
      var first = firstTimes.remove(stream(packet.stream_index()).id());
      if (first != null && packet.pts() != AV_NOPTS_VALUE) {
        shifts.put(packet.stream_index(), first - packet.pts());
      }
    }
    restart();
  }

  /** What a report says of the places found so far at which the master's clock jumps. */
  Optional<String> gaps() {
    return clock.flatMap(JoinedClock::inWords);
  }

  /** Where the presentation starts on the container's clock: with the first picture or sound. */
  long startMicros() {
    long start = grabber.getFormatContext().start_time();
    return start == AV_NOPTS_VALUE ? 0 : start;
  }

  /** The next packet, valid up to the next call; empty at the end. */
  public Optional<AVPacket> read() throws IOException {
    current.ifPresent(packet -> av_packet_unref(packet));
    current = Optional.ofNullable(NativeCalls.demuxing(grabber::grabPacket));
    bytes.rethrowFailure();
    if (current.isPresent() && isEncrypted(current.get())) {
      throw new UnsupportedMasterException(FallbackReason.ENCRYPTED, "its samples are encrypted");
    }
    if (clock.isPresent() && current.isPresent()) {
      PacketTimes.adjust(current.get(), clock.get());
    }
    current.ifPresent(it -> PacketTimes.shift(it, shifts.getOrDefault(it.stream_index(), 0L)));
    return current;
  }

  private static boolean isEncrypted(AVPacket packet) {
    var info = av_packet_get_side_data(packet, AV_PKT_DATA_ENCRYPTION_INFO, (SizeTPointer) null);
    return info != null && !info.isNull();
  }

  /**
   * Goes to a packet from which a stream can be decoded, about at a time or before it.
   *
   * @return whether the container could; if not, the place is any
   */
  boolean seek(AVStream stream, long ticks) throws IOException {
    clock.ifPresent(JoinedClock::restart);
    var context = grabber.getFormatContext();
    int number = stream.index();
    long place = ticks - shifts.getOrDefault(number, 0L);
    int result =
        NativeCalls.demuxing(() -> av_seek_frame(context, number, place, AVSEEK_FLAG_BACKWARD));
    bytes.rethrowFailure();
    return result >= 0;
  }

  /** Starts again. Streams from before are no longer valid. */
  void restart() throws IOException {
    current = Optional.empty();
    clock.ifPresent(JoinedClock::restart);
    try {
      grabber.stop();
    } catch (FFmpegFrameGrabber.Exception e) {
      throw new IOException("The demuxer cannot be closed", e);
    }
    start();
  }

  @Override
  public void close() throws IOException {
    try {
      grabber.close();
    } catch (FFmpegFrameGrabber.Exception e) {
      throw new IOException("The demuxer cannot be closed", e);
    }
  }
}
