package clipdesk.transcript.search;

import clipdesk.transcript.search.Asked.Beginning;
import clipdesk.transcript.search.Asked.Phrase;
import clipdesk.transcript.search.Asked.Wanted;
import clipdesk.transcript.search.Asked.Word;
import clipdesk.transcript.search.Sought.Closed;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** What is sought, as the index takes it: the rule of {@link Answering} in another form. */
final class Questions {
  private final Sought sought;
  private final List<String> languages;

  private Questions(Sought sought) {
    this.sought = sought;
    this.languages =
        sought.language().map(List::of).orElse(Stems.LANGUAGES).stream()
            .filter(Stems.LANGUAGES::contains)
            .toList();
  }

  static Query of(Sought sought, Set<Closed> without) {
    return new Questions(sought).query(without);
  }

  private Query query(Set<Closed> without) {
    var query = new BooleanQuery.Builder();
    for (var term : sought.asked().terms()) {
      query.add(wanted(term.wanted()), term.without() ? Occur.MUST_NOT : Occur.MUST);
    }
    sought.language().ifPresent(it -> filter(query, Fields.LANGUAGE, Set.of(it)));
    sought.videoId().ifPresent(it -> filter(query, Fields.VIDEO, Set.of(it)));
    sought.event().ifPresent(it -> filter(query, Fields.EVENT, Set.of(it)));
    sought.speaker().ifPresent(it -> filter(query, Fields.SPEAKER, named(it)));
    sought.outlet().ifPresent(it -> filter(query, Fields.OUTLET, named(it)));
    if (sought.from().isPresent() || sought.to().isPresent()) {
      var from = sought.from().map(it -> it.toEpochDay()).orElse(Long.MIN_VALUE);
      var to = sought.to().map(it -> it.toEpochDay()).orElse(Long.MAX_VALUE);
      query.add(LongPoint.newRangeQuery(Fields.DATE, from, to), Occur.FILTER);
    }
    without.stream()
        .collect(Collectors.groupingBy(Closed::language))
        .forEach((language, closed) -> query.add(of(closed, language), Occur.MUST_NOT));
    return query.build();
  }

  private static Query of(List<Closed> closed, Optional<String> language) {
    var videos = closed.stream().map(it -> new BytesRef(it.videoId())).toList();
    var query = new BooleanQuery.Builder();
    query.add(new TermInSetQuery(Fields.VIDEO, videos), Occur.FILTER);
    language.ifPresent(it -> filter(query, Fields.LANGUAGE, Set.of(it)));
    return query.build();
  }

  private static void filter(BooleanQuery.Builder query, String field, Collection<String> all) {
    all.forEach(it -> query.add(new TermQuery(new Term(field, it)), Occur.FILTER));
  }

  /** Nobody has a name without a letter. */
  private static Collection<String> named(String text) {
    var asked = Fields.asked(text);
    return asked.isEmpty() ? List.of(text) : asked;
  }

  private Query wanted(Wanted wanted) {
    return switch (wanted) {
      case Word it -> word(it.text());
      case Beginning it -> new PrefixQuery(spelt(Spelling.of(it.text()).whole()));
      case Phrase it -> either(Answering.places(it).stream().map(Questions::sequence));
    };
  }

  private Query word(String text) {
    var spelling = Spelling.of(text);
    var spellings = spelling.either().stream().map(it -> (Query) new TermQuery(spelt(it)));
    var stems =
        languages.stream()
            .flatMap(
                language ->
                    Stems.in(language).map(it -> it.of(text)).orElse(Set.of()).stream()
                        .map(it -> new TermQuery(new Term(Fields.stems(language), it))));
    var parted =
        Optional.of(spelling.parts()).filter(it -> !it.isEmpty()).stream()
            .map(it -> sequence(it.stream().map(List::of).toList()));
    return either(Stream.of(spellings, stems, parted).flatMap(it -> it));
  }

  private static Query either(Stream<? extends Query> queries) {
    var query = new BooleanQuery.Builder();
    queries.forEach(it -> query.add(it, Occur.SHOULD));
    return query.build();
  }

  private static Query sequence(List<List<String>> places) {
    var phrase = new MultiPhraseQuery.Builder();
    for (var place : places) {
      phrase.add(place.stream().map(Questions::spelt).toArray(Term[]::new));
    }
    return phrase.build();
  }

  private static Term spelt(String spelling) {
    return new Term(Fields.SPELLINGS, spelling);
  }
}
