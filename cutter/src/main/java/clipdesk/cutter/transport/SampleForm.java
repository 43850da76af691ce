package clipdesk.cutter.transport;

import clipdesk.cutter.h264.StreamedPicture;
import clipdesk.cutter.h265.StreamedHevcPicture;

/** How a sample is made of its bytes in the stream. */
public enum SampleForm {
  /** They are the sample. */
  AS_IS {
    @Override
    byte[] sample(byte[] raw) {
      return raw;
    }
  },
  /** Of H.264, with lengths in place of start codes. */
  H264 {
    @Override
    byte[] sample(byte[] raw) {
      return StreamedPicture.of(raw, raw.length).sample();
    }
  },
  /** The same of H.265. */
  HEVC {
    @Override
    byte[] sample(byte[] raw) {
      return StreamedHevcPicture.of(raw, raw.length).sample();
    }
  };

  abstract byte[] sample(byte[] raw);
}
