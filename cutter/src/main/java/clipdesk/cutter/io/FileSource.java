package clipdesk.cutter.io;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A master in a local file. Its identity is path, size and time of last change. */
public final class FileSource implements ByteSource {
  private final FileChannel channel;
  private final long sizeBytes;
  private final String identity;

  private FileSource(FileChannel channel, long sizeBytes, String identity) {
    this.channel = channel;
    this.sizeBytes = sizeBytes;
    this.identity = identity;
  }

  /**
   * @throws IOException if there is no such file, or it may not be read
   */
  public static FileSource open(Path path) throws IOException {
    var channel = FileChannel.open(path, StandardOpenOption.READ);
    long size = channel.size();
    var changed = java.nio.file.Files.getLastModifiedTime(path);
    return new FileSource(
        channel, size, path.toAbsolutePath() + ";" + size + ";" + changed.toMillis());
  }

  @Override
  public long sizeBytes() {
    return sizeBytes;
  }

  @Override
  public String identity() {
    return identity;
  }

  @Override
  public void read(long offset, ByteBuffer into) throws IOException {
    requireInside(offset, into.remaining());
    long at = offset;
    while (into.hasRemaining()) {
      int got = channel.read(into, at);
      if (got < 0) {
        throw new EOFException("File ends at byte " + at + ", wanted " + into.remaining());
      }
      at += got;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
