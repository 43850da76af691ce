package clipdesk.media.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.TickingClock;
import clipdesk.common.json.Json;
import clipdesk.media.catalogue.InMemoryVideos;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;

/** An ingest between a bucket and a catalogue in memory, and words to upload with. */
abstract class IngestCalls {
  static final String ID = "presser-1";
  static final int[] EVEN = filled(500, 1000);

  final TickingClock clock = new TickingClock("2026-02-12T13:40:02.114Z");
  final InMemoryUploads uploads = new InMemoryUploads();
  final InMemoryVideos videos = new InMemoryVideos();
  private final AtomicInteger owners = new AtomicInteger();
  final IngestVideo ingestVideo =
      new IngestVideo(uploads, uploads, videos, () -> "owner-" + owners.incrementAndGet(), clock);

  @BeforeEach
  void uploadAMaster() {
    uploads.put(ID, "master.mp4", new TinyMaster().video(EVEN).audio(900).audio(900).bytes());
  }

  final List<String> ingest(Map<String, Object> description) throws IOException {
    uploads.describe(ID, Json.text(description));
    assertThat(ingestVideo.ingest(ID)).isTrue();
    return problems();
  }

  final List<String> problems() {
    return ((List<?>) uploads.report(ID).getOrDefault("errors", List.of()))
        .stream()
            .map(it -> (Map<?, ?>) it)
            .map(it -> it.get("pointer") + " " + it.get("code"))
            .toList();
  }

  static Map<String, Object> with(String member, Object value) {
    var description = description();
    description.put(member, value);
    return description;
  }

  /** With another text in Ukrainian, where the pointer says. */
  static Map<String, Object> withTexts(String pointer, String uk) {
    var texts = texts(uk);
    return switch (pointer) {
      case "event/name" -> with("event", Map.of("id", "e-1", "name", texts));
      case "place/city" -> with("place", Map.of("city", texts, "country", "BE"));
      case "speakers/0/name" -> with("speakers", List.of(Map.of("id", "sg", "name", texts)));
      case "speakers/0/role" ->
          with("speakers", List.of(Map.of("id", "sg", "name", texts(), "role", texts)));
      default -> with(pointer, texts);
    };
  }

  static Map<String, Object> description() {
    var description = new LinkedHashMap<String, Object>();
    description.put("schema", 1);
    description.put("videoId", ID);
    description.put("title", texts());
    description.put("event", Map.of("id", "2026-02-defmin", "name", texts()));
    description.put("date", "2026-02-12");
    description.put("place", Map.of("city", texts(), "country", "BE"));
    description.put("speakers", List.of(Map.of("id", "sg", "name", texts())));
    description.put("languages", List.of("en", "fr"));
    description.put("terms", Map.of("id", "press-standard", "credit", "Courtesy"));
    description.put("master", Map.of("file", "master.mp4"));
    description.put("renditions", List.of(Map.of("name", "hd", "file", "master.mp4")));
    description.put("preview", "hd");
    description.put(
        "audio",
        List.of(
            Map.of("index", 0, "language", "en", "role", "original"),
            Map.of("index", 1, "language", "fr", "role", "interpretation")));
    return description;
  }

  static Map<String, Object> texts() {
    return texts("Назва");
  }

  static Map<String, Object> texts(String uk) {
    return Map.of("en", "Title", "fr", "Titre", "uk", uk);
  }

  static int[] filled(int count, int value) {
    var values = new int[count];
    Arrays.fill(values, value);
    return values;
  }
}
