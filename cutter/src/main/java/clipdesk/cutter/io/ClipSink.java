package clipdesk.cutter.io;

import clipdesk.cutter.refusals.VerificationFailedException;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Takes a clip in numbered parts, in any order, and publishes it when it is whole. Part numbers
 * start at 1 and leave no gap; the file is the parts in the order of their numbers. Every part but
 * the last is at least {@link #MIN_PART_BYTES} long; a clip of one part may have any size.
 */
public interface ClipSink extends AutoCloseable {
  /** Smallest part that is not the last (S3: {@code EntityTooSmall}). */
  int MIN_PART_BYTES = 5 << 20;

  /** Largest part. */
  long MAX_PART_BYTES = 5L << 30;

  /** Highest part number. */
  int MAX_PARTS = 10_000;

  /** Whether {@link #copyPart} works: the store can copy from the master by itself. */
  boolean copiesRanges();

  /**
   * Stores the bytes from position to limit as one part and returns when they are stored; the
   * buffer is the caller's again. May be called by several threads at a time.
   */
  void part(int number, ByteBuffer data) throws IOException;

  /**
   * Has the store copy a range of the master as one part. Returns at once; a failure shows at the
   * latest in {@link #finish}. The sink bounds how many copies run at a time.
   *
   * @throws UnsupportedOperationException if {@link #copiesRanges()} is false
   */
  void copyPart(int number, long sourceOffset, long length) throws IOException;

  /**
   * Waits for all parts and makes the clip visible under its final name, unless something is there
   * already.
   *
   * @param sizeBytes what all parts must be together
   * @throws VerificationFailedException if they are not; nothing is visible
   * @throws java.nio.file.FileAlreadyExistsException if the name is taken; nothing was changed
   * @throws IOException if a part failed or the parts break the rules; nothing is visible
   */
  StoredClip finish(long sizeBytes) throws IOException;

  /**
   * Throws away all parts; afterwards the sink is as new. Does nothing after a clip is finished.
   */
  void abort() throws IOException;

  /** Aborts what was not finished. */
  @Override
  void close() throws IOException;
}
