package clipdesk.cutter.reencode;

import clipdesk.cutter.refusals.VerificationFailedException;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Sees every picture of a clip on its way from the decoder through the encoder. */
public interface PictureWatch {
  /** Sees nothing. */
  PictureWatch NONE =
      new PictureWatch() {
        @Override
        public void decoded(int number, AVFrame frame) {}

        @Override
        public void shaped(int number, AVFrame frame) {}

        @Override
        public void encoded(byte[] configuration, byte[] sample, boolean isSync) {}

        @Override
        public void finish(byte[] configuration) {}
      };

  /** A frame of the master, which is the decoder's again when the call returns. */
  void decoded(int number, AVFrame frame);

  /** The same frame as the encoder gets it. */
  void shaped(int number, AVFrame frame);

  /**
   * A sample of the clip.
   *
   * @param configuration contents of {@code avcC}
   * @throws VerificationFailedException if it is not the frame it should be
   */
  void encoded(byte[] configuration, byte[] sample, boolean isSync);

  /**
   * All samples have come.
   *
   * @throws VerificationFailedException if one of them is not the frame it should be
   */
  void finish(byte[] configuration);
}
