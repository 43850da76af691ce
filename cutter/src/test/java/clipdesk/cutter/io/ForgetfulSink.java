package clipdesk.cutter.io;

import java.io.IOException;
import java.nio.ByteBuffer;

/** A store that keeps the first part without its last byte, in its first lives. */
public final class ForgetfulSink implements ClipSink {
  private final ClipSink store;
  private int livesLeft;

  /**
   * @param lives clips, each ended by {@link #abort()}, that lose a byte
   */
  public ForgetfulSink(ClipSink store, int lives) {
    this.store = store;
    this.livesLeft = lives;
  }

  @Override
  public boolean copiesRanges() {
    return store.copiesRanges();
  }

  @Override
  public void part(int number, ByteBuffer data) throws IOException {
    int kept = number == 1 && livesLeft > 0 ? data.limit() - 1 : data.limit();
    store.part(number, data.duplicate().limit(kept));
  }

  @Override
  public void copyPart(int number, long sourceOffset, long length) throws IOException {
    store.copyPart(number, sourceOffset, length);
  }

  @Override
  public StoredClip finish(long sizeBytes) throws IOException {
    return store.finish(sizeBytes);
  }

  @Override
  public void abort() throws IOException {
    livesLeft--;
    store.abort();
  }

  @Override
  public void close() throws IOException {
    store.close();
  }
}
