package clipdesk.cutter.preview;

import clipdesk.cutter.mp4.ClipTrack;
import java.io.IOException;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/** What becomes of a master's packets that are not pictures. */
interface PreviewSound extends AutoCloseable {
  /** Of a master without sound. */
  PreviewSound NONE =
      new PreviewSound() {
        @Override
        public void decode(AVPacket packet) {
          // Nothing of it is heard.
        }

        @Override
        public Optional<ClipTrack> finish() {
          return Optional.empty();
        }

        @Override
        public void close() {
          // There is nothing to close.
        }
      };

  /** Takes its own packets, and lets the others be. */
  void decode(AVPacket packet) throws IOException;

  /** The last packets, and the track; empty if there is nothing to hear. */
  Optional<ClipTrack> finish() throws IOException;

  @Override
  void close();
}
