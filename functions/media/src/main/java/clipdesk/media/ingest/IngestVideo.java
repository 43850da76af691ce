package clipdesk.media.ingest;

import clipdesk.common.json.Json;
import clipdesk.common.json.MalformedJsonException;
import clipdesk.cutter.MalformedMasterException;
import clipdesk.cutter.MasterIndex;
import clipdesk.cutter.MasterIndexReader;
import clipdesk.cutter.TrackInfo;
import clipdesk.cutter.UnsupportedMasterException;
import clipdesk.media.catalogue.StoredObject;
import clipdesk.media.catalogue.Video;
import clipdesk.media.catalogue.Videos;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the present description of a video into the catalogue. What is wrong with it goes into the
 * report and leaves the catalogue as it was; what is wrong with us is thrown.
 */
final class IngestVideo {
  private static final Logger LOG = LoggerFactory.getLogger(IngestVideo.class);
  private static final int ROUNDS = 5;

  private final Uploads uploads;
  private final Videos videos;
  private final InstantSource clock;

  IngestVideo(Uploads uploads, Videos videos, InstantSource clock) {
    this.uploads = uploads;
    this.videos = videos;
    this.clock = clock;
  }

  /** Starts over while the description changes underneath. */
  void ingest(String videoId) throws IOException {
    for (int round = 0; round < ROUNDS; round++) {
      var description = uploads.description(videoId);
      if (description.isEmpty()) {
        LOG.info("The description of {} is gone: nothing to do", videoId);
        return;
      }
      ingest(videoId, description.get());
      if (uploads.description(videoId).equals(description)) {
        return;
      }
    }
    throw new IllegalStateException("The description of " + videoId + " does not stop changing");
  }

  private void ingest(String videoId, Uploads.Description description) throws IOException {
    var findings = new Findings();
    var video = read(videoId, description, findings);
    video.ifPresent(row -> videos.put(row, description.versionId()));
    var report = new LinkedHashMap<String, Object>();
    report.put("videoId", videoId);
    report.put("result", video.isPresent() ? "accepted" : "refused");
    report.put("at", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
    report.put("sourceVersionId", description.versionId());
    report.put("errors", findings.all());
    uploads.report(videoId, report);
  }

  private Optional<Video> read(String videoId, Uploads.Description description, Findings findings)
      throws IOException {
    Map<String, Object> members;
    try {
      members = Json.object(description.text());
    } catch (MalformedJsonException e) {
      findings.add("", "not-json");
      return Optional.empty();
    }
    new DescriptionRules(members, findings).check(videoId);
    if (!findings.none()) {
      return Optional.empty();
    }
    var row = new LinkedHashMap<String, Object>();
    row.put("description", members);
    var master = file(videoId, object(members, "master").get("file"), "/master/file", findings);
    var renditions = renditions(videoId, members, findings);
    if (master.isPresent()) {
      probe(master.get(), members, row, findings);
      row.put("master", stored(master.get()));
      row.put("masterVersion", masterVersion(master.get()));
    }
    row.put("renditions", rated(renditions, row));
    row.put("assets", assets(videoId, members));
    return findings.none() ? Optional.of(new Video(row)) : Optional.empty();
  }

  private void probe(
      StoredObject master, Map<String, Object> members, Map<String, Object> row, Findings findings)
      throws IOException {
    try (var source = uploads.open(master)) {
      var index = MasterIndexReader.read(source);
      if (index.tracks().stream().noneMatch(track -> track.kind() == TrackInfo.Kind.VIDEO)
          || index.frames() == 0) {
        findings.add("/master/file", "no-video");
        return;
      }
      var rate = index.constantFrameRate();
      if (rate.isEmpty()) {
        findings.add("/master/file", "variable-frame-rate");
        return;
      }
      row.put("frames", index.frames());
      row.put("frameRate", Map.of("num", rate.get().num(), "den", rate.get().den()));
      row.put("durationMs", index.durationMs());
      index.startTimecode().ifPresent(timecode -> row.put("startTimecode", timecode));
      row.put("tracks", tracks(index, members, findings));
    } catch (MalformedMasterException e) {
      LOG.info("The master {} is malformed: {}", master.key(), e.getMessage());
      findings.add("/master/file", "malformed");
    } catch (UnsupportedMasterException e) {
      LOG.info("The master {} is not supported: {}", master.key(), e.getMessage());
      findings.add("/master/file", "unsupported");
    }
  }

  private static List<Map<String, Object>> tracks(
      MasterIndex index, Map<String, Object> members, Findings findings) {
    var audio = Video.objects(members, "audio");
    long sounds =
        index.tracks().stream().filter(track -> track.kind() == TrackInfo.Kind.AUDIO).count();
    for (int i = 0; i < audio.size(); i++) {
      if (!(audio.get(i).get("index") instanceof Number number)
          || number.longValue() < 0
          || number.longValue() >= sounds) {
        findings.add("/audio/" + i + "/index", "no-such-track");
      }
    }
    var tracks = new ArrayList<Map<String, Object>>();
    int sound = 0;
    for (var track : index.tracks()) {
      var view = new LinkedHashMap<String, Object>();
      view.put("id", track.id());
      view.put("kind", track.kind().name().toLowerCase(Locale.ROOT));
      view.put("codec", track.codec());
      switch (track.kind()) {
        case VIDEO -> {
          view.put("width", track.width());
          view.put("height", track.height());
        }
        case AUDIO -> {
          int number = sound++;
          var described =
              audio.stream()
                  .filter(it -> Integer.valueOf(number).equals(it.get("index")))
                  .findFirst();
          view.put(
              "language", described.map(it -> Video.text(it, "language")).orElse(track.language()));
          described.ifPresent(it -> view.put("role", Video.text(it, "role")));
        }
        case TEXT -> view.put("language", track.language());
      }
      tracks.add(view);
    }
    return tracks;
  }

  private List<Map<String, Object>> renditions(
      String videoId, Map<String, Object> members, Findings findings) {
    var renditions = new ArrayList<Map<String, Object>>();
    var described = Video.objects(members, "renditions");
    for (int i = 0; i < described.size(); i++) {
      var name = Video.text(described.get(i), "name");
      file(videoId, described.get(i).get("file"), "/renditions/" + i + "/file", findings)
          .ifPresent(
              file -> {
                var rendition = new LinkedHashMap<>(stored(file));
                rendition.put("name", name);
                renditions.add(rendition);
              });
    }
    return renditions;
  }

  /** Bits a second, by size and length. */
  private static List<Map<String, Object>> rated(
      List<Map<String, Object>> renditions, Map<String, Object> row) {
    long durationMs = row.get("durationMs") instanceof Number number ? number.longValue() : 0;
    for (var rendition : renditions) {
      long sizeBytes = ((Number) rendition.get("sizeBytes")).longValue();
      rendition.put("bitrate", durationMs == 0 ? 0 : sizeBytes * 8000 / durationMs);
    }
    return renditions;
  }

  private Map<String, Object> assets(String videoId, Map<String, Object> members) {
    var assets = new LinkedHashMap<String, Object>();
    uploads.file(videoId, "poster.jpg").ifPresent(file -> assets.put("poster", stored(file)));
    if (members.get("languages") instanceof List<?> languages) {
      for (var language : languages) {
        uploads
            .file(videoId, "subtitles/" + language + ".vtt")
            .ifPresent(file -> assets.put("subtitles-" + language, stored(file)));
      }
    }
    return assets;
  }

  private Optional<StoredObject> file(
      String videoId, Object name, String pointer, Findings findings) {
    var file = uploads.file(videoId, (String) name);
    if (file.isEmpty()) {
      findings.add(pointer, "no-such-file");
    }
    return file;
  }

  /** No byte of the master is read for it. */
  private static String masterVersion(StoredObject master) {
    var content = master.key() + "\n" + master.etag() + "\n" + master.sizeBytes();
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is in every Java platform", e);
    }
  }

  private static Map<String, Object> stored(StoredObject file) {
    return Map.of(
        "key", file.key(),
        "versionId", file.versionId(),
        "etag", file.etag(),
        "sizeBytes", file.sizeBytes());
  }

  @SuppressWarnings("unchecked") // checked by the rules before
  private static Map<String, Object> object(Map<String, Object> owner, String name) {
    return (Map<String, Object>) owner.get(name);
  }
}
