package clipdesk.cutter.codec;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_INTERLACED_DCT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_NONE;
import static org.bytedeco.ffmpeg.global.avutil.av_d2q;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;

import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * An encoder of pictures: every picture is shown as soon as it is decoded. Not safe for threads.
 */
public final class FrameEncoder implements AutoCloseable {
  private static final int MAX_RATE_TERM = 1_001_000;

  private final AVCodecContext context;
  private final AVPacket packet = av_packet_alloc();
  private final List<Picture> pictures = new ArrayList<>();

  /**
   * One encoded picture.
   *
   * @param stream units behind start codes
   */
  public record Picture(byte[] stream, long pts, boolean isSync) {}

  /**
   * @param like the first frame, whose size, format and colours the encoder takes
   */
  public FrameEncoder(EncoderSettings settings, AVFrame like) {
    var codec = avcodec_find_encoder_by_name(settings.encoder());
    context = avcodec_alloc_context3(codec);
    context.width(like.width());
    context.height(like.height());
    context.pix_fmt(like.format());
    context.sample_aspect_ratio(like.sample_aspect_ratio());
    context.color_range(like.color_range());
    context.color_primaries(like.color_primaries());
    context.color_trc(like.color_trc());
    context.colorspace(like.colorspace());
    context.chroma_sample_location(like.chroma_location());
    var pace = settings.pace();
    context.time_base(av_make_q(1, pace.ticksPerSecond()));
    context.framerate(av_d2q(pace.framesPerSecond(), MAX_RATE_TERM));
    context.max_b_frames(0);
    context.gop_size(pace.framesPerIdr());
    context.bit_rate(settings.bitsPerSecond());
    context.thread_count(settings.threads());
    int flags = context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER;
    context.flags(settings.interlaced() ? flags | AV_CODEC_FLAG_INTERLACED_DCT : flags);
    var options = new AVDictionary(null);
    settings.options().forEach((key, value) -> av_dict_set(options, key, value, 0));
    int opened = NativeCalls.call(() -> avcodec_open2(context, codec, options));
    av_dict_free(options);
    if (opened < 0) {
      throw FrameDecoder.failed("open " + settings.encoder(), opened);
    }
  }

  /**
   * @throws UnsupportedMasterException if the frame has another size or format than the first: the
   *     encoder would read past its planes
   */
  public void encode(AVFrame frame, long pts) {
    boolean alike =
        frame.width() == context.width()
            && frame.height() == context.height()
            && frame.format() == context.pix_fmt();
    if (!alike) {
      throw new UnsupportedMasterException(
          FallbackReason.CODEC_FAILED,
          "a frame of %dx%d behind one of %dx%d"
              .formatted(frame.width(), frame.height(), context.width(), context.height()));
    }
    frame.pict_type(AV_PICTURE_TYPE_NONE);
    frame.pts(pts);
    // FFmpeg's own encoders take a fixed quantiser from each frame.
    frame.quality(context.global_quality());
    int sent = NativeCalls.call(() -> avcodec_send_frame(context, frame));
    if (sent < 0) {
      throw FrameDecoder.failed("encode", sent);
    }
    collect();
  }

  /** Pictures that are ready and were not taken yet, in the order of their frames. */
  public List<Picture> take() {
    var ready = List.copyOf(pictures);
    pictures.clear();
    return ready;
  }

  /** The last pictures, and all that were not taken. */
  public List<Picture> finish() {
    NativeCalls.call(() -> avcodec_send_frame(context, null));
    collect();
    return take();
  }

  private void collect() {
    while (NativeCalls.call(() -> avcodec_receive_packet(context, packet)) >= 0) {
      var stream = new byte[packet.size()];
      packet.data().get(stream);
      pictures.add(new Picture(stream, packet.pts(), (packet.flags() & AV_PKT_FLAG_KEY) != 0));
      av_packet_unref(packet);
    }
  }

  /** The encoder's SPS and PPS as a byte stream; empty if they stand in the first picture. */
  public byte[] headers() {
    var headers = new byte[context.extradata_size()];
    if (headers.length > 0) {
      context.extradata().get(headers);
    }
    return headers;
  }

  @Override
  public void close() {
    avcodec_free_context(context);
    av_packet_free(packet);
  }
}
