package clipdesk.transcript.revision;

import clipdesk.transcript.script.Paragraph;
import clipdesk.transcript.script.Speaker;
import clipdesk.transcript.script.Turn;
import clipdesk.transcript.text.Span;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * A revision as it is kept: the official text once, and everything else as places in it. Findings
 * are not kept, since the text gives them again.
 */
public final class RevisionWriter {
  static final int SCHEMA = 1;
  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonGenerator json;

  private RevisionWriter(JsonGenerator json) {
    this.json = json;
  }

  public static String write(Revision revision) {
    var text = new StringWriter();
    try (var json = FACTORY.createGenerator(text)) {
      new RevisionWriter(json).revision(revision);
    } catch (IOException e) {
      throw new UncheckedIOException("Text can be written", e);
    }
    return text.toString();
  }

  private void revision(Revision it) throws IOException {
    json.writeStartObject();
    json.writeNumberField("schema", SCHEMA);
    json.writeStringField("aligner", it.aligner());
    json.writeStringField("videoId", it.video().videoId());
    json.writeStringField("masterVersion", it.video().masterVersion());
    json.writeNumberField("durationMs", it.video().durationMs());
    json.writeNumberField("frames", it.video().frames().frames());
    json.writeNumberField("rateNum", it.video().frames().num());
    json.writeNumberField("rateDen", it.video().frames().den());
    json.writeStringField("language", it.language());
    json.writeNumberField("revision", it.number());
    json.writeStringField("timing", it.timing().label());
    if (it.source().isPresent()) {
      json.writeStringField("source", it.source().get());
    }
    json.writeNumberField("biasMs", it.biasMs());
    json.writeNumberField("sharePerMille", it.sharePerMille());
    json.writeStringField("text", it.script().official().text());
    json.writeArrayFieldStart("speakers");
    for (var speaker : it.script().speakers()) {
      speaker(speaker);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("turns");
    for (var turn : it.script().turns()) {
      turn(turn);
    }
    json.writeEndArray();
    paragraphs("matter", it.script().matter());
    words(it);
    json.writeArrayFieldStart("pauses");
    for (var pause : it.pauses()) {
      json.writeNumber(pause.inMs());
      json.writeNumber(pause.outMs());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("fromBefore");
    for (var run : it.fromBefore().runs()) {
      numbers(run.before(), run.now(), run.words());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void speaker(Speaker it) throws IOException {
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
    json.writeArrayFieldStart("alsoWritten");
    for (var other : it.alsoWritten()) {
      json.writeString(other);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void turn(Turn it) throws IOException {
    json.writeStartObject();
    if (it.label().isPresent()) {
      json.writeFieldName("label");
      numbers(it.label().get().start(), it.label().get().end());
    }
    if (it.speaker().isPresent()) {
      json.writeStringField("speaker", it.speaker().get());
    }
    if (it.suggestion().isPresent()) {
      json.writeStringField("suggestion", it.suggestion().get());
    }
    paragraphs("paragraphs", it.paragraphs());
    json.writeEndObject();
  }

  private void paragraphs(String name, List<Paragraph> paragraphs) throws IOException {
    json.writeArrayFieldStart(name);
    for (var it : paragraphs) {
      json.writeStartObject();
      json.writeStringField("kind", it.kind().name());
      json.writeFieldName("span");
      numbers(it.span().start(), it.span().end());
      json.writeArrayFieldStart("sentences");
      for (var sentence : it.sentences()) {
        var span = sentence.span();
        numbers(span.start(), span.end(), sentence.fromWord(), sentence.toWord());
      }
      json.writeEndArray();
      json.writeArrayFieldStart("notes");
      for (Span note : it.notes()) {
        numbers(note.start(), note.end());
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void words(Revision it) throws IOException {
    var words = it.script().words();
    var times = it.times();
    json.writeObjectFieldStart("words");
    column("offset", times.size(), word -> words.get(word).start());
    column("length", times.size(), word -> words.get(word).length());
    column("in", times.size(), times::in);
    column("dur", times.size(), word -> times.hasTime(word) ? times.out(word) - times.in(word) : 0);
    column("uncertainty", times.size(), times::uncertainty);
    var how = new StringBuilder(times.size());
    for (var word = 0; word < times.size(); word++) {
      how.append(times.how(word).name());
    }
    json.writeStringField("how", how.toString());
    json.writeEndObject();
  }

  private void column(String name, int size, IntUnaryOperator value) throws IOException {
    json.writeArrayFieldStart(name);
    for (var word = 0; word < size; word++) {
      json.writeNumber(value.applyAsInt(word));
    }
    json.writeEndArray();
  }

  private void numbers(int... values) throws IOException {
    json.writeArray(values, 0, values.length);
  }
}
