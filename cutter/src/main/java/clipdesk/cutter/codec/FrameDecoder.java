package clipdesk.cutter.codec;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_OUTPUT_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_UNALIGNED;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AAC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MPEG2VIDEO;
import static org.bytedeco.ffmpeg.global.avcodec.AV_EF_EXPLODE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_INPUT_BUFFER_PADDING_SIZE;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_INVALIDDATA;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_FATAL;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_mallocz;

import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/** A decoder that hands every decoded frame to a consumer. Not safe for threads. */
public final class FrameDecoder implements AutoCloseable {
  private static final int THREADS = 2;
  private static final long MAX_PIXELS = 8192L * 4608L;

  private final AVCodec codec;
  private final AVCodecContext context;
  private final AVPacket packet = av_packet_alloc();
  private final AVFrame frame = av_frame_alloc();
  private final Consumer consumer;

  /** Sees a frame, which is the decoder's again when the call returns. */
  public interface Consumer {
    void frame(AVFrame frame);
  }

  static {
    av_log_set_level(AV_LOG_FATAL);
  }

  /**
   * A decoder for H.264 in samples.
   *
   * @param configuration contents of {@code avcC}
   */
  public FrameDecoder(byte[] configuration, Consumer consumer) {
    this(avcodec_find_decoder(AV_CODEC_ID_H264), consumer);
    configure(configuration);
    open();
  }

  /** A decoder for packets of AAC that gives planes of floating point numbers. */
  public static FrameDecoder ofAac(
      byte[] audioSpecificConfig, int sampleRate, int channels, Consumer consumer) {
    var decoder = new FrameDecoder(avcodec_find_decoder(AV_CODEC_ID_AAC), consumer);
    decoder.context.sample_rate(sampleRate);
    av_channel_layout_default(decoder.context.ch_layout(), channels);
    decoder.configure(audioSpecificConfig);
    decoder.open();
    return decoder;
  }

  /**
   * A decoder for H.265 in samples.
   *
   * @param configuration contents of {@code hvcC}
   */
  public static FrameDecoder ofHevc(byte[] configuration, Consumer consumer) {
    var decoder = new FrameDecoder(avcodec_find_decoder(AV_CODEC_ID_HEVC), consumer);
    decoder.configure(configuration);
    decoder.open();
    return decoder;
  }

  /**
   * A decoder that hides nothing: frames of which something is missing come out and say so.
   *
   * @param configuration contents of {@code avcC}
   */
  public static FrameDecoder ofH264Strictly(byte[] configuration, Consumer consumer) {
    return strictly(AV_CODEC_ID_H264, configuration, consumer);
  }

  /** As {@link #ofH264Strictly}, with the contents of {@code hvcC}. */
  public static FrameDecoder ofHevcStrictly(byte[] configuration, Consumer consumer) {
    return strictly(AV_CODEC_ID_HEVC, configuration, consumer);
  }

  /** A decoder for MPEG-2, which says everything in its samples. */
  public static FrameDecoder ofMpeg2(Consumer consumer) {
    var decoder = new FrameDecoder(avcodec_find_decoder(AV_CODEC_ID_MPEG2VIDEO), consumer);
    decoder.open();
    return decoder;
  }

  /** As {@link #ofH264Strictly}, of MPEG-2. */
  public static FrameDecoder ofMpeg2Strictly(Consumer consumer) {
    return strictly(AV_CODEC_ID_MPEG2VIDEO, new byte[0], consumer);
  }

  /** With several threads a frame may come out before it is marked. */
  private static FrameDecoder strictly(int codec, byte[] configuration, Consumer consumer) {
    var decoder = new FrameDecoder(avcodec_find_decoder(codec), consumer);
    decoder.configure(configuration);
    decoder.context.flags(decoder.context.flags() | AV_CODEC_FLAG_OUTPUT_CORRUPT);
    decoder.open(/* threads= */ 1);
    return decoder;
  }

  private void configure(byte[] configuration) {
    var extra =
        new BytePointer(av_mallocz(configuration.length + AV_INPUT_BUFFER_PADDING_SIZE))
            .capacity(configuration.length);
    extra.put(configuration);
    context.extradata(extra);
    context.extradata_size(configuration.length);
  }

  /**
   * A decoder for a stream of a demuxer.
   *
   * @throws UnsupportedMasterException if this build has none for its codec
   */
  public FrameDecoder(AVStream stream, Consumer consumer) {
    this(avcodec_find_decoder(stream.codecpar().codec_id()), consumer);
    check(avcodec_parameters_to_context(context, stream.codecpar()), "read the codec's parameters");
    context.pkt_timebase(stream.time_base());
    open();
  }

  private FrameDecoder(AVCodec codec, Consumer consumer) {
    if (codec == null || codec.isNull()) {
      throw new UnsupportedMasterException(FallbackReason.CODEC_FAILED, "no decoder for the codec");
    }
    this.codec = codec;
    this.consumer = consumer;
    this.context = avcodec_alloc_context3(codec);
  }

  private void open() {
    open(THREADS);
  }

  private void open(int threads) {
    context.thread_count(threads);
    context.thread_type(AVCodecContext.FF_THREAD_FRAME | AVCodecContext.FF_THREAD_SLICE);
    context.max_pixels(MAX_PIXELS);
    if (context.codec_id() == AV_CODEC_ID_HEVC) {
      // FFmpeg 7.1 marks no frame that it could not decode, some of several slices among them.
      context.err_recognition(context.err_recognition() | AV_EF_EXPLODE);
    }
    // Cropping on the left is otherwise rounded to what vector instructions like.
    context.flags(context.flags() | AV_CODEC_FLAG_UNALIGNED);
    int opened = NativeCalls.call(() -> avcodec_open2(context, codec, (AVDictionary) null));
    check(opened, "open the decoder");
  }

  /** Decodes a sample, whose frame will bear the time given here. */
  public void decode(byte[] sample, long pts) {
    check(av_new_packet(packet, sample.length), "allocate a packet");
    packet.data().put(sample, 0, sample.length);
    packet.pts(pts);
    int sent = send(packet);
    av_packet_unref(packet);
    check(sent, "decode");
    drain();
  }

  /**
   * Decodes a packet, which stays the caller's. One that is damaged gives no frame: who counts the
   * frames sees it.
   */
  public void decode(AVPacket packet) {
    int sent = send(packet);
    if (sent != AVERROR_INVALIDDATA()) {
      check(sent, "decode");
    }
    drain();
  }

  private int send(AVPacket packet) {
    int sent = NativeCalls.call(() -> avcodec_send_packet(context, packet));
    while (sent == AVERROR_EAGAIN()) {
      if (drain() == 0) {
        throw failed("decode", sent);
      }
      sent = NativeCalls.call(() -> avcodec_send_packet(context, packet));
    }
    return sent;
  }

  /** Hands over what the decoder still holds. */
  public void finish() {
    NativeCalls.call(() -> avcodec_send_packet(context, null));
    drain();
  }

  private int drain() {
    int frames = 0;
    while (NativeCalls.call(() -> avcodec_receive_frame(context, frame)) >= 0) {
      consumer.frame(frame);
      av_frame_unref(frame);
      frames++;
    }
    return frames;
  }

  private static void check(int result, String what) {
    if (result < 0) {
      throw failed(what, result);
    }
  }

  static UnsupportedMasterException failed(String what, int result) {
    return new UnsupportedMasterException(
        FallbackReason.CODEC_FAILED, "cannot %s: error %d".formatted(what, result));
  }

  @Override
  public void close() {
    avcodec_free_context(context);
    av_packet_free(packet);
    av_frame_free(frame);
  }
}
