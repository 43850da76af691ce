package clipdesk.cutter.transport;

import clipdesk.cutter.h264.StreamedPicture;
import clipdesk.cutter.h265.StreamedHevcPicture;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** How a sample is made of its bytes in the stream. */
public enum SampleForm {
  /** They are the sample. */
  AS_IS {
    @Override
    boolean write(byte[] raw, int length, ByteBuffer into) {
      return fill(into, length, it -> it.put(raw, 0, length));
    }
  },
  /** Of H.264, with lengths in place of start codes. */
  H264 {
    @Override
    boolean write(byte[] raw, int length, ByteBuffer into) {
      var picture = StreamedPicture.of(raw, length);
      return fill(into, picture.sampleBytes(), picture::write);
    }
  },
  /** The same of H.265. */
  HEVC {
    @Override
    boolean write(byte[] raw, int length, ByteBuffer into) {
      var picture = StreamedHevcPicture.of(raw, length);
      return fill(into, picture.sampleBytes(), picture::write);
    }
  },
  /** AAC, where it begins at any bit. */
  LATM {
    @Override
    boolean write(byte[] raw, int length, ByteBuffer into) {
      var element = LatmElement.of(raw, 0, length);
      return fill(into, element.bytes(), it -> element.write(raw, it));
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

  private static boolean fill(ByteBuffer into, int bytes, Consumer<ByteBuffer> sample) {
    boolean fits = bytes == into.remaining();
    if (fits) {
      sample.accept(into);
    }
    return fits;
  }
}
