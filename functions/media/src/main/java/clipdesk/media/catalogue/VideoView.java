package clipdesk.media.catalogue;

import clipdesk.common.json.Json;
import clipdesk.common.localisation.Language;
import clipdesk.media.MediaConfig;
import clipdesk.media.links.FileLinks;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A video as callers see it, in one language. */
@Singleton
final class VideoView {
  private static final int MAX_RANGES = 20;

  private final MediaConfig config;

  VideoView(MediaConfig config) {
    this.config = config;
  }

  /** Without files while it is embargoed. */
  Map<String, Object> of(Video video, Release release, Language language) {
    var view = new LinkedHashMap<String, Object>();
    var description = video.description();
    view.put("videoId", video.videoId());
    view.put("status", release.name().toLowerCase(Locale.ROOT));
    view.put("title", Video.localised(description, "title", language));
    var event = Video.object(description, "event");
    view.put(
        "event",
        Map.of("id", Video.text(event, "id"), "name", Video.localised(event, "name", language)));
    view.put("date", video.date());
    view.put("place", place(Video.object(description, "place"), language));
    view.put(
        "speakers",
        Video.objects(description, "speakers").stream()
            .map(
                speaker ->
                    Map.of(
                        "id", Video.text(speaker, "id"),
                        "name", Video.localised(speaker, "name", language)))
            .toList());
    view.put("languages", description.getOrDefault("languages", List.of()));
    if (release == Release.EMBARGOED) {
      view.put("availableAt", Json.instant(video.embargoUntil().orElseThrow()));
    } else {
      files(view, video);
    }
    return view;
  }

  private void files(Map<String, Object> view, Video video) {
    view.put("durationMs", video.durationMs());
    view.put("frames", video.frames());
    view.put("frameRate", Map.of("num", video.rateNum(), "den", video.rateDen()));
    video.startTimecode().ifPresent(timecode -> view.put("startTimecode", timecode));
    view.put("masterVersion", video.masterVersion());
    view.put("tracks", video.tracks());
    view.put(
        "renditions",
        video.renditions().stream()
            .map(
                rendition ->
                    Map.of(
                        "name", rendition.name(),
                        "sizeBytes", rendition.file().sizeBytes(),
                        "contentType", FileLinks.contentTypeOf(rendition.file().key()),
                        "bitrate", rendition.bitrate()))
            .toList());
    view.put("clipProfiles", List.of("exact"));
    view.put("clipLimits", Map.of("maxMs", config.clipMaxMs(), "maxRanges", MAX_RANGES));
    var terms = Video.object(video.description(), "terms");
    view.put(
        "terms",
        Map.of(
            "id", Video.text(terms, "id"),
            "version", config.termsVersion(),
            "credit", Video.text(terms, "credit")));
    view.put("assets", assets(video));
  }

  private Map<String, Object> assets(Video video) {
    var base = config.publicBaseUrl() + "/v1/videos/" + video.videoId() + "/assets/";
    var assets = new LinkedHashMap<String, Object>();
    if (video.asset("poster").isPresent()) {
      assets.put("poster", Map.of("href", base + "poster"));
    }
    if (video.asset("preview").isPresent()) {
      assets.put(
          "preview",
          Map.of(
              "href", base + "preview", "rendition", Video.text(video.description(), "preview")));
    }
    var subtitles = new ArrayList<Map<String, Object>>();
    video.assets().keySet().stream()
        .filter(name -> name.startsWith("subtitles-"))
        .sorted()
        .forEach(
            name ->
                subtitles.add(
                    Map.of(
                        "language", name.substring("subtitles-".length()), "href", base + name)));
    if (!subtitles.isEmpty()) {
      assets.put("subtitles", subtitles);
    }
    return assets;
  }

  private static Map<String, Object> place(Map<String, Object> place, Language language) {
    var country = Video.text(place, "country");
    return Map.of(
        "city", Video.localised(place, "city", language),
        "country", country,
        "countryName", Locale.of("", country).getDisplayCountry(Locale.of(language.tag())));
  }
}
