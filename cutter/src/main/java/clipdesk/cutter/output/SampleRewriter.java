package clipdesk.cutter.output;

import clipdesk.cutter.mp4.SampleList;
import java.io.IOException;

/** Changes headers of copied samples on their way through the cutter. */
@FunctionalInterface
public interface SampleRewriter {
  /**
   * Called for the samples of a clip in the order in which they are written.
   *
   * @param samples of the track
   * @param sample index in {@code samples}
   * @param bytes as in the master
   * @return what to write; {@code bytes} itself where nothing changes
   */
  byte[] rewrite(SampleList samples, int sample, byte[] bytes) throws IOException;
}
