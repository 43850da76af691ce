package clipdesk.media.catalogue;

import clipdesk.common.json.Json;
import clipdesk.common.localisation.Language;
import clipdesk.contracts.catalogue.Named;
import clipdesk.contracts.catalogue.Rendition;
import clipdesk.contracts.catalogue.Size;
import clipdesk.contracts.catalogue.Track;
import clipdesk.contracts.catalogue.Video;
import clipdesk.contracts.catalogue.VideoDescription.Place;
import clipdesk.media.MediaConfig;
import clipdesk.media.catalogue.ListVideos.Listed;
import clipdesk.media.catalogue.ListVideos.Listing;
import clipdesk.media.links.FileLinks;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A video as callers see it, in one language. */
@Singleton
final class VideoView {
  private static final int MAX_RANGES = 20;

  private final MediaConfig config;
  private final AssetLinks links;

  VideoView(MediaConfig config, AssetLinks links) {
    this.config = config;
    this.links = links;
  }

  /** For everybody: without files while it is embargoed. */
  Map<String, Object> of(Video video, Release release, Language language) {
    var view = facts(video, release, language);
    if (release == Release.EMBARGOED) {
      view.put("availableAt", Json.instant(embargoUntil(video).orElseThrow()));
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

  /**
   * For editors, who see and hear a video before anybody else does: until then its own addresses
   * lead nowhere.
   */
  Map<String, Object> ofInspection(InspectVideo.Inspection inspection, Language language) {
    var view =
        inspection
            .listed()
            .map(it -> inspected(it, language))
            .orElseGet(
                () ->
                    new LinkedHashMap<>(
                        Map.of("videoId", inspection.videoId(), "status", inspection.missing())));
    inspection.report().ifPresent(report -> view.put("ingest", report.members()));
    return view;
  }

  private Map<String, Object> inspected(Listed listed, Language language) {
    var view = whole(listed, language);
    if (listed.release().isAhead()) {
      view.put("assets", assets(listed.video(), name -> signed(listed.video(), name)));
    }
    return view;
  }

  private String signed(Video video, String name) {
    return links.linkTo(video, name, FileLinks.Method.GET).orElseThrow().toString();
  }

  private Map<String, Object> whole(Listed listed, Language language) {
    var video = listed.video();
    var view = facts(video, listed.release(), language);
    embargoUntil(video).ifPresent(until -> view.put("availableAt", Json.instant(until)));
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
    view.put("title", description.title().in(language));
    description.description().ifPresent(it -> view.put("description", it.in(language)));
    view.put("event", named(description.event(), language));
    view.put("date", description.date().toString());
    view.put("place", place(description.place(), language));
    view.put(
        "speakers",
        description.speakers().stream()
            .map(it -> Map.of("id", it.id(), "name", it.name().in(language)))
            .toList());
    view.put("languages", description.languages());
    return view;
  }

  private void files(Map<String, Object> view, Video video) {
    view.put("durationMs", video.durationMs());
    view.put("frames", video.frames());
    view.put("frameRate", video.frameRate().members());
    video.startTimecode().ifPresent(timecode -> view.put("startTimecode", timecode));
    view.put("masterVersion", video.masterVersion());
    view.put("tracks", video.tracks().stream().map(Track::members).toList());
    view.put("renditions", video.renditions().stream().map(VideoView::rendition).toList());
    view.put("clipProfiles", List.of("exact"));
    view.put("clipLimits", Map.of("maxMs", config.clipMaxMs(), "maxRanges", MAX_RANGES));
    var terms = video.description().terms();
    view.put(
        "terms",
        Map.of(
            "id", terms.id(),
            "version", config.termsVersion(),
            "credit", terms.credit()));
    var base = config.publicBaseUrl() + "/v1/videos/" + video.videoId() + "/assets/";
    view.put("assets", assets(video, base::concat));
  }

  private static Map<String, Object> rendition(Rendition rendition) {
    var view = new LinkedHashMap<String, Object>();
    view.put("name", rendition.name());
    view.put("sizeBytes", rendition.file().sizeBytes());
    view.put("contentType", FileLinks.contentTypeOf(rendition.file().key()));
    view.put("bitrate", rendition.bitrate());
    rendition
        .picture()
        .filter(Size::known)
        .ifPresent(
            picture -> {
              view.put("width", picture.width());
              view.put("height", picture.height());
            });
    return view;
  }

  private static Map<String, Object> assets(Video video, UnaryOperator<String> href) {
    var assets = new LinkedHashMap<String, Object>();
    if (video.assets().containsKey("poster")) {
      assets.put("poster", Map.of("href", href.apply("poster")));
    }
    video
        .preview()
        .ifPresent(
            preview ->
                assets.put(
                    "preview", Map.of("href", href.apply("preview"), "rendition", preview.name())));
    var subtitles = new ArrayList<Map<String, Object>>();
    video.assets().keySet().stream()
        .filter(name -> name.startsWith("subtitles-"))
        .sorted()
        .forEach(
            name ->
                subtitles.add(
                    Map.of(
                        "language",
                        name.substring("subtitles-".length()),
                        "href",
                        href.apply(name))));
    if (!subtitles.isEmpty()) {
      assets.put("subtitles", subtitles);
    }
    return assets;
  }

  static Map<String, Object> place(Place place, Language language) {
    return Map.of(
        "city", place.city().in(language),
        "country", place.country(),
        "countryName", Locale.of("", place.country()).getDisplayCountry(Locale.of(language.tag())));
  }

  private static Map<String, Object> named(Named named, Language language) {
    return Map.of("id", named.id(), "name", named.name().in(language));
  }

  private static Optional<Instant> embargoUntil(Video video) {
    return video.description().restrictions().embargoEnd();
  }
}
