package clipdesk.newsletters.subscriptions;

import clipdesk.common.addresses.EmailAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** A change of address, with whoever has it already, as one transaction. */
final class DynamoMove {
  private final DynamoPeople people;
  private final DynamoAddresses addresses;

  DynamoMove(DynamoPeople people, DynamoAddresses addresses) {
    this.people = people;
    this.addresses = addresses;
  }

  void move(String subscriberId, EmailAddress to, Instant now) {
    DynamoPeople.untilWritten(
        () -> {
          var who = people.present(subscriberId).filter(it -> it.subscriber().email().isPresent());
          if (who.isEmpty() || who.get().subscriber().email().get().equals(to)) {
            return Optional.of(true);
          }
          return people.write(writes(who.get(), to, now)) ? Optional.of(true) : Optional.empty();
        });
  }

  private List<TransactWriteItem> writes(DynamoProfile who, EmailAddress to, Instant now) {
    var id = who.subscriber().id();
    var left = addresses.find(who.subscriber().email().orElseThrow());
    var address = addresses.find(to);
    var other =
        address.holder().flatMap(people::profile).filter(it -> it.subscriber().email().isPresent());
    var before = who.standing();
    var suppressed = Merge.suppression(before, left.suppressed(), address.suppressed());
    var consents =
        Merge.consents(
            before, left.suppressed(), other.map(DynamoProfile::standing), suppressed, now);
    var after = before.after(consents);
    var change = who.to(after).withAddress(to, address.keys().getFirst());
    var writes = new ArrayList<>(people.change(who, change, after, consents, now));
    writes.addAll(addresses.take(address, id, suppressed));
    writes.addAll(addresses.leave(left, id));
    other.ifPresent(it -> writes.addAll(become(it, id, now)));
    return writes;
  }

  private List<TransactWriteItem> become(DynamoProfile other, String id, Instant now) {
    var erased = Consent.erased(Merge.SOURCE, now);
    var after = other.standing().after(erased);
    var change = other.to(after).withoutAddress().movedTo(id);
    return people.change(other, change, after, List.of(erased), now);
  }
}
