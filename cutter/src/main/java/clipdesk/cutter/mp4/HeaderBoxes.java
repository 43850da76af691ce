package clipdesk.cutter.mp4;

import clipdesk.cutter.refusals.MalformedMasterException;

/**
 * Movie and track headers with other durations (ISO/IEC 14496-12, 8.2.2 and 8.3.2). Times of
 * creation, matrices, volumes and ids stay as they were. Version 1 is used where 32 bits do not do.
 */
final class HeaderBoxes {
  private static final int MOVIE_REST_BYTES = 80;
  private static final int TRACK_REST_BYTES = 60;

  private HeaderBoxes() {}

  static void movieHeader(BoxWriter box, byte[] old, long timescale, long duration) {
    int body = bodyAt(old);
    boolean oldWide = old[body] == 1;
    boolean wide = duration > 0xffffffffL;
    int start = box.beginFull("mvhd", wide ? 1 : 0, 0);
    times(box, old, body, oldWide, wide);
    box.u32(timescale);
    box.number(wide, duration);
    box.raw(old, body + (oldWide ? 32 : 20), MOVIE_REST_BYTES);
    box.end(start);
  }

  static void trackHeader(BoxWriter box, byte[] old, long duration) {
    int body = bodyAt(old);
    boolean oldWide = old[body] == 1;
    boolean wide = duration > 0xffffffffL;
    int flags = Bytes.i32(old, body) & 0xffffff;
    int start = box.beginFull("tkhd", wide ? 1 : 0, flags);
    times(box, old, body, oldWide, wide);
    box.u32(Bytes.u32(old, body + (oldWide ? 20 : 12)));
    box.u32(0);
    box.number(wide, duration);
    box.raw(old, body + (oldWide ? 36 : 24), TRACK_REST_BYTES);
    box.end(start);
  }

  static void mediaHeader(BoxWriter box, long timescale, long duration, int language) {
    boolean wide = duration > 0xffffffffL;
    int start = box.beginFull("mdhd", wide ? 1 : 0, 0);
    box.number(wide, 0);
    box.number(wide, 0);
    box.u32(timescale);
    box.number(wide, duration);
    box.u16(language);
    box.u16(0);
    box.end(start);
  }

  private static void times(BoxWriter box, byte[] old, int body, boolean oldWide, boolean wide) {
    for (int i = 0; i < 2; i++) {
      long time = oldWide ? Bytes.i64(old, body + 4 + 8 * i) : Bytes.u32(old, body + 4 + 4 * i);
      box.number(wide, time);
    }
  }

  /** Bytes that a header box must have for the copies above to stay inside it. */
  static boolean isComplete(byte[] box, int restBytes) {
    if (box.length < 4) {
      return false;
    }
    int body = bodyAt(box);
    boolean movie = restBytes == MOVIE_REST_BYTES;
    int fields = box.length > body && box[body] == 1 ? (movie ? 32 : 36) : (movie ? 20 : 24);
    return box.length >= body + fields + restBytes;
  }

  static boolean isCompleteMovieHeader(byte[] box) {
    return isComplete(box, MOVIE_REST_BYTES);
  }

  static boolean isCompleteTrackHeader(byte[] box) {
    return isComplete(box, TRACK_REST_BYTES);
  }

  /**
   * @throws MalformedMasterException if there cannot be so many ticks in a second
   */
  static void requireTimescale(String box, long timescale) {
    if (timescale <= 0 || timescale > Integer.MAX_VALUE) {
      throw new MalformedMasterException(box, -1, "timescale " + timescale);
    }
  }

  private static int bodyAt(byte[] box) {
    return Bytes.u32(box, 0) == 1 ? 16 : 8;
  }
}
