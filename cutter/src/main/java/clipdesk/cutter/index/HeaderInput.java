package clipdesk.cutter.index;

import clipdesk.cutter.mp4.KeptBox;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The values in the header of a cut index, none of which is believed beyond its bounds. */
final class HeaderInput {
  private static final int MAX_BOXES = 4096;

  private final DataInputStream bytes;

  HeaderInput(byte[] header) {
    this.bytes = new DataInputStream(new ByteArrayInputStream(header));
  }

  /** How many bytes are left. */
  int left() throws IOException {
    return bytes.available();
  }

  boolean truth() throws IOException {
    return bytes.readBoolean();
  }

  String text() throws IOException {
    return bytes.readUTF();
  }

  long eightBytes() throws IOException {
    return bytes.readLong();
  }

  long varint() throws IOException {
    return Varints.read(bytes);
  }

  long signed() throws IOException {
    return Varints.readSigned(bytes);
  }

  int number(int max) throws IOException {
    return (int) number((long) max);
  }

  /**
   * @throws StaleIndexException if it is below 0 or above the maximum
   */
  long number(long max) throws IOException {
    long value = varint();
    if (value < 0 || value > max) {
      throw new StaleIndexException("The cut index is damaged: %d is too large".formatted(value));
    }
    return value;
  }

  byte[] bytes() throws IOException {
    var read = new byte[number(left())];
    bytes.readFully(read);
    return read;
  }

  List<KeptBox> boxes() throws IOException {
    int count = number(MAX_BOXES);
    List<KeptBox> boxes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boxes.add(new KeptBox(text(), bytes()));
    }
    return List.copyOf(boxes);
  }
}
