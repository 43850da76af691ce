package clipdesk.media.catalogue;

import clipdesk.common.json.Json;
import clipdesk.common.localisation.Language;
import clipdesk.media.MediaConfig;
import clipdesk.media.catalogue.ListVideos.Listed;
import clipdesk.media.catalogue.ListVideos.Listing;
import clipdesk.media.links.FileLinks;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** A video as callers see it, in one language. */
@Singleton
final class VideoView {
  private static final int MAX_RANGES = 20;

  private final MediaConfig config;

  VideoView(MediaConfig config) {
    this.config = config;
  }

  /** For everybody: without files while it is embargoed. */
  Map<String, Object> of(Video video, Release release, Language language) {
    var view = facts(video, release, language);
    if (release == Release.EMBARGOED) {
      view.put("availableAt", Json.instant(video.embargoUntil().orElseThrow()));
    } else {
      files(view, video);
    }
    return view;
  }

  Map<String, Object> ofPage(Listing listing, Language language) {
    return page(listing, it -> of(it.video(), it.release(), language));
  }

  /** For editors: with files in every state. */
  Map<String, Object> ofEditorsPage(Listing listing, Language language) {
    return page(listing, it -> whole(it, language));
  }

  Map<String, Object> ofInspection(InspectVideo.Inspection inspection, Language language) {
    var view =
        inspection
            .listed()
            .map(it -> whole(it, language))
            .orElseGet(
                () ->
                    new LinkedHashMap<>(
                        Map.of("videoId", inspection.videoId(), "status", inspection.missing())));
    inspection.report().ifPresent(report -> view.put("ingest", report.members()));
    return view;
  }

  private Map<String, Object> whole(Listed listed, Language language) {
    var video = listed.video();
    var view = facts(video, listed.release(), language);
    video.embargoUntil().ifPresent(until -> view.put("availableAt", Json.instant(until)));
    files(view, video);
    return view;
  }

  private static Map<String, Object> page(
      Listing listing, Function<Listed, Map<String, Object>> view) {
    var page = new LinkedHashMap<String, Object>();
    page.put("items", listing.videos().stream().map(view).toList());
    listing.nextCursor().ifPresent(cursor -> page.put("nextCursor", cursor));
    return page;
  }

  private static Map<String, Object> facts(Video video, Release release, Language language) {
    var view = new LinkedHashMap<String, Object>();
    var description = video.description();
    view.put("videoId", video.videoId());
    view.put("status", release.label());
    view.put("title", Video.localised(description, "title", language));
    if (description.containsKey("description")) {
      view.put("description", Video.localised(description, "description", language));
    }
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
    return view;
  }

  private void files(Map<String, Object> view, Video video) {
    view.put("durationMs", video.durationMs());
    view.put("frames", video.frames());
    view.put("frameRate", Map.of("num", video.rateNum(), "den", video.rateDen()));
    video.startTimecode().ifPresent(timecode -> view.put("startTimecode", timecode));
    view.put("masterVersion", video.masterVersion());
    view.put("tracks", video.tracks());
    view.put("renditions", video.renditions().stream().map(VideoView::rendition).toList());
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

  private static Map<String, Object> rendition(Video.Rendition rendition) {
    var view = new LinkedHashMap<String, Object>();
    view.put("name", rendition.name());
    view.put("sizeBytes", rendition.file().sizeBytes());
    view.put("contentType", FileLinks.contentTypeOf(rendition.file().key()));
    view.put("bitrate", rendition.bitrate());
    if (rendition.width() > 0 && rendition.height() > 0) {
      view.put("width", rendition.width());
      view.put("height", rendition.height());
    }
    return view;
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

  static Map<String, Object> place(Map<String, Object> place, Language language) {
    var country = Video.text(place, "country");
    return Map.of(
        "city", Video.localised(place, "city", language),
        "country", country,
        "countryName", Locale.of("", country).getDisplayCountry(Locale.of(language.tag())));
  }
}
