package clipdesk.cutter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.EnumSource.Mode.MATCH_NONE;

import clipdesk.cutter.io.FileSource;
import clipdesk.cutter.testmedia.IndexDump;
import clipdesk.cutter.testmedia.MasterType;
import clipdesk.cutter.testmedia.Masters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Index and plans of every kind of master, as they were when somebody last looked at them. After an
 * intended change: {@code mvn -pl cutter -am test -Dtest=GoldenDumpTest -Dclipdesk.dumps=write},
 * and read the difference.
 */
class GoldenDumpTest {
  private static final int SECONDS = 12;
  private static final Path FOLDER = Path.of("src", "test", "resources", "dumps");
  private static final boolean WRITES = "write".equals(System.getProperty("clipdesk.dumps"));

  @ParameterizedTest
  @EnumSource(mode = MATCH_NONE, names = "RARE_.*")
  void indexAndPlansAreThoseOfTheDump(MasterType type) throws IOException {
    var name = type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    var file = FOLDER.resolve(name + ".txt");
    try (var master = FileSource.open(Masters.ofSeconds(SECONDS).get(type))) {
      var dump = IndexDump.of(master);
      if (WRITES) {
        Files.createDirectories(FOLDER);
        Files.writeString(file, dump);
      }
      assertThat(dump).isEqualTo(Files.readString(file));
    }
  }
}
