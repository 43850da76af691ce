package clipdesk.cutter.transport;

import clipdesk.cutter.h264.StreamedPicture;
import clipdesk.cutter.h265.StreamedHevcPicture;
import java.nio.ByteBuffer;

/** How a sample is made of its bytes in the stream. */
public enum SampleForm {
  /** They are the sample. */
  AS_IS {
    @Override
    boolean write(byte[] raw, int length, ByteBuffer into) {
      boolean fits = length == into.remaining();
      if (fits) {
        into.put(raw, 0, length);
      }
      return fits;
    }
  },
  /** Of H.264, with lengths in place of start codes. */
  H264 {
    @Override
    boolean write(byte[] raw, int length, ByteBuffer into) {
      var picture = StreamedPicture.of(raw, length);
      boolean fits = picture.sampleBytes() == into.remaining();
      if (fits) {
        picture.write(into);
      }
      return fits;
    }
  },
  /** The same of H.265. */
  HEVC {
    @Override
    boolean write(byte[] raw, int length, ByteBuffer into) {
      var picture = StreamedHevcPicture.of(raw, length);
      boolean fits = picture.sampleBytes() == into.remaining();
      if (fits) {
        picture.write(into);
      }
      return fits;
    }
  };

  /**
   * Fills a buffer with a sample.
   *
   * @param raw starts with its bytes in the stream
   * @param length of these
   * @return whether it is as long as the buffer has room; if not, nothing was written
   */
  abstract boolean write(byte[] raw, int length, ByteBuffer into);
}
