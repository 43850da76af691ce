package clipdesk.journeys;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An editor's lists of subscribers: brought, looked at, done; and taken out again. */
public final class Lists {
  /** What a line needs beside its address to subscribe somebody. */
  public static final String HEADER = "email,language,consentAt,consentSource,consentText,proof\n";

  private final Api api;
  private final Api anonymous;

  public Lists(Stack stack, Person editor) {
    this.api = editor.api();
    this.anonymous = Api.of(stack);
  }

  /** A topic that nobody follows yet. */
  public void topic(String id) {
    var texts = Map.of("fr", "Sujet " + id, "en", "Topic " + id, "uk", "Тема " + id);
    api.put(
            "/v1/editor/topics/" + id,
            Map.of(
                "names", texts,
                "descriptions", texts,
                "consentTexts", texts,
                "consentTextVersion", "1",
                "state", "open"))
        .expect(201);
  }

  /** A line with proof of consent. */
  public static String line(String address, String language) {
    return address + "," + language + ",2024-05-01,fair,Mail me,card 7\n";
  }

  /** Puts a list and waits for what it would do. */
  public Answer check(String topic, String csv, Duration within) {
    var begun =
        api.with("Idempotency-Key", Person.unique("import"))
            .post(
                "/v1/editor/subscriber-imports",
                Map.of("topics", List.of(topic), "language", "en", "withoutProof", "refuse"))
            .expect(201);
    var upload = (Map<?, ?>) begun.json().get("upload");
    var type = String.valueOf(((Map<?, ?>) upload.get("headers")).get("Content-Type"));
    anonymous
        .put(String.valueOf(upload.get("href")), type, csv.getBytes(StandardCharsets.UTF_8))
        .expect(200);
    return await(begun.text("importId"), "checked", within);
  }

  /** Has it done as it was looked at, and waits until it is. */
  public Answer apply(Answer checked, Duration within) {
    var id = checked.text("importId");
    api.with("If-Match", checked.header("ETag").orElseThrow())
        .put("/v1/editor/subscriber-imports/" + id + "/state", Map.of("state", "applied"))
        .expect(202);
    return await(id, "applied", within);
  }

  private Answer await(String id, String state, Duration within) {
    return Eventually.within(
        within,
        "import " + id + " " + state,
        () ->
            Optional.of(api.get("/v1/editor/subscriber-imports/" + id).expect(200))
                .filter(it -> it.text("state").equals(state)));
  }

  /** The lines of everybody who follows a topic, or did. */
  public String export(String topic, Duration within) {
    var begun =
        api.with("Idempotency-Key", Person.unique("export"))
            .post("/v1/editor/subscriber-exports", Map.of("topic", topic))
            .expect(202);
    var done =
        Eventually.within(
            within,
            "export of " + topic,
            () ->
                Optional.of(
                        api.get("/v1/editor/subscriber-exports/" + begun.text("exportId"))
                            .expect(200))
                    .filter(it -> it.text("state").equals("done")));
    return anonymous.get(done.text("href")).expect(200).text();
  }
}
