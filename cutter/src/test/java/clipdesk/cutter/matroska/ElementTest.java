package clipdesk.cutter.matroska;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.cutter.io.CachedReader;
import clipdesk.cutter.io.MemorySource;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElementTest {
  /** An empty element of {@code Void}, again and again. */
  private static final byte[] FILE =
      new byte[] {(byte) 0xec, (byte) 0x80, (byte) 0xec, (byte) 0x80};

  private final CachedReader file = new CachedReader(new MemorySource(FILE, "file"));

  @ParameterizedTest
  @ValueSource(longs = {0, 2})
  void elementStartsWhereThereIsRoomForOne(long position) throws IOException {
    assertThat(Element.at(file, position, FILE.length)).isPresent();
  }

  /** The last ones were found by a fuzzer: an element before them said that it is so long. */
  @ParameterizedTest
  @ValueSource(longs = {3, 4, 5, 7_987_197_922L, Long.MAX_VALUE})
  void noElementStartsAtTheLimitOrBehindIt(long position) throws IOException {
    assertThat(Element.at(file, position, FILE.length)).isEmpty();
  }
}
