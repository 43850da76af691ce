package clipdesk.cutter.io;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Small reads of a source through blocks of 64 KiB. A miss right behind a cached block reads twice
 * as many blocks as the miss before, up to 1 MiB, so that scans need few requests. Holds at most 8
 * MiB. Safe for use by several threads.
 */
public final class CachedReader {
  private static final int BLOCK_BYTES = 64 << 10;
  private static final int MAX_BLOCKS = 128;
  private static final int MAX_RUN_BLOCKS = 16;

  private final ByteSource source;
  private final Map<Long, byte[]> blocks = new LinkedHashMap<>(64, 0.75f, true);
  private int runBlocks = 1;

  public CachedReader(ByteSource source) {
    this.source = source;
  }

  public long sizeBytes() {
    return source.sizeBytes();
  }

  public ByteSource source() {
    return source;
  }

  /**
   * @throws EOFException if the range does not lie inside the source
   */
  public synchronized byte[] read(long offset, int length) throws IOException {
    source.requireInside(offset, length);
    var bytes = new byte[length];
    int done = 0;
    while (done < length) {
      long position = offset + done;
      byte[] block = block(position / BLOCK_BYTES);
      int inBlock = (int) (position % BLOCK_BYTES);
      int count = Math.min(length - done, block.length - inBlock);
      System.arraycopy(block, inBlock, bytes, done, count);
      done += count;
    }
    return bytes;
  }

  /** Reads a range with one request, if the cache holds that much. */
  public synchronized void prefetch(long offset, long length) throws IOException {
    long first = offset / BLOCK_BYTES;
    long last = (offset + Math.max(length, 1) - 1) / BLOCK_BYTES;
    if (last - first < MAX_BLOCKS / 2) {
      fetch(first, (int) (last - first + 1));
    }
  }

  private byte[] block(long number) throws IOException {
    byte[] block = blocks.get(number);
    if (block == null) {
      runBlocks = blocks.containsKey(number - 1) ? Math.min(2 * runBlocks, MAX_RUN_BLOCKS) : 1;
      fetch(number, runBlocks);
      block = blocks.get(number);
    }
    return block;
  }

  private void fetch(long first, int count) throws IOException {
    long start = first * BLOCK_BYTES;
    int length = (int) Math.min((long) count * BLOCK_BYTES, source.sizeBytes() - start);
    var bytes = ByteBuffer.allocate(length);
    source.read(start, bytes);
    bytes.flip();
    for (long number = first; bytes.hasRemaining(); number++) {
      var block = new byte[Math.min(BLOCK_BYTES, bytes.remaining())];
      bytes.get(block);
      blocks.put(number, block);
    }
    var eldest = blocks.keySet().iterator();
    while (blocks.size() > MAX_BLOCKS) {
      eldest.next();
      eldest.remove();
    }
  }
}
