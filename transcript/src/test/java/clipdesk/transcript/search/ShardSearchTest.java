package clipdesk.transcript.search;

import static clipdesk.transcript.search.Talks.find;
import static clipdesk.transcript.search.Talks.index;
import static clipdesk.transcript.search.Talks.page;
import static clipdesk.transcript.search.Talks.paged;
import static clipdesk.transcript.search.Talks.talk;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

final class ShardSearchTest {
  private static final String SMYTH = "Jon Smyth, North Post\n";
  private static final Optional<String> ANY = Optional.empty();

  @Test
  void newestComesFirstThenVideoThenWords() throws IOException {
    var shard =
        index(
            talk("video-b", "2026-01-01", "en", "A treaty.\n\nNo word.\n\nThe treaty.\n"),
            talk("video-a", "2026-01-01", "en", "A treaty.\n"),
            talk("video-c", "2026-02-01", "en", "A treaty.\n"));

    assertThat(find("treaty", shard))
        .containsExactly("video-c en 0", "video-a en 0", "video-b en 0", "video-b en 4");
  }

  @Test
  void shardsAreLookedThroughAsOne() throws IOException {
    var old = index(talk("video-a", "2026-01-01", "en", "A treaty.\n"));
    var mixed =
        index(
            talk("video-b", "2026-02-01", "en", "A treaty.\n"),
            talk("video-c", "2025-01-01", "en", "A treaty.\n"));

    assertThat(find("treaty", old, mixed))
        .containsExactly("video-b en 0", "video-a en 0", "video-c en 0");
    assertThat(find("treaty")).isEmpty();
  }

  @Test
  void filtersNarrow() throws IOException {
    var shard =
        index(
            talk("video-1", "2026-01-01", "en", SMYTH + "A treaty is a treaty.\n"),
            talk("video-2", "2026-01-02", "fr", "Ana Sample, Channel 9\nLe treaty.\n"));

    assertThat(find(sought("fr", ANY, ANY, ANY), shard)).containsExactly("video-2 fr 0");
    assertThat(find(sought(null, Optional.of("smyth JON"), ANY, ANY), shard))
        .containsExactly("video-1 en 0");
    assertThat(find(sought(null, Optional.of("Jon Sample"), ANY, ANY), shard)).isEmpty();
    assertThat(find(sought(null, ANY, Optional.of("post"), ANY), shard))
        .containsExactly("video-1 en 0");
    assertThat(find(sought(null, ANY, ANY, Optional.of("event-video-2")), shard))
        .containsExactly("video-2 fr 0");
    assertThat(find(ofVideo("video-2"), shard)).containsExactly("video-2 fr 0");
    assertThat(find(ofVideo("video-3"), shard)).isEmpty();
    assertThat(find(between("2026-01-02", "2026-01-02"), shard)).containsExactly("video-2 fr 0");
    assertThat(find(between("2026-01-01", "2026-01-01"), shard)).containsExactly("video-1 en 0");
    assertThat(find(between("2026-01-03", "2026-12-31"), shard)).isEmpty();
  }

  @Test
  void bestHasTheWordMoreOften() throws IOException {
    var shard =
        index(
            talk("video-1", "2026-02-01", "en", "A treaty and much else that was said today.\n"),
            talk("video-2", "2026-01-01", "en", "Treaty after treaty after treaty.\n"));
    var sought = Sought.of(AskedReader.read("treaty"));

    assertThat(find(sought, shard)).containsExactly("video-1 en 0", "video-2 en 0");
    var best =
        new Sought(
            sought.asked(),
            ANY,
            ANY,
            ANY,
            ANY,
            ANY,
            Optional.empty(),
            Optional.empty(),
            Sought.Order.BEST);
    assertThat(find(best, shard)).containsExactly("video-2 en 0", "video-1 en 0");
    assertThat(paged(best, 1, shard)).containsExactly("video-2 en 0", "video-1 en 0");
  }

  @Test
  void replacedRevisionIsFoundByItsNewWordsAlone() throws IOException {
    var directory = new ByteBuffersDirectory();
    Talks.write(
        directory,
        talk("video-1", "2026-01-01", "en", "A treaty.\n"),
        talk("video-1", "2026-01-01", "fr", "Le traité.\n"));
    Talks.write(directory, talk("video-1", "2026-01-01", "en", "A letter.\n"));

    assertThat(find("treaty", directory)).isEmpty();
    assertThat(find("letter", directory)).containsExactly("video-1 en 0");
    assertThat(find("traite", directory)).containsExactly("video-1 fr 0");
    try (var writer = new ShardWriter(directory)) {
      writer.remove("video-1", "en");
      assertThat(writer.commit()).isNotEmpty();
    }
    assertThat(find("letter", directory)).isEmpty();
  }

  @Test
  void whatIsNotCommittedIsNotThere() throws IOException {
    var directory = new ByteBuffersDirectory();
    Talks.write(directory, talk("video-1", "2026-01-01", "en", "A treaty.\n"));
    try (var writer = new ShardWriter(directory)) {
      writer.replace(talk("video-1", "2026-01-01", "en", "A letter.\n"));
    }

    assertThat(find("treaty", directory)).hasSize(1);
    assertThat(find("letter", directory)).isEmpty();
  }

  @Test
  void videosThatAreNotWantedAreLeftOut() throws IOException {
    var shard =
        index(
            talk("video-1", "2026-01-01", "en", "A treaty.\n"),
            talk("video-2", "2026-01-01", "en", "A treaty.\n"));
    var closed = Set.of(new Sought.Closed("video-1", ANY));

    assertThat(openOnes(closed, shard)).containsExactly("video-2 en");
  }

  @Test
  void ofAVideoOneTranscriptCanBeLeftOut() throws IOException {
    var shard =
        index(
            talk("video-1", "2026-01-01", "en", "A treaty.\n"),
            talk("video-1", "2026-01-01", "fr", "Un treaty.\n"),
            talk("video-2", "2026-01-01", "en", "A treaty.\n"),
            talk("video-2", "2026-01-01", "fr", "Un treaty.\n"));
    var closed =
        Set.of(
            new Sought.Closed("video-1", Optional.of("en")),
            new Sought.Closed("video-2", Optional.of("fr")));

    assertThat(openOnes(closed, shard)).containsExactly("video-1 fr", "video-2 en");
  }

  private static List<String> openOnes(Set<Sought.Closed> closed, Directory shard)
      throws IOException {
    var page = new Sought.Page(Optional.empty(), 10, closed);
    return page(Sought.of(AskedReader.read("treaty")), page, shard).stream()
        .map(it -> it.place().videoId() + " " + it.place().language())
        .toList();
  }

  @Test
  void longParagraphIsPartedBetweenSentences() throws IOException {
    var sentence = "Some say one thing and some another. ";
    var text = sentence.repeat(Passage.MAX_WORDS / 7 + 1) + "A treaty.\n";

    assertThat(find("treaty", index(talk("video-1", "2026-01-01", "en", text))))
        .containsExactly("video-1 en " + Passage.MAX_WORDS / 7 * 7);
  }

  private static Sought sought(
      String language, Optional<String> speaker, Optional<String> outlet, Optional<String> event) {
    return new Sought(
        AskedReader.read("treaty"),
        Optional.ofNullable(language),
        speaker,
        outlet,
        event,
        ANY,
        Optional.empty(),
        Optional.empty(),
        Sought.Order.NEWEST);
  }

  private static Sought ofVideo(String videoId) {
    return new Sought(
        AskedReader.read("treaty"),
        ANY,
        ANY,
        ANY,
        ANY,
        Optional.of(videoId),
        Optional.empty(),
        Optional.empty(),
        Sought.Order.NEWEST);
  }

  private static Sought between(String from, String to) {
    return new Sought(
        AskedReader.read("treaty"),
        ANY,
        ANY,
        ANY,
        ANY,
        ANY,
        Optional.of(LocalDate.parse(from)),
        Optional.of(LocalDate.parse(to)),
        Sought.Order.NEWEST);
  }
}
