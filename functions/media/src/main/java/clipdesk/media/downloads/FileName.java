package clipdesk.media.downloads;

import clipdesk.common.localisation.Language;
import clipdesk.contracts.catalogue.Rendition;
import clipdesk.contracts.catalogue.Track;
import clipdesk.contracts.catalogue.Video;
import clipdesk.media.clips.ClipFiles.ClipFile;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A name that people can tell from others in a folder of downloads: words in lower case, joined by
 * hyphens, the parts by underscores. At most 120 characters; the title gives way first.
 *
 * <p>Whatever video, master and person have written, the English name consists of {@code A-Z a-z
 * 0-9 - _ .} and needs no quoting in a path or a header; any other also of letters, marks and
 * digits of every script. Both start with a letter or a digit.
 *
 * @param before date and event
 * @param title as in the catalogue, in the language of the name
 * @param after where and how long a clip is, what can be heard, or the name of the rendition
 * @param extension with its dot
 */
record FileName(List<String> before, String title, List<String> after, String extension) {
  private static final int MAX_LENGTH = 120;
  private static final int MAX_TITLE = 40;
  private static final Pattern LEADING_DATE = Pattern.compile("^[0-9-]+(?=[a-z])");
  private static final Pattern ASCII_GAPS = Pattern.compile("[^a-z0-9]+");
  private static final Pattern BROKEN_START = Pattern.compile("^[^\\p{L}\\p{N}]+");
  private static final Set<String> KEPT = Set.of("mov", "mkv", "ts", "m2ts", "mxf");
  private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");

  static FileName ofClip(Video video, ClipFile clip, Language language) {
    var after = new ArrayList<String>();
    clip.label().map(FileName::ascii).ifPresent(after::add);
    after.add(clip.timecode().map(FileName::ascii).orElseGet(() -> time(clip.inMs())));
    after.add(length(clip.durationMs()));
    audio(video, clip.tracks()).ifPresent(after::add);
    return new FileName(before(video), title(video, language), after, ".mp4");
  }

  static FileName ofRendition(Video video, Rendition rendition, Language language) {
    return new FileName(
        before(video),
        title(video, language),
        List.of(ascii(rendition.name())),
        extension(rendition.file().key()));
  }

  private static String extension(String key) {
    var extension = key.substring(key.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return KEPT.contains(extension) ? "." + extension : ".mp4";
  }

  /** The name, told from namesakes by a number from 2 on. */
  String text(int number) {
    var tail = joined(after) + (number < 2 ? "" : "-" + number) + extension;
    var head = joined(before);
    int room = Math.clamp(MAX_LENGTH - head.length() - tail.length() - 2L, 0, MAX_TITLE);
    var shortTitle = shortened(title, room);
    var name = String.join("_", without(List.of(head, shortTitle, tail)));
    return name.length() <= MAX_LENGTH
        ? name
        : BROKEN_START.matcher(name.substring(name.length() - MAX_LENGTH)).replaceFirst("");
  }

  private static List<String> before(Video video) {
    var event = ascii(video.description().event().id());
    return List.of(
        ascii(video.description().date().toString()), LEADING_DATE.matcher(event).replaceFirst(""));
  }

  private static String title(Video video, Language language) {
    var title = video.description().title().in(language);
    return language == Language.EN ? ascii(title) : words(title, GAPS);
  }

  /** Language of the first sound track; an interpretation says that it is one. */
  private static Optional<String> audio(Video video, List<String> tracks) {
    return video.tracks().stream()
        .filter(Track.Sound.class::isInstance)
        .map(Track.Sound.class::cast)
        .filter(sound -> tracks.contains(sound.id()))
        .findFirst()
        .map(
            sound ->
                ascii(sound.language()).toUpperCase(Locale.ROOT)
                    + (sound.role().filter("interpretation"::equals).isPresent()
                        ? "-interpretation"
                        : ""));
  }

  private static String time(long ms) {
    long seconds = ms / 1000;
    return "%02d-%02d-%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  private static String length(long ms) {
    return ms < 1000 ? ms + "ms" : (ms + 500) / 1000 + "s";
  }

  private static String ascii(String text) {
    var plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    return words(plain, ASCII_GAPS);
  }

  private static String words(String text, Pattern gaps) {
    return gaps.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("-").replaceAll("^-|-$", "");
  }

  /** Cut between words where there are several. */
  private static String shortened(String words, int room) {
    if (words.length() <= room) {
      return words;
    }
    int end = words.lastIndexOf('-', room);
    int cut = end > 0 ? end : room;
    boolean halves = cut > 0 && Character.isHighSurrogate(words.charAt(cut - 1));
    return words.substring(0, halves ? cut - 1 : cut);
  }

  private static String joined(List<String> parts) {
    return String.join("_", without(parts));
  }

  /** Of a word without letters and digits nothing is left. */
  private static List<String> without(List<String> parts) {
    return parts.stream().filter(part -> !part.isEmpty()).toList();
  }
}
