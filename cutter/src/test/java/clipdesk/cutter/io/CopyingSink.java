package clipdesk.cutter.io;

import clipdesk.cutter.refusals.VerificationFailedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A store in memory that copies ranges of the master and keeps S3's rules for parts. */
public final class CopyingSink implements ClipSink {
  private final ByteSource master;
  private final Map<Integer, byte[]> parts = new TreeMap<>();
  private final List<Integer> sent = new ArrayList<>();
  private byte[] published = new byte[0];

  public CopyingSink(ByteSource master) {
    this.master = master;
  }

  @Override
  public boolean copiesRanges() {
    return true;
  }

  @Override
  public synchronized void part(int number, ByteBuffer data) {
    var bytes = new byte[data.remaining()];
    data.get(bytes);
    parts.put(number, bytes);
    sent.add(number);
  }

  @Override
  public synchronized void copyPart(int number, long sourceOffset, long length) throws IOException {
    var bytes = ByteBuffer.allocate(Math.toIntExact(length));
    master.read(sourceOffset, bytes);
    parts.put(number, bytes.array());
  }

  @Override
  public StoredClip finish(long sizeBytes) throws IOException {
    var whole = new ByteArrayOutputStream();
    int number = 0;
    for (var part : parts.entrySet()) {
      number++;
      if (part.getKey() != number) {
        throw new IOException("Part " + number + " is missing");
      }
      if (number < parts.size() && part.getValue().length < MIN_PART_BYTES) {
        throw new IOException("EntityTooSmall: part " + number);
      }
      whole.writeBytes(part.getValue());
    }
    VerificationFailedException.requireSize(whole.size(), sizeBytes);
    published = whole.toByteArray();
    return new StoredClip(published.length, parts.size(), Optional.empty(), Optional.empty());
  }

  /** Numbers of the parts that were sent, in the order in which they came. */
  public synchronized List<Integer> sent() {
    return List.copyOf(sent);
  }

  /** The clip, empty before it is published. */
  public byte[] published() {
    return published.clone();
  }

  @Override
  public void abort() {
    parts.clear();
  }

  @Override
  public void close() {}
}
