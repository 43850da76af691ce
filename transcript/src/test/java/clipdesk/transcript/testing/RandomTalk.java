package clipdesk.transcript.testing;

import clipdesk.transcript.script.Paragraph;
import clipdesk.transcript.script.Script;
import clipdesk.transcript.script.Speaker;
import clipdesk.transcript.script.Turn;
import clipdesk.transcript.text.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An official text that nobody wrote, with all that such texts are known for, and how it is to be
 * read.
 */
public record RandomTalk(String text, List<Said> turns) {
  /** How labels are written. */
  public enum Form {
    OWN_LINE,
    COLON,
    BRACKETS,
    LETTERS,
    DASH
  }

  /** A turn: who speaks, if anybody is named, and what is said, each blank one. */
  public record Said(
      Optional<String> name, Optional<String> role, Optional<String> outlet, String text) {}

  public static RandomTalk of(long seed, String language, Form form) {
    return new TalkMaker(seed, TalkWords.of(language), form).make();
  }

  /** Whether a reading has these turns, speakers, outlets, roles and words, and no others. */
  public boolean isReadAs(Script script) {
    return turns.equals(read(script));
  }

  /** The turns of a reading. */
  public static List<Said> read(Script script) {
    var speakers = script.speakers().stream().collect(Collectors.toMap(Speaker::id, it -> it));
    var read = new ArrayList<Said>();
    for (var turn : script.turns()) {
      var who = turn.speaker().map(speakers::get);
      var text =
          turn.sentences().stream()
              .map(it -> it.span().of(script.official().text()))
              .collect(Collectors.joining(" "));
      read.add(
          new Said(
              who.flatMap(Speaker::name),
              who.flatMap(Speaker::role),
              who.flatMap(Speaker::outlet),
              blanked(text)));
    }
    return read;
  }

  static String blanked(String text) {
    return text.replaceAll("[\\s\\u00a0\\u202f]+", " ").strip();
  }

  /** How many letters and figures of the text stand nowhere in the reading. */
  public static int lost(Script script) {
    var placed = new BitSet();
    var paragraphs = script.turns().stream().flatMap(it -> it.paragraphs().stream());
    Stream.concat(
            script.turns().stream().map(Turn::label).flatMap(Optional::stream),
            Stream.concat(paragraphs, script.matter().stream()).map(Paragraph::span))
        .forEach((Span it) -> placed.set(it.start(), it.end()));
    var text = script.official().text();
    var lost = 0;
    for (var at = 0; at < text.length(); at++) {
      lost += Character.isLetterOrDigit(text.charAt(at)) && !placed.get(at) ? 1 : 0;
    }
    return lost;
  }
}
