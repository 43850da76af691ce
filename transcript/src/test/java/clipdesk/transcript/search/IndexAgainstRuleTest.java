package clipdesk.transcript.search;

import static clipdesk.transcript.search.Talks.find;
import static clipdesk.transcript.search.Talks.index;
import static clipdesk.transcript.search.Talks.paged;
import static clipdesk.transcript.search.Talks.talk;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Two ways to answer that know nothing of each other. */
final class IndexAgainstRuleTest {
  private static final List<String> VOCABULARY =
      List.of(
          "treaty",
          "treaties",
          "the",
          "council",
          "council’s",
          "vote",
          "voted",
          "voting",
          "co-operation",
          "cooperation",
          "l’Europe",
          "Europe",
          "école",
          "ecoles",
          "not",
          "sign",
          "signed",
          "U.N.",
          "UN",
          "5%",
          "союзник",
          "союзниками",
          "пам’ять",
          "пам'яті",
          "сказала");

  /** The index finds what looking through everything finds, page by page, whatever is asked. */
  @Test
  void indexAndRuleAgree() throws IOException {
    for (var seed = 0; seed < 40; seed++) {
      var random = new Random(seed);
      var talks = new ArrayList<Indexed>();
      for (var video = 0; video < 6; video++) {
        talks.add(
            talk(
                "video-" + video,
                "2026-01-0" + (1 + random.nextInt(3)),
                List.of("en", "fr", "uk", "de").get(random.nextInt(4)),
                text(random)));
      }
      var shards = index(talks.subList(0, 3).toArray(Indexed[]::new));
      var others = index(talks.subList(3, 6).toArray(Indexed[]::new));
      for (var question = 0; question < 25; question++) {
        var asked = question(random);
        var sought = Sought.of(AskedReader.read(asked));
        var wanted = scanned(talks, sought.asked());

        assertThat(find(sought, shards, others)).as("seed %d: %s", seed, asked).isEqualTo(wanted);
        assertThat(paged(sought, 2, shards, others)).as(asked).isEqualTo(wanted);
      }
    }
  }

  private static List<String> scanned(List<Indexed> talks, Asked asked) {
    return talks.stream()
        .sorted(
            Comparator.comparing(Indexed::date)
                .reversed()
                .thenComparing(it -> it.revision().video().videoId()))
        .flatMap(
            talk ->
                Passage.of(talk.revision()).stream()
                    .filter(
                        it ->
                            new Answering(asked, talk.revision().language())
                                .in(it.words(talk.revision().script()))
                                .isPresent())
                    .map(
                        it ->
                            "%s %s %d"
                                .formatted(
                                    talk.revision().video().videoId(),
                                    talk.revision().language(),
                                    it.fromWord())))
        .toList();
  }

  private static String text(Random random) {
    var text = new StringBuilder();
    for (var paragraph = 0; paragraph < 3; paragraph++) {
      for (var word = 0; word < 12; word++) {
        text.append(word == 0 ? "So " : " ").append(any(random)).append(word == 6 ? "." : "");
      }
      text.append(".\n\n");
    }
    return text.toString();
  }

  private static String question(Random random) {
    var minus = random.nextInt(4) == 0 ? " -" + any(random) : "";
    return switch (random.nextInt(4)) {
      case 0 -> any(random) + minus;
      case 1 -> any(random) + " " + any(random) + minus;
      case 2 -> "\"" + any(random) + " " + any(random) + "\"" + minus;
      default ->
          List.of("trea*", "coun*", "votin*", "союз*", "eco*").get(random.nextInt(5)) + minus;
    };
  }

  private static String any(Random random) {
    return VOCABULARY.get(random.nextInt(VOCABULARY.size()));
  }
}
