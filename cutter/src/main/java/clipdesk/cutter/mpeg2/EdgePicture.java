package clipdesk.cutter.mpeg2;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * What an encoded picture takes from the master's picture that is shown at the same time: whether
 * fields are shown as they were taken, which of them first, and what stands beside the pixels.
 *
 * @param fields those bits of the picture coding extension, in its fourth byte
 * @param progressive and in its fifth
 */
record EdgePicture(int fields, int progressive, List<byte[]> userData) {
  private static final int FIELDS_AT = 3;
  private static final int TOP_FIRST_AND_CHROMA = 0x81;
  private static final int PROGRESSIVE = 0x80;

  static EdgePicture of(byte[] sample, CodedPicture picture) {
    int at = picture.extensionAt() + FIELDS_AT;
    return new EdgePicture(
        sample[at] & TOP_FIRST_AND_CHROMA, sample[at + 1] & PROGRESSIVE, picture.userData());
  }

  /**
   * @param encoded a picture as the encoder wrote it
   * @param sequence the master's, which takes the place of the encoder's
   */
  byte[] sample(byte[] encoded, Sequence sequence) {
    var picture = CodedPicture.of(encoded);
    byte[] stream = encoded.clone();
    int at = picture.extensionAt() + FIELDS_AT;
    stream[at] = (byte) ((stream[at] & ~TOP_FIRST_AND_CHROMA) | fields);
    stream[at + 1] = (byte) ((stream[at + 1] & ~PROGRESSIVE) | progressive);
    var sample = new ByteArrayOutputStream(stream.length + 256);
    if (picture.sequence().isPresent()) {
      sample.writeBytes(sequence.plainHeader());
    }
    sample.write(stream, picture.headerAt(), picture.slicesAt() - picture.headerAt());
    userData.forEach(sample::writeBytes);
    sample.write(stream, picture.slicesAt(), stream.length - picture.slicesAt());
    return sample.toByteArray();
  }
}
