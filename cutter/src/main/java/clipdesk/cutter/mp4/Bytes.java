package clipdesk.cutter.mp4;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Big-endian numbers in byte arrays, the byte order of all boxes. */
public final class Bytes {
  private static final VarHandle U16 =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle I32 =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle I64 =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private Bytes() {}

  public static int u16(byte[] bytes, int at) {
    return (short) U16.get(bytes, at) & 0xffff;
  }

  public static int i32(byte[] bytes, int at) {
    return (int) I32.get(bytes, at);
  }

  public static long u32(byte[] bytes, int at) {
    return i32(bytes, at) & 0xffffffffL;
  }

  public static long i64(byte[] bytes, int at) {
    return (long) I64.get(bytes, at);
  }

  public static void put32(byte[] bytes, int at, long value) {
    I32.set(bytes, at, (int) value);
  }
}
