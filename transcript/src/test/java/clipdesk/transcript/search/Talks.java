package clipdesk.transcript.search;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.transcript.revision.Revision;
import clipdesk.transcript.revision.RevisionMaker;
import clipdesk.transcript.revision.VideoFacts;
import clipdesk.transcript.text.OfficialText;
import clipdesk.transcript.timing.FrameClock;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/** Revisions and small indexes of them. */
final class Talks {
  private Talks() {}

  static Indexed talk(String videoId, String date, String language, String text) {
    var revision = revision(videoId, language, text);
    return new Indexed(
        revision, "r1 of " + videoId, LocalDate.parse(date), Optional.of("event-" + videoId));
  }

  static Revision revision(String videoId, String language, String text) {
    var facts = new VideoFacts(videoId, "9f2c", 600_000, new FrameClock(25, 1, 15_000));
    var input =
        new RevisionMaker.Input(
            facts,
            OfficialText.of(text),
            language,
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty());
    return RevisionMaker.make(input, Optional.empty()).revision().orElseThrow();
  }

  static Directory index(Indexed... talks) throws IOException {
    var directory = new ByteBuffersDirectory();
    write(directory, talks);
    return directory;
  }

  static void write(Directory directory, Indexed... talks) throws IOException {
    try (var writer = new ShardWriter(directory)) {
      for (var talk : talks) {
        writer.replace(talk);
      }
      writer.commit();
    }
  }

  /** Where the passages are that answer: {@code video-1 en 0}. */
  static List<String> find(String question, Directory... shards) throws IOException {
    return find(Sought.of(AskedReader.read(question)), shards);
  }

  static List<String> find(Sought sought, Directory... shards) throws IOException {
    return page(sought, new Sought.Page(Optional.empty(), 1_000, Set.of()), shards).stream()
        .map(it -> it.place().videoId() + " " + it.place().language() + " " + it.place().fromWord())
        .toList();
  }

  static List<Sought.Found> page(Sought sought, Sought.Page page, Directory... shards)
      throws IOException {
    var readers = new ArrayList<IndexReader>();
    for (var shard : shards) {
      readers.add(DirectoryReader.open(shard));
    }
    var found = ShardSearch.find(readers, sought, page);
    for (var reader : readers) {
      reader.close();
    }
    return found;
  }

  /** Where it is found, asked for page by page. */
  static List<String> paged(Sought sought, int limit, Directory... shards) throws IOException {
    var all = new ArrayList<String>();
    var after = Optional.<Place>empty();
    while (true) {
      var found = page(sought, new Sought.Page(after, limit, Set.of()), shards);
      for (var it : found) {
        all.add(it.place().videoId() + " " + it.place().language() + " " + it.place().fromWord());
        after = Place.read(it.place().text());
        assertThat(after).contains(it.place());
      }
      if (found.size() < limit) {
        return all;
      }
    }
  }
}
