package clipdesk.cutter.reencode;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_FATAL;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_get;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import clipdesk.cutter.FallbackReason;
import clipdesk.cutter.MalformedMasterException;
import clipdesk.cutter.UnsupportedMasterException;
import clipdesk.cutter.io.ByteSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacv.FFmpegFrameGrabber;

/**
 * The packets of a master, through JavaCV's grabber. Every failure to read leaves as what the
 * source threw: FFmpeg alone would take it for the end of the file, and may go on behind it.
 */
final class Demuxer implements AutoCloseable {
  /** No stream has this number: JavaCV is not to open a decoder for sound that may have none. */
  private static final int NO_STREAM = Integer.MAX_VALUE;

  private final MasterStream bytes;
  private final FFmpegFrameGrabber grabber;
  private Optional<AVPacket> current = Optional.empty();

  /**
   * @param mediaTimes whether times are those of the tracks' media, edit lists left aside
   * @param deadlineNanos of {@link System#nanoTime()}, after which nothing is read any more
   */
  Demuxer(ByteSource master, boolean mediaTimes, long deadlineNanos) throws IOException {
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
      grabber.start();
    } catch (FFmpegFrameGrabber.Exception e) {
      bytes.rethrowFailure();
      throw new MalformedMasterException(
          "master", -1, "FFmpeg cannot decode it: " + e.getMessage());
    }
    bytes.rethrowFailure();
    if (grabber.getVideoStream() < 0 || grabber.getImageWidth() <= 0) {
      throw new UnsupportedMasterException(
          FallbackReason.VIDEO_CODEC, "no video that can be decoded");
    }
  }

  /** Pictures in the order of the file, covers left out. */
  List<AVStream> videos() {
    return streams(AVMEDIA_TYPE_VIDEO);
  }

  List<AVStream> sounds() {
    return streams(AVMEDIA_TYPE_AUDIO);
  }

  private List<AVStream> streams(int type) {
    var context = grabber.getFormatContext();
    List<AVStream> streams = new ArrayList<>();
    for (int i = 0; i < context.nb_streams(); i++) {
      var stream = context.streams(i);
      boolean cover = (stream.disposition() & AV_DISPOSITION_ATTACHED_PIC) != 0;
      if (stream.codecpar().codec_type() == type && !cover) {
        streams.add(stream);
      }
    }
    return streams;
  }

  AVStream stream(int index) {
    return grabber.getFormatContext().streams(index);
  }

  /** What the container says of a stream, or of the whole. */
  static Optional<String> tag(AVDictionary tags, String name) {
    var entry = tags == null ? null : av_dict_get(tags, name, null, 0);
    return entry == null || entry.isNull()
        ? Optional.empty()
        : Optional.of(entry.value().getString());
  }

  /** As {@link #tag(AVDictionary, String)}, of the file. */
  Optional<String> fileTag(String name) {
    return tag(grabber.getFormatContext().metadata(), name);
  }

  /** The next packet, valid up to the next call; empty at the end. */
  Optional<AVPacket> read() throws IOException {
    current.ifPresent(packet -> av_packet_unref(packet));
    current = Optional.ofNullable(grabber.grabPacket());
    bytes.rethrowFailure();
    return current;
  }

  /**
   * Goes to a packet from which a stream can be decoded, about at a time or before it.
   *
   * @return whether the container could; if not, the place is any
   */
  boolean seek(AVStream stream, long ticks) throws IOException {
    int result =
        av_seek_frame(grabber.getFormatContext(), stream.index(), ticks, AVSEEK_FLAG_BACKWARD);
    bytes.rethrowFailure();
    return result >= 0;
  }

  /** Starts again. Streams from before are no longer valid. */
  void restart() throws IOException {
    current = Optional.empty();
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
