package clipdesk.media.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.media.search.IndexFiles.MissingFileException;
import clipdesk.media.search.Manifest.Shard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

abstract class IndexFilesContract {
  static final Manifest MANIFEST =
      new Manifest(
          List.of(
              new Shard(
                  "shard-1",
                  "entries-1",
                  2,
                  LocalDate.parse("2026-01-01"),
                  LocalDate.parse("2026-02-01"),
                  Map.of("segments_1", "0f-segments_1", "_0.cfs", "1f-_0.cfs"))),
          List.of(new Manifest.Dropped("2f-_1.cfs", Instant.parse("2026-03-01T12:00:00Z"))));

  @TempDir Path folder;

  abstract IndexFiles files();

  @Test
  void manifestIsWrittenOnceAndThenByWhoReadIt() {
    assertThat(files().manifest()).isEmpty();
    assertThat(files().replace(MANIFEST, Optional.empty())).isTrue();
    assertThat(files().replace(Manifest.EMPTY, Optional.empty())).isFalse();
    var first = files().manifest();
    assertThat(first.orElseThrow().manifest()).isEqualTo(MANIFEST);
    assertThat(files().newerThan(first.get().tag())).isEmpty();

    assertThat(files().replace(Manifest.EMPTY, first)).isTrue();
    assertThat(files().replace(MANIFEST, first)).isFalse();

    assertThat(files().newerThan(first.get().tag()).orElseThrow().manifest())
        .isEqualTo(Manifest.EMPTY);
  }

  @Test
  void fileIsThereByItsNameUntilItIsDeleted() throws IOException, MissingFileException {
    var content = Files.write(folder.resolve("content"), new byte[] {0, -1, 10, 13, 127});
    var name = files().keep(content, "_0.cfs");
    assertThat(files().keep(content, "_0.cfs")).isEqualTo(name).endsWith("-_0.cfs");

    files().fetch(name, folder.resolve("fetched"));

    assertThat(folder.resolve("fetched")).hasSameBinaryContentAs(content);
    files().delete(name);
    files().delete(name);
    assertThatThrownBy(() -> files().fetch(name, folder.resolve("gone")))
        .isInstanceOf(MissingFileException.class);
    assertThat(folder.resolve("gone")).doesNotExist();
  }
}
