import java.util.List;

/**
 * Where a function's process ends: as one of its methods begins, or returns.
 *
 * @param function its name without that of the stack
 * @param type simple name of the class, that of an inner one with its outer
 * @param before whether as the method begins
 * @param within a class that must be among the callers; empty if anybody may be
 */
public record HaltPoint(
    String name, String function, String type, String method, boolean before, String within) {
  private static final boolean BEGINS = true;
  private static final boolean RETURNS = false;

  public static final List<HaltPoint> ALL =
      List.of(
          new HaltPoint("start.written", "editors", "MoveCampaign", "tell", BEGINS, ""),
          new HaltPoint("plan.rows", "planner", "SqsOutgoing", "send", BEGINS, "PlanBucket"),
          new HaltPoint("plan.hints", "planner", "DynamoPlanning", "moveOn", BEGINS, ""),
          new HaltPoint("plan.checkpoint", "planner", "DynamoPlanning", "moveOn", RETURNS, ""),
          new HaltPoint("send.slot", "sender", "DynamoPace", "reserve", RETURNS, ""),
          new HaltPoint("send.rendered", "sender", "CampaignMail", "bytes", RETURNS, ""),
          new HaltPoint("send.claimed", "sender", "DynamoDeliveries", "claim", RETURNS, ""),
          // The request is written, and nobody has looked for its answer.
          new HaltPoint(
              "send.called",
              "sender",
              "UrlConnectionHttpClient$RequestCallable",
              "getResponseCodeSafely",
              BEGINS,
              "SesMailer"),
          new HaltPoint("send.answered", "sender", "SesMailer", "send", RETURNS, ""),
          new HaltPoint("send.marked", "sender", "DynamoDeliveries", "accepted", RETURNS, ""),
          new HaltPoint("send.return", "sender", "SenderHandler", "handleRequest", RETURNS, ""),
          new HaltPoint("event.row", "events", "TakeWord", "take", RETURNS, ""),
          new HaltPoint("event.subscriber", "events", "DynamoMailboxes", "works", RETURNS, ""),
          new HaltPoint("tick.park", "tick", "DynamoOpenDeliveries", "park", RETURNS, ""),
          // Noted that they are told again, and not yet told.
          new HaltPoint("tick.requeue", "tick", "SqsOutgoing", "send", BEGINS, "OpenRows"));

  static HaltPoint named(String name) {
    return ALL.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
  }
}
