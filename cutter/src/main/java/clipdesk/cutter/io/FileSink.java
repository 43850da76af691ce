package clipdesk.cutter.io;

import clipdesk.cutter.VerificationFailedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes a clip to a local file. Parts that come in order go straight to a file beside the target;
 * others wait in a second one. The target appears with all its bytes, or not at all.
 */
public final class FileSink implements ClipSink {
  private final Path target;
  private final Path whole;
  private final Path waiting;
  private final Map<Integer, Extent> extents = new TreeMap<>();
  private FileChannel wholeChannel;
  private FileChannel waitingChannel;
  private int inOrder;
  private int parts;

  private record Extent(long offset, long length) {}

  /** Creates nothing before the first part. */
  public FileSink(Path target) {
    this.target = target.toAbsolutePath();
    this.whole = this.target.resolveSibling(this.target.getFileName() + ".part");
    this.waiting = this.target.resolveSibling(this.target.getFileName() + ".later");
  }

  @Override
  public boolean copiesRanges() {
    return false;
  }

  @Override
  public synchronized void part(int number, ByteBuffer data) throws IOException {
    parts = Math.max(parts, number);
    if (number == inOrder + 1) {
      wholeChannel = opened(wholeChannel, whole);
      append(wholeChannel, data);
      inOrder = number;
    } else {
      waitingChannel = opened(waitingChannel, waiting);
      extents.put(number, new Extent(waitingChannel.size(), data.remaining()));
      append(waitingChannel, data);
    }
  }

  @Override
  public void copyPart(int number, long sourceOffset, long length) {
    throw new UnsupportedOperationException("A local file does not copy ranges");
  }

  @Override
  public synchronized StoredClip finish(long sizeBytes) throws IOException {
    for (var entry : extents.entrySet()) {
      if (entry.getKey() != inOrder + 1) {
        throw new IOException("Part " + (inOrder + 1) + " is missing");
      }
      moveFromWaiting(entry.getValue());
      inOrder++;
    }
    if (inOrder == 0) {
      throw new IOException("A clip needs at least one part");
    }
    VerificationFailedException.requireSize(wholeChannel.size(), sizeBytes);
    closeChannels();
    publish();
    Files.deleteIfExists(waiting);
    return new StoredClip(sizeBytes, parts, Optional.empty(), Optional.empty());
  }

  /** A hard link fails where the name is taken; a move would replace it. */
  private void publish() throws IOException {
    try {
      Files.createLink(target, whole);
    } catch (UnsupportedOperationException noLinksHere) {
      if (Files.exists(target)) {
        throw new FileAlreadyExistsException(target.toString());
      }
      Files.move(whole, target);
    }
    Files.deleteIfExists(whole);
  }

  private void moveFromWaiting(Extent extent) throws IOException {
    wholeChannel = opened(wholeChannel, whole);
    wholeChannel.position(wholeChannel.size());
    long at = extent.offset();
    long end = extent.offset() + extent.length();
    while (at < end) {
      at += waitingChannel.transferTo(at, end - at, wholeChannel);
    }
  }

  @Override
  public synchronized void abort() throws IOException {
    closeChannels();
    Files.deleteIfExists(whole);
    Files.deleteIfExists(waiting);
    extents.clear();
    inOrder = 0;
    parts = 0;
  }

  @Override
  public void close() throws IOException {
    abort();
  }

  private void closeChannels() throws IOException {
    if (wholeChannel != null) {
      wholeChannel.close();
      wholeChannel = null;
    }
    if (waitingChannel != null) {
      waitingChannel.close();
      waitingChannel = null;
    }
  }

  private static FileChannel opened(FileChannel channel, Path path) throws IOException {
    return channel != null
        ? channel
        : FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
  }

  private static void append(FileChannel channel, ByteBuffer data) throws IOException {
    channel.position(channel.size());
    while (data.hasRemaining()) {
      channel.write(data);
    }
  }
}
