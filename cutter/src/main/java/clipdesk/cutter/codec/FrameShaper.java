package clipdesk.cutter.codec;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_CONFIG_PIX_FORMAT;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_best_pix_fmt_of_list;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_supported_config;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_PAL;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_RGB;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_copy_props;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCachedContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.ffmpeg.swscale.SwsFilter;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Brings frames into a form that an encoder takes. Bit depth and chroma stay where the encoder has
 * them; of an odd width or height the last column or row is left out where chroma is shared by two.
 */
public final class FrameShaper implements Shaper {
  private final int format;
  private final int width;
  private final int height;
  private SwsContext scaler;

  /**
   * @param first whose size and format all frames get
   */
  public FrameShaper(String encoder, AVFrame first) {
    this.format =
        avcodec_find_best_pix_fmt_of_list(formats(encoder), first.format(), 0, (IntPointer) null);
    var descriptor = av_pix_fmt_desc_get(format);
    this.width = first.width() & -(1 << descriptor.log2_chroma_w());
    this.height = first.height() & -(1 << descriptor.log2_chroma_h());
  }

  private static IntPointer formats(String encoder) {
    try (var list = new PointerPointer<IntPointer>(1)) {
      avcodec_get_supported_config(
          null,
          avcodec_find_encoder_by_name(encoder),
          AV_CODEC_CONFIG_PIX_FORMAT,
          0,
          list,
          (IntPointer) null);
      return list.get(IntPointer.class);
    }
  }

  @Override
  public void shape(AVFrame frame, Use use) {
    boolean cropped = frame.width() >> 1 == width >> 1 && frame.height() >> 1 == height >> 1;
    if (frame.format() == format && cropped) {
      frame.width(width).height(height);
      use.frame(frame);
      return;
    }
    var shaped = av_frame_alloc();
    try {
      av_frame_copy_props(shaped, frame);
      shaped.format(format).width(width).height(height);
      nameColours(frame, shaped);
      if (av_frame_get_buffer(shaped, 0) < 0) {
        throw new OutOfMemoryError("No memory for a frame of %d x %d".formatted(width, height));
      }
      scale(frame, shaped, cropped);
      use.frame(shaped);
    } finally {
      av_frame_free(shaped);
    }
  }

  /** What the scaler makes of RGB, and of pictures that use the full range by their format. */
  private static void nameColours(AVFrame from, AVFrame to) {
    if (isRgb(from.format()) && !isRgb(to.format())) {
      to.colorspace(AVCOL_SPC_SMPTE170M);
      to.color_range(AVCOL_RANGE_MPEG);
    } else if (isFullRange(from.format()) && !isFullRange(to.format())) {
      to.color_range(AVCOL_RANGE_MPEG);
    }
  }

  private static boolean isRgb(int pixelFormat) {
    long flags = av_pix_fmt_desc_get(pixelFormat).flags();
    return (flags & (AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_PAL)) != 0;
  }

  private static boolean isFullRange(int pixelFormat) {
    return av_pix_fmt_desc_get(pixelFormat).name().getString().startsWith("yuvj");
  }

  private void scale(AVFrame from, AVFrame to, boolean cropped) {
    int sourceWidth = cropped ? width : from.width();
    int sourceHeight = cropped ? height : from.height();
    scaler =
        sws_getCachedContext(
            scaler,
            sourceWidth,
            sourceHeight,
            from.format(),
            width,
            height,
            format,
            SWS_BICUBIC | SWS_ACCURATE_RND,
            (SwsFilter) null,
            (SwsFilter) null,
            (DoublePointer) null);
    if (scaler == null || scaler.isNull()) {
      throw FrameDecoder.failed("convert pixel format " + from.format(), from.format());
    }
    sws_scale(scaler, from.data(), from.linesize(), 0, sourceHeight, to.data(), to.linesize());
  }

  @Override
  public void close() {
    if (scaler != null) {
      sws_freeContext(scaler);
    }
  }
}
