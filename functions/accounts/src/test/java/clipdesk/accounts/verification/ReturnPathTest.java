package clipdesk.accounts.verification;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.json.Members;
import clipdesk.common.localisation.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ReturnPathTest {
  /** The pages are held to the same table. */
  static List<Arguments> paths() throws IOException {
    return Members.read(Files.readString(Path.of("../../vectors/return-paths.json")))
        .objects("paths")
        .stream()
        .map(row -> Arguments.of(row.text("path"), row.flag("kept")))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("paths")
  void ourOwnPagesAreKeptAndAllElseBecomesTheStartPage(String path, boolean kept) {
    assertThat(ReturnPath.safe(Optional.of(path), Language.FR)).isEqualTo(kept ? path : "/fr/");
  }
}
