package clipdesk.newsletters.sending;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import clipdesk.contracts.newsletters.AddressesToRekey;
import clipdesk.contracts.newsletters.ListToMove;
import clipdesk.contracts.newsletters.ListToMove.Way;
import clipdesk.newsletters.imports.BroughtLists;
import clipdesk.newsletters.imports.DoLines;
import clipdesk.newsletters.imports.GoThroughList;
import clipdesk.newsletters.imports.Imports;
import clipdesk.newsletters.imports.InMemoryImports;
import clipdesk.newsletters.imports.JudgeLines;
import clipdesk.newsletters.lists.InMemoryListFiles;
import clipdesk.newsletters.lists.ListFiles;
import clipdesk.newsletters.lists.ListWork;
import clipdesk.newsletters.subscriptions.Consent;
import clipdesk.newsletters.subscriptions.InMemoryToldTexts;
import clipdesk.newsletters.subscriptions.Mailboxes;
import clipdesk.newsletters.subscriptions.Outgoing;
import clipdesk.newsletters.subscriptions.ReplayedConsents;
import clipdesk.newsletters.subscriptions.Standing;
import clipdesk.newsletters.subscriptions.Subscribers;
import clipdesk.newsletters.subscriptions.TestKeys;
import clipdesk.newsletters.subscriptions.ToldTexts;
import clipdesk.newsletters.subscriptions.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** An editor who brings lists of people, some of whom are known, have left, or never consented. */
final class SimulatedImporter {
  private static final Topics TOPICS = TestKeys.topics();
  private static final String VERSION = "v";
  private static final String HEADER =
      "email,language,topics,consentAt,consentSource,consentText,proof\n";
  private static final List<String> NAMES =
      List.of("reader0", "reader1", "reader2", "newcomer0", "newcomer1", "listed0", "listed1");

  private final Fate fate;
  private final SimulatedQueues queues;
  private final PortsInMemory ports;
  private final SimulatedPeople people;
  private final InMemoryListFiles files = new InMemoryListFiles();
  private final Map<String, Integer> lines = new TreeMap<>();
  private final InMemoryImports stored = new InMemoryImports();
  private final Imports imports;
  private final Subscribers subscribers;
  private final Mailboxes mailboxes;
  private final ToldTexts texts;
  private final Outgoing outgoing;
  private final ListFiles fatedFiles;
  private final ListWork work;

  SimulatedImporter(
      Fate fate,
      SimulatedFault fault,
      SimulatedQueues queues,
      SimulatedStaff staff,
      PortsInMemory ports,
      SimulatedPeople people) {
    this.fate = fate;
    this.queues = queues;
    this.ports = ports;
    this.people = people;
    this.imports = fate.fated(Imports.class, stored);
    this.subscribers = subscribers(fault, staff.store().subscribers);
    this.mailboxes = fate.fated(Mailboxes.class, ports.mailboxes());
    this.texts = fate.fated(ToldTexts.class, new InMemoryToldTexts());
    this.outgoing = fate.fated(Outgoing.class, queues);
    this.fatedFiles = fate.fated(ListFiles.class, files);
    this.work = fate.fated(ListWork.class, new Work());
  }

  private static Subscribers subscribers(SimulatedFault fault, Subscribers sound) {
    if (fault != SimulatedFault.IMPORT_DOES_NOT_LOOK_AT_WHAT_WAS_SAID) {
      return sound;
    }
    var first = Standing.first(Language.EN);
    return Rewired.but(
        Subscribers.class,
        Rewired.but(
            Subscribers.class,
            sound,
            "apply",
            it -> sound.apply((String) it[0], following(it[1]).apply(first))),
        "standing",
        _ -> Optional.of(first));
  }

  @SuppressWarnings("unchecked") // of the calls of that name, an import makes this one
  private static Function<Standing, List<Consent>> following(Object argument) {
    return (Function<Standing, List<Consent>>) argument;
  }

  /** What S3 and the queue of lists would hold. */
  private final class Work implements ListWork {
    @Override
    public void put(ListToMove message) {
      queues.lists.put(it -> it.goOn(message.id(), until()));
    }

    @Override
    public void put(AddressesToRekey message) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void putLater(ListToMove message, Duration delay) {
      queues.lists.put(it -> it.takeUp(message.id()), fate.now().plus(delay));
    }
  }

  private Instant until() {
    return fate.now().plusSeconds(100);
  }

  /** A list of some people, each with a proof or without. */
  void bring() {
    var id = "list" + lines.size();
    var text = new StringBuilder(HEADER);
    var listed = new TreeSet<String>();
    for (int line = 0; line < 4; line++) {
      listed.add(NAMES.get(fate.luck.below(NAMES.size())));
    }
    for (var name : listed) {
      text.append(name).append("@press.example,en,").append(SimulatedWorld.TOPIC);
      text.append(fate.luck.below(4) == 0 ? ",,,,\n" : ",2024-05-01,fair,Mail me,card\n");
    }
    lines.put(id, listed.size());
    imports.create(BroughtLists.begun(id, SimulatedWorld.TOPIC, fate.now()));
    var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    files.put(id, VERSION, bytes);
    queues.lists.put(it -> it.put(id, VERSION, bytes.length, until()));
  }

  /** As the request for it does. */
  void apply() {
    for (var id : List.copyOf(lines.keySet())) {
      var checked = imports.find(id).filter(BroughtLists::canBeApplied);
      if (checked.isPresent()) {
        work.putLater(new ListToMove(Way.TAKE_UP, id), Duration.ofMinutes(6));
        imports.change(checked.get(), BroughtLists.applying(checked.get()));
        work.put(new ListToMove(Way.IMPORT, id));
      }
    }
  }

  void work() {
    var goThroughList =
        new GoThroughList(
            imports,
            fatedFiles,
            TOPICS,
            new JudgeLines(subscribers, mailboxes, new InTurn()),
            new DoLines(subscribers, texts, TOPICS, outgoing, new InTurn(), fate::now),
            work,
            fate::now);
    try {
      queues.lists.receive(it -> it.accept(goThroughList));
    } catch (IllegalStateException e) {
      if (!"Somebody else is at this import".equals(e.getMessage())) {
        throw e;
      }
      throw new Fate.Failed();
    } finally {
      NAMES.forEach(
          it ->
              ports
                  .subscribers()
                  .find(new EmailAddress(it + "@press.example"))
                  .ifPresent(people::meet));
    }
  }

  /** At the end: what does not hold of lists. */
  List<String> problems() {
    var problems = new ArrayList<String>();
    lines.forEach(
        (id, expected) ->
            stored
                .find(id)
                .filter(it -> !BroughtLists.isWhole(it, expected))
                .ifPresent(it -> problems.add(id + " of " + expected + " lines ends as " + it)));
    problems.addAll(ReplayedConsents.listedAfterwards(ports.subscribers(), people.known()));
    return problems;
  }
}
