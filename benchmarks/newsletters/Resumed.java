package clipdesk.newsletters.sending;

import clipdesk.contracts.newsletters.BatchToSend;
import clipdesk.contracts.newsletters.BucketToPlan;
import clipdesk.contracts.newsletters.BucketToPlan.Mode;
import clipdesk.newsletters.deliveries.DeliveryId;
import clipdesk.newsletters.deliveries.DeliveryState;
import clipdesk.newsletters.deliveries.TakeWord;
import clipdesk.newsletters.subscriptions.Subscriber;
import java.util.ArrayList;
import java.util.List;

/** A campaign that was paused when most had it, and is resumed: all are hinted at once more. */
final class Resumed {
  private Resumed() {}

  /** How many slots of the rate the rest takes. */
  static int at(int percent, int people) {
    var ports = StartedCampaign.ports();
    for (int made = 0; made < people; made++) {
      StartedCampaign.reader(ports, made);
    }
    var queues = new SimulatedQueues(fate(), SimulatedFault.NONE, _ -> {});
    var messages = new ArrayList<BatchToSend>();
    plan(ports, queues, Mode.PLAN);
    drain(queues, messages);
    var pace = new RecordedPace(Fate.START);
    pace.rate(1_000);
    int until = people * percent / 100;
    send(ports, pace, messages, until);
    pace.taken = 0;
    plan(ports, queues, Mode.REQUEUE);
    drain(queues, messages);
    send(ports, pace, messages, people);
    return pace.taken;
  }

  private static Fate fate() {
    var luck = new Luck(1);
    luck.turnKind();
    return new Fate(luck, /* recorded= */ false, _ -> {});
  }

  private static void plan(PortsInMemory ports, SimulatedQueues queues, Mode mode) {
    var planner = ports.planner(queues, new InTurn(), () -> Fate.START);
    for (var bucket : Subscriber.buckets()) {
      planner.plan(new BucketToPlan(SimulatedWorld.ID, bucket, mode), Fate.START.plusSeconds(100));
    }
  }

  private static void drain(SimulatedQueues queues, List<BatchToSend> into) {
    while (!queues.sends.isEmpty()) {
      queues.sends.receive(into::add);
    }
  }

  /** All messages that there ever were, one person at a time up to so many. */
  private static void send(
      PortsInMemory ports, RecordedPace pace, List<BatchToSend> messages, int until) {
    var live = new LiveCampaigns(ports.campaigns(), pace);
    var quota = StartedCampaign.quota(1_000, pace);
    var mail =
        new DeliverMail(
            live,
            ports.deliveries(),
            new TakeWord(ports.deliveries(), ports.counts()),
            ports.subscribers(),
            (_, _, _, _) -> new byte[0],
            (_, _, tags) -> new Mailer.Outcome.Accepted("m" + tags.get("recipient")),
            pace,
            quota,
            new Breaker(new InMemorySetbacks()),
            pace);
    var deliver =
        new DeliverCampaign(
            live, ports.deliveries(), mail, ports.counts(), pace, quota, new InTurn());
    int sent = 0;
    for (var message : List.copyOf(messages)) {
      for (var who : message.subscribers()) {
        if (sent < until) {
          deliver.deliver(message.only(List.of(who)), pace.instant().plusSeconds(35));
          sent += isSent(ports, who) ? 1 : 0;
        }
      }
      if (sent >= until) {
        return;
      }
    }
  }

  private static boolean isSent(PortsInMemory ports, String who) {
    return ports.deliveries().state(new DeliveryId(SimulatedWorld.ID, who)) == DeliveryState.SENT;
  }
}
