package clipdesk.transcript.revision;

import clipdesk.transcript.script.WordRange;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** The exchanges of a transcript as readers get them: chapters to jump to. */
public final class ExchangesJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private ExchangesJson() {}

  public static String of(Revision revision) {
    var text = new StringWriter();
    try (var json = FACTORY.createGenerator(text)) {
      write(json, revision);
    } catch (IOException e) {
      throw new UncheckedIOException("Text can be written", e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, Revision revision) throws IOException {
    var moments = new Moments(revision);
    json.writeStartObject();
    json.writeStringField("videoId", revision.video().videoId());
    json.writeStringField("language", revision.language());
    json.writeNumberField("revision", revision.number());
    json.writeStringField("timing", revision.timing().label());
    json.writeArrayFieldStart("speakers");
    for (var speaker : revision.script().speakers()) {
      TranscriptJson.speaker(json, speaker);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("exchanges");
    for (var exchange : Exchanges.of(revision.script())) {
      json.writeStartObject();
      json.writeStringField("questioner", exchange.questioner());
      json.writeArrayFieldStart("answering");
      for (var speaker : exchange.answering()) {
        json.writeString(speaker);
      }
      json.writeEndArray();
      part(json, "question", revision, moments, exchange.question());
      if (exchange.answer().from() < exchange.answer().to()) {
        part(json, "answer", revision, moments, exchange.answer());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void part(
      JsonGenerator json, String name, Revision revision, Moments moments, WordRange words)
      throws IOException {
    json.writeObjectFieldStart(name);
    moments.words(json, words.from(), words.to());
    var script = revision.script();
    var first =
        script.turns().stream()
            .flatMap(it -> it.sentences().stream())
            .filter(it -> it.fromWord() >= words.from() && it.fromWord() < it.toWord())
            .findFirst();
    if (first.isPresent()) {
      json.writeStringField("firstSentence", first.get().span().of(script.official().text()));
    }
    json.writeEndObject();
  }
}
