import clipdesk.clips.cutting.ClipRequestHandler;
import clipdesk.contracts.clips.ClipKeys;
import com.amazonaws.services.lambda.runtime.Context;
import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Scanner;
import java.util.UUID;
import org.bytedeco.ffmpeg.global.avcodec;

/** The function in a process of its own: hears a clip's id a line, tells what its cut cost. */
final class Runner {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  interface Work {
    void run() throws IOException;
  }

  /**
   * @param arguments {@code natives} to load the libraries and leave, {@code function} to serve
   */
  public static void main(String... arguments) throws IOException {
    if (arguments[0].equals("natives")) {
      System.out.println("loaded " + avcodec.avcodec_version());
      Runtime.getRuntime().halt(0);
    }
    var handler = new ClipRequestHandler();
    var ids = new Scanner(System.in, StandardCharsets.UTF_8);
    while (ids.hasNextLine()) {
      var event =
          "{\"Records\":[{\"s3\":{\"object\":{\"key\":\"%s\"}}}]}"
              .formatted(ClipKeys.request(ids.nextLine()))
              .getBytes(StandardCharsets.UTF_8);
      tell(
          () ->
              handler.handleRequest(
                  new ByteArrayInputStream(event), OutputStream.nullOutputStream(), invocation()));
    }
  }

  /** Runs it and prints seconds, seconds of processor time, and the peak of memory in kB. */
  static void tell(Work work) throws IOException {
    long began = System.nanoTime();
    long used = SYSTEM.getProcessCpuTime();
    work.run();
    double seconds = (System.nanoTime() - began) / 1e9;
    double cpu = (SYSTEM.getProcessCpuTime() - used) / 1e9;
    try (var status = Files.lines(Path.of("/proc/self/status"))) {
      var peak = status.filter(line -> line.startsWith("VmHWM:")).findFirst().orElseThrow();
      System.out.println("\ncost %s %s %s".formatted(seconds, cpu, peak.replaceAll("[^0-9]", "")));
    }
  }

  /** Of a context only the time left and the invocation's id are asked: each is another's. */
  private static Context invocation() {
    var id = UUID.randomUUID().toString();
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getAwsRequestId" -> id;
                  case "getRemainingTimeInMillis" -> 900_000;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
