import clipdesk.transcript.revision.RevisionReader;
import clipdesk.transcript.revision.RevisionWriter;
import clipdesk.transcript.search.Answering;
import clipdesk.transcript.search.AskedReader;
import clipdesk.transcript.search.Hit;
import clipdesk.transcript.search.ShardSearch;
import clipdesk.transcript.search.ShardWriter;
import clipdesk.transcript.search.Sought;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.store.MMapDirectory;

/**
 * How fast and how small the index of what was said is, on {@link Talks}, beside looking through
 * the revisions themselves. Prints a table and its verdict. Of several shards all are open and
 * looked into as if they were one, the most that a page may cost; the bars are those of one.
 */
final class Search {
  private static final int SCANNED = 20;
  private static final int PAGE = 21;
  private static final double NO_BAR = Double.MAX_VALUE;

  private final Talks talks;
  private final int talksOfAShard;
  private final int shards;
  private final List<String> kept = new ArrayList<>();
  private final List<String> missed = new ArrayList<>();

  private Search(int talksOfAShard, int shards, long seed) {
    this.talks = new Talks(seed);
    this.talksOfAShard = talksOfAShard;
    this.shards = shards;
  }

  /**
   * @param arguments talks of a shard, seed, shards
   */
  public static void main(String[] arguments) throws IOException {
    var shards = Integer.parseInt(arguments[2]);
    new Search(Integer.parseInt(arguments[0]), shards, Long.parseLong(arguments[1])).run();
  }

  /** One with the first talks. */
  static void writeShard(Path folder, int talks, long seed) throws IOException {
    new Search(talks, 1, seed).write(folder, 0);
  }

  private void run() throws IOException {
    var folder = Files.createTempDirectory("bench-search-");
    System.out.printf("%-46s %12s %14s %10s%n", "what", "index", "scan of JSON", "bar");
    var start = System.nanoTime();
    for (var shard = 0; shard < shards; shard++) {
      write(shard(folder, shard), shard);
    }
    var million = (double) shards * talksOfAShard * Talks.WORDS / 1e6;
    line("%.1f million words, built in s".formatted(million), seconds(start), "", NO_BAR);
    line("size, MB", megabytes(folder), "", 35 * million / 6);
    askAll(folder);
    replace(shard(folder, 0));
    System.out.println(
        missed.isEmpty() ? "verdict: every bar is met" : "verdict: missed " + missed);
    delete(folder);
    System.exit(missed.isEmpty() ? 0 : 1);
  }

  private static Path shard(Path folder, int shard) throws IOException {
    return Files.createDirectories(folder.resolve(Integer.toString(shard)));
  }

  /** Keeps the revisions of the first talks of all. */
  private void write(Path folder, int shard) throws IOException {
    try (var directory = new MMapDirectory(folder);
        var writer = new ShardWriter(directory)) {
      for (var talk = 0; talk < talksOfAShard; talk++) {
        var indexed = talks.talk(shard * talksOfAShard + talk);
        writer.replace(indexed);
        if (kept.size() < SCANNED) {
          kept.add(RevisionWriter.write(indexed.revision()));
        }
      }
      writer.commit();
    }
  }

  private void askAll(Path folder) throws IOException {
    var readers = new ArrayList<IndexReader>();
    try {
      var start = System.nanoTime();
      for (var shard = 0; shard < shards; shard++) {
        readers.add(DirectoryReader.open(new MMapDirectory(shard(folder, shard))));
      }
      line("opened, ms", 1e3 * seconds(start), "", NO_BAR);
      ask("phrase of two", readers, () -> "\"" + two() + "\"");
      ask("two words by their stems", readers, this::two);
      ask("rare word", readers, talks::rare);
      ask("beginning of three letters", readers, () -> talks.common().substring(0, 3) + "*");
      ask("phrase without a word", readers, () -> "\"" + two() + "\" -" + talks.common());
      System.gc();
      var runtime = Runtime.getRuntime();
      line("heap, MB", (runtime.totalMemory() - runtime.freeMemory()) / 1e6, "", NO_BAR);
    } finally {
      for (var reader : readers) {
        reader.close();
      }
    }
  }

  private String two() {
    return talks.common() + " " + talks.common();
  }

  private void ask(String what, List<IndexReader> readers, Supplier<String> questions)
      throws IOException {
    var times = new double[200];
    for (var round = 0; round < 2; round++) { // the first one warms
      for (var i = 0; i < times.length; i++) {
        var sought = Sought.of(AskedReader.read(questions.get()));
        var start = System.nanoTime();
        ShardSearch.find(readers, sought, new Sought.Page(Optional.empty(), PAGE, Set.of()));
        times[i] = 1e3 * seconds(start);
      }
    }
    Arrays.sort(times);
    var asked = AskedReader.read(questions.get());
    var start = System.nanoTime();
    for (var text : kept) {
      Hit.all(RevisionReader.read(text), new Answering(asked, "en"));
    }
    var scan = 1e3 * seconds(start) / kept.size() * talksOfAShard * shards;
    line(
        what + ", p95 ms",
        times[times.length * 95 / 100],
        String.format(Locale.ROOT, "%.0f", scan),
        shards == 1 ? 50 : NO_BAR);
  }

  private void replace(Path folder) throws IOException {
    var before = files(folder);
    var again = talks.talk(talksOfAShard / 2);
    var start = System.nanoTime();
    Set<String> now;
    try (var directory = new MMapDirectory(folder);
        var writer = new ShardWriter(directory)) {
      writer.replace(again);
      now = writer.commit();
    }
    line("one video replaced, ms", 1e3 * seconds(start), "", 1_000);
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
        bar == NO_BAR ? "" : String.format(Locale.ROOT, "<= %.0f", bar));
    if (value > bar) {
      missed.add(what);
    }
  }

  private static Map<String, Long> files(Path folder) throws IOException {
    var sizes = new TreeMap<String, Long>();
    try (var all = Files.walk(folder)) {
      for (var file : all.filter(Files::isRegularFile).toList()) {
        sizes.put(folder.relativize(file).toString(), Files.size(file));
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
