package clipdesk.cutter.verify;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.cutter.codec.TestMaster;
import clipdesk.cutter.index.MasterIndexReader;
import clipdesk.cutter.io.FileSource;
import clipdesk.cutter.mp4.ClipTrack;
import clipdesk.cutter.mp4.MovieWriter;
import clipdesk.cutter.mp4.SampleList;
import clipdesk.cutter.refusals.VerificationFailedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A clip of eight frames, of which some are shown in another order than they are decoded. */
class ClipVerifierTest {
  private static final int TICKS = 512;
  private static final int[] SHOWN_AFTER = {2, 5, 2, 0, 1, 2, 3, 1};
  private static final long[] TIMES = {0, 512, 1024, 1536, 2048, 2560, 3072, 3584};
  private static final int BOX_HEADER_BYTES = 12;
  private static final int SAMPLES_PER_CHUNK_OFFSET = 20;

  @TempDir Path folder;
  private ClipTrack video;
  private byte[] header;
  private long payloadBytes;

  @BeforeEach
  void writeClip() throws IOException {
    var file = folder.resolve("master.mp4");
    TestMaster.write(file, "bframes=0", 2);
    var samples = new SampleList();
    for (int i = 0; i < SHOWN_AFTER.length; i++) {
      samples.addWritten(payloadBytes, 1000 + i, TICKS, SHOWN_AFTER[i] * TICKS, i == 0 || i == 5);
      payloadBytes += 1000 + i;
    }
    try (var master = FileSource.open(file)) {
      var index = MasterIndexReader.read(master);
      var source = index.video();
      var description = source.description().box();
      video = new ClipTrack(source, description, samples, 0, 2L * TICKS, samples.ticks(), 0);
      header = new MovieWriter(index.movie(), List.of(video)).write(payloadBytes);
    }
  }

  @Test
  void clipAsPlannedPasses() {
    assertThatCode(() -> verify(header, header.length + payloadBytes, TIMES))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"stts", "ctts", "stss", "stsz", "stsc", "stco", "elst"})
  void everyBitOfATableIsCompared(String table) {
    int at = new String(header, ISO_8859_1).indexOf(table) - 4;
    int end = at + ByteBuffer.wrap(header).getInt(at);
    // A last chunk that promises more samples shows the same, and so does no description for one.
    int compared = table.equals("stsc") ? at + SAMPLES_PER_CHUNK_OFFSET : end;
    assertThat(compared).isGreaterThan(at + BOX_HEADER_BYTES).isLessThanOrEqualTo(end);
    for (int i = at + BOX_HEADER_BYTES; i < compared; i++) {
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        var damaged = header.clone();
        damaged[i] ^= (byte) (1 << bit);
        assertThatThrownBy(() -> verify(damaged, header.length + payloadBytes, TIMES))
            .as("bit %d of byte %d of %s", bit, i - at, table)
            .isInstanceOf(VerificationFailedException.class);
      }
    }
  }

  @Test
  void clipThatEndsBeforeItsLastSampleIsFound() {
    assertThatThrownBy(() -> verify(header, header.length + payloadBytes - 1, TIMES))
        .isInstanceOf(VerificationFailedException.class);
  }

  @Test
  void frameOutsideTheAskedRangeIsFound() {
    var later = TIMES.clone();
    later[7]++;
    assertThatThrownBy(() -> verify(header, header.length + payloadBytes, later))
        .isInstanceOf(VerificationFailedException.class)
        .hasMessage("frames are not shown at their times");
  }

  @Test
  void frameTooManyIsFound() {
    var fewer = Arrays.copyOf(TIMES, 7);
    assertThatThrownBy(() -> verify(header, header.length + payloadBytes, fewer))
        .isInstanceOf(VerificationFailedException.class)
        .hasMessage("8 frames, planned 7");
  }

  private void verify(byte[] bytes, long sizeBytes, long[] times) throws IOException {
    new ClipVerifier(bytes, sizeBytes).verify(List.of(video), video, times);
  }
}
