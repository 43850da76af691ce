package clipdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * A campaign that is stopped while it is sent. Planners have dozens of messages afterwards, of
 * which the emulator hands them one a second: whoever sends next waits for these, so it comes late.
 */
@Order(Integer.MAX_VALUE - 1)
final class StoppedCampaignIT {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final Stack stack = Stack.deployed();
  private final Person editor = Editors.join(stack, "en");
  private final Campaigns desk = new Campaigns(editor);
  private final NewslettersTick tick = new NewslettersTick(stack);
  private final Lists lists = new Lists(stack, editor);
  private final String topic = Person.unique("stopped");
  private final String ada = topic + "-ada@outlet.example";

  @Test
  void campaignIsPausedGoesOnAndIsCancelledWithEveryMailThatHasNotGone() {
    lists.topic(topic);
    lists.apply(lists.check(topic, Lists.HEADER + Lists.line(ada, "en"), PATIENCE), PATIENCE);
    var id = desk.create(Campaigns.complete("Week 13", topic)).expect(201).text("campaignId");
    desk.test(id);
    var started = desk.move(id, "sending").expect(202);
    // At once: a tick may end it once its only mail has gone.
    var paused = desk.move(id, started, "paused").expect(200);
    var resumed = desk.move(id, paused, "sending").expect(202);
    assertThat(desk.move(id, paused, "sending").expect(202).text("state"))
        .as("asked for twice")
        .isEqualTo("sending");
    desk.move(id, resumed, "cancelled").expect(200);

    var mailbox = new Mailbox(stack, ada);
    Eventually.within(
        PATIENCE,
        "no open mail, and as many as are told of",
        () -> {
          assertThat(tick.run()).isEmpty();
          return Optional.of(id)
              .filter(it -> rows(it, "pending") + rows(it, "claimed") == 0)
              .filter(it -> rows(it, "sent") == mailbox.all().size());
        });
    assertThat(desk.move(id, "sending").expect(409).problem()).contains("illegal-transition");
    assertThat(Api.of(stack).get("/v1/newsletters/" + id).status()).isIn(404, 410);
  }

  private long rows(String id, String state) {
    return desk.csv(id, state).size() - 1L;
  }
}
