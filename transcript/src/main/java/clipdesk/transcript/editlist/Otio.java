package clipdesk.transcript.editlist;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** OpenTimelineIO's own JSON: a timeline of one track of pictures and one of sound. */
public final class Otio {
  private static final String SCHEMA = "OTIO_SCHEMA";
  private static final JsonFactory FACTORY = new JsonFactory();

  private final ClipList list;
  private final JsonGenerator json;

  private Otio(ClipList list, JsonGenerator json) {
    this.list = list;
    this.json = json;
  }

  public static String write(ClipList list) {
    var text = new StringWriter();
    try (var json = FACTORY.createGenerator(text)) {
      new Otio(list, json).timeline();
    } catch (IOException e) {
      throw new UncheckedIOException("Text can be written", e);
    }
    return text.toString();
  }

  private void timeline() throws IOException {
    start("Timeline.1", list.title());
    json.writeFieldName("global_start_time");
    time(list.clock().frame("01:00:00:00"));
    json.writeFieldName("tracks");
    start("Stack.1", "tracks");
    json.writeArrayFieldStart("children");
    track("Video");
    track("Audio");
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private void track(String kind) throws IOException {
    start("Track.1", kind);
    json.writeStringField("kind", kind);
    json.writeArrayFieldStart("children");
    for (var clip : list.clips()) {
      clip(clip);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void clip(ListedClip clip) throws IOException {
    var start = list.start(clip.master());
    start("Clip.2", clip.name());
    json.writeFieldName("source_range");
    range(start + clip.in(), clip.frames());
    json.writeObjectFieldStart("metadata");
    json.writeObjectFieldStart("clipdesk");
    json.writeStringField("videoId", clip.master().videoId());
    if (clip.speaker().isPresent()) {
      json.writeStringField("speaker", clip.speaker().get());
    }
    if (clip.outlet().isPresent()) {
      json.writeStringField("outlet", clip.outlet().get());
    }
    if (clip.quote().isPresent()) {
      json.writeStringField("quote", clip.quote().get());
    }
    json.writeEndObject();
    json.writeEndObject();
    json.writeStringField("active_media_reference_key", "DEFAULT_MEDIA");
    json.writeObjectFieldStart("media_references");
    json.writeFieldName("DEFAULT_MEDIA");
    start("ExternalReference.1", clip.master().file());
    json.writeStringField("target_url", clip.master().file());
    json.writeFieldName("available_range");
    range(start, clip.master().frames());
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  private void range(long start, long frames) throws IOException {
    json.writeStartObject();
    json.writeStringField(SCHEMA, "TimeRange.1");
    json.writeFieldName("start_time");
    time(start);
    json.writeFieldName("duration");
    time(frames);
    json.writeEndObject();
  }

  private void time(long frames) throws IOException {
    json.writeStartObject();
    json.writeStringField(SCHEMA, "RationalTime.1");
    json.writeNumberField("rate", (double) list.num() / list.den());
    json.writeNumberField("value", (double) frames);
    json.writeEndObject();
  }

  private void start(String schema, String name) throws IOException {
    json.writeStartObject();
    json.writeStringField(SCHEMA, schema);
    json.writeStringField("name", name);
  }
}
