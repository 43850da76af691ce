package clipdesk.cutter.io;

import clipdesk.cutter.refusals.VerificationFailedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes a clip to a local file. Parts that come in order go straight to a new file beside the
 * target; others wait in a second one. The target appears with all its bytes, or not at all.
 */
public final class FileSink implements ClipSink {
  private final NewFiles files;
  private final Path target;
  private final Publication publication;
  private final Map<Integer, Extent> extents = new TreeMap<>();
  private Optional<NewFile> whole = Optional.empty();
  private Optional<NewFile> waiting = Optional.empty();
  private int inOrder;
  private int parts;

  private record Extent(long offset, long length) {}

  /** What becomes of a file that is whole. */
  @FunctionalInterface
  public interface Publication {
    /** Publishes the file, keeps it for later, or throws. */
    void take(NewFile clip) throws IOException;
  }

  /** Publishes the clip when it is finished, unless the name is taken by then. */
  public FileSink(Path target) {
    this(target, new NewFiles(), clip -> clip.publish(target));
  }

  /** Creates nothing before the first part. */
  public FileSink(Path target, NewFiles files, Publication publication) {
    this.files = files;
    this.target = target;
    this.publication = publication;
  }

  @Override
  public boolean copiesRanges() {
    return false;
  }

  @Override
  public synchronized void part(int number, ByteBuffer data) throws IOException {
    parts = Math.max(parts, number);
    if (number == inOrder + 1) {
      whole = Optional.of(opened(whole));
      whole.get().append(data);
      inOrder = number;
    } else {
      waiting = Optional.of(opened(waiting));
      var file = waiting.get();
      extents.put(number, new Extent(file.channel().size(), data.remaining()));
      file.append(data);
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
    var clip = whole.orElseThrow(() -> new IOException("A clip needs at least one part"));
    VerificationFailedException.requireSize(clip.channel().size(), sizeBytes);
    discard(waiting);
    publication.take(clip);
    whole = Optional.empty();
    return new StoredClip(sizeBytes, parts, Optional.empty(), Optional.empty());
  }

  private void moveFromWaiting(Extent extent) throws IOException {
    whole = Optional.of(opened(whole));
    var from = waiting.orElseThrow().channel();
    var into = whole.get().channel();
    into.position(into.size());
    long at = extent.offset();
    long end = extent.offset() + extent.length();
    while (at < end) {
      at += from.transferTo(at, end - at, into);
    }
  }

  @Override
  public synchronized void abort() throws IOException {
    discard(whole);
    discard(waiting);
    whole = Optional.empty();
    waiting = Optional.empty();
    extents.clear();
    inOrder = 0;
    parts = 0;
  }

  @Override
  public void close() throws IOException {
    abort();
  }

  private NewFile opened(Optional<NewFile> file) throws IOException {
    return file.isPresent() ? file.get() : files.beside(target);
  }

  private static void discard(Optional<NewFile> file) throws IOException {
    if (file.isPresent()) {
      file.get().discard();
    }
  }
}
