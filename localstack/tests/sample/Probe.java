import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A function that looks around, does what its event says, or writes a pool's mail. */
public final class Probe {
  public Probe() {
    if (System.getenv("BROKEN") != null) {
      throw new IllegalStateException("broken on purpose");
    }
  }

  public Map<String, Object> handle(Map<String, Object> event) throws Exception {
    if (event.containsKey("triggerSource")) {
      return mail(event);
    }
    if (event.containsKey("requestContext")) {
      return Map.of("statusCode", 200, "body", String.valueOf(claims(event)));
    }
    switch ((String) event.getOrDefault("do", "look")) {
      case "sleep" -> Thread.sleep(60_000);
      case "exit" -> System.exit(3);
      case "fail" -> throw new IllegalStateException("failed on purpose");
      default -> {}
    }
    return look();
  }

  private static Map<String, Object> look() throws IOException {
    System.out.println("looking around");
    var task = System.getenv("LAMBDA_TASK_ROOT");
    var temporary = Path.of(System.getProperty("java.io.tmpdir"));
    Files.writeString(temporary.resolve("left-by-probe"), "");
    var seen = new HashMap<String, Object>();
    seen.put("task", names(Path.of(task)));
    seen.put("version", Files.readString(Path.of(task, "version.txt")));
    seen.put("layered", Layered.WORD);
    seen.put("opt", Files.exists(Path.of("/opt/greeting.txt")));
    seen.put("tmp", names(temporary));
    seen.put("compilers", lastCompiler());
    seen.put("endpoint", System.getenv("AWS_ENDPOINT_URL"));
    return seen;
  }

  private static String lastCompiler() {
    var machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    return machine.getVMOption("TieredStopAtLevel").getValue();
  }

  private static List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> mail(Map<String, Object> event) {
    var request = (Map<String, Object>) event.get("request");
    var metadata = (Map<String, Object>) request.get("clientMetadata");
    var response = (Map<String, Object>) event.get("response");
    response.put("emailSubject", event.get("triggerSource") + " " + metadata.get("lang"));
    response.put("emailMessage", "Your code: " + request.get("codeParameter"));
    return event;
  }

  @SuppressWarnings("unchecked")
  private static Object claims(Map<String, Object> event) {
    var context = (Map<String, Object>) event.get("requestContext");
    var authorizer = (Map<String, Object>) context.get("authorizer");
    return authorizer == null ? null : authorizer.get("claims");
  }
}
