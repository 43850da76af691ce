package clipdesk.media.ingest;

import clipdesk.common.json.Json;
import clipdesk.common.json.MalformedJsonException;
import clipdesk.common.json.Members;
import clipdesk.common.json.RequestBody;
import clipdesk.common.problem.FieldError;
import clipdesk.common.problem.ProblemException;
import clipdesk.contracts.catalogue.DescribedFiles;
import clipdesk.contracts.catalogue.StoredObject;
import clipdesk.contracts.catalogue.Video;
import clipdesk.contracts.catalogue.VideoDescription;
import clipdesk.cutter.index.TrackInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Holds a description and the files it names against the rules. */
final class ExamineUpload {
  private static final Pattern SUBTITLES = Pattern.compile("subtitles/([A-Za-z0-9-]{2,35})\\.vtt");

  private static final String SHA256 = "/master/sha256";

  /** DynamoDB takes items of 400 KB (409,600 bytes); keys and lease need some of it. */
  private static final int MAX_ROW_BYTES = 400_000;

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
  Optional<Examined> examine(String videoId, Uploads.Description uploaded, Problems problems)
      throws IOException {
    var description =
        DescriptionText.read(uploaded, problems)
            .flatMap(text -> description(videoId, text, problems));
    return description.isPresent()
        ? examine(videoId, description.get(), problems)
        : Optional.empty();
  }

  private Optional<Examined> examine(
      String videoId, VideoDescription description, Problems problems) throws IOException {
    var master = file(videoId, description.files().master().file(), "/master", problems);
    var facts = master.isEmpty() ? Optional.<MasterFacts>empty() : facts(master.get(), problems);
    var files = renditions(videoId, description.files(), problems);
    facts.ifPresent(it -> checkAudio(description.files(), it, problems));
    if (!problems.none()) {
      return Optional.empty();
    }
    var sha256 = verifiedSha256(description.files(), master.orElseThrow(), problems);
    var renditions = pictures(files, master.get(), facts.orElseThrow());
    var video =
        new CatalogueRow(description)
            .of(master.get(), sha256, facts.get(), renditions, assets(videoId));
    checkSize(video, problems);
    return problems.none()
        ? Optional.of(new Examined(video, facts.get().sidecar()))
        : Optional.empty();
  }

  private static Optional<VideoDescription> description(
      String videoId, String text, Problems problems) {
    Map<String, Object> members;
    try {
      members = Json.object(text);
    } catch (MalformedJsonException e) {
      problems.add(
          "",
          "not-json",
          "Must be one JSON object without a member twice"
              + e.place().map(place -> "; reading stopped at " + place).orElse(""));
      return Optional.empty();
    }
    var body = RequestBody.parse(text);
    new DescriptionRules(body).check(videoId);
    try {
      body.finish();
    } catch (ProblemException refused) {
      ((List<?>) refused.members().get("errors"))
          .stream().map(FieldError.class::cast).forEach(problems::add);
      return Optional.empty();
    }
    return Optional.of(VideoDescription.of(Members.of(StoredTexts.of(members))));
  }

  private Optional<MasterFacts> facts(StoredObject master, Problems problems) throws IOException {
    try (var source = uploads.open(master)) {
      return MasterFacts.read(source, problems);
    }
  }

  private List<StoredObject> renditions(
      String videoId, DescribedFiles described, Problems problems) {
    var files = new ArrayList<StoredObject>();
    for (int i = 0; i < described.renditions().size(); i++) {
      file(videoId, described.renditions().get(i).file(), "/renditions/" + i, problems)
          .ifPresent(files::add);
    }
    return files;
  }

  private List<StoredRendition> pictures(
      List<StoredObject> files, StoredObject master, MasterFacts facts) throws IOException {
    var renditions = new ArrayList<StoredRendition>();
    for (var file : files) {
      renditions.add(
          new StoredRendition(file, file.equals(master) ? facts.picture() : pictureOf(file)));
    }
    return renditions;
  }

  private Optional<TrackInfo> pictureOf(StoredObject file) throws IOException {
    try (var source = uploads.open(file)) {
      return MasterFacts.pictureOf(source);
    }
  }

  private static void checkAudio(DescribedFiles described, MasterFacts facts, Problems problems) {
    for (int i = 0; i < described.sounds().size(); i++) {
      if (described.sounds().get(i).index() >= facts.audioTracks()) {
        problems.add(
            "/audio/" + i + "/index",
            "no-such-track",
            "The master has %d sound tracks, the first is 0".formatted(facts.audioTracks()));
      }
    }
  }

  /**
   * What was declared, if the store confirms it. Without a hash of its own nothing is published:
   * reading a master of many gigabytes for it is not worth it (docs/decisions/0015).
   */
  private Optional<String> verifiedSha256(
      DescribedFiles described, StoredObject master, Problems problems) {
    var declared = described.master().sha256();
    if (declared.isEmpty()) {
      return Optional.empty();
    }
    var stored = uploads.sha256(master);
    if (stored.isEmpty()) {
      problems.warn(
          SHA256,
          "not-verified",
          "Not shown to anybody: S3 holds no SHA-256 of the whole file. Upload it in one part with"
              + " --checksum-algorithm SHA256");
    } else if (!stored.equals(declared)) {
      problems.add(SHA256, "mismatch", "The file in S3 has another SHA-256: upload it again");
    }
    return stored.filter(declared.get()::equals);
  }

  private static void checkSize(Video video, Problems problems) {
    int bytes = video.json().getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MAX_ROW_BYTES) {
      problems.add(
          "",
          "too-large",
          "With its files it takes %d bytes and may take %d".formatted(bytes, MAX_ROW_BYTES));
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
      String videoId, String name, String pointer, Problems problems) {
    var file = uploads.file(videoId, name);
    if (file.isEmpty()) {
      problems.add(
          pointer + "/file", "no-such-file", "Upload it beside video.json, then video.json again");
    }
    return file;
  }
}
