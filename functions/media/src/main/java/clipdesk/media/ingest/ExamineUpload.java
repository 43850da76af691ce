package clipdesk.media.ingest;

import clipdesk.common.json.Json;
import clipdesk.common.json.MalformedJsonException;
import clipdesk.common.json.RequestBody;
import clipdesk.common.problem.FieldError;
import clipdesk.common.problem.ProblemException;
import clipdesk.media.catalogue.StoredObject;
import clipdesk.media.catalogue.Video;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Holds a description and the files it names against the rules. */
final class ExamineUpload {
  private static final Pattern SUBTITLES = Pattern.compile("subtitles/([A-Za-z0-9-]{2,35})\\.vtt");

  private final Uploads uploads;

  ExamineUpload(Uploads uploads) {
    this.uploads = uploads;
  }

  /**
   * A row for the catalogue.
   *
   * @param sidecar the cut index of its master
   */
  record Examined(Video video, Optional<byte[]> sidecar) {}

  /**
   * What is wrong is left in the problems, and nothing comes back.
   *
   * @throws IOException if a file cannot be read, or changed meanwhile
   */
  Optional<Examined> examine(String videoId, String text, Problems problems) throws IOException {
    var description = description(videoId, text, problems);
    if (!problems.none()) {
      return Optional.empty();
    }
    var master = file(videoId, Video.object(description, "master"), "/master", problems);
    var facts = master.isEmpty() ? Optional.<MasterFacts>empty() : facts(master.get(), problems);
    var renditions = renditions(videoId, description, problems);
    facts.ifPresent(it -> checkAudio(description, it, problems));
    if (!problems.none()) {
      return Optional.empty();
    }
    var video =
        new CatalogueRow(description)
            .of(master.orElseThrow(), facts.orElseThrow(), renditions, assets(videoId));
    return Optional.of(new Examined(video, facts.get().sidecar()));
  }

  private static Map<String, Object> description(String videoId, String text, Problems problems) {
    Map<String, Object> members;
    try {
      members = Json.object(text);
    } catch (MalformedJsonException e) {
      problems.add("", "not-json");
      return Map.of();
    }
    var body = RequestBody.parse(text);
    new DescriptionRules(body).check(videoId);
    try {
      body.finish();
    } catch (ProblemException refused) {
      ((List<?>) refused.members().get("errors"))
          .stream()
              .map(FieldError.class::cast)
              .forEach(it -> problems.add(it.pointer(), it.code()));
    }
    return members;
  }

  private Optional<MasterFacts> facts(StoredObject master, Problems problems) throws IOException {
    try (var source = uploads.open(master)) {
      return MasterFacts.read(source, problems);
    }
  }

  private List<StoredObject> renditions(
      String videoId, Map<String, Object> description, Problems problems) {
    var files = new ArrayList<StoredObject>();
    var described = Video.objects(description, "renditions");
    for (int i = 0; i < described.size(); i++) {
      file(videoId, described.get(i), "/renditions/" + i, problems).ifPresent(files::add);
    }
    return files;
  }

  private static void checkAudio(
      Map<String, Object> description, MasterFacts facts, Problems problems) {
    var audio = Video.objects(description, "audio");
    for (int i = 0; i < audio.size(); i++) {
      if (((Number) audio.get(i).get("index")).longValue() >= facts.audioTracks()) {
        problems.add("/audio/" + i + "/index", "no-such-track");
      }
    }
  }

  private Map<String, StoredObject> assets(String videoId) {
    var assets = new LinkedHashMap<String, StoredObject>();
    uploads.file(videoId, "poster.jpg").ifPresent(file -> assets.put("poster", file));
    for (var name : uploads.names(videoId, "subtitles/")) {
      var matcher = SUBTITLES.matcher(name);
      if (matcher.matches()) {
        uploads
            .file(videoId, name)
            .ifPresent(file -> assets.put("subtitles-" + matcher.group(1), file));
      }
    }
    return assets;
  }

  private Optional<StoredObject> file(
      String videoId, Map<String, Object> owner, String pointer, Problems problems) {
    var file = uploads.file(videoId, Video.text(owner, "file"));
    if (file.isEmpty()) {
      problems.add(pointer + "/file", "no-such-file");
    }
    return file;
  }
}
