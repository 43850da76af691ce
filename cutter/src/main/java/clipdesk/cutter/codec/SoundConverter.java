package clipdesk.cutter.codec;

import static org.bytedeco.ffmpeg.global.avutil.AV_CHANNEL_ORDER_UNSPEC;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_compare;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_copy;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_uninit;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.swresample.swr_alloc_set_opts2;
import static org.bytedeco.ffmpeg.global.swresample.swr_convert_frame;
import static org.bytedeco.ffmpeg.global.swresample.swr_free;
import static org.bytedeco.ffmpeg.global.swresample.swr_get_delay;
import static org.bytedeco.ffmpeg.global.swresample.swr_init;
import static org.bytedeco.ffmpeg.global.swresample.swr_set_matrix;

import java.util.Arrays;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * Makes planes of floats of decoded sound, at a rate and with channels that AAC has. Both stay as
 * the first frame has them where they can.
 */
public final class SoundConverter implements AutoCloseable {
  /** ISO/IEC 14496-3, table 1.18. */
  private static final int[] AAC_RATES = {
    7350, 8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000, 64000, 88200, 96000
  };

  private static final int USUAL_RATE = 48_000;
  private static final int STEREO = 2;

  private final int sampleRate;
  private final AVChannelLayout layout = new AVChannelLayout();
  private final AVChannelLayout sourceLayout = new AVChannelLayout();
  private int sourceFormat;
  private int sourceRate;
  private SwrContext resampler;

  public SoundConverter(AVFrame first) {
    this(first, first.ch_layout().nb_channels(), Integer.MAX_VALUE);
  }

  private SoundConverter(AVFrame first, int channels, int highestRate) {
    boolean known = Arrays.binarySearch(AAC_RATES, first.sample_rate()) >= 0;
    this.sampleRate =
        known && first.sample_rate() <= highestRate ? first.sample_rate() : USUAL_RATE;
    av_channel_layout_default(layout, channels);
    nameChannels(first);
    prepare(first);
  }

  /** Two channels, and no more than 48 000 samples a second: what every browser plays. */
  public static SoundConverter stereo(AVFrame first) {
    return new SoundConverter(first, STEREO, USUAL_RATE);
  }

  /** Channels that a container only counts are taken in the usual order. */
  private static void nameChannels(AVFrame frame) {
    if (frame.ch_layout().order() == AV_CHANNEL_ORDER_UNSPEC) {
      av_channel_layout_default(frame.ch_layout(), frame.ch_layout().nb_channels());
    }
  }

  private void prepare(AVFrame frame) {
    sourceFormat = frame.format();
    sourceRate = frame.sample_rate();
    av_channel_layout_copy(sourceLayout, frame.ch_layout());
    resampler = new SwrContext();
    int made =
        swr_alloc_set_opts2(
            resampler,
            layout,
            AV_SAMPLE_FMT_FLTP,
            sampleRate,
            sourceLayout,
            sourceFormat,
            sourceRate,
            0,
            (Pointer) null);
    if (made >= 0 && sourceLayout.nb_channels() == 1 && layout.nb_channels() == STEREO) {
      // Both speakers as loud as the one channel; by itself it takes 3 dB off.
      try (var weights = new DoublePointer(1, 1)) {
        made = swr_set_matrix(resampler, weights, 1);
      }
    }
    if (made < 0 || swr_init(resampler) < 0) {
      throw FrameDecoder.failed("convert sound of format " + sourceFormat, made);
    }
  }

  public int sampleRate() {
    return sampleRate;
  }

  public AVChannelLayout layout() {
    return layout;
  }

  /** Samples that went in and have not come out yet, at {@link #sampleRate()}. */
  public long delaySamples() {
    return swr_get_delay(resampler, sampleRate);
  }

  /** One array a channel. */
  public float[][] convert(AVFrame frame) {
    nameChannels(frame);
    boolean same =
        frame.format() == sourceFormat
            && frame.sample_rate() == sourceRate
            && av_channel_layout_compare(frame.ch_layout(), sourceLayout) == 0;
    if (!same) {
      // Broadcasts switch between stereo and surround.
      swr_free(resampler);
      prepare(frame);
    }
    var converted = av_frame_alloc();
    try {
      converted.format(AV_SAMPLE_FMT_FLTP).sample_rate(sampleRate);
      av_channel_layout_copy(converted.ch_layout(), layout);
      int done = swr_convert_frame(resampler, converted, frame);
      if (done < 0) {
        throw FrameDecoder.failed("convert sound", done);
      }
      var planes = new float[layout.nb_channels()][converted.nb_samples()];
      for (int channel = 0; channel < planes.length; channel++) {
        new FloatPointer(converted.extended_data(channel)).get(planes[channel]);
      }
      return planes;
    } finally {
      av_frame_free(converted);
    }
  }

  @Override
  public void close() {
    swr_free(resampler);
    av_channel_layout_uninit(layout);
    av_channel_layout_uninit(sourceLayout);
  }
}
