import clipdesk.transcript.heard.Heard;
import clipdesk.transcript.heard.HeardWord;
import clipdesk.transcript.revision.RevisionMaker;
import clipdesk.transcript.revision.RevisionWriter;
import clipdesk.transcript.testing.Simulation;
import clipdesk.transcript.text.OfficialText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What texts and words of the worst kinds take, about 60,000 words each, from the text to the
 * revision's bytes. Each in a process of its own, as the function runs: Lambda's compiler and
 * collector, and a heap that leaves room below the bar of its memory.
 */
final class Adversarial {
  private static final int MOST_WORDS = 60_000;
  private static final int MOST_BYTES = 4 << 20;
  private static final int MS_A_WORD = 300;
  private static final List<String> LIKE_THE_FUNCTION =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx352m");

  enum Kind {
    TEXT_TWICE,
    ONE_PHRASE,
    ONE_WORD,
    OTHER_VIDEO,
    ONE_LINE_OF_4_MIB
  }

  /**
   * @param peakMegabytes of the process, what made its input included
   */
  record Taken(double ms, double peakMegabytes) {}

  private record Case(String text, Heard heard, int durationMs) {}

  private Adversarial() {}

  /** Says milliseconds and kilobytes of one kind. */
  public static void main(String[] arguments) throws IOException {
    var made = made(Kind.valueOf(arguments[0]), Long.parseLong(arguments[1]));
    var start = System.nanoTime();
    var input =
        Sent.input(
            OfficialText.of(made.text()), "en", made.heard(), Optional.empty(), made.durationMs());
    var revision = RevisionMaker.make(input, Optional.empty()).revision();
    var bytes = revision.map(it -> RevisionWriter.write(it).length()).orElse(0);
    var ms = (System.nanoTime() - start) / 1_000_000;
    System.out.println(ms + " " + peakKilobytes() + " " + bytes);
  }

  static Taken of(Kind kind, long seed) {
    var command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(LIKE_THE_FUNCTION);
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), Adversarial.class.getName()));
    command.addAll(List.of(kind.name(), String.valueOf(seed)));
    try {
      var process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      var said = new String(process.getInputStream().readAllBytes()).strip().split(" ");
      return process.waitFor() == 0
          ? new Taken(Long.parseLong(said[0]), Long.parseLong(said[1]) / 1_000.0)
          : new Taken(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(kind + " was not measured", e);
    }
  }

  private static Case made(Kind kind, long seed) {
    return switch (kind) {
      case TEXT_TWICE -> {
        var truth = Simulation.of(seed, "en", 29_000, 0.15);
        var text = truth.script().official().text();
        yield new Case(text + "\n\n" + text, truth.heard(), truth.durationMs());
      }
      case OTHER_VIDEO -> {
        var truth = Simulation.of(seed, "en", 58_000, 0.15);
        var other = Simulation.of(seed + 1, "en", 58_000, 0.15);
        yield new Case(other.script().official().text(), truth.heard(), truth.durationMs());
      }
      case ONE_PHRASE -> said(List.of("and", "that", "is", "what", "we", "said."));
      case ONE_WORD -> said(List.of("no"));
      case ONE_LINE_OF_4_MIB -> {
        var word = "a".repeat(MOST_BYTES / MOST_WORDS - 2);
        yield said(List.of(word, word + "b"));
      }
    };
  }

  /** These words again and again, and heard so. */
  private static Case said(List<String> words) {
    var all =
        Collections.nCopies(MOST_WORDS / words.size(), words).stream()
            .flatMap(List::stream)
            .toList();
    var heard = new ArrayList<HeardWord>();
    for (var word : all) {
      var in = heard.size() * MS_A_WORD;
      heard.add(
          new HeardWord(word, in, in + MS_A_WORD - 50, OptionalDouble.empty(), Optional.empty()));
    }
    return new Case(
        String.join(" ", all), new Heard(Heard.Form.LIST, heard), all.size() * MS_A_WORD);
  }

  private static long peakKilobytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(it -> it.startsWith("VmHWM:"))
        .mapToLong(it -> Long.parseLong(it.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElseThrow();
  }
}
