package clipdesk.journeys.demo;

import clipdesk.journeys.Answer;
import clipdesk.journeys.Api;
import clipdesk.journeys.Campaigns;
import clipdesk.journeys.Clips;
import clipdesk.journeys.Download;
import clipdesk.journeys.Editors;
import clipdesk.journeys.Mail;
import clipdesk.journeys.Person;
import clipdesk.journeys.Stack;
import clipdesk.journeys.Upload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Plays the main job once. Arguments: the outputs of a stack, and a master if you have one. */
public final class Demo {
  private static final Path MASTERS = Path.of(".localstack/masters");

  private final Stack stack;
  private final Api anonymous;
  private final Steps steps;

  private Demo(Stack stack) {
    this.stack = stack;
    this.anonymous = Api.of(stack);
    this.steps = new Steps(System.out, Duration.ofSeconds(10), InstantSource.system(), asked());
  }

  public static void main(String[] arguments) {
    var demo = new Demo(Stack.of(Path.of(arguments[0])));
    demo.play(
        arguments.length > 1
            ? Path.of(arguments[1])
            : demo.steps.run(
                "making a master: 3 minutes, 1080p25, H.264 and AAC",
                told -> SyntheticMaster.PRESS_CONFERENCE.in(MASTERS, told)));
  }

  /** {@code make} says in BEGAN when it began to build, in seconds. */
  private static Instant asked() {
    var began = System.getenv("BEGAN");
    return began == null ? Instant.now() : Instant.ofEpochSecond(Long.parseLong(began));
  }

  private void play(Path master) {
    System.out.println("Clipdesk plays its main job on " + master.getFileName());
    var videoId = Person.unique("demo");
    var upload = new Upload(stack, videoId);
    var web =
        steps.run("making its preview and its poster", told -> WebFiles.of(master, MASTERS, told));
    steps.run("uploading all, the description last", () -> taken(upload, master, web));
    var video = anonymous.get("/v1/videos/" + videoId).expect(200);
    steps.note(video.text("frames") + " frames, " + video.text("durationMs") + " ms");

    var journalist = Person.named(stack, "journalist", "fr");
    var confirmed = steps.run("signing up, typing the code from the mail", journalist::join);
    steps.note("signed in as " + journalist.address());
    subscribe(confirmed);

    long frames = ((Number) video.json().get("frames")).longValue();
    var ranges = List.of(range(frames, 0.31, 10), range(frames, 0.62, 20));
    var files = cutAndDownload(journalist, videoId, video, master, ranges);
    var editor = steps.run("an editor signs in", () -> Editors.join(stack, "en"));
    var spoken = new Spoken(stack, editor, videoId);
    var said = said(spoken);
    cutAndDownload(journalist, videoId, video, master, List.of(said));
    var clips = new Clips(journalist, videoId);
    steps.note(steps.run("reading its subtitles", () -> spoken.subtitles(journalist, clips, said)));
    newsletter(journalist, new Campaigns(editor));
    steps.run("filling the catalogue with short videos", () -> new Library(stack, MASTERS).fill());

    System.out.printf(
        "%nEverything was right. %.0f s in all, %.0f of them building and deploying.%n",
        steps.totalSeconds(), steps.beforeSeconds());
    System.out.println("  pages    " + stack.output("WebUrl"));
    System.out.println("  API      " + stack.apiUrl() + "/v1/videos");
    System.out.println("  mailbox  " + stack.output("MailboxUrl"));
    System.out.println(
        "  buckets  " + stack.output("MastersBucket") + ", " + stack.output("ClipsBucket"));
    System.out.println("  clips    " + files);
    System.out.println("  stop it  make down");
  }

  private static Map<String, Object> taken(Upload upload, Path master, WebFiles web) {
    upload.master(master);
    var report = upload.describe(web.upload(upload, upload.description()));
    if (!report.get("result").equals("accepted")) {
      throw new AssertionError("The ingest refused the master: " + report.get("errors"));
    }
    return report;
  }

  /** The frames of a sentence that is looked for. */
  private long[] said(Spoken spoken) {
    steps.note(steps.run("pasting what was said", spoken::paste));
    steps.run("bringing the words that were heard", spoken::bringWords);
    var frames = steps.run("searching a sentence of it, across all videos", spoken::find);
    steps.note("“sign … all members” is at " + text(frames));
    return frames;
  }

  private Path cutAndDownload(
      Person journalist, String videoId, Answer video, Path master, List<long[]> ranges) {
    var clips = new Clips(journalist, videoId);
    var ids =
        steps.run(
            "cutting exactly "
                + ranges.stream().map(Demo::text).collect(Collectors.joining(" and ")),
            () -> cut(clips, ranges));
    var ticket =
        steps.run(
            "making a download ticket",
            () ->
                Download.ticket(
                        journalist,
                        Person.unique("demo-ticket"),
                        ids.stream().map(id -> Map.of("clipId", id)).toList())
                    .expect(201));
    var folder = Path.of(".localstack/downloads", videoId);
    for (int i = 0; i < ids.size(); i++) {
      var file = ticket.objects("files").get(i);
      var path = folder.resolve((String) file.get("name"));
      var range = ranges.get(i);
      steps.run("downloading, broken off at 37 %, gone on with", () -> download(file, path));
      var check =
          steps.run(
              "comparing every frame with the master's",
              told -> FrameCheck.of(path, master, range[0], range[1], told));
      int offset = SoundCheck.offsetSamples(path, master, range[0] * frameSeconds(video));
      steps.note(
          "%d frames, %d of them identical, the others at %.1f dB or better; sound off by %d samples"
              .formatted(check.frames(), check.identical(), check.worstDecibels(), offset));
    }
    return folder;
  }

  private static List<String> cut(Clips clips, List<long[]> ranges) {
    var asked = clips.request(ranges.toArray(long[][]::new));
    var ids = asked.objects("clips").stream().map(clip -> (String) clip.get("clipId")).toList();
    for (var id : ids) {
      var clip = clips.await(id, _ -> {});
      if (!clip.text("status").equals("ready")) {
        throw new AssertionError("The clip failed: " + clip.text("error"));
      }
    }
    return ids;
  }

  private Path download(Map<String, Object> file, Path path) {
    try {
      Files.createDirectories(path.getParent());
      var download = new Download(anonymous, (String) file.get("href"));
      download.fetch(path, ((Number) file.get("sizeBytes")).longValue() * 37 / 100);
      download.fetch(path);
      return path;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void subscribe(Answer confirmed) {
    var topic = topic();
    var offer = (Map<?, ?>) confirmed.json().get("newsletterOffer");
    steps.run(
        "subscribing to " + topic.get("name") + " with one button",
        () ->
            anonymous
                .put(
                    "/v1/newsletter-offers/" + offer.get("offer"),
                    Map.of(
                        "topics", List.of(topic.get("topic")),
                        "language", "fr",
                        "consentTextVersion", topic.get("consentTextVersion")))
                .expect(200));
  }

  private void newsletter(Person journalist, Campaigns desk) {
    var id =
        desk.create(Campaigns.complete("Week 7", (String) topic().get("topic")))
            .expect(201)
            .text("campaignId");
    steps.run(
        "testing the newsletter in three languages",
        () -> {
          desk.test(id);
          return id;
        });
    var mail =
        steps.run(
            "sending it; the journalist gets it in French",
            () -> {
              desk.move(id, "sending").expect(202);
              return journalist.mailbox().next("the newsletter", Demo::newsletter);
            });
    steps.note("“" + mail.subject() + "”");
    steps.run(
        "leaving with one click",
        () -> {
          var header = mail.header("List-Unsubscribe").orElseThrow();
          var link = header.substring(header.indexOf('<') + 1, header.indexOf('>'));
          return anonymous
              .send("POST", link, "application/x-www-form-urlencoded", "List-Unsubscribe=One-Click")
              .expect(200);
        });
  }

  private Map<String, Object> topic() {
    return anonymous.get("/v1/topics").expect(200).objects("topics").getFirst();
  }

  private static boolean newsletter(Mail mail) {
    return mail.header("List-Id").isPresent();
  }

  private static double frameSeconds(Answer video) {
    var rate = (Map<?, ?>) video.json().get("frameRate");
    return ((Number) rate.get("den")).doubleValue() / ((Number) rate.get("num")).doubleValue();
  }

  /** Some frames from somewhere inside, never on a round number. */
  private static long[] range(long frames, double from, long atMostSeconds) {
    long in = (long) (frames * from) + 7;
    return new long[] {in, Math.min(frames, in + atMostSeconds * 25 + 3)};
  }

  private static String text(long[] range) {
    return "[%d, %d)".formatted(range[0], range[1]);
  }
}
