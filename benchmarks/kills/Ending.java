package clipdesk.journeys;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;

/** What it came to when nobody was killed any more: before anybody decides, and after. */
final class Ending {
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private final Stack stack;
  private final Person editor;
  private final String id;
  private final List<String> people;
  private final String campaign;
  private Instant lastMail = Instant.EPOCH;

  Ending(Stack stack, Person editor, String id, List<String> people) {
    this.stack = stack;
    this.editor = editor;
    this.id = id;
    this.people = people;
    this.campaign = "/v1/editor/campaigns/" + id;
  }

  /**
   * @param unknowns answers of SES that may have been lost by then
   */
  boolean holds(IntSupplier unknowns) {
    var begun = Instant.now();
    Eventually.within(PATIENCE, "the end", this::sent);
    lastMail = lastClaim();
    var parked = parked();
    var before = Counted.of(stack, id, people);
    int lost = unknowns.getAsInt();
    var unlisted = new HashSet<>(before.without());
    unlisted.removeIf(it -> parked.contains(subscriber(it)));
    Kills.say(
        "sent after %d s more: %d mails, %d doubled, %d strangers, %d without one of whom %d are"
            + " not listed; %d are listed, and %d answers were lost at most",
        Kills.seconds(begun),
        before.mails(),
        before.doubled().size(),
        before.strangers().size(),
        before.without().size(),
        unlisted.size(),
        parked.size(),
        lost);
    Eventually.within(PATIENCE, "nobody parked any more", this::decided);
    var after =
        Eventually.within(
            PATIENCE,
            "a mail to everybody",
            () -> Optional.of(Counted.of(stack, id, people)).filter(it -> it.without().isEmpty()));
    var sent = Eventually.within(PATIENCE, "a report that says so", () -> sent(people.size()));
    boolean holds =
        before.doubled().isEmpty()
            && before.strangers().isEmpty()
            && unlisted.isEmpty()
            && parked.size() <= lost
            && after.doubled().isEmpty();
    Kills.say(
        "%s after %d s more: %d mails, %d doubled; the report says %s",
        holds ? "HOLDS" : "FAILS",
        Kills.seconds(begun),
        after.mails(),
        after.doubled().size(),
        sent.get("exact"));
    return holds;
  }

  /** When the last mail went before anybody decided. */
  Instant lastMail() {
    return lastMail;
  }

  private Instant lastClaim() {
    try (var dynamo = stack.dynamo()) {
      return new Ledger(dynamo, stack.output("NewslettersTable"), id)
          .rows().stream().map(Ledger.Row::claimedAt).max(Instant::compareTo).orElseThrow();
    }
  }

  private Optional<Map<String, Object>> report() {
    try {
      return Optional.of(editor.api().get(campaign + "/report"))
          .filter(it -> it.status() == 200)
          .map(Answer::json);
    } catch (UncheckedIOException killed) {
      return Optional.empty();
    }
  }

  /** An editor resumes what pauses itself. */
  private Optional<Map<String, Object>> sent() {
    var report = report();
    if (report.filter(it -> "paused".equals(it.get("state"))).isPresent()) {
      Kills.say("paused: %s", report.get().get("pausedReason"));
      Kills.start(editor, id);
    }
    return report.filter(it -> "sent".equals(it.get("state")));
  }

  private Optional<Map<String, Object>> sent(int many) {
    return report()
        .filter(it -> ((Number) ((Map<?, ?>) it.get("exact")).get("sent")).intValue() == many);
  }

  /** Whoever has enough evidence is sent to once more; the others wait for their events. */
  private Optional<Boolean> decided() {
    editor
        .api()
        .put(campaign + "/decision", Map.of("decision", "resend", "recommended", true))
        .expect(200);
    return Optional.of(true).filter(_ -> parked().isEmpty());
  }

  private Set<String> parked() {
    var parked = new HashSet<String>();
    var path = campaign + "/recipients?state=parked&limit=100";
    for (var page = Optional.of(path); page.isPresent(); ) {
      var answer = editor.api().get(page.get()).expect(200);
      answer.objects("items").forEach(it -> parked.add(String.valueOf(it.get("subscriberId"))));
      page = Optional.ofNullable(answer.json().get("nextCursor")).map(it -> path + "&cursor=" + it);
    }
    return parked;
  }

  private String subscriber(String address) {
    return editor
        .api()
        .post("/v1/editor/subscriber-lookups", Map.of("email", address))
        .expect(200)
        .text("subscriberId");
  }
}
