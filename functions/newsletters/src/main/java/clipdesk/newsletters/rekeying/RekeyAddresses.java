package clipdesk.newsletters.rekeying;

import clipdesk.contracts.newsletters.AddressesToRekey;
import clipdesk.newsletters.lists.ListWork;
import clipdesk.newsletters.sending.SideBySide;
import clipdesk.newsletters.subscriptions.AddressKeys;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes through everybody, some minutes at a time. Killed anywhere, it does the minutes again, which
 * changes nothing that was done; begun again, it finds what is left.
 */
public final class RekeyAddresses {
  private static final Logger LOG = LoggerFactory.getLogger(RekeyAddresses.class);

  private final AddressKeys keys;
  private final SideBySide sideBySide;
  private final ListWork work;
  private final InstantSource clock;

  public RekeyAddresses(
      AddressKeys keys, SideBySide sideBySide, ListWork work, InstantSource clock) {
    this.keys = keys;
    this.sideBySide = sideBySide;
    this.work = work;
    this.clock = clock;
  }

  /**
   * @param until when no further page is begun; what is left then is told anew
   * @throws IllegalStateException if addresses are not written under this key here and now
   */
  public void goOn(AddressesToRekey asked, Instant until) {
    if (!keys.newest().equals(asked.key())) {
      throw new IllegalStateException("Addresses are not written under " + asked.key() + " here");
    }
    var at = asked;
    do {
      at = page(at);
    } while (at.after().isPresent() && clock.instant().isBefore(until));
    if (at.after().isPresent()) {
      work.put(at);
    } else {
      LOG.atInfo()
          .addKeyValue("key", at.key())
          .addKeyValue("moved", at.moved())
          .addKeyValue("unknown", at.unknown())
          .log("Every address was looked at");
    }
  }

  private AddressesToRekey page(AddressesToRekey before) {
    var page = keys.page(before.after());
    var moved = new AtomicLong();
    sideBySide.each(
        page.people(),
        it -> {
          if (keys.rekey(it)) {
            moved.incrementAndGet();
          }
        });
    return new AddressesToRekey(
        before.key(), page.last(), before.moved() + moved.get(), before.unknown() + page.unknown());
  }
}
