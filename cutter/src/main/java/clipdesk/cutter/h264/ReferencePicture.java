package clipdesk.cutter.h264;

/**
 * A short-term reference frame in the model of the decoded picture buffer.
 *
 * @param oldFrameNum its {@code frame_num} in the master, -1 if it lies before what was read
 * @param newFrameNum its {@code frame_num} in the clip, -1 if it is not in the clip
 * @param poc its picture order count in the master, counted from the entry picture
 */
record ReferencePicture(int oldFrameNum, int newFrameNum, int poc) {
  static final int ABSENT = -1;

  /** A picture before the entry, of which nothing is known but that it is shown earlier. */
  static ReferencePicture unknown() {
    return new ReferencePicture(ABSENT, ABSENT, Integer.MIN_VALUE);
  }

  boolean isInClip() {
    return newFrameNum != ABSENT;
  }
}
