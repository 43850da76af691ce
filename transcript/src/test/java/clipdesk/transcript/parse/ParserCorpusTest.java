package clipdesk.transcript.parse;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.transcript.testing.ScriptDump;
import clipdesk.transcript.text.TextReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One trap a file, each with what it is to be read as; see {@code src/test/corpus/make.py}. */
final class ParserCorpusTest {
  private static final Path CORPUS = Path.of("src/test/resources/clipdesk/transcript/parse");

  static Stream<String> traps() throws IOException {
    try (var files = Files.list(CORPUS)) {
      var names = files.map(it -> it.getFileName().toString()).filter(it -> it.endsWith(".txt"));
      return names
          .map(it -> it.substring(0, it.length() - ".txt".length()))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("traps")
  void textIsReadAsItsDumpSays(String trap) throws IOException {
    var language = trap.substring(0, trap.indexOf('-'));
    var official = TextReader.read(Files.readAllBytes(CORPUS.resolve(trap + ".txt")));

    var read = ScriptDump.of(ScriptParser.parse(official, language, List.of(), List.of()));

    var dump = CORPUS.resolve(trap + ".dump");
    if ("write".equals(System.getProperty("corpus"))) {
      Files.writeString(dump, read);
    }
    assertThat(read).isEqualTo(Files.readString(dump, StandardCharsets.UTF_8));
  }
}
