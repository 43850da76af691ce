package clipdesk.media.search;

import clipdesk.common.json.Json;
import clipdesk.common.json.Members;
import clipdesk.common.json.Rfc3339;
import clipdesk.common.json.UnreadableException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Of which files the index consists.
 *
 * @param shards the oldest first; the last one takes new videos until it is full
 * @param dropped files that no shard consists of any more, for whoever still reads them
 */
record Manifest(List<Shard> shards, List<Dropped> dropped) {
  static final Manifest EMPTY = new Manifest(List.of(), List.of());

  Manifest {
    shards = List.copyOf(shards);
    dropped = List.copyOf(dropped);
  }

  /**
   * A shard.
   *
   * @param entries names the file that lists what is in it
   * @param count of its entries
   * @param from date of its oldest video
   * @param to date of its newest video
   * @param files by the names that they have in the index
   */
  record Shard(
      String id,
      String entries,
      int count,
      LocalDate from,
      LocalDate to,
      Map<String, String> files) {
    Shard {
      files = Map.copyOf(files);
    }

    private Stream<String> names() {
      return Stream.concat(Stream.of(entries), files.values().stream());
    }
  }

  /** A file and since when nobody needs it. */
  record Dropped(String name, Instant at) {}

  Stream<String> names() {
    return shards.stream().flatMap(Shard::names);
  }

  /** With other shards; files that are in none of them are dropped now. */
  Manifest with(List<Shard> others, Instant now) {
    var next = new Manifest(others, List.of());
    var used = next.names().toList();
    var all = new ArrayList<>(dropped.stream().filter(it -> !used.contains(it.name())).toList());
    names().filter(it -> !used.contains(it)).map(it -> new Dropped(it, now)).forEach(all::add);
    return new Manifest(others, all);
  }

  /** Without files that were dropped before an instant. */
  Manifest withoutDroppedBefore(Instant instant) {
    return new Manifest(shards, dropped.stream().filter(it -> !it.at().isBefore(instant)).toList());
  }

  String json() {
    return Json.text(
        Map.of(
            "schema", 1,
            "shards", shards.stream().map(Manifest::members).toList(),
            "dropped",
                dropped.stream()
                    .map(it -> Map.of("name", it.name(), "at", Json.instant(it.at())))
                    .toList()));
  }

  private static Map<String, Object> members(Shard shard) {
    var members = new LinkedHashMap<String, Object>();
    members.put("id", shard.id());
    members.put("entries", shard.entries());
    members.put("count", shard.count());
    members.put("from", shard.from().toString());
    members.put("to", shard.to().toString());
    members.put(
        "files",
        shard.files().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(it -> Map.of("name", it.getKey(), "file", it.getValue()))
            .toList());
    return members;
  }

  /**
   * @throws UnreadableException if it is none
   */
  static Manifest read(String text) {
    var members = Members.read(text);
    members.requireVersion("schema", 1);
    return new Manifest(
        members.objects("shards").stream().map(Manifest::shard).toList(),
        members.objects("dropped").stream()
            .map(it -> new Dropped(it.filledText("name"), it.instant("at")))
            .toList());
  }

  private static Shard shard(Members members) {
    var files = new LinkedHashMap<String, String>();
    for (var file : members.objects("files")) {
      files.put(file.filledText("name"), file.filledText("file"));
    }
    return new Shard(
        members.filledText("id"),
        members.filledText("entries"),
        (int) members.number("count", 0),
        members.text("from", Manifest::date),
        members.text("to", Manifest::date),
        files);
  }

  private static Optional<LocalDate> date(String text) {
    return Rfc3339.date(text);
  }
}
