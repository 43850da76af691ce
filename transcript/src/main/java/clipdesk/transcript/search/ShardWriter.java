package clipdesk.transcript.search;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;

/** Puts revisions into a shard and takes them out. Nothing is to be seen before it is committed. */
public final class ShardWriter implements Closeable {
  private static final FieldType STEMS = stems();

  /** Small ones are merged among themselves, so that a video replaced writes little. */
  private static final double FLOOR_MEGABYTES = 1;

  private final Directory directory;
  private final IndexWriter writer;
  private final Map<String, Optional<Stems>> stemmers = new HashMap<>();

  /**
   * @param directory of the shard as it was committed last, or an empty one
   */
  public ShardWriter(Directory directory) throws IOException {
    this.directory = directory;
    var merges = new TieredMergePolicy();
    merges.setFloorSegmentMB(FLOOR_MEGABYTES);
    merges.setNoCFSRatio(1);
    var config =
        new IndexWriterConfig(new KeywordAnalyzer())
            .setIndexSort(Fields.NEWEST)
            .setMergePolicy(merges)
            .setMergeScheduler(new SerialMergeScheduler())
            .setUseCompoundFile(true)
            .setCommitOnClose(false);
    this.writer = new IndexWriter(directory, config);
  }

  /** In place of any revision of this video in this language. */
  public void replace(Indexed indexed) throws IOException {
    var revision = indexed.revision();
    remove(revision.video().videoId(), revision.language());
    for (var passage : Passage.of(revision)) {
      writer.addDocument(document(indexed, passage));
    }
  }

  public void remove(String videoId, String language) throws IOException {
    writer.deleteDocuments(new Term(Fields.KEY, Fields.key(videoId, language)));
  }

  /**
   * @return the names of all files that the shard consists of now
   */
  public Set<String> commit() throws IOException {
    writer.commit();
    return new TreeSet<>(
        SegmentInfos.readLatestCommit(directory).files(/* includeSegmentsFile= */ true));
  }

  /** What was not committed is forgotten. */
  @Override
  public void close() throws IOException {
    writer.rollback();
  }

  private Document document(Indexed indexed, Passage passage) {
    var revision = indexed.revision();
    var language = revision.language();
    var words = passage.words(revision.script());
    var document = new Document();
    var videoId = revision.video().videoId();
    document.add(new StringField(Fields.KEY, Fields.key(videoId, language), Field.Store.NO));
    sorted(document, Fields.VIDEO, videoId);
    sorted(document, Fields.LANGUAGE, language);
    var day = indexed.date().toEpochDay();
    document.add(new LongPoint(Fields.DATE, day));
    document.add(new NumericDocValuesField(Fields.DATE, day));
    document.add(new NumericDocValuesField(Fields.FIRST_WORD, passage.fromWord()));
    document.add(new StoredField(Fields.REVISION, indexed.name()));
    indexed
        .event()
        .ifPresent(it -> document.add(new StringField(Fields.EVENT, it, Field.Store.NO)));
    passage
        .speaker()
        .ifPresent(
            speaker -> {
              each(document, Fields.SPEAKER, Fields.names(speaker));
              speaker.outlet().ifPresent(it -> each(document, Fields.OUTLET, Fields.spellings(it)));
            });
    document.add(
        new TextField(Fields.SPELLINGS, new WordTokens(words, it -> Spelling.of(it).all())));
    stemmer(language)
        .ifPresent(
            it ->
                document.add(
                    new Field(Fields.stems(language), new WordTokens(words, it::all), STEMS)));
    return document;
  }

  private Optional<Stems> stemmer(String language) {
    return stemmers.computeIfAbsent(language, Stems::in);
  }

  private static void sorted(Document document, String name, String value) {
    document.add(new StringField(name, value, Field.Store.NO));
    document.add(new SortedDocValuesField(name, new BytesRef(value)));
  }

  private static void each(Document document, String name, Collection<String> values) {
    values.forEach(it -> document.add(new StringField(name, it, Field.Store.NO)));
  }

  private static FieldType stems() {
    var type = new FieldType();
    type.setTokenized(true);
    type.setOmitNorms(true);
    type.setIndexOptions(IndexOptions.DOCS);
    type.freeze();
    return type;
  }
}
