package clipdesk.cutter.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** A file that is removed unless it is published or kept. */
public final class NewFile {
  /** Stays in the processor's caches while it is copied on its way to the system. */
  private static final int WRITE_BYTES = 128 << 10;

  private final NewFiles owner;
  private final Path path;
  private final FileChannel channel;

  NewFile(NewFiles owner, Path path, FileChannel channel) {
    this.owner = owner;
    this.path = path;
    this.channel = channel;
  }

  FileChannel channel() {
    return channel;
  }

  /** Writes the bytes from position to limit behind what is there. */
  public void append(ByteBuffer data) throws IOException {
    channel.position(channel.size());
    int end = data.limit();
    while (data.position() < end) {
      data.limit(Math.min(end, data.position() + WRITE_BYTES));
      channel.write(data);
    }
    data.limit(end);
  }

  /** Reads what was written, before anybody else sees it. */
  public ByteSource read() throws IOException {
    return FileSource.open(path);
  }

  /** Leaves the file where it is. */
  public void keep() throws IOException {
    channel.close();
    owner.keep(path);
  }

  /**
   * Gives the file its final name, all its bytes at once.
   *
   * @throws java.nio.file.FileAlreadyExistsException if the name is taken; nothing was changed
   */
  public void publish(Path target) throws IOException {
    channel.close();
    owner.publish(path, target.toAbsolutePath());
  }

  /** Gives the file its final name, in place of what may be there. */
  public void replace(Path target) throws IOException {
    channel.close();
    owner.replace(path, target.toAbsolutePath());
  }

  /** Removes the file; does nothing once it was published or kept. */
  public void discard() throws IOException {
    channel.close();
    owner.remove(path);
  }
}
