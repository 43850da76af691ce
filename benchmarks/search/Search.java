import clipdesk.transcript.revision.Revision;
import clipdesk.transcript.revision.RevisionMaker;
import clipdesk.transcript.revision.RevisionReader;
import clipdesk.transcript.revision.RevisionWriter;
import clipdesk.transcript.revision.VideoFacts;
import clipdesk.transcript.search.Answering;
import clipdesk.transcript.search.AskedReader;
import clipdesk.transcript.search.Hit;
import clipdesk.transcript.search.Indexed;
import clipdesk.transcript.search.ShardSearch;
import clipdesk.transcript.search.ShardWriter;
import clipdesk.transcript.search.Sought;
import clipdesk.transcript.text.OfficialText;
import clipdesk.transcript.timing.FrameClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.store.MMapDirectory;

/**
 * How fast and how small the index of what was said is, on synthetic talks whose words are as
 * frequent as in a language (Zipf), beside looking through the revisions themselves. Prints a table
 * and its verdict.
 */
final class Search {
  private static final int WORDS_A_TALK = 6_000;
  private static final int VOCABULARY = 60_000;
  private static final int SCANNED = 20;

  private final Random random;
  private final String[] vocabulary;
  private final double[] cumulated;
  private final List<String> missed = new ArrayList<>();

  private Search(long seed) {
    this.random = new Random(seed);
    this.vocabulary = vocabulary();
    this.cumulated = cumulated();
  }

  public static void main(String[] arguments) throws IOException {
    new Search(Long.parseLong(arguments[1])).run(Integer.parseInt(arguments[0]));
  }

  private void run(int talks) throws IOException {
    var folder = Files.createTempDirectory("bench-search-");
    System.out.printf("%-46s %12s %14s %10s%n", "what", "index", "scan of JSON", "bar");
    var start = System.nanoTime();
    var kept = write(folder, talks);
    var million = talks * (double) WORDS_A_TALK / 1e6;
    line("%.1f million words, built in s".formatted(million), seconds(start), "", Double.MAX_VALUE);
    line("size, MB", megabytes(folder), "", 35 * million / 6);
    try (var directory = new MMapDirectory(folder);
        var reader = DirectoryReader.open(directory)) {
      ask(
          "phrase of two, p95 ms",
          reader,
          kept,
          talks,
          () -> "\"" + common() + " " + common() + "\"");
      ask("two words by their stems, p95 ms", reader, kept, talks, () -> common() + " " + common());
      ask(
          "rare word, p95 ms",
          reader,
          kept,
          talks,
          () -> vocabulary[VOCABULARY - 1 - random.nextInt(10_000)]);
      ask(
          "beginning of three letters, p95 ms",
          reader,
          kept,
          talks,
          () -> common().substring(0, 3) + "*");
      ask(
          "phrase without a word, p95 ms",
          reader,
          kept,
          talks,
          () -> "\"" + common() + " " + common() + "\" -" + common());
    }
    replace(folder, talks);
    System.out.println(
        missed.isEmpty() ? "verdict: every bar is met" : "verdict: missed " + missed);
    delete(folder);
    System.exit(missed.isEmpty() ? 0 : 1);
  }

  /** One shard, and the revisions of its first talks. */
  private List<String> write(Path folder, int talks) throws IOException {
    var kept = new ArrayList<String>();
    try (var directory = new MMapDirectory(folder);
        var writer = new ShardWriter(directory)) {
      for (var talk = 0; talk < talks; talk++) {
        var indexed = talk(talk);
        writer.replace(indexed);
        if (kept.size() < SCANNED) {
          kept.add(RevisionWriter.write(indexed.revision()));
        }
      }
      writer.commit();
    }
    return kept;
  }

  static void writeShard(Path folder, int talks, long seed) throws IOException {
    new Search(seed).write(folder, talks);
  }

  private void ask(
      String what, IndexReader reader, List<String> kept, int talks, Supplier<String> questions)
      throws IOException {
    var times = new double[200];
    for (var round = 0; round < 2; round++) { // the first one warms
      for (var i = 0; i < times.length; i++) {
        var sought = Sought.of(AskedReader.read(questions.get()));
        var start = System.nanoTime();
        ShardSearch.find(List.of(reader), sought, new Sought.Page(Optional.empty(), 21, Set.of()));
        times[i] = (System.nanoTime() - start) / 1e6;
      }
    }
    Arrays.sort(times);
    var asked = AskedReader.read(questions.get());
    var start = System.nanoTime();
    for (var text : kept) {
      Hit.all(RevisionReader.read(text), new Answering(asked, "en"));
    }
    var scan = (System.nanoTime() - start) / 1e6 / kept.size() * talks;
    line(what, times[times.length * 95 / 100], String.format(Locale.ROOT, "%.0f", scan), 50);
  }

  private void replace(Path folder, int talks) throws IOException {
    var before = files(folder);
    var again = talk(talks / 2);
    var start = System.nanoTime();
    Set<String> now;
    try (var directory = new MMapDirectory(folder);
        var writer = new ShardWriter(directory)) {
      writer.replace(again);
      now = writer.commit();
    }
    line("one video replaced, ms", (System.nanoTime() - start) / 1e6, "", 1_000);
    var written = 0L;
    for (var name : now) {
      written += before.containsKey(name) ? 0 : Files.size(folder.resolve(name));
    }
    line("one video replaced, kB written", written / 1e3, "", 500);
  }

  private void line(String what, double value, String scan, double bar) {
    System.out.printf(
        Locale.ROOT,
        "%-46s %12.2f %14s %10s%n",
        what,
        value,
        scan,
        bar == Double.MAX_VALUE ? "" : String.format(Locale.ROOT, "<= %.0f", bar));
    if (value > bar) {
      missed.add(what);
    }
  }

  private Indexed talk(int number) {
    var text = new StringBuilder();
    for (var word = 0; word < WORDS_A_TALK; word++) {
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

  private String common() {
    var at = Arrays.binarySearch(cumulated, random.nextDouble() * cumulated[VOCABULARY - 1]);
    return vocabulary[Math.min(VOCABULARY - 1, at < 0 ? -at - 1 : at)];
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
    var all = new java.util.LinkedHashSet<String>();
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

  private static Map<String, Long> files(Path folder) throws IOException {
    var sizes = new TreeMap<String, Long>();
    try (var all = Files.list(folder)) {
      for (var file : all.toList()) {
        sizes.put(file.getFileName().toString(), Files.size(file));
      }
    }
    return sizes;
  }

  private static double megabytes(Path folder) throws IOException {
    return files(folder).values().stream().mapToLong(Long::longValue).sum() / 1e6;
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static void delete(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
