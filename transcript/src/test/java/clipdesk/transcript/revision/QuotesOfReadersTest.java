package clipdesk.transcript.revision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.transcript.script.WordRange;
import clipdesk.transcript.testing.Simulation;
import clipdesk.transcript.timing.FrameClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A page cuts words by what readers are told, and the API by what it keeps: both come to the frames
 * of one file, which {@code -Dvectors=write} writes anew.
 */
final class QuotesOfReadersTest {
  private static final Path VECTORS = Path.of("../vectors/quotes.json");
  private static final int WORDS = 120;

  private final Revision revision = revision();

  @Test
  void framesAreThoseOfTheFileThatThePagesAreHeldTo() throws IOException {
    var written = vectors();
    if (System.getProperty("vectors", "").equals("write")) {
      Files.writeString(VECTORS, written);
    }

    assertThat(Files.readString(VECTORS, UTF_8)).isEqualTo(written);
  }

  @Test
  void fileHasEveryKindOfEdgeAndWordsThatCannotBeCut() {
    assertThat(vectors())
        .contains("\"pause\"", "\"padded\"", "\"widened\"")
        .containsPattern("\n\\[\\d+,\\d+\\],");
  }

  private String vectors() {
    var frames = revision.video().frames();
    var size = revision.times().size();
    var words = IntStream.range(0, size).mapToObj(it -> new WordRange(it, it + 1));
    var runs = IntStream.range(0, size / 10).mapToObj(it -> new WordRange(it * 10, it * 10 + 7));
    return """
    {
    "about": "Words of a transcript as readers get it, from, to (the word after the last), and how they are cut: in, out, edges.",
    "rate": {"num": %d, "den": %d},
    "frames": %d,
    "transcript": %s,
    "quotes": [
    %s
    ]
    }
    """
        .formatted(
            frames.num(),
            frames.den(),
            frames.frames(),
            TranscriptJson.of(revision, Window.WHOLE),
            Stream.concat(words, runs).map(this::quoted).collect(Collectors.joining(",\n")));
  }

  private String quoted(WordRange words) {
    return switch (Quotation.of(revision, words)) {
      case Quotation.Taken it ->
          "[%d,%d,%d,%d,\"%s\",\"%s\"]"
              .formatted(
                  words.from(),
                  words.to(),
                  it.in(),
                  it.out(),
                  it.begin().name().toLowerCase(Locale.ROOT),
                  it.end().name().toLowerCase(Locale.ROOT));
      default -> "[%d,%d]".formatted(words.from(), words.to());
    };
  }

  /** Of which a third was heard wrong, at a rate that is no whole number. */
  private static Revision revision() {
    var talk = Simulation.of(4, "en", WORDS, 0.3);
    var frames = (int) (talk.durationMs() * 30L / 1_001);
    var video =
        new VideoFacts(
            "talk-1", "9f2c11d0a4be7710", talk.durationMs(), new FrameClock(30_000, 1_001, frames));
    var input =
        new RevisionMaker.Input(
            video,
            talk.script().official(),
            "en",
            List.of(),
            List.of(),
            Optional.of(talk.heard()),
            Optional.of(talk.activity()));
    return RevisionMaker.make(input, Optional.empty()).revision().orElseThrow();
  }
}
