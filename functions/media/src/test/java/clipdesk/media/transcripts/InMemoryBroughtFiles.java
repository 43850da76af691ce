package clipdesk.media.transcripts;

import clipdesk.common.digests.Sha256;
import clipdesk.contracts.catalogue.Video;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Both buckets in memory: a file has the instant of a clock, in whole seconds. */
final class InMemoryBroughtFiles implements BroughtFiles {
  private final Map<String, Stored> objects = new TreeMap<>();
  private final InstantSource clock;

  InMemoryBroughtFiles(InstantSource clock) {
    this.clock = clock;
  }

  private record Stored(byte[] content, Instant modified) {}

  void put(String key, byte[] content) {
    objects.put(key, new Stored(content.clone(), clock.instant().truncatedTo(ChronoUnit.SECONDS)));
  }

  void delete(String key) {
    objects.remove(key);
  }

  @Override
  public List<BroughtFile> list(Video video) {
    return objects.keySet().stream().flatMap(key -> file(video, key).stream()).toList();
  }

  private Optional<BroughtFile> file(Video video, String key) {
    var texts = "masters/" + video.videoId() + "/transcripts/";
    var words = "words/" + video.videoId() + "/";
    var track = "texts/" + video.videoId() + "/" + video.masterVersion() + "/";
    if (key.startsWith(track)) {
      var language = key.substring(track.length()).replace(".vtt", "");
      return Optional.of(file(Brought.TRACK, language, key));
    }
    if (key.startsWith(texts)) {
      var parts = key.substring(texts.length()).split("\\.", -1);
      var isText =
          parts.length == 2
              && !parts[0].contains("/")
              && List.of("txt", "html", "docx").contains(parts[1]);
      return isText ? Optional.of(file(Brought.TEXT, parts[0], key)) : Optional.empty();
    }
    return key.startsWith(words)
        ? Optional.of(file(Brought.WORDS, key.substring(words.length()), key))
        : Optional.empty();
  }

  private BroughtFile file(Brought kind, String language, String key) {
    var stored = objects.get(key);
    return new BroughtFile(
        kind, language, key, version(stored), stored.modified(), stored.content().length);
  }

  private static String version(Stored stored) {
    return Sha256.hex(stored.content());
  }

  @Override
  public Optional<byte[]> read(BroughtFile file) {
    return Optional.ofNullable(objects.get(file.name()))
        .filter(it -> version(it).equals(file.version()))
        .map(it -> Arrays.copyOf(it.content(), it.content().length));
  }
}
