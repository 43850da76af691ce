package clipdesk.cutter.io;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * One exact version of a stored file. Safe for use by several threads at a time.
 *
 * <p>An implementation over a network makes every request conditional on the version that {@link
 * #identity()} names and fails when it changed.
 */
public interface ByteSource extends AutoCloseable {
  long sizeBytes();

  /** What tells this version from every other, such as an ETag. */
  String identity();

  /**
   * Fills {@code into} from position to limit with the bytes from {@code offset} on, with one
   * request where the source is remote.
   *
   * @param into a buffer with an array, which a remote source fills without a copy
   * @throws EOFException if the range does not lie inside the file; nothing was read
   * @throws IOException if the bytes cannot be had, or the file changed; what {@code into} holds
   *     then is not to be used
   */
  void read(long offset, ByteBuffer into) throws IOException;

  /**
   * Whether there are so many bytes at a place.
   *
   * @throws EOFException if not
   */
  default void requireInside(long offset, int length) throws EOFException {
    if (offset < 0 || length < 0 || offset > sizeBytes() - length) {
      throw new EOFException(
          "%d bytes at %d of a file of %d".formatted(length, offset, sizeBytes()));
    }
  }

  @Override
  void close() throws IOException;
}
