package clipdesk.newsletters.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of lists does with files. */
abstract class ListFilesContract {
  /** The least that S3 takes of a part that is not the last. */
  private static final int PART = 5 * 1024 * 1024;

  private final String id = UUID.randomUUID().toString();

  abstract ListFiles files();

  /** As an editor puts it; the version that was written. */
  abstract String put(String importId, String text);

  /** What whoever has the link reads. */
  abstract byte[] read(String exportId);

  @Test
  void versionThatWasSeenIsReadWhateverIsPutThereSince() throws IOException {
    var seen = put(id, "email\nada@press.example\n");
    var newer = put(id, "email\n");

    assertThat(text(seen)).isEqualTo("email\nada@press.example\n");
    assertThat(text(newer)).isEqualTo("email\n");
  }

  private String text(String version) throws IOException {
    try (var in = files().open(id, version)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void fileIsItsPartsInOrderTheLastOnesThatWereWritten() {
    var upload = files().begin(id);
    files().part(id, upload, 1, filled('x'));
    var second = files().part(id, upload, 2, new byte[] {'c'});
    var first = files().part(id, upload, 1, filled('a'));

    files().complete(id, upload, List.of(first, second));
    files().complete(id, upload, List.of(first, second));

    assertThat(read(id)).hasSize(PART + 1).startsWith('a', 'a').endsWith('a', 'c');
  }

  private static byte[] filled(char letter) {
    var bytes = new byte[PART];
    Arrays.fill(bytes, (byte) letter);
    return bytes;
  }
}
