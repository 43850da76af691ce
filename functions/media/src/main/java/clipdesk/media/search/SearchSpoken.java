package clipdesk.media.search;

import clipdesk.common.aws.SideBySide;
import clipdesk.contracts.catalogue.Video;
import clipdesk.media.OfSearch;
import clipdesk.media.catalogue.Release;
import clipdesk.media.catalogue.Videos;
import clipdesk.media.transcripts.TranscriptKey;
import clipdesk.media.transcripts.Transcripts;
import clipdesk.transcript.revision.Revision;
import clipdesk.transcript.revision.VideoFacts;
import clipdesk.transcript.search.Answering;
import clipdesk.transcript.search.Hit;
import clipdesk.transcript.search.Place;
import clipdesk.transcript.search.Sought;
import clipdesk.transcript.search.Sought.Closed;
import clipdesk.transcript.search.Sought.Found;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what was said in videos that everybody may take. An index only proposes: each hit is read
 * out of its revision, and the catalogue says now whether its video may be shown.
 */
@OfSearch
@Singleton
final class SearchSpoken {
  /** Nobody hides as many videos with the same word at a time. */
  private static final int MOST_ROUNDS = 50;

  private final OpenShards shards;
  private final Videos videos;
  private final Transcripts transcripts;
  private final InstantSource clock;

  SearchSpoken(OpenShards shards, Videos videos, Transcripts transcripts, InstantSource clock) {
    this.shards = shards;
    this.videos = videos;
    this.transcripts = transcripts;
    this.clock = clock;
  }

  /** A hit and the video it is in. */
  record Shown(Video video, Hit hit) {}

  /**
   * A page of hits.
   *
   * @param next of the last one, if there are more
   * @param incomplete whether a part of the index could not be looked at
   */
  record Results(List<Shown> hits, Optional<Place> next, boolean incomplete) {}

  /** A transcript, as a hit names it. */
  private record Source(TranscriptKey key, String revisionName) {
    static Source of(Found found) {
      var place = found.place();
      return new Source(new TranscriptKey(place.videoId(), place.language()), found.revisionName());
    }
  }

  /** What may be shown of it. */
  private record Open(Video video, Revision revision, Answering answering) {}

  /** Of a video that may not be shown nothing may; else it is a matter of this transcript. */
  private record Looked(boolean isVideoShown, Optional<Open> open) {
    Closed closed(Place place) {
      var language = Optional.of(place.language()).filter(_ -> isVideoShown);
      return new Closed(place.videoId(), language);
    }
  }

  Results search(Sought sought, int limit, Optional<Place> after) {
    var shown = new ArrayList<Shown>();
    var places = new ArrayList<Place>();
    var closed = new HashSet<Closed>();
    var known = new HashMap<Source, Looked>();
    var at = after;
    for (var round = 0; round < MOST_ROUNDS; round++) {
      var page = new Sought.Page(at, limit + 1 - shown.size(), closed);
      var batch = shards.find(sought, page);
      known.putAll(look(batch.found(), known.keySet(), sought));
      for (var found : batch.found()) {
        at = Optional.of(found.place());
        var looked = known.get(Source.of(found));
        if (looked.open().isEmpty()) {
          closed.add(looked.closed(found.place()));
        }
        looked
            .open()
            .flatMap(it -> shown(it, found))
            .ifPresent(
                it -> {
                  shown.add(it);
                  places.add(found.place());
                });
      }
      if (batch.found().size() < page.limit() || shown.size() > limit) {
        return results(shown, places, limit, batch.incomplete());
      }
    }
    return results(shown, places, limit, /* incomplete= */ true);
  }

  private static Results results(
      List<Shown> shown, List<Place> places, int limit, boolean incomplete) {
    return shown.size() > limit
        ? new Results(
            List.copyOf(shown.subList(0, limit)), Optional.of(places.get(limit - 1)), incomplete)
        : new Results(List.copyOf(shown), Optional.empty(), incomplete);
  }

  private static Optional<Shown> shown(Open open, Found found) {
    return Hit.at(open.revision(), found.place().fromWord(), open.answering())
        .map(it -> new Shown(open.video(), it));
  }

  private Map<Source, Looked> look(List<Found> found, Set<Source> known, Sought sought) {
    var sources =
        found.stream().map(Source::of).distinct().filter(it -> !known.contains(it)).toList();
    var looked = SideBySide.map(sources, it -> look(it, sought));
    var all = new HashMap<Source, Looked>();
    for (var i = 0; i < sources.size(); i++) {
      all.put(sources.get(i), looked.get(i));
    }
    return all;
  }

  private Looked look(Source source, Sought sought) {
    var shown =
        videos
            .find(source.key().videoId())
            .filter(it -> Release.of(it, clock.instant()) == Release.RELEASED)
            .filter(it -> fits(it, sought));
    var answering = new Answering(sought.asked(), source.key().language());
    return new Looked(
        shown.isPresent(),
        shown.flatMap(
            video -> revision(source).map(it -> new Open(video, ofMaster(it, video), answering))));
  }

  /** The catalogue may have been corrected since. */
  private static boolean fits(Video video, Sought sought) {
    var date = video.description().date();
    return sought.event().filter(it -> !it.equals(video.description().event().id())).isEmpty()
        && sought.from().filter(date::isBefore).isEmpty()
        && sought.to().filter(date::isAfter).isEmpty();
  }

  /** One that its editor has deleted is named by no state any more. */
  private Optional<Revision> revision(Source source) {
    return transcripts
        .current(source.key())
        .flatMap(
            standing ->
                standing
                    .state()
                    .named(source.revisionName())
                    .flatMap(kept -> transcripts.revision(source.key(), standing, kept)));
  }

  private static Revision ofMaster(Revision revision, Video video) {
    return revision.video().masterVersion().equals(video.masterVersion())
        ? revision
        : revision.untimed(facts(revision, video));
  }

  private static VideoFacts facts(Revision revision, Video video) {
    return new VideoFacts(
        video.videoId(),
        video.masterVersion(),
        revision.video().durationMs(),
        revision.video().frames());
  }
}
