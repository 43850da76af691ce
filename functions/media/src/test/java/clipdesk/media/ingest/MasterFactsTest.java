package clipdesk.media.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.cutter.frames.FrameRate;
import clipdesk.cutter.index.SidecarIndex;
import clipdesk.cutter.io.ForwardingSource;
import clipdesk.cutter.io.MemorySource;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MasterFactsTest {
  private final Problems problems = new Problems();

  @Test
  void masterWithoutTablesGetsAnIndexBesideIt() throws IOException {
    var master = new MemorySource(TinyMatroska.of(60), "matroska");

    var facts = MasterFacts.read(master, problems).orElseThrow();

    assertThat(facts.frames()).isEqualTo(60);
    assertThat(facts.rate()).isEqualTo(new FrameRate(25, 1));
    var sidecar = new MemorySource(facts.sidecar().orElseThrow(), "index");
    assertThat(SidecarIndex.open(sidecar, master).frames()).isEqualTo(60);
  }

  @ParameterizedTest
  @CsvSource({"6000000000, false", "6000000001, true"})
  void masterThatTakesTooLongToGoThroughIsRefused(long bytes, boolean tooLong) throws IOException {
    try (var master = new BrokenOff(bytes)) {
      assertThat(MasterFacts.read(master, problems)).isEmpty();
    }

    var refusal = problems.errors().getFirst();
    assertThat(refusal.code()).isEqualTo("not-mp4");
    assertThat(refusal.detail().orElseThrow().contains("6 GB")).isEqualTo(tooLong);
  }

  /** The start of a Matroska file, and zeros as far as it is long. */
  private static final class BrokenOff extends ForwardingSource {
    private final long sizeBytes;

    BrokenOff(long sizeBytes) {
      super(new MemorySource(TinyMatroska.EBML, "broken off"));
      this.sizeBytes = sizeBytes;
    }

    @Override
    public long sizeBytes() {
      return sizeBytes;
    }

    @Override
    public void read(long offset, ByteBuffer into) throws IOException {
      if (offset == 0) {
        into.put(TinyMatroska.EBML);
      }
      into.position(into.limit());
    }
  }
}
