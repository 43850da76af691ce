package clipdesk.cutter.io;

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
   * @throws java.io.EOFException if the range does not lie inside the file
   * @throws IOException if the bytes cannot be had, or the file changed
   */
  void read(long offset, ByteBuffer into) throws IOException;

  @Override
  void close() throws IOException;
}
