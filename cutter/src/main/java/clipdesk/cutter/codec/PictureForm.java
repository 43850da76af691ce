package clipdesk.cutter.codec;

import org.bytedeco.ffmpeg.avutil.AVFrame;

/** What becomes of decoded pictures: the form that they are brought into, and how it is encoded. */
public interface PictureForm {
  /**
   * @param first of the frames that will come
   */
  Shaper shaper(AVFrame first);

  /**
   * @param like a frame as the encoder gets it
   */
  EncoderSettings settings(AVFrame like, int ticksPerSecond, double framesPerSecond);
}
