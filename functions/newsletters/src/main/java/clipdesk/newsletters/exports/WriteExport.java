package clipdesk.newsletters.exports;

import clipdesk.contracts.newsletters.ListToMove;
import clipdesk.contracts.newsletters.ListToMove.Way;
import clipdesk.newsletters.exports.SubscriberExport.Place;
import clipdesk.newsletters.exports.SubscriberExport.State;
import clipdesk.newsletters.lists.ListFiles;
import clipdesk.newsletters.lists.ListWork;
import clipdesk.newsletters.lists.ListWriter;
import clipdesk.newsletters.subscriptions.Rolls;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Writes a list in parts, each with a checkpoint behind it: killed anywhere, it writes a part
 * again. In memory is one part, whatever the list.
 */
public final class WriteExport {
  /** What S3 wants of every part but the last is five million. */
  static final int PART_BYTES = 6_000_000;

  private static final int PAGE = 500;

  /** Less than a day, after which the bucket forgets a file that is not complete. */
  private static final Duration LIFE = Duration.ofHours(12);

  private final Exports exports;
  private final Rolls rolls;
  private final DescribePeople describe;
  private final ListFiles files;
  private final ListWork work;
  private final InstantSource clock;

  public WriteExport(
      Exports exports,
      Rolls rolls,
      DescribePeople describe,
      ListFiles files,
      ListWork work,
      InstantSource clock) {
    this.exports = exports;
    this.rolls = rolls;
    this.describe = describe;
    this.files = files;
    this.work = work;
    this.clock = clock;
  }

  /**
   * @param until when no further page is begun; what is left then is told anew
   */
  public void goOn(String exportId, Instant until) {
    var found = exports.find(exportId).filter(it -> it.is(State.RUNNING));
    if (found.isEmpty()) {
      return;
    }
    var export = found.get();
    if (clock.instant().isAfter(export.createdAt().plus(LIFE))) {
      move(export, export.in(State.FAILED));
      return;
    }
    if (export.upload().isEmpty()) {
      export = move(export, export.under(files.begin(exportId)));
    }
    while (!export.place().end() && clock.instant().isBefore(until)) {
      export = part(export, until);
    }
    if (export.place().end()) {
      files.complete(exportId, export.upload().orElseThrow(), export.parts());
      move(export, export.in(State.DONE));
    } else {
      work.put(new ListToMove(Way.EXPORT, exportId));
    }
  }

  /** As it was, if the time is over before the part is full. */
  private SubscriberExport part(SubscriberExport before, Instant until) {
    var writer = new ListWriter();
    if (before.parts().isEmpty()) {
      writer.header();
    }
    long lines = 0;
    Place place = before.place();
    while (!place.end() && writer.size() < PART_BYTES) {
      if (!clock.instant().isBefore(until)) {
        return before;
      }
      var page = rolls.page(before.topic(), place.bucket().orElseThrow(), place.after(), PAGE);
      var people = describe.describe(before.topic(), page.subscribers());
      people.forEach(writer::line);
      lines += people.size();
      place = place.next(page.last());
    }
    var part =
        files.part(
            before.id(), before.upload().orElseThrow(), before.parts().size() + 1, writer.bytes());
    return move(before, before.written(part, place, lines));
  }

  private SubscriberExport move(SubscriberExport before, SubscriberExport after) {
    if (!exports.change(before, after)) {
      throw new IllegalStateException("Somebody else is at this export");
    }
    return after;
  }
}
