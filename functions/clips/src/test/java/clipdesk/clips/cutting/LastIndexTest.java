package clipdesk.clips.cutting;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.contracts.catalogue.Rate;
import clipdesk.contracts.catalogue.StoredObject;
import clipdesk.contracts.clips.ClipRequest;
import clipdesk.cutter.codec.TestMaster;
import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.index.MasterIndexReader;
import clipdesk.cutter.index.SidecarIndex;
import clipdesk.cutter.io.FileSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ranges of one request, asked for one after the other. */
class LastIndexTest {
  private static final FrameRange FIRST = new FrameRange(3, 9);
  private static final FrameRange SECOND = new FrameRange(12, 20);

  @TempDir Path folder;
  private final MemoryClipStore store = new MemoryClipStore();
  private final LastIndex last = new LastIndex(store);
  private StoredObject master;

  @BeforeEach
  void keepAnIndex() throws IOException {
    var file = folder.resolve("master.mp4");
    TestMaster.write(file, "keyint=10", 25);
    var sidecar = new ByteArrayOutputStream();
    try (var source = FileSource.open(file)) {
      SidecarIndex.write(MasterIndexReader.read(source), sidecar);
      master = new StoredObject("masters/a", "1", source.identity(), source.sizeBytes());
    }
    store.indexes.put("a", sidecar.toByteArray());
  }

  @Test
  void rangesOfOneMasterReadItOnce() throws IOException {
    var index = last.of(request("a", FIRST, master));

    assertThat(index).get().extracting(it -> it.frames()).isEqualTo(25L);
    assertThat(last.of(request("a", SECOND, master))).containsSame(index.orElseThrow());
    assertThat(store.indexesRead).isEqualTo(1);
  }

  @Test
  void anotherMasterHasAnIndexOfItsOwn() throws IOException {
    last.of(request("a", FIRST, master));
    var other = new StoredObject("masters/b", "1", "b", master.sizeBytes());

    assertThat(last.of(request("b", FIRST, other))).isEmpty();
    assertThat(last.of(request("a", FIRST, master))).isPresent();
    assertThat(store.indexesRead).isEqualTo(3);
  }

  @Test
  void replacedMasterDoesNotGetTheIndexOfTheOldOne() throws IOException {
    last.of(request("a", FIRST, master));
    var replaced = new StoredObject(master.key(), "2", "other", master.sizeBytes());

    assertThat(last.of(request("a", FIRST, replaced))).isEmpty();
  }

  @Test
  void indexThatComesLaterIsFound() throws IOException {
    var late = store.indexes.remove("a");
    assertThat(last.of(request("a", FIRST, master))).isEmpty();

    store.indexes.put("a", late);

    assertThat(last.of(request("a", FIRST, master))).isPresent();
  }

  @Test
  void afterAFailureItIsReadAgain() throws IOException {
    last.of(request("a", FIRST, master));

    last.forget();

    assertThat(last.of(request("a", SECOND, master))).isPresent();
    assertThat(store.indexesRead).isEqualTo(2);
  }

  private static ClipRequest request(String video, FrameRange range, StoredObject source) {
    return new ClipRequest(
        video,
        1,
        1,
        Instant.EPOCH,
        source,
        "v1",
        range.in(),
        range.out(),
        new Rate(25, 1),
        ClipRequest.PROFILE,
        List.of("a1", "v1"));
  }
}
