package clipdesk.transcript.search;

import clipdesk.transcript.language.Words;
import clipdesk.transcript.script.Speaker;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;

/** The fields of a passage in the index. */
final class Fields {
  /** A revision of one video in one language, to be replaced as one. */
  static final String KEY = "key";

  static final String SPELLINGS = "w";
  static final String VIDEO = "video";
  static final String LANGUAGE = "language";
  static final String SPEAKER = "speaker";
  static final String OUTLET = "outlet";
  static final String EVENT = "event";
  static final String DATE = "date";
  static final String FIRST_WORD = "first";
  static final String REVISION = "revision";

  /** The index is kept in this order, so that the first page is found without looking at all. */
  static final Sort NEWEST =
      new Sort(
          new SortField(DATE, SortField.Type.LONG, /* reverse= */ true),
          new SortField(VIDEO, SortField.Type.STRING),
          new SortField(LANGUAGE, SortField.Type.STRING),
          new SortField(FIRST_WORD, SortField.Type.INT));

  static final Sort BEST =
      new Sort(
          Stream.concat(Stream.of(SortField.FIELD_SCORE), Stream.of(NEWEST.getSort()))
              .toArray(SortField[]::new));

  private Fields() {}

  static String key(String videoId, String language) {
    return videoId + "/" + language;
  }

  /** Stems of one language say nothing in another. */
  static String stems(String language) {
    return "s-" + language;
  }

  /** By which a speaker is asked for. */
  static Set<String> names(Speaker speaker) {
    var names = new TreeSet<String>();
    names.addAll(spellings(speaker.id()));
    Stream.of(speaker.name(), speaker.role())
        .flatMap(Optional::stream)
        .forEach(it -> names.addAll(spellings(it)));
    speaker.alsoWritten().forEach(it -> names.addAll(spellings(it)));
    return names;
  }

  /** By which the words of a name are found. */
  static Set<String> spellings(String name) {
    return spelt(name)
        .flatMap(it -> it.all().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What is asked for with a name. */
  static Set<String> asked(String name) {
    return spelt(name).map(Spelling::whole).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<Spelling> spelt(String name) {
    return Words.cut(name, 0, name.length()).stream().map(it -> Spelling.of(it.of(name)));
  }
}
