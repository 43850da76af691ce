package clipdesk.journeys.demo;

import clipdesk.journeys.Person;
import clipdesk.journeys.Stack;
import clipdesk.journeys.Upload;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Puts the videos of the browser tests into a deployed stack and prints them as one JSON object, a
 * member for each: {@code {"videoId", "frames", "frameRate": {"num", "den"}}}. Every picture
 * carries its number, see {@link SyntheticPicture}. Arguments: the outputs of the stack, and the
 * folder that keeps what was made once.
 */
public final class BrowserVideos {
  private static final Duration USUAL = Duration.ofSeconds(24);
  private static final SyntheticMaster FULL = new SyntheticMaster(960, 540, USUAL);
  private static final SyntheticMaster SMALL =
      new SyntheticMaster(320, 180, Duration.ofSeconds(10));
  private static final String MARKUP =
      "<b>Bold</b> & <img src=x onerror=\"document.title='taken'\"> \u202eהפוך\u202c \u200fימין";

  private final Stack stack;
  private final Path folder;
  private final Map<String, Object> planted = new LinkedHashMap<>();
  private final List<Runnable> descriptions = new ArrayList<>();

  private BrowserVideos(Stack stack, Path folder) {
    this.stack = stack;
    this.folder = folder;
  }

  public static void main(String[] arguments) throws IOException {
    System.setProperty("java.awt.headless", "true");
    var videos = new BrowserVideos(Stack.of(Path.of(arguments[0])), Path.of(arguments[1]));
    videos.plant();
    System.out.println(JSON.std.asString(videos.planted));
  }

  private void plant() {
    var inAWeek = Instant.now().plus(7, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    plant("fps25", FULL.startingAt("10:20:00:00"), Map.of("title", titles("25 pictures a second")));
    plant(
        "fps2997",
        FULL.in(1).at(30_000, 1001).startingAt("01:00:00;00"),
        Map.of("title", titles("29.97 pictures a second")));
    plant("noSound", SMALL.in(2).silent(), Map.of("title", titles("Without sound")));
    plant("noTimecode", SMALL.in(3), Map.of("title", titles("Without timecode")));
    plant(
        "sevenSeconds",
        new SyntheticMaster(320, 180, Duration.ofSeconds(7)).in(4),
        Map.of("title", titles("Seven seconds")));
    plant(
        "fourHours",
        new SyntheticMaster(160, 90, Duration.ofHours(4)).in(5).at(1, 1).silent(),
        Map.of("title", titles("Four hours")));
    plant("noPreview", SMALL.in(1), Map.of("title", titles("Without a preview")), false);
    plant(
        "embargoed",
        SMALL,
        Map.of("title", titles("Under embargo"), "embargoUntil", inAWeek.toString()));
    plant(
        "withdrawn",
        SMALL,
        Map.of(
            "title",
            titles("Withdrawn"),
            "withdrawn",
            Map.of("at", "2026-01-02T03:04:05Z", "reason", "Wrong recording")));
    plant("blocked", SMALL, Map.of("title", titles("Blocked"), "legalBlock", true));
    plant(
        "hostile",
        SMALL.in(5),
        Map.of("title", titles(MARKUP), "description", titles(MARKUP + "\nSecond line <script>")));
    descriptions.parallelStream().forEach(Runnable::run);
  }

  private void plant(String name, SyntheticMaster master, Map<String, Object> members) {
    plant(name, master, members, /* withPreview= */ true);
  }

  private void plant(
      String name, SyntheticMaster master, Map<String, Object> members, boolean withPreview) {
    var videoId = Person.unique("e2e-" + name.toLowerCase(Locale.ROOT));
    var upload = new Upload(stack, videoId);
    var file = master.in(folder);
    upload.master(file);
    upload.text("subtitles/en.vtt", Subtitles.of(master.length(), "Caption"));
    upload.text("subtitles/uk.vtt", Subtitles.of(master.length(), "Титр"));
    Map<String, Object> description = new LinkedHashMap<>(upload.description());
    if (!master.sound()) {
      description.put("audio", List.of());
    }
    if (withPreview) {
      description = WebFiles.of(file, folder, Progress.UNHEARD).upload(upload, description);
    }
    description.putAll(members);
    var described = description;
    descriptions.add(() -> accept(upload, described));
    var rate = Map.of("num", master.rate().num(), "den", master.rate().den());
    planted.put(name, Map.of("videoId", videoId, "frames", master.frames(), "frameRate", rate));
  }

  private static void accept(Upload upload, Map<String, Object> description) {
    var report = upload.describe(description);
    if (!report.get("result").equals("accepted")) {
      throw new AssertionError(description.get("videoId") + ": " + report.get("errors"));
    }
  }

  private static Map<String, String> titles(String text) {
    return Map.of("en", text, "fr", text + " (fr)", "uk", text + " (uk)");
  }
}
