package clipdesk.media.search;

import clipdesk.common.json.Json;
import clipdesk.common.json.Members;
import clipdesk.common.json.Rfc3339;
import clipdesk.media.transcripts.TranscriptKey;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is in a shard: a transcript a video and language, and what it was made of. */
record Entries(Map<String, Entry> all) {
  static final Entries NONE = new Entries(Map.of());

  Entries {
    all = Map.copyOf(all);
  }

  /**
   * An entry.
   *
   * @param date of the video, as it was when this was made
   * @param made tells apart what it was made of
   */
  record Entry(LocalDate date, String made) {}

  Optional<Entry> of(TranscriptKey key) {
    return Optional.ofNullable(all.get(name(key)));
  }

  Entries with(TranscriptKey key, Entry entry) {
    var next = new TreeMap<>(all);
    next.put(name(key), entry);
    return new Entries(next);
  }

  Entries without(TranscriptKey key) {
    var next = new TreeMap<>(all);
    next.remove(name(key));
    return new Entries(next);
  }

  /** The languages in which something of a video is in here. */
  List<TranscriptKey> ofVideo(String videoId) {
    return all.keySet().stream()
        .filter(it -> it.startsWith(videoId + "/"))
        .map(it -> new TranscriptKey(videoId, it.substring(videoId.length() + 1)))
        .toList();
  }

  LocalDate oldest() {
    return all.values().stream().map(Entry::date).min(Comparator.naturalOrder()).orElseThrow();
  }

  LocalDate newest() {
    return all.values().stream().map(Entry::date).max(Comparator.naturalOrder()).orElseThrow();
  }

  String json() {
    var entries = new TreeMap<String, Object>();
    all.forEach((name, entry) -> entries.put(name, entry.date() + " " + entry.made()));
    return Json.text(Map.of("schema", 1, "entries", entries));
  }

  /**
   * @throws clipdesk.common.json.UnreadableException if it is none
   */
  static Entries read(String text) {
    var members = Members.read(text);
    members.requireVersion("schema", 1);
    var entries = members.object("entries");
    var all = new TreeMap<String, Entry>();
    for (var name : entries.all().keySet()) {
      all.put(name, entries.text(name, Entries::entry));
    }
    return new Entries(all);
  }

  private static Optional<Entry> entry(String text) {
    var blank = text.indexOf(' ');
    return blank < 0
        ? Optional.empty()
        : Rfc3339.date(text.substring(0, blank))
            .map(date -> new Entry(date, text.substring(blank + 1)));
  }

  private static String name(TranscriptKey key) {
    return key.videoId() + "/" + key.language();
  }
}
