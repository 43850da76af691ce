package clipdesk.newsletters.imports;

import clipdesk.contracts.newsletters.ListToMove;
import clipdesk.contracts.newsletters.ListToMove.Way;
import clipdesk.newsletters.imports.SubscriberImport.Refusal;
import clipdesk.newsletters.imports.SubscriberImport.State;
import clipdesk.newsletters.lists.LineRules;
import clipdesk.newsletters.lists.ListFiles;
import clipdesk.newsletters.lists.ListReader;
import clipdesk.newsletters.lists.ListWork;
import clipdesk.newsletters.lists.RefusedListException;
import clipdesk.newsletters.subscriptions.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes through a list page by page, first to see and then to do. Each page ends with a checkpoint:
 * killed anywhere, it does a page again, which changes nothing that it had changed.
 */
public final class GoThroughList {
  /** The largest file with so many lines that says all there is to say. */
  static final long MOST_BYTES = 500_000_000;

  private static final Logger LOG = LoggerFactory.getLogger(GoThroughList.class);
  private static final int PAGE = 500;

  private final Imports imports;
  private final ListFiles files;
  private final Topics topics;
  private final JudgeLines judgeLines;
  private final DoLines doLines;
  private final ListWork work;
  private final InstantSource clock;

  public GoThroughList(
      Imports imports,
      ListFiles files,
      Topics topics,
      JudgeLines judgeLines,
      DoLines doLines,
      ListWork work,
      InstantSource clock) {
    this.imports = imports;
    this.files = files;
    this.topics = topics;
    this.judgeLines = judgeLines;
    this.doLines = doLines;
    this.work = work;
    this.clock = clock;
  }

  /**
   * A file was put.
   *
   * @param version which one of those that were put there
   * @param until as in {@link #goOn}
   */
  public void put(String importId, String version, long sizeBytes, Instant until) {
    var before = imports.find(importId);
    if (before.isEmpty() || !before.get().takesFiles()) {
      LOG.warn("A file was put that no import waits for");
      return;
    }
    if (before.get().file().filter(version::equals).isEmpty()) {
      var after = before.get().checking(version);
      if (sizeBytes > MOST_BYTES) {
        after = after.refused(new Refusal("too-large", 1));
      }
      // Somebody else's change is looked at anew, when the message comes again.
      require(imports.change(before.get(), after));
    }
    goOn(importId, until);
  }

  /**
   * @param until when no further page is begun; what is left then is told anew
   */
  public void goOn(String importId, Instant until) {
    var found = imports.find(importId).filter(it -> it.is(State.CHECKING) || it.is(State.APPLYING));
    if (found.isEmpty()) {
      return;
    }
    try {
      goOn(found.get(), until);
    } catch (RefusedListException e) {
      refuse(importId, new Refusal(e.code(), e.line()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Tells of one that is asked for, and that nobody has begun by now. It is not begun here: this
   * word, come again after a kill, would find it begun and leave it.
   */
  public void takeUp(String importId) {
    imports
        .find(importId)
        .filter(it -> it.is(State.APPLYING))
        .filter(it -> it.applied().lines() == 0 && it.judged().isEmpty())
        .ifPresent(_ -> work.put(new ListToMove(Way.IMPORT, importId)));
  }

  private void goOn(SubscriberImport begun, Instant until) throws IOException {
    boolean dry = begun.is(State.CHECKING);
    var wish = begun.wish();
    var rules = new LineRules(wish.topics(), wish.language(), topics::takes, begun.createdAt());
    var at = begun;
    try (var in = files.open(begun.id(), begun.file().orElseThrow());
        var list = new ListReader(in, rules)) {
      list.skip(dry ? at.checked().lines() : at.applied().lines());
      while (clock.instant().isBefore(until)) {
        var page = list.read(PAGE);
        if (page.isEmpty()) {
          require(imports.change(at, at.in(dry ? State.CHECKED : State.APPLIED)));
          return;
        }
        var judged = judgeLines.judge(page);
        at = dry ? check(at, judged) : apply(at, judged);
      }
    }
    work.put(new ListToMove(Way.IMPORT, begun.id()));
  }

  private SubscriberImport check(SubscriberImport before, List<Judged> page) {
    var after = before.checked(page);
    require(imports.change(before, after));
    return after;
  }

  /** What the page comes to is written first: done in parts, it would be counted otherwise. */
  private SubscriberImport apply(SubscriberImport before, List<Judged> page) {
    var doing = before;
    if (before.judged().isEmpty()) {
      doing = before.doing(page);
      require(imports.change(before, doing));
    }
    doLines.apply(doing, page);
    var after = doing.done();
    require(imports.change(doing, after));
    return after;
  }

  private void refuse(String importId, Refusal why) {
    var before = imports.find(importId).orElseThrow();
    require(imports.change(before, before.refused(why)));
  }

  private static void require(boolean written) {
    if (!written) {
      throw new IllegalStateException("Somebody else is at this import");
    }
  }
}
