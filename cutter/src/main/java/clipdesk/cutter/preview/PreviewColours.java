package clipdesk.cutter.preview;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT470BG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT470BG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_PAL;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_RGB;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;

import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * What a small picture says of its colours. Where the master says nothing players go by its height,
 * and would see other colours in a smaller picture: it says what they take the master for.
 */
final class PreviewColours {
  private static final int LEAST_HD_HEIGHT = 720;

  /** Half the lines of 625-line television, with room for cropping. */
  private static final int LEAST_PAL_HEIGHT = 540;

  private PreviewColours() {}

  static void name(AVFrame from, AVFrame to) {
    int height = from.height();
    boolean hd = height >= LEAST_HD_HEIGHT;
    boolean pal = height >= LEAST_PAL_HEIGHT;
    to.color_primaries(
        from.color_primaries() != AVCOL_PRI_UNSPECIFIED
            ? from.color_primaries()
            : hd ? AVCOL_PRI_BT709 : pal ? AVCOL_PRI_BT470BG : AVCOL_PRI_SMPTE170M);
    to.color_trc(
        from.color_trc() != AVCOL_TRC_UNSPECIFIED
            ? from.color_trc()
            : hd ? AVCOL_TRC_BT709 : AVCOL_TRC_SMPTE170M);
    to.colorspace(
        from.colorspace() != AVCOL_SPC_UNSPECIFIED
            ? from.colorspace()
            : hd ? AVCOL_SPC_BT709 : pal ? AVCOL_SPC_BT470BG : AVCOL_SPC_SMPTE170M);
    to.color_range(
        from.color_range() != AVCOL_RANGE_UNSPECIFIED ? from.color_range() : AVCOL_RANGE_MPEG);
    to.chroma_location(from.chroma_location());
    nameConverted(from.format(), to);
  }

  /** What the scaler makes of RGB, and of pictures that use the full range by their format. */
  private static void nameConverted(int format, AVFrame to) {
    var descriptor = av_pix_fmt_desc_get(format);
    boolean rgb = (descriptor.flags() & (AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_PAL)) != 0;
    var name = descriptor.name().getString();
    if (rgb) {
      to.colorspace(AVCOL_SPC_SMPTE170M);
    }
    if (rgb || name.startsWith("yuvj") || name.startsWith("gray")) {
      to.color_range(AVCOL_RANGE_MPEG);
    }
  }
}
