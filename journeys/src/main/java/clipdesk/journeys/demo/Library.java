package clipdesk.journeys.demo;

import clipdesk.journeys.Api;
import clipdesk.journeys.Stack;
import clipdesk.journeys.Upload;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Six short videos of three events, so that a catalogue can be looked at. */
final class Library {
  private static final Duration LENGTH = Duration.ofSeconds(8);

  private static final Event RECOVERY =
      new Event(
          "2026-03-recovery",
          texts("Recovery Forum", "Forum de la reconstruction", "Форум відбудови"),
          "2026-03-18",
          texts("Kyiv", "Kyiv", "Київ"),
          "UA");
  private static final Event OCEANS =
      new Event(
          "2026-04-oceans",
          texts(
              "Ocean Ministers’ Meeting",
              "Réunion des ministres de la Mer",
              "Зустріч міністрів океану"),
          "2026-04-22",
          texts("Lisbon", "Lisbonne", "Лісабон"),
          "PT");
  private static final Event RAIL =
      new Event(
          "2026-05-rail",
          texts(
              "Night Train Conference",
              "Conférence des trains de nuit",
              "Конференція нічних поїздів"),
          "2026-05-06",
          texts("Vienna", "Vienne", "Відень"),
          "AT");

  private static final List<Entry> ENTRIES =
      List.of(
          new Entry(
              "demo-recovery-opening",
              RECOVERY,
              texts("Opening of the forum", "Ouverture du forum", "Відкриття форуму"),
              List.of("en", "uk")),
          new Entry(
              "demo-recovery-questions",
              RECOVERY,
              texts(
                  "Questions of the press on schools and bridges",
                  "Questions de la presse sur les écoles et les ponts",
                  "Запитання преси про школи та мости"),
              List.of()),
          new Entry(
              "demo-oceans-statement",
              OCEANS,
              texts(
                  "Statement on protected coasts",
                  "Déclaration sur les côtes protégées",
                  "Заява про захищені узбережжя"),
              List.of()),
          new Entry(
              "demo-oceans-harbour",
              OCEANS,
              texts("At the fishing harbour", "Au port de pêche", "У рибальській гавані"),
              List.of()),
          new Entry(
              "demo-rail-arrival",
              RAIL,
              texts(
                  "Arrival of the first night train",
                  "Arrivée du premier train de nuit",
                  "Прибуття першого нічного поїзда"),
              List.of()),
          new Entry(
              "demo-rail-timetable",
              RAIL,
              texts(
                  "The new timetable, under embargo",
                  "Le nouvel horaire, sous embargo",
                  "Новий розклад, під ембарго"),
              List.of()));

  /** The one that may not be seen yet. */
  private static final String EMBARGOED = "demo-rail-timetable";

  private static final Map<String, String[]> CAPTIONS =
      Map.of(
          "en",
          new String[] {
            "Good morning, and welcome.",
            "We have come to speak of what is built again.",
            "Your questions, please."
          },
          "uk",
          new String[] {
            "Доброго ранку, вітаємо вас.",
            "Ми зібралися, щоб поговорити про відбудову.",
            "Прошу ваші запитання."
          });

  private final Stack stack;
  private final Path folder;

  private record Event(
      String id, Map<String, String> name, String date, Map<String, String> city, String country) {}

  private record Entry(
      String videoId, Event event, Map<String, String> title, List<String> subtitles) {}

  /**
   * @param folder keeps what was made once
   */
  Library(Stack stack, Path folder) {
    this.stack = stack;
    this.folder = folder;
  }

  /** Uploads what is not there yet, several at a time; all are taken in when it returns. */
  int fill() {
    var listed = listed();
    IntStream.range(0, ENTRIES.size())
        .parallel()
        .filter(room -> !listed.contains(ENTRIES.get(room).videoId()))
        .forEach(room -> upload(ENTRIES.get(room), room));
    return ENTRIES.size();
  }

  private List<String> listed() {
    return Api.of(stack).get("/v1/videos?limit=100").expect(200).objects("items").stream()
        .map(video -> (String) video.get("videoId"))
        .toList();
  }

  private void upload(Entry entry, int room) {
    var upload = new Upload(stack, entry.videoId());
    var master =
        new SyntheticMaster(480, 270, LENGTH).in(room).startingAt("10:00:00:00").in(folder);
    upload.master(master);
    var files = WebFiles.of(master, folder, Progress.UNHEARD);
    var description = new LinkedHashMap<>(files.upload(upload, upload.description()));
    var event = entry.event();
    description.put("title", entry.title());
    description.put("event", Map.of("id", event.id(), "name", event.name()));
    description.put("date", event.date());
    description.put("place", Map.of("city", event.city(), "country", event.country()));
    if (entry.videoId().equals(EMBARGOED)) {
      var inAWeek = Instant.now().plus(7, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
      description.put("embargoUntil", inAWeek.toString());
    }
    for (var language : entry.subtitles()) {
      var text = Subtitles.of(LENGTH, CAPTIONS.get(language));
      upload.text("subtitles/" + language + ".vtt", text);
    }
    var report = upload.describe(description);
    if (!report.get("result").equals("accepted")) {
      throw new AssertionError(entry.videoId() + " was refused: " + report.get("errors"));
    }
  }

  private static Map<String, String> texts(String en, String fr, String uk) {
    return Map.of("en", en, "fr", fr, "uk", uk);
  }
}
