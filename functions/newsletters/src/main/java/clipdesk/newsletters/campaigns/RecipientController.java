package clipdesk.newsletters.campaigns;

import clipdesk.common.identity.Caller;
import clipdesk.common.json.Json;
import clipdesk.common.json.RequestBody;
import clipdesk.common.paging.Cursors;
import clipdesk.common.paging.PageRequest;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import clipdesk.common.web.Query;
import clipdesk.newsletters.OfEditors;
import clipdesk.newsletters.deliveries.DecideRecommended;
import clipdesk.newsletters.deliveries.Decision.Choice;
import clipdesk.newsletters.deliveries.DeliveryState;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who got a campaign and who did not, without addresses, and decisions where nobody knows. */
@OfEditors
@Controller("/v1/editor/campaigns/{id}")
final class RecipientController {
  private static final int LINES = 10_000;

  private final Campaigns campaigns;
  private final RecipientPages pages;
  private final DecideRecommended recommended;
  private final DecideRecipients decide;
  private final Cursors cursors;

  RecipientController(
      Campaigns campaigns,
      RecipientPages pages,
      DecideRecommended recommended,
      DecideRecipients decide,
      Cursors cursors) {
    this.campaigns = campaigns;
    this.pages = pages;
    this.recommended = recommended;
    this.decide = decide;
    this.cursors = cursors;
  }

  @Get(uri = "/recipients", headRoute = false)
  String list(HttpRequest<?> request, Caller caller, String id) {
    caller.requireEditor();
    var campaign = Editors.campaign(campaigns, id);
    var states = states(request);
    var asked = PageRequest.of(request);
    var scope = scope(id, states);
    var after = asked.cursor().map(it -> cursors.decode(scope, it).get("after"));
    var body = new LinkedHashMap<String, Object>();
    Optional<String> next;
    if (states.equals(EnumSet.of(DeliveryState.PARKED))) {
      var page = recommended.parked(campaign.id(), after, asked.limit());
      body.put("items", page.rows().stream().map(RecipientView::of).toList());
      next = page.next();
    } else {
      var page = pages.page(campaign.id(), states, after, asked.limit());
      body.put("items", page.rows().stream().map(RecipientView::of).toList());
      next = page.next();
    }
    next.ifPresent(it -> body.put("nextCursor", cursors.encode(scope, Map.of("after", it))));
    return Json.text(body);
  }

  /** At most 10,000 lines; a header leads to the next ones. */
  @Get(uri = "/recipients.csv", headRoute = false, produces = "text/csv")
  HttpResponse<String> csv(HttpRequest<?> request, Caller caller, String id) {
    caller.requireEditor();
    var campaign = Editors.campaign(campaigns, id);
    var states = states(request);
    var scope = scope(id, states);
    var after = Query.of(request).text("cursor").map(it -> cursors.decode(scope, it).get("after"));
    var page = pages.page(campaign.id(), states, after, LINES);
    var response =
        HttpResponse.ok(RecipientView.csv(page.rows()))
            .contentType(new MediaType("text/csv; charset=utf-8; header=present"))
            .header(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"recipients-%s.csv\"".formatted(campaign.id()));
    page.next()
        .map(it -> cursors.encode(scope, Map.of("after", it)))
        .ifPresent(
            it ->
                response.header(
                    HttpHeaders.LINK, "<?cursor=%s%s>; rel=\"next\"".formatted(it, and(request))));
    return response;
  }

  private static String and(HttpRequest<?> request) {
    return Query.of(request).text("state").map(it -> "&state=" + it).orElse("");
  }

  private static String scope(String id, Set<DeliveryState> states) {
    return "/v1/editor/campaigns/" + id + "/recipients " + states;
  }

  /** All if none is named. */
  private static Set<DeliveryState> states(HttpRequest<?> request) {
    return Query.of(request)
        .text("state")
        .map(
            it ->
                DeliveryState.told(it)
                    .map(EnumSet::of)
                    .orElseThrow(
                        () ->
                            Query.malformed(
                                "state", "pending, claimed, parked, sent, failed or skipped")))
        .orElseGet(() -> EnumSet.allOf(DeliveryState.class));
  }

  @Put("/recipients/{subscriberId}/decision")
  String decide(Caller caller, String id, String subscriberId, @Body String body) {
    caller.requireEditor();
    var members = RequestBody.parse(body);
    var choice = choice(members);
    members.finish();
    var campaign = Editors.campaign(campaigns, id);
    if (!subscriberId.matches("[0-9a-zA-Z-]{1,64}")) {
      throw new ProblemException(ProblemType.NOT_FOUND, "There is no such recipient");
    }
    return Json.text(
        RecipientView.of(
            decide.decide(campaign, subscriberId, choice.orElseThrow(), caller.accountId())));
  }

  @Put("/decision")
  String decideAll(Caller caller, String id, @Body String body) {
    caller.requireEditor();
    var members = RequestBody.parse(body);
    var choice = choice(members);
    if (choice.filter(Choice.ABANDON::equals).isPresent()) {
      members.refuse("decision", "not-for-all", "Abandon one recipient at a time");
    }
    if (!members.optionalFlag("recommended").orElse(false)) {
      members.refuse("recommended", "required", "Must be true: only what is recommended");
    }
    members.finish();
    var campaign = Editors.campaign(campaigns, id);
    return Json.text(Map.of("decided", decide.resendRecommended(campaign, caller.accountId())));
  }

  private static Optional<Choice> choice(RequestBody members) {
    var choice = Choice.of(members.text("decision", 1, 20));
    if (choice.isEmpty() && !members.refused("decision")) {
      members.refuse("decision", "unknown-decision", "resend or abandon");
    }
    return choice;
  }
}
