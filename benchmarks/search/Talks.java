import clipdesk.transcript.revision.Revision;
import clipdesk.transcript.revision.RevisionMaker;
import clipdesk.transcript.revision.VideoFacts;
import clipdesk.transcript.search.Indexed;
import clipdesk.transcript.text.OfficialText;
import clipdesk.transcript.timing.FrameClock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** Talks that nobody gave, whose words are as frequent as in a language (Zipf). */
final class Talks {
  static final int WORDS = 6_000;
  private static final int VOCABULARY = 60_000;
  private static final int RARE = 10_000;

  private final Random random;
  private final String[] vocabulary;
  private final double[] cumulated;

  Talks(long seed) {
    this.random = new Random(seed);
    this.vocabulary = vocabulary();
    this.cumulated = cumulated();
  }

  /** One of them a day. */
  Indexed talk(int number) {
    var text = new StringBuilder();
    for (var word = 0; word < WORDS; word++) {
      if (word % 500 == 0) {
        text.append("\n\nJon Smyth")
            .append(word / 500 % 4)
            .append(", Channel ")
            .append(number % 9)
            .append('\n');
      }
      var first = word % 18 == 0;
      var next = common();
      text.append(first ? next.substring(0, 1).toUpperCase(Locale.ROOT) + next.substring(1) : next)
          .append(word % 18 == 17 ? ". " : " ")
          .append(word % 90 == 89 ? "\n\n" : "");
    }
    var facts = new VideoFacts("video-" + number, "9f2c", 2_400_000, new FrameClock(25, 1, 60_000));
    var input =
        new RevisionMaker.Input(
            facts,
            OfficialText.of(text.toString()),
            "en",
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty());
    Revision revision = RevisionMaker.make(input, Optional.empty()).revision().orElseThrow();
    return new Indexed(
        revision,
        "r1",
        LocalDate.of(2020, 1, 1).plusDays(number),
        Optional.of("event-" + number % 50));
  }

  /** A word as it comes. */
  String common() {
    var at = Arrays.binarySearch(cumulated, random.nextDouble() * cumulated[VOCABULARY - 1]);
    return vocabulary[Math.min(VOCABULARY - 1, at < 0 ? -at - 1 : at)];
  }

  /** One of those that hardly ever come. */
  String rare() {
    return vocabulary[VOCABULARY - 1 - random.nextInt(RARE)];
  }

  /** Words of two to four syllables, in some of their forms. */
  private String[] vocabulary() {
    var syllables = new String[180];
    for (var i = 0; i < syllables.length; i++) {
      syllables[i] =
          ""
              + "bcdfglmnprstv".charAt(i % 13)
              + "aeiou".charAt(i / 13 % 5)
              + (i % 3 == 0 ? "n" : "");
    }
    var endings = new String[] {"", "", "s", "ed", "ing", "tion"};
    var all = new LinkedHashSet<String>();
    while (all.size() < VOCABULARY) {
      var word = new StringBuilder();
      for (var i = 0; i < 2 + random.nextInt(3); i++) {
        word.append(syllables[random.nextInt(syllables.length)]);
      }
      all.add(word + endings[random.nextInt(endings.length)]);
    }
    return all.toArray(String[]::new);
  }

  private static double[] cumulated() {
    var sums = new double[VOCABULARY];
    for (var rank = 0; rank < VOCABULARY; rank++) {
      sums[rank] = (rank == 0 ? 0 : sums[rank - 1]) + 1.0 / (rank + 2.7);
    }
    return sums;
  }
}
