package clipdesk.cutter.reencode;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;

import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.javacpp.IntPointer;

/** How a picture is turned before it is shown (ISO/IEC 14496-12, 6.2.2). */
public final class DisplayMatrix {
  private static final int NUMBERS = 9;

  private DisplayMatrix() {}

  /** Nine numbers as in {@code tkhd}; empty if the container does not say, as of upright ones. */
  public static int[] of(AVStream video) {
    var parameters = video.codecpar();
    var data =
        av_packet_side_data_get(
            parameters.coded_side_data(),
            parameters.nb_coded_side_data(),
            AV_PKT_DATA_DISPLAYMATRIX);
    if (data == null || data.isNull()) {
      return new int[0];
    }
    var matrix = new int[NUMBERS];
    new IntPointer(data.data()).get(matrix);
    return matrix;
  }
}
