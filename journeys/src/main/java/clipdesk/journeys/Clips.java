package clipdesk.journeys;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A signed-in person who asks for clips and waits for them. */
public final class Clips {
  private static final Duration CUTTING = Duration.ofSeconds(120);

  private final Api api;
  private final String videoId;

  public Clips(Person person, String videoId) {
    this.api = person.api();
    this.videoId = videoId;
  }

  /** Asks for half-open ranges of frames. */
  public Answer request(long[]... ranges) {
    var items = new ArrayList<Map<String, Object>>();
    for (var range : ranges) {
      items.add(Map.of("in", Map.of("frame", range[0]), "out", Map.of("frame", range[1])));
    }
    return api.post("/v1/clips", Map.of("videoId", videoId, "ranges", items));
  }

  /** Waits until a clip is ready or has failed, telling the progress on the way. */
  public Answer await(String clipId, Consumer<String> progress) {
    return Eventually.within(
        CUTTING,
        "clip " + clipId,
        () -> {
          var answer = api.get("/v1/clips/" + clipId).expect(200);
          var status = answer.text("status");
          progress.accept(status);
          return List.of("ready", "failed").contains(status)
              ? Optional.of(answer)
              : Optional.empty();
        });
  }
}
