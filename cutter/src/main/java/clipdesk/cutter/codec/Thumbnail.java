package clipdesk.cutter.codec;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_RGB;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_AREA;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_DEFAULT;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsFilter;
import org.bytedeco.javacpp.DoublePointer;

/**
 * A picture as a player shows it, much smaller: red, green and blue by what the frame says of its
 * matrix and range. Pictures whose pixels and words do not belong together look unlike here.
 */
public record Thumbnail(byte[] pixels) {
  private static final int WIDTH = 64;
  private static final int HEIGHT = 36;

  /** Of one picture. */
  public static final int PIXELS = WIDTH * HEIGHT;

  private static final int UNCHANGED = 1 << 16;

  public static Thumbnail of(AVFrame frame) {
    var small = av_frame_alloc();
    small.format(AV_PIX_FMT_RGB24).width(WIDTH).height(HEIGHT);
    // Of an odd size the encoder leaves the last column and row out where chroma is shared by two.
    int width = Math.max(1, frame.width() & -2);
    int height = Math.max(1, frame.height() & -2);
    var scaler =
        sws_getContext(
            width,
            height,
            frame.format(),
            WIDTH,
            HEIGHT,
            AV_PIX_FMT_RGB24,
            SWS_AREA | SWS_ACCURATE_RND,
            (SwsFilter) null,
            (SwsFilter) null,
            (DoublePointer) null);
    try {
      if (scaler == null || scaler.isNull() || av_frame_get_buffer(small, 1) < 0) {
        throw FrameDecoder.failed("look at pixel format " + frame.format(), frame.format());
      }
      var player = sws_getCoefficients(SWS_CS_DEFAULT);
      int full = frame.color_range() == AVCOL_RANGE_JPEG ? 1 : 0;
      sws_setColorspaceDetails(
          scaler,
          sws_getCoefficients(isRgb(frame) ? SWS_CS_DEFAULT : frame.colorspace()),
          full,
          player,
          /* dstRange= */ 1,
          /* brightness= */ 0,
          /* contrast= */ UNCHANGED,
          /* saturation= */ UNCHANGED);
      sws_scale(scaler, frame.data(), frame.linesize(), 0, height, small.data(), small.linesize());
      return new Thumbnail(Pixels.of(small, WIDTH * 3));
    } finally {
      sws_freeContext(scaler);
      av_frame_free(small);
    }
  }

  /** Whether a frame's pixels are red, green and blue, whatever else it says. */
  public static boolean isRgb(AVFrame frame) {
    return (av_pix_fmt_desc_get(frame.format()).flags() & AV_PIX_FMT_FLAG_RGB) != 0;
  }

  /** How alike two pictures are, in decibels; infinite for equal ones. */
  public double psnr(Thumbnail other) {
    return Pixels.psnr(pixels, other.pixels);
  }
}
