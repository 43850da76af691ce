package clipdesk.newsletters.history;

import clipdesk.common.identity.Caller;
import clipdesk.common.json.Json;
import clipdesk.common.paging.Cursors;
import clipdesk.common.paging.PageRequest;
import clipdesk.newsletters.OfReaders;
import clipdesk.newsletters.subscriptions.AccountSubscriptions;
import clipdesk.newsletters.subscriptions.ConsentViews;
import clipdesk.newsletters.subscriptions.Subscriber;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /v1/me/consents} and {@code /v1/me/deliveries}: parts of what an account is given. */
@OfReaders
@Controller("/v1/me")
final class HistoryController {
  private static final String CONSENTS = "/v1/me/consents";
  private static final String DELIVERIES = "/v1/me/deliveries";

  private final AccountSubscriptions ofAccount;
  private final PersonalConsents consents;
  private final PersonalDeliveries deliveries;
  private final Cursors cursors;

  HistoryController(
      AccountSubscriptions ofAccount,
      PersonalConsents consents,
      PersonalDeliveries deliveries,
      Cursors cursors) {
    this.ofAccount = ofAccount;
    this.consents = consents;
    this.deliveries = deliveries;
    this.cursors = cursors;
  }

  @Get(uri = "/consents", headRoute = false)
  String consents(HttpRequest<?> request, Caller caller) {
    var asked = PageRequest.of(request);
    var scope = CONSENTS + " " + caller.accountId();
    var after = asked.cursor().map(it -> cursors.decode(scope, it)).map(HistoryController::place);
    var page = consents.page(ids(caller), after, asked.limit());
    var items = page.consents().stream().map(ConsentViews::of).toList();
    return body(items, page.next().map(it -> cursors.encode(scope, key(it))));
  }

  @Get(uri = "/deliveries", headRoute = false)
  String deliveries(HttpRequest<?> request, Caller caller) {
    var asked = PageRequest.of(request);
    var scope = DELIVERIES + " " + caller.accountId();
    var after = asked.cursor().map(it -> cursors.decode(scope, it).get("after"));
    var people = ids(caller);
    if (people.isEmpty()) {
      return body(List.of(), Optional.empty());
    }
    var page = deliveries.page(people, after, asked.limit());
    return body(page.items(), page.next().map(it -> cursors.encode(scope, Map.of("after", it))));
  }

  private List<String> ids(Caller caller) {
    return ofAccount.of(caller).stream().map(Subscriber::id).distinct().toList();
  }

  private static PersonalConsents.Place place(Map<String, String> key) {
    return new PersonalConsents.Place(key.get("who"), Optional.ofNullable(key.get("after")));
  }

  private static Map<String, String> key(PersonalConsents.Place place) {
    var key = new HashMap<>(Map.of("who", place.subscriberId()));
    place.key().ifPresent(it -> key.put("after", it));
    return key;
  }

  private static String body(List<Map<String, Object>> items, Optional<String> next) {
    var body = new LinkedHashMap<String, Object>();
    body.put("items", items);
    next.ifPresent(it -> body.put("nextCursor", it));
    return Json.text(body);
  }
}
