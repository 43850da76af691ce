package clipdesk.clips.cutting;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/**
 * The checksum CRC-64/NVME (NVM Express NVM Command Set 1.0c, 5.2.1.3.4: reflected, initial value
 * and final XOR all ones), written as S3 writes it. The SDK computes it only with a native library
 * that is larger than this function.
 */
final class Crc64Nvme {
  private static final long POLYNOMIAL = 0x9a6c9329ac4bc9b5L;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Row n is a byte's remainder when n more bytes follow: eight bytes are taken in one step. */
  private static final long[][] TABLE = new long[Long.BYTES][256];

  static {
    for (int value = 0; value < 256; value++) {
      long remainder = value;
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        remainder = (remainder >>> 1) ^ (POLYNOMIAL & -(remainder & 1));
      }
      TABLE[0][value] = remainder;
    }
    for (int row = 1; row < TABLE.length; row++) {
      for (int value = 0; value < 256; value++) {
        long before = TABLE[row - 1][value];
        TABLE[row][value] = (before >>> Byte.SIZE) ^ TABLE[0][(int) before & 0xff];
      }
    }
  }

  private Crc64Nvme() {}

  /** Of the bytes from position to limit of a buffer with an array; Base64 of eight bytes. */
  static String of(ByteBuffer data) {
    var bytes = data.array();
    int at = data.arrayOffset() + data.position();
    int end = at + data.remaining();
    long remainder = -1;
    for (; end - at >= Long.BYTES; at += Long.BYTES) {
      long next = remainder ^ (long) LONGS.get(bytes, at);
      remainder = 0;
      for (int i = 0; i < Long.BYTES; i++) {
        remainder ^= TABLE[Long.BYTES - 1 - i][(int) (next >>> (i * Byte.SIZE)) & 0xff];
      }
    }
    for (; at < end; at++) {
      remainder = (remainder >>> Byte.SIZE) ^ TABLE[0][(int) (remainder ^ bytes[at]) & 0xff];
    }
    var value = ByteBuffer.allocate(Long.BYTES).putLong(~remainder).array();
    return Base64.getEncoder().encodeToString(value);
  }
}
