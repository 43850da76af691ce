package clipdesk.transcript.search;

import clipdesk.transcript.search.Sought.Found;
import clipdesk.transcript.search.Sought.Order;
import clipdesk.transcript.search.Sought.Page;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;

/** Looks into shards as if they were one. */
public final class ShardSearch {
  private ShardSearch() {}

  /**
   * @param shards stay open
   */
  public static List<Found> find(List<IndexReader> shards, Sought sought, Page page)
      throws IOException {
    var all = new MultiReader(shards.toArray(IndexReader[]::new), /* closeSubReaders= */ false);
    var best = sought.order() == Order.BEST;
    var searcher = new IndexSearcher(all);
    searcher.setQueryCache(null);
    var found =
        searcher.searchAfter(
            page.after().map(it -> after(it, best, all.maxDoc())).orElse(null),
            Questions.of(sought, page.without()),
            page.limit(),
            best ? Fields.BEST : Fields.NEWEST);
    var names = all.storedFields();
    var results = new ArrayList<Found>(found.scoreDocs.length);
    for (var document : found.scoreDocs) {
      var name = names.document(document.doc).get(Fields.REVISION);
      results.add(new Found(place((FieldDoc) document, best), name));
    }
    return results;
  }

  private static ScoreDoc after(Place place, boolean best, int documents) {
    var values = new ArrayList<Object>();
    if (best) {
      values.add(place.score());
    }
    values.addAll(
        List.of(
            place.date().toEpochDay(),
            new BytesRef(place.videoId()),
            new BytesRef(place.language()),
            place.fromWord()));
    // Behind all documents of the same place, of which there is one: its number may be another now.
    return new FieldDoc(Math.max(documents, 1) - 1, place.score(), values.toArray());
  }

  private static Place place(FieldDoc found, boolean best) {
    var values = Arrays.asList(found.fields);
    var at = values.subList(best ? 1 : 0, values.size());
    return new Place(
        best ? (Float) values.getFirst() : 0,
        LocalDate.ofEpochDay((Long) at.get(0)),
        ((BytesRef) at.get(1)).utf8ToString(),
        ((BytesRef) at.get(2)).utf8ToString(),
        (Integer) at.get(3));
  }
}
