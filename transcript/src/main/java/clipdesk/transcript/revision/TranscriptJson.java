package clipdesk.transcript.revision;

import clipdesk.transcript.script.Paragraph;
import clipdesk.transcript.script.Script;
import clipdesk.transcript.script.Sentence;
import clipdesk.transcript.script.Speaker;
import clipdesk.transcript.script.Turn;
import clipdesk.transcript.timing.WordTimes;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * A transcript as readers get it: sentences with their frames, and the words of all of them in
 * columns. What an editor is asked, and who may have been meant, is not in it.
 */
public final class TranscriptJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonGenerator json;
  private final Revision revision;
  private final Script script;
  private final WordTimes times;
  private final Window window;
  private final Moments moments;

  private TranscriptJson(JsonGenerator json, Revision revision, Window window) {
    this.json = json;
    this.revision = revision;
    this.script = revision.script();
    this.times = revision.times();
    this.window = window;
    this.moments = new Moments(revision);
  }

  /** Of a part: the sentences that have a word in it, whole. */
  public static String of(Revision revision, Window window) {
    return of(revision, window, Optional.empty());
  }

  /** Of a clip, whose times and words alone the revision has. */
  static String ofClip(String clipId, Revision revision) {
    return of(revision, Window.WHOLE, Optional.of(clipId));
  }

  private static String of(Revision revision, Window window, Optional<String> clipId) {
    var text = new StringWriter();
    try (var json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      if (clipId.isPresent()) {
        json.writeStringField("clipId", clipId.get());
      }
      new TranscriptJson(json, revision, window).transcript();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("Text can be written", e);
    }
    return text.toString();
  }

  private void transcript() throws IOException {
    json.writeStringField("videoId", revision.video().videoId());
    json.writeStringField("language", revision.language());
    json.writeNumberField("revision", revision.number());
    json.writeStringField("masterVersion", revision.video().masterVersion());
    json.writeStringField("timing", revision.timing().label());
    if (revision.source().isPresent()) {
      json.writeStringField("source", revision.source().get());
    }
    json.writeNumberField("biasMs", revision.biasMs());
    json.writeArrayFieldStart("speakers");
    for (var speaker : script.speakers()) {
      speaker(json, speaker);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("turns");
    for (var turn = 0; turn < script.turns().size(); turn++) {
      turn(turn, script.turns().get(turn));
    }
    json.writeEndArray();
    if (window.part().isEmpty()) {
      json.writeArrayFieldStart("matter");
      for (var paragraph : script.matter()) {
        json.writeStartObject();
        unspoken(paragraph);
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    words();
  }

  static void speaker(JsonGenerator json, Speaker it) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", it.id());
    if (it.name().isPresent()) {
      json.writeStringField("name", it.name().get());
    }
    if (it.role().isPresent()) {
      json.writeStringField("role", it.role().get());
    }
    if (it.outlet().isPresent()) {
      json.writeStringField("outlet", it.outlet().get());
    }
    if (!it.alsoWritten().isEmpty()) {
      json.writeArrayFieldStart("alsoWritten");
      for (var other : it.alsoWritten()) {
        json.writeString(other);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private void turn(int number, Turn turn) throws IOException {
    if (!window.holdsOne(times, turn.fromWord(), turn.toWord())) {
      return;
    }
    json.writeStartObject();
    json.writeNumberField("turn", number);
    json.writeStringField("origin", turn.isLabelled() ? "labelled" : "unlabelled");
    if (turn.speaker().isPresent()) {
      json.writeStringField("speaker", turn.speaker().get());
    }
    var percent = Confidence.percent(script, times, turn.fromWord(), turn.toWord());
    json.writeNumberField("confidence", percent / 100.0);
    json.writeArrayFieldStart("paragraphs");
    for (var paragraph : turn.paragraphs()) {
      paragraph(paragraph);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void paragraph(Paragraph paragraph) throws IOException {
    var spoken = paragraph.kind() == Paragraph.Kind.SPEECH;
    var shown = paragraph.sentences().stream().filter(it -> window.holds(times, it)).toList();
    if (shown.isEmpty() && (spoken || window.part().isPresent())) {
      return;
    }
    json.writeStartObject();
    if (spoken) {
      json.writeArrayFieldStart("sentences");
      for (var sentence : shown) {
        sentence(sentence);
      }
      json.writeEndArray();
    } else {
      unspoken(paragraph);
    }
    json.writeEndObject();
  }

  private void unspoken(Paragraph paragraph) throws IOException {
    json.writeStringField("kind", Moments.label(paragraph.kind()));
    json.writeStringField("text", paragraph.span().of(script.official().text()));
  }

  private void sentence(Sentence sentence) throws IOException {
    json.writeStartObject();
    json.writeStringField("text", sentence.span().of(script.official().text()));
    pair("words", sentence.fromWord(), sentence.toWord());
    var spoken = moments.spoken(sentence.fromWord(), sentence.toWord());
    if (spoken.isPresent()) {
      pair("frames", moments.in(spoken.get()), moments.out(spoken.get()));
    }
    json.writeStringField("how", moments.how(sentence.fromWord(), sentence.toWord()));
    json.writeEndObject();
  }

  private void pair(String name, long from, long to) throws IOException {
    json.writeFieldName(name);
    json.writeArray(new long[] {from, to}, 0, 2);
  }

  /** Of all sentences from the first to the last one that is shown. */
  private void words() throws IOException {
    var all = script.turns().stream().map(Turn::sentences).flatMap(List::stream).toList();
    var from = 0;
    var to = all.size();
    while (from < to && !window.holds(times, all.get(from))) {
      from++;
    }
    while (to > from && !window.holds(times, all.get(to - 1))) {
      to--;
    }
    new SpokenColumns(json, revision).write(all.subList(from, to));
  }
}
