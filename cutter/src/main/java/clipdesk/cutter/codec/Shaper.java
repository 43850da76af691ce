package clipdesk.cutter.codec;

import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Brings decoded frames into the one form that an encoder was opened for. */
public interface Shaper extends AutoCloseable {
  /** What an encoder does with a frame, which lives no longer than the call. */
  interface Use {
    void frame(AVFrame frame);
  }

  void shape(AVFrame frame, Use use);

  @Override
  void close();
}
