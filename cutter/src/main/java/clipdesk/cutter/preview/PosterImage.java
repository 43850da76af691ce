package clipdesk.cutter.preview;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR0;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INT;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.ffmpeg.swscale.SwsFilter;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/** A JPEG of a picture, turned as the picture is shown, in colours that every reader agrees on. */
final class PosterImage {
  private static final float QUALITY = 0.85f;
  private static final int BYTES_PER_PIXEL = 4;
  private static final int NO_CHANGE = 1 << 16;

  private PosterImage() {}

  /**
   * @param frame as {@link PreviewShaper} makes them
   */
  static byte[] jpeg(AVFrame frame, Orientation orientation) throws IOException {
    int width = frame.width();
    int height = frame.height();
    int[] pixels = orientation.turn(rgb(frame), width, height);
    int shownWidth = orientation.width(width, height);
    int shownHeight = orientation.height(width, height);
    var image = new BufferedImage(shownWidth, shownHeight, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, shownWidth, shownHeight, pixels, 0, shownWidth);
    return written(image);
  }

  private static int[] rgb(AVFrame frame) {
    int width = frame.width();
    int height = frame.height();
    var scaler = scaler(frame);
    try (var bytes = new BytePointer((long) width * height * BYTES_PER_PIXEL);
        var planes = new PointerPointer<BytePointer>(bytes, null, null, null);
        var rows = new IntPointer(width * BYTES_PER_PIXEL, 0, 0, 0)) {
      sws_scale(scaler, frame.data(), frame.linesize(), 0, height, planes, rows);
      var pixels = new int[width * height];
      // Blue comes first: as a number of four bytes, the lowest first, that is 0x00RRGGBB.
      bytes.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(pixels);
      return pixels;
    } finally {
      sws_freeContext(scaler);
    }
  }

  private static SwsContext scaler(AVFrame frame) {
    var scaler =
        sws_getContext(
            frame.width(),
            frame.height(),
            frame.format(),
            frame.width(),
            frame.height(),
            AV_PIX_FMT_BGR0,
            SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT,
            (SwsFilter) null,
            (SwsFilter) null,
            (DoublePointer) null);
    var matrix = sws_getCoefficients(frame.colorspace());
    int full = frame.color_range() == AVCOL_RANGE_JPEG ? 1 : 0;
    sws_setColorspaceDetails(scaler, matrix, full, matrix, 1, 0, NO_CHANGE, NO_CHANGE);
    return scaler;
  }

  private static byte[] written(BufferedImage image) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      var how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
      writer.write(null, new IIOImage(image, null, null), how);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
