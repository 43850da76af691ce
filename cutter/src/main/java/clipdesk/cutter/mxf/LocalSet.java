package clipdesk.cutter.mxf;

import clipdesk.cutter.mp4.Bytes;
import clipdesk.cutter.refusals.MalformedMasterException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values behind tags of two bytes (SMPTE ST 377-1, 9.3). Those that are missing read as 0. */
final class LocalSet {
  private final Map<Integer, byte[]> values = new HashMap<>();
  private final int kind;

  private LocalSet(int kind) {
    this.kind = kind;
  }

  /**
   * @throws MalformedMasterException if a length does not fit
   */
  static LocalSet of(Klv klv, byte[] value) {
    var set = new LocalSet(klv.key().at(14));
    int at = 0;
    while (value.length - at >= 4) {
      int length = Bytes.u16(value, at + 2);
      if (length > value.length - at - 4) {
        throw new MalformedMasterException("local set", klv.at(), "a value that does not fit");
      }
      set.values.put(Bytes.u16(value, at), Arrays.copyOfRange(value, at + 4, at + 4 + length));
      at += 4 + length;
    }
    return set;
  }

  /** The byte of its key that says what it describes. */
  int kind() {
    return kind;
  }

  boolean has(int tag) {
    return values.containsKey(tag);
  }

  byte[] bytes(int tag) {
    return values.getOrDefault(tag, new byte[0]);
  }

  /** A number of up to eight bytes. */
  long number(int tag) {
    long number = 0;
    byte[] bytes = bytes(tag);
    for (int i = 0; i < Math.min(8, bytes.length); i++) {
      number = number << 8 | (bytes[i] & 0xff);
    }
    return number;
  }

  int integer(int tag) {
    return Math.toIntExact(number(tag));
  }

  Optional<Key> key(int tag) {
    byte[] bytes = bytes(tag);
    return bytes.length >= Key.BYTES ? Optional.of(Key.of(bytes, 0)) : Optional.empty();
  }

  /** A list of keys: how many, how long each is, and the keys. */
  List<Key> keys(int tag) {
    byte[] bytes = bytes(tag);
    List<Key> keys = new ArrayList<>();
    for (int at = 8; at + Key.BYTES <= bytes.length; at += Key.BYTES) {
      keys.add(Key.of(bytes, at));
    }
    return keys;
  }

  Rate rate(int tag) {
    byte[] bytes = bytes(tag);
    if (bytes.length < 8) {
      return new Rate(0, 1);
    }
    return new Rate(Bytes.i32(bytes, 0), Bytes.i32(bytes, 4));
  }

  /** A fraction: so many a second, or a shape. */
  record Rate(int num, int den) {
    boolean isPositive() {
      return num > 0 && den > 0;
    }

    boolean isSame(Rate other) {
      return (long) num * other.den == (long) other.num * den;
    }
  }
}
