package clipdesk.media.downloads;

import clipdesk.common.localisation.Language;
import clipdesk.cutter.FrameRange;
import clipdesk.cutter.FrameRate;
import clipdesk.media.catalogue.Video;
import java.text.Normalizer;
import java.util.Locale;

/** Names that people can tell apart in a folder of downloads: ASCII, at most 120 characters. */
final class FileNames {
  private static final int MAX_LENGTH = 120;
  private static final int MAX_SLUG = 40;
  private static final String SUFFIX = ".mp4";

  private FileNames() {}

  static String clip(Video video, FrameRange range, String label, String audio) {
    var rate = new FrameRate(video.rateNum(), video.rateDen());
    long seconds = (rate.millisOf(range.frames()) + 500) / 1000;
    return bounded(
        prefix(video)
            + "_"
            + time(rate.millisOf(range.in()))
            + "_"
            + seconds
            + "s"
            + (label.isEmpty() ? "" : "_" + slug(label))
            + (audio.isEmpty() ? "" : "_" + audio));
  }

  static String rendition(Video video, String rendition) {
    return bounded(prefix(video) + "_" + slug(rendition));
  }

  private static String prefix(Video video) {
    var description = video.description();
    var event = slug(Video.text(Video.object(description, "event"), "id"));
    return video.date()
        + (event.isEmpty() ? "" : "_" + event)
        + "_"
        + slug(Video.localised(description, "title", Language.EN));
  }

  /** Where the clip starts in the master. */
  private static String time(long ms) {
    long seconds = ms / 1000;
    return "%02d-%02d-%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  private static String slug(String text) {
    var slug =
        Normalizer.normalize(text, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return slug.length() <= MAX_SLUG ? slug : slug.substring(0, MAX_SLUG).replaceAll("-$", "");
  }

  private static String bounded(String name) {
    int most = MAX_LENGTH - SUFFIX.length();
    return (name.length() <= most ? name : name.substring(0, most)) + SUFFIX;
  }
}
