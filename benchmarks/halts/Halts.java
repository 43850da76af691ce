package clipdesk.journeys;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Campaigns on the local stack whose functions end themselves at named points, several times at
 * each: does everybody get them once, or is listed?
 */
public final class Halts {
  private static final Duration PATIENCE = Duration.ofMinutes(20);

  /** Longer than the tick lets people wait whose hints are lost. */
  private static final Duration FORGOTTEN = Duration.ofMinutes(11);

  private static final List<String> STARTING =
      List.of("start.written", "plan.rows", "plan.hints", "plan.checkpoint");
  private static final List<String> SENDING =
      List.of(
          "send.slot",
          "send.rendered",
          "send.claimed",
          "send.called",
          "send.answered",
          "send.marked",
          "send.return",
          "event.row",
          "event.subscriber",
          "tick.park");

  private final Stack stack;
  private final DynamoDbClient dynamo;
  private final Person editor;
  private final Leaves leaves;
  private final Readership readership;

  private Halts(
      Stack stack, DynamoDbClient dynamo, Person editor, Leaves leaves, Readership readership) {
    this.stack = stack;
    this.dynamo = dynamo;
    this.editor = editor;
    this.leaves = leaves;
    this.readership = readership;
  }

  /**
   * @param arguments how many people, how often at each point, the agent's jar, the folder of its
   *     leaves
   */
  public static void main(String... arguments) throws Exception {
    int people = Integer.parseInt(arguments[0]);
    var folder = Files.createDirectories(Path.of(arguments[3]));
    var leaves = new Leaves(folder, Integer.parseInt(arguments[1]));
    var stack = Stack.deployed();
    var editor = Editors.join(stack, "en");
    var readership = Readership.bring(stack, editor, "halts", people);
    var agent = Map.of("JAVA_TOOL_OPTIONS", "-javaagent:" + arguments[2] + "=" + folder);
    boolean holds;
    try (var dynamo = stack.dynamo();
        var _ = LiveFunction.with(stack, "newsletters-editors", agent);
        var _ = LiveFunction.with(stack, "newsletters-planner", agent);
        var _ = LiveFunction.with(stack, "newsletters-sender", agent);
        var _ = LiveFunction.with(stack, "newsletters-events", agent);
        var _ = LiveFunction.with(stack, "newsletters-tick", agent)) {
      awake(editor);
      var halts = new Halts(stack, dynamo, editor, leaves, readership);
      holds = halts.whileItStarts() & halts.whileHintsAreLost() & halts.whileItIsSent();
    }
    leaves.print();
    Kills.say("%s", holds ? "HOLDS" : "MISSED");
    System.exit(holds ? 0 : 1);
  }

  /** A version that is new starts cold, which may take longer than a request. */
  private static void awake(Person editor) {
    Eventually.within(
        PATIENCE,
        "an editor's list",
        () ->
            Optional.of(editor.api().get("/v1/editor/campaigns")).filter(it -> it.status() == 200));
  }

  /** The request comes again and again: the first that is answered is not yet the last halt. */
  private boolean whileItStarts() {
    var id = readership.campaign(editor, "Halted at its start");
    var tag = Kills.tag(editor, id);
    boolean halted =
        leaves.give(
            STARTING,
            PATIENCE,
            () -> {
              Kills.asked(editor, id, tag);
              tick();
            });
    return ends(id, 0) && halted;
  }

  /** Nobody sends, and the hints are lost: the tick tells of the people again. */
  private boolean whileHintsAreLost() {
    var id = readership.campaign(editor, "Halted as it is told of again");
    boolean halted;
    try (var sends = HeldQueue.of(stack, "newsletters-sender", "Sends")) {
      Kills.start(editor, id);
      var ledger = new Ledger(dynamo, stack.output("NewslettersTable"), id);
      Eventually.within(PATIENCE, "a plan", () -> Optional.of(id).filter(_ -> ledger.isPlanned()));
      var longAgo = Instant.now().minus(FORGOTTEN);
      ledger.rows().forEach(it -> ledger.plannedAt(it, longAgo));
      // A plan that is told of twice is done twice: hints may come later, too.
      halted =
          leaves.give(
              List.of("tick.requeue"),
              PATIENCE,
              () -> {
                sends.empty();
                tick();
              });
    }
    return ends(id, 0) && halted;
  }

  private boolean whileItIsSent() throws InterruptedException {
    var id = readership.campaign(editor, "Halted as it is sent");
    Kills.start(editor, id);
    var beside = new Beside(stack, editor, id, new Random(1));
    var caller = Thread.ofPlatform().start(beside);
    boolean halted = leaves.give(SENDING, PATIENCE, this::tick);
    beside.enough();
    caller.join();
    return ends(id, Kills.IN_FLIGHT * leaves.halted("send.")) && halted;
  }

  private boolean ends(String id, int unknowns) {
    return new Ending(stack, editor, id, readership.addresses()).holds(() -> unknowns);
  }

  /** Which may end itself, too. */
  private void tick() {
    new NewslettersTick(stack).run();
  }
}
