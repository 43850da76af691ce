package clipdesk.transcript.revision;

import clipdesk.transcript.json.JsonTree;
import clipdesk.transcript.refusals.MalformedInputException;
import clipdesk.transcript.refusals.RefusedInputException;
import clipdesk.transcript.script.Paragraph;
import clipdesk.transcript.script.Script;
import clipdesk.transcript.script.Sentence;
import clipdesk.transcript.script.Speaker;
import clipdesk.transcript.script.Turn;
import clipdesk.transcript.text.OfficialText;
import clipdesk.transcript.text.Span;
import clipdesk.transcript.timing.Activity.Stretch;
import clipdesk.transcript.timing.FrameClock;
import clipdesk.transcript.timing.How;
import clipdesk.transcript.timing.WordTimes;
import java.util.List;
import java.util.stream.IntStream;

/** Reads what {@link RevisionWriter} wrote. */
public final class RevisionReader {
  private final JsonTree json;

  private RevisionReader(JsonTree json) {
    this.json = json;
  }

  /**
   * @throws RefusedInputException if it is none, or one that was not written here
   */
  public static Revision read(String text) {
    var values = JsonTree.readAll(text);
    if (values.size() != 1) {
      throw malformed("there is not one value but " + values.size());
    }
    try {
      return new RevisionReader(values.getFirst()).revision();
    } catch (IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException e) {
      throw malformed(String.valueOf(e.getMessage()));
    }
  }

  private Revision revision() {
    if (number(json, "schema") != RevisionWriter.SCHEMA) {
      throw malformed("its schema is not " + RevisionWriter.SCHEMA);
    }
    var frames =
        new FrameClock(
            (long) decimal(json, "rateNum"),
            (long) decimal(json, "rateDen"),
            (long) decimal(json, "frames"));
    var video =
        new VideoFacts(
            text(json, "videoId"), text(json, "masterVersion"), number(json, "durationMs"), frames);
    var script = script();
    return new Revision(
        video,
        number(json, "revision"),
        text(json, "aligner"),
        Timing.of(text(json, "timing")),
        json.text("source"),
        number(json, "biasMs"),
        number(json, "sharePerMille"),
        script,
        times(script.words().size()),
        pauses(),
        new RevisionMap(
            list(json, "fromBefore").stream()
                .map(RevisionReader::numbers)
                .map(it -> new RevisionMap.Run(it[0], it[1], it[2]))
                .toList()));
  }

  private Script script() {
    var offset = numbers(words(), "offset");
    var length = numbers(words(), "length");
    var spans =
        IntStream.range(0, offset.length)
            .mapToObj(word -> new Span(offset[word], offset[word] + length[word]))
            .toList();
    return new Script(
        OfficialText.of(text(json, "text")),
        text(json, "language"),
        list(json, "speakers").stream().map(RevisionReader::speaker).toList(),
        list(json, "turns").stream().map(RevisionReader::turn).toList(),
        paragraphs(json, "matter"),
        spans,
        List.of(),
        List.of(),
        List.of());
  }

  private WordTimes times(int size) {
    var in = numbers(words(), "in");
    var dur = numbers(words(), "dur");
    var uncertainty = numbers(words(), "uncertainty");
    var how = words().text("how").orElse("");
    if (how.length() != size || in.length != size) {
      throw malformed("its words have not all a time");
    }
    var times = new WordTimes(size);
    for (var word = 0; word < size; word++) {
      var kind = How.valueOf(how.substring(word, word + 1));
      if (kind.hasTime()) {
        times.set(word, kind, in[word], in[word] + dur[word], uncertainty[word]);
      } else {
        times.clear(word, kind);
      }
    }
    return times;
  }

  /** Of revisions that were kept before pauses were, there are none. */
  private List<Stretch> pauses() {
    var edges = json.get("pauses").map(RevisionReader::numbers).orElseGet(() -> new int[0]);
    return IntStream.range(0, edges.length / 2)
        .mapToObj(it -> new Stretch(edges[2 * it], edges[2 * it + 1]))
        .toList();
  }

  private JsonTree words() {
    return json.get("words").orElseThrow(() -> malformed("it has no words"));
  }

  private static Speaker speaker(JsonTree it) {
    return new Speaker(
        text(it, "id"),
        it.text("name"),
        it.text("role"),
        it.text("outlet"),
        list(it, "alsoWritten").stream().map(JsonTree::value).map(String::valueOf).toList());
  }

  private static Turn turn(JsonTree it) {
    return new Turn(
        it.get("label").map(RevisionReader::numbers).map(at -> new Span(at[0], at[1])),
        it.text("speaker"),
        it.text("suggestion"),
        paragraphs(it, "paragraphs"));
  }

  private static List<Paragraph> paragraphs(JsonTree owner, String name) {
    return list(owner, name).stream()
        .map(
            it -> {
              var span = numbers(it, "span");
              return new Paragraph(
                  Paragraph.Kind.valueOf(text(it, "kind")),
                  new Span(span[0], span[1]),
                  list(it, "sentences").stream()
                      .map(RevisionReader::numbers)
                      .map(at -> new Sentence(new Span(at[0], at[1]), at[2], at[3]))
                      .toList(),
                  list(it, "notes").stream()
                      .map(RevisionReader::numbers)
                      .map(at -> new Span(at[0], at[1]))
                      .toList());
            })
        .toList();
  }

  private static List<JsonTree> list(JsonTree owner, String name) {
    return owner.list(name).orElseThrow(() -> malformed("it has no " + name));
  }

  private static String text(JsonTree owner, String name) {
    return owner.text(name).orElseThrow(() -> malformed("it has no " + name));
  }

  private static int number(JsonTree owner, String name) {
    return (int) decimal(owner, name);
  }

  private static double decimal(JsonTree owner, String name) {
    return owner.number(name).orElseThrow(() -> malformed("it has no " + name));
  }

  private static int[] numbers(JsonTree owner, String name) {
    return numbers(owner.get(name).orElseThrow(() -> malformed("it has no " + name)));
  }

  private static int[] numbers(JsonTree list) {
    return list.items().orElse(List.of()).stream()
        .mapToInt(it -> it.value() instanceof Double number ? number.intValue() : -1)
        .toArray();
  }

  private static MalformedInputException malformed(String why) {
    return new MalformedInputException("bad-revision", "This is no revision: " + why);
  }
}
