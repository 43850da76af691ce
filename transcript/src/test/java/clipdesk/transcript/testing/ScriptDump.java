package clipdesk.transcript.testing;

import clipdesk.transcript.script.Paragraph;
import clipdesk.transcript.script.Script;
import clipdesk.transcript.script.Sentence;
import clipdesk.transcript.script.Speaker;
import clipdesk.transcript.script.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A script as lines that people can read and files can be compared with. */
public final class ScriptDump {
  private ScriptDump() {}

  public static String of(Script script) {
    var lines = new ArrayList<String>();
    script.speakers().forEach(it -> lines.add(speaker(it)));
    script.matter().forEach(it -> lines.add(unspoken(script, it)));
    for (var number = 0; number < script.turns().size(); number++) {
      lines.addAll(turn(script, number));
    }
    for (var it : script.findings()) {
      lines.add(
          "finding %s line %d, %s%s"
              .formatted(
                  it.code().code(),
                  it.line(),
                  it.done().label(),
                  it.suggestion().map(suggestion -> " → " + suggestion).orElse("")));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String speaker(Speaker it) {
    var parts = new ArrayList<String>();
    it.name().ifPresent(parts::add);
    it.role().ifPresent(role -> parts.add("role " + role));
    it.outlet().ifPresent(outlet -> parts.add("outlet " + outlet));
    it.alsoWritten().forEach(other -> parts.add("also " + other));
    return "speaker " + it.id() + ": " + String.join(" | ", parts);
  }

  private static List<String> turn(Script script, int number) {
    var turn = script.turns().get(number);
    var lines = new ArrayList<String>();
    lines.add("turn " + number + ": " + turn.speaker().orElse("nobody") + suggested(turn));
    for (var paragraph : turn.paragraphs()) {
      if (paragraph.kind() == Paragraph.Kind.SPEECH) {
        lines.add("  " + sentences(script, paragraph));
      } else {
        lines.add("  " + unspoken(script, paragraph));
      }
    }
    return lines;
  }

  private static String suggested(Turn turn) {
    return turn.suggestion().map(it -> ", perhaps " + it).orElse("");
  }

  private static String sentences(Script script, Paragraph paragraph) {
    var text = script.official().text();
    var notes =
        paragraph.notes().stream().map(it -> " note " + it.of(text)).collect(Collectors.joining());
    return paragraph.sentences().stream()
            .map(Sentence::span)
            .map(it -> oneLine(it.of(text)))
            .collect(Collectors.joining(" / "))
        + notes;
  }

  private static String unspoken(Script script, Paragraph it) {
    var kind = it.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return kind + ": " + oneLine(it.span().of(script.official().text()));
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\R", "⏎");
  }
}
