package clipdesk.cutter.codec;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AAC;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_copy;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.FloatPointer;

/** An AAC encoder, in blocks of {@link #BLOCK_SAMPLES}. Not safe for threads. */
public final class SoundEncoder implements AutoCloseable {
  public static final int BLOCK_SAMPLES = 1024;

  private static final int BITS_PER_SECOND_AND_CHANNEL = 192_000;

  private final AVCodecContext context;
  private final AVPacket packet = av_packet_alloc();
  private final AVFrame frame = av_frame_alloc();
  private long samples;

  /**
   * @throws clipdesk.cutter.refusals.UnsupportedMasterException if AAC has no such rate or channels
   */
  public SoundEncoder(int sampleRate, AVChannelLayout layout) {
    this(sampleRate, layout, BITS_PER_SECOND_AND_CHANNEL);
  }

  /** As the other, with so many bits a second for each channel. */
  public SoundEncoder(int sampleRate, AVChannelLayout layout, int bitsPerSecondAndChannel) {
    var codec = avcodec_find_encoder(AV_CODEC_ID_AAC);
    context = avcodec_alloc_context3(codec);
    int channels = layout.nb_channels();
    context.sample_rate(sampleRate);
    context.sample_fmt(AV_SAMPLE_FMT_FLTP);
    av_channel_layout_copy(context.ch_layout(), layout);
    context.time_base(av_make_q(1, sampleRate));
    context.bit_rate((long) channels * bitsPerSecondAndChannel);
    context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
    var options = new AVDictionary(null);
    // Noise in place of a band, one channel in place of two: bits are saved where none are wanted.
    av_dict_set(options, "aac_pns", "0", 0);
    av_dict_set(options, "aac_is", "0", 0);
    int opened = NativeCalls.call(() -> avcodec_open2(context, codec, options));
    av_dict_free(options);
    if (opened < 0) {
      close();
      throw FrameDecoder.failed(
          "encode %d channels at %d Hz as AAC".formatted(channels, sampleRate), opened);
    }
  }

  /** {@code AudioSpecificConfig}. */
  public byte[] config() {
    var config = new byte[context.extradata_size()];
    context.extradata().get(config);
    return config;
  }

  /** Samples that a decoder gives before the first one encoded. */
  public int initialSamples() {
    return context.initial_padding();
  }

  /**
   * Encodes a block; only the last one may be shorter.
   *
   * @param block channels, each with {@code length} samples or more
   * @return packets that are ready, each {@link #BLOCK_SAMPLES} long
   */
  public List<byte[]> encode(float[][] block, int length) {
    frame.format(AV_SAMPLE_FMT_FLTP).nb_samples(length).sample_rate(context.sample_rate());
    av_channel_layout_copy(frame.ch_layout(), context.ch_layout());
    if (av_frame_get_buffer(frame, 0) < 0) {
      throw new OutOfMemoryError("No memory for %d samples".formatted(length));
    }
    for (int channel = 0; channel < block.length; channel++) {
      new FloatPointer(frame.extended_data(channel)).put(block[channel], 0, length);
    }
    frame.pts(samples);
    samples += length;
    int sent = NativeCalls.call(() -> avcodec_send_frame(context, frame));
    av_frame_unref(frame);
    if (sent < 0) {
      throw FrameDecoder.failed("encode sound", sent);
    }
    return collect();
  }

  /** The last packets. */
  public List<byte[]> finish() {
    NativeCalls.call(() -> avcodec_send_frame(context, null));
    return collect();
  }

  private List<byte[]> collect() {
    List<byte[]> packets = new ArrayList<>();
    while (NativeCalls.call(() -> avcodec_receive_packet(context, packet)) >= 0) {
      var bytes = new byte[packet.size()];
      packet.data().get(bytes);
      packets.add(bytes);
      av_packet_unref(packet);
    }
    return packets;
  }

  @Override
  public void close() {
    avcodec_free_context(context);
    av_packet_free(packet);
    av_frame_free(frame);
  }
}
