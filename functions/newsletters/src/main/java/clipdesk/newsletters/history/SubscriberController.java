package clipdesk.newsletters.history;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.identity.Caller;
import clipdesk.common.json.Json;
import clipdesk.common.json.RequestBody;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import clipdesk.newsletters.OfEditors;
import clipdesk.newsletters.subscriptions.Standing;
import clipdesk.newsletters.subscriptions.Subscriber;
import clipdesk.newsletters.subscriptions.Subscribers;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What editors see of one subscriber, and whom they let be written to again. */
@OfEditors
@Controller("/v1/editor")
final class SubscriberController {
  /** Longer ones do not fit into a key. */
  private static final Pattern ID = Pattern.compile("[0-9a-zA-Z-]{1,64}");

  private static final int REASON = 200;

  private final LookUpSubscriber lookUp;
  private final Subscribers subscribers;
  private final InstantSource clock;

  SubscriberController(LookUpSubscriber lookUp, Subscribers subscribers, InstantSource clock) {
    this.lookUp = lookUp;
    this.subscribers = subscribers;
    this.clock = clock;
  }

  /** The address in the body: paths stand in logs. */
  @Post("/subscriber-lookups")
  String lookUp(Caller caller, @Body String body) {
    caller.requireEditor();
    var members = RequestBody.parse(body);
    var email = EmailAddress.member(members, "email");
    members.finish();
    return Json.text(lookUp.byAddress(email.orElseThrow()));
  }

  /** Who lifts a suppression, and why, stands in the person's records. */
  @Put("/subscribers/{subscriberId}/suppression")
  String lift(Caller caller, String subscriberId, @Body String body) {
    caller.requireEditor();
    var members = RequestBody.parse(body);
    if (members.flag("suppressed")) {
      members.refuse("suppressed", "unknown-value", "A suppression can be lifted, not made");
    }
    var reason = members.text("reason", 1, REASON);
    members.finish();
    var who = find(subscriberId);
    subscribers.lift(who.id(), "operator:" + caller.accountId() + " " + reason, clock.instant());
    return Json.text(Map.of("subscriberId", who.id(), "status", find(who.id()).status()));
  }

  private Subscriber find(String subscriberId) {
    return Optional.of(subscriberId)
        .filter(it -> ID.matcher(it).matches())
        .flatMap(subscribers::find)
        .filter(it -> !it.status().equals(Standing.ERASED))
        .orElseThrow(
            () -> new ProblemException(ProblemType.NOT_FOUND, "There is no such subscriber"));
  }
}
