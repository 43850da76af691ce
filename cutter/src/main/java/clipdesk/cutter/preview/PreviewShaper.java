package clipdesk.cutter.preview;

import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_INTERLACED;
import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_TOP_FIELD_FIRST;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCachedContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;

import clipdesk.cutter.codec.Shaper;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.ffmpeg.swscale.SwsFilter;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Makes pictures of one size in 4:2:0 with 8 bits and square pixels. Of an interlaced frame it
 * takes the field that is shown first: both together would show two moments in one picture.
 */
final class PreviewShaper implements Shaper {
  private static final int PLANES = 4;

  private final PreviewSize size;
  private SwsContext scaler;

  PreviewShaper(PreviewSize size) {
    this.size = size;
  }

  @Override
  public void shape(AVFrame frame, Use use) {
    var shaped = av_frame_alloc();
    try {
      shaped.format(AV_PIX_FMT_YUV420P).width(size.width()).height(size.height());
      shaped.sample_aspect_ratio(av_make_q(1, 1));
      PreviewColours.name(frame, shaped);
      if (av_frame_get_buffer(shaped, 0) < 0) {
        throw new OutOfMemoryError(
            "No memory for a frame of %d x %d".formatted(size.width(), size.height()));
      }
      scale(frame, shaped);
      use.frame(shaped);
    } finally {
      av_frame_free(shaped);
    }
  }

  private void scale(AVFrame from, AVFrame to) {
    boolean interlaced = (from.flags() & AV_FRAME_FLAG_INTERLACED) != 0;
    int step = interlaced ? 2 : 1;
    boolean secondRow = interlaced && (from.flags() & AV_FRAME_FLAG_TOP_FIELD_FIRST) == 0;
    int height = (from.height() + (secondRow ? 0 : step - 1)) / step;
    scaler =
        sws_getCachedContext(
            scaler,
            from.width(),
            height,
            from.format(),
            size.width(),
            size.height(),
            AV_PIX_FMT_YUV420P,
            SWS_BICUBIC,
            (SwsFilter) null,
            (SwsFilter) null,
            (DoublePointer) null);
    if (scaler == null || scaler.isNull()) {
      throw new UnsupportedMasterException(
          FallbackReason.CODEC_FAILED, "cannot convert pixel format " + from.format());
    }
    try (var planes = new PointerPointer<BytePointer>(PLANES);
        var rows = new IntPointer((long) PLANES)) {
      for (int i = 0; i < PLANES; i++) {
        int bytes = from.linesize(i);
        var plane = from.data(i);
        boolean second = secondRow && plane != null && !plane.isNull();
        planes.put(i, second ? new BytePointer(plane).position(plane.position() + bytes) : plane);
        rows.put(i, bytes * step);
      }
      sws_scale(scaler, planes, rows, 0, height, to.data(), to.linesize());
    }
  }

  @Override
  public void close() {
    if (scaler != null) {
      sws_freeContext(scaler);
    }
  }
}
