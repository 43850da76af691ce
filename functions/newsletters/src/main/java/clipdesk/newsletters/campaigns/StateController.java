package clipdesk.newsletters.campaigns;

import clipdesk.common.identity.Caller;
import clipdesk.common.json.RequestBody;
import clipdesk.common.json.Rfc3339;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import clipdesk.common.web.EntityTags;
import clipdesk.newsletters.OfEditors;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Put;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code /v1/editor/campaigns/{id}/state}: schedule, start, pause, resume, cancel. */
@OfEditors
@Controller("/v1/editor/campaigns/{id}/state")
final class StateController {
  private static final Map<String, Set<String>> MOVES =
      Map.of(
          "draft", Set.of("sending", "scheduled"),
          "scheduled", Set.of("draft", "cancelled"),
          "sending", Set.of("paused", "cancelled"),
          "paused", Set.of("sending", "cancelled"));

  /** What makes a campaign of a draft. */
  private static final Set<String> STARTS = Set.of("sending", "scheduled");

  private final Campaigns campaigns;
  private final MoveCampaign moveCampaign;
  private final StartRules startRules;
  private final Acting acting;

  StateController(
      Campaigns campaigns, MoveCampaign moveCampaign, StartRules startRules, Acting acting) {
    this.campaigns = campaigns;
    this.moveCampaign = moveCampaign;
    this.startRules = startRules;
    this.acting = acting;
  }

  @Put
  HttpResponse<String> move(HttpRequest<?> request, Caller caller, String id, @Body String body) {
    caller.requireEditor();
    var members = RequestBody.parse(body);
    var to = members.text("state", 1, 20);
    var expected = members.number("expectedAudience", 0, Integer.MAX_VALUE);
    if (expected.isPresent() && !STARTS.contains(to)) {
      members.refuse("expectedAudience", "unknown-field", "Only of a start");
    }
    var sendAt = sendAt(members, to);
    members.finish();
    var campaign = Editors.campaign(campaigns, id);
    if (campaign.is(to)
        && EntityTags.names(request, campaign.version() - 1)
        && (sendAt.isEmpty() || sendAt.equals(campaign.sendAt()))) {
      // Asked for twice, as after a lost answer: the first one's answer.
      moveCampaign.repeat(campaign);
      return moved(campaign);
    }
    EntityTags.require(request, campaign.version());
    requireAllowed(campaign, to);
    if (STARTS.contains(to) && !campaign.begun()) {
      sendAt.ifPresent(startRules::checkTime);
      startRules.check(campaign, expected);
    }
    var by = acting.by(caller, CampaignController.language(request));
    boolean done =
        sendAt.isPresent()
            ? moveCampaign.schedule(campaign, sendAt.get(), by)
            : moveCampaign.move(campaign, to, by);
    if (!done) {
      throw EntityTags.stale(Editors.campaign(campaigns, id).version());
    }
    return moved(Editors.campaign(campaigns, id));
  }

  /** As precise as it is kept. */
  private static Optional<Instant> sendAt(RequestBody members, String to) {
    if (!to.equals("scheduled")) {
      if (members.has("sendAt")) {
        members.refuse("sendAt", "unknown-field", "Only of what is scheduled");
      }
      return Optional.empty();
    }
    var text = members.text("sendAt", 1, 40);
    var instant = Rfc3339.instant(text).map(it -> it.truncatedTo(ChronoUnit.MILLIS));
    if (instant.isEmpty() && !members.refused("sendAt")) {
      members.refuse("sendAt", "malformed", "Must be as 2026-02-13T08:00:00+01:00");
    }
    return instant;
  }

  private static HttpResponse<String> moved(Campaign campaign) {
    return CampaignController.tagged(
        HttpResponse.status(campaign.is("sending") ? HttpStatus.ACCEPTED : HttpStatus.OK),
        campaign);
  }

  /** States that an editor may ask for next. */
  static List<String> allowed(Campaign campaign) {
    return MOVES.getOrDefault(campaign.state(), Set.of()).stream().sorted().toList();
  }

  private static void requireAllowed(Campaign campaign, String to) {
    var allowed = allowed(campaign);
    boolean untested = STARTS.contains(to) && !campaign.tested();
    if (!allowed.contains(to) || untested) {
      throw new ProblemException(
              ProblemType.ILLEGAL_TRANSITION,
              untested ? "Send a test of this revision first" : "Not from this state")
          .with("from", campaign.state())
          .with("to", to)
          .with("allowed", allowed);
    }
  }
}
