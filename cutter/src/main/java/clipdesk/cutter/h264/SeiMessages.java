package clipdesk.cutter.h264;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Supplemental enhancement information (H.264, 7.3.2.3 and Annex D). */
public final class SeiMessages {
  /** {@code user_data_registered_itu_t_t35}: captions, AFD, dynamic metadata. */
  public static final int REGISTERED_USER_DATA = 4;

  static final int RECOVERY_POINT = 6;

  /**
   * One message.
   *
   * @param payload without type and size
   */
  record Message(int type, byte[] payload) {}

  private SeiMessages() {}

  /** The messages of one SEI unit; those before a damaged one if one is damaged. */
  static List<Message> parse(AccessUnit sample, AccessUnit.Unit unit) {
    byte[] rbsp = Nal.unescape(sample.bytes(), unit.offset(), unit.length());
    List<Message> messages = new ArrayList<>();
    int at = 0;
    // What is left at the end is the stop bit, 0x80.
    while (rbsp.length - at > 2) {
      int type = 0;
      while (at < rbsp.length && rbsp[at] == (byte) 0xff) {
        type += 255;
        at++;
      }
      type += at < rbsp.length ? rbsp[at++] & 0xff : 0;
      int size = 0;
      while (at < rbsp.length && rbsp[at] == (byte) 0xff) {
        size += 255;
        at++;
      }
      size += at < rbsp.length ? rbsp[at++] & 0xff : 0;
      if (size > rbsp.length - at) {
        break;
      }
      messages.add(new Message(type, java.util.Arrays.copyOfRange(rbsp, at, at + size)));
      at += size;
    }
    return messages;
  }

  /** SEI units of a sample that carry messages of one type, with nothing else in them. */
  public static List<byte[]> only(AccessUnit sample, int type) {
    List<byte[]> units = new ArrayList<>();
    for (var unit : sample.units()) {
      if (unit.type() == Nal.SEI) {
        byte[] filtered = filter(sample, unit, found -> found == type);
        if (filtered.length > 0) {
          units.add(filtered);
        }
      }
    }
    return units;
  }

  /** A unit without the messages that are not wanted; empty if none is left. */
  static byte[] filter(AccessUnit sample, AccessUnit.Unit unit, IntPredicate wanted) {
    var messages = parse(sample, unit);
    var kept = messages.stream().filter(message -> wanted.test(message.type())).toList();
    if (kept.size() == messages.size() && !kept.isEmpty()) {
      return sample.copyOf(unit);
    }
    if (kept.isEmpty()) {
      return new byte[0];
    }
    var rbsp = new ByteArrayOutputStream();
    for (var message : kept) {
      variable(rbsp, message.type());
      variable(rbsp, message.payload().length);
      rbsp.writeBytes(message.payload());
    }
    rbsp.write(0x80);
    return Nal.escape(Nal.SEI, rbsp.toByteArray());
  }

  /** {@code recovery_frame_cnt} of a sample's recovery point, -1 if it has none. */
  static int recoveryFrames(AccessUnit sample) {
    for (var unit : sample.units()) {
      if (unit.type() == Nal.SEI) {
        for (var message : parse(sample, unit)) {
          if (message.type() == RECOVERY_POINT && message.payload().length > 0) {
            return new BitReader(message.payload(), message.payload().length).unsigned();
          }
        }
      }
    }
    return -1;
  }

  private static void variable(ByteArrayOutputStream rbsp, int value) {
    int left = value;
    for (; left >= 255; left -= 255) {
      rbsp.write(0xff);
    }
    rbsp.write(left);
  }
}
