package clipdesk.media.ingest;

import clipdesk.common.json.Json;
import clipdesk.contracts.catalogue.IngestReport;
import clipdesk.contracts.catalogue.MasterKeys;
import clipdesk.contracts.catalogue.StoredObject;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.CountingSource;
import clipdesk.cutter.io.MemorySource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The masters bucket in memory, with versions. */
final class InMemoryUploads implements Uploads, Outcomes {
  private final Map<String, byte[]> files = new HashMap<>();
  private final Map<String, Integer> versions = new HashMap<>();
  private final Map<String, Map<String, Object>> reports = new HashMap<>();
  private final Map<String, byte[]> indexes = new HashMap<>();
  private final Map<String, String> texts = new TreeMap<>();
  private final List<CountingSource> opened = new ArrayList<>();
  private final Map<String, String> hashes = new HashMap<>();
  private final Queue<Runnable> afterDescription = new ArrayDeque<>();

  void put(String videoId, String name, byte[] bytes) {
    var key = key(videoId, name);
    files.put(key, bytes.clone());
    versions.merge(key, 1, Integer::sum);
  }

  void describe(String videoId, String text) {
    put(videoId, "video.json", text.getBytes(StandardCharsets.UTF_8));
  }

  /** As if a file was uploaded with this hash. */
  void hash(String videoId, String name, String sha256) {
    hashes.put(key(videoId, name), sha256);
  }

  void remove(String videoId, String name) {
    files.remove(key(videoId, name));
  }

  /** Somebody else acts right after the next reading of a description. */
  void afterTheNextReading(Runnable act) {
    afterDescription.add(act);
  }

  Map<String, Object> report(String videoId) {
    return reports.getOrDefault(videoId, Map.of());
  }

  @Override
  public Optional<Description> description(String videoId) {
    var key = key(videoId, "video.json");
    var found =
        Optional.ofNullable(files.get(key))
            .map(
                bytes ->
                    new Description(
                        bytes.length > MAX_DESCRIPTION_BYTES ? new byte[0] : bytes,
                        bytes.length,
                        "v" + versions.get(key)));
    Optional.ofNullable(afterDescription.poll()).ifPresent(Runnable::run);
    return found;
  }

  @Override
  public Optional<StoredObject> file(String videoId, String name) {
    var key = key(videoId, name);
    return Optional.ofNullable(files.get(key))
        .map(
            bytes -> {
              var version = "v" + versions.get(key);
              return new StoredObject(key, version, "\"etag-" + version + "\"", bytes.length);
            });
  }

  @Override
  public List<String> names(String videoId, String folder) {
    var root = key(videoId, "");
    return files.keySet().stream()
        .filter(key -> key.startsWith(root + folder))
        .map(key -> key.substring(root.length()))
        .sorted()
        .toList();
  }

  @Override
  public Optional<String> sha256(StoredObject file) {
    return Optional.ofNullable(hashes.get(file.key()));
  }

  @Override
  public ByteSource open(StoredObject file) {
    opened.add(new CountingSource(new MemorySource(files.get(file.key()), file.etag())));
    return opened.getLast();
  }

  /** How often bytes of files were asked for. */
  long reads() {
    return opened.stream().mapToLong(CountingSource::reads).sum();
  }

  @Override
  public void report(IngestReport report) {
    reports.put(report.videoId(), Json.object(report.json()));
  }

  @Override
  public void index(String videoId, String masterVersion, byte[] index) {
    indexes.put(videoId + "/" + masterVersion, index.clone());
  }

  @Override
  public Set<String> textLanguages(String videoId, String masterVersion) {
    var folder = MasterKeys.texts(videoId, masterVersion);
    return texts.keySet().stream()
        .filter(key -> key.startsWith(folder))
        .map(key -> key.substring(folder.length()).replace(".vtt", ""))
        .collect(Collectors.toSet());
  }

  @Override
  public void texts(String videoId, String masterVersion, String language, byte[] vtt) {
    texts.put(
        MasterKeys.texts(videoId, masterVersion, language),
        new String(vtt, StandardCharsets.UTF_8));
  }

  /** What is kept of texts inside masters, by key. */
  Map<String, String> texts() {
    return texts;
  }

  private static String key(String videoId, String name) {
    return "masters/" + videoId + "/" + name;
  }
}
